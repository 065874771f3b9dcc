// coucou-booklet FILE: draws the booklet that standard input describes (description.h) into a PDF file.
//
// A program of its own, so that Coucou itself need not load Cairo, Pango and librsvg. The file is written whole or not
// at all. It ends with 0; with 1 where the PDF could not be written; with 2 where nothing could be drawn. What was
// wrong stands on standard error, for people who look into logs.
#include "base/file.h"
#include "tools/booklet/description.h"
#include "tools/booklet/page.h"

#include <iostream>
#include <iterator>

namespace {

int complain(const base::Error& error, int status) {
    std::cerr << error.id;
    for (const base::Argument& argument : error.arguments) {
        std::cerr << ' ' << argument.name << '=' << argument.value;
    }
    std::cerr << '\n';
    return status;
}

} // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        std::cerr << "usage: coucou-booklet FILE < DESCRIPTION\n";
        return 2;
    }
    const std::string json{std::istreambuf_iterator<char>(std::cin), {}};
    const auto description = booklet::read_description(json);
    if (!description) {
        return complain({"booklet.not-drawn", {{"reason", "description"}}, {}}, 2);
    }
    const auto pdf = booklet::draw(*description);
    if (!pdf) {
        return complain(pdf.error(), 2);
    }
    const auto written = base::write_file(arguments[1], pdf.value());
    return written ? 0 : complain(written.error(), 1);
}
