// Web pages as their authors wrote them: what they refer to, and the texts for people in them, each with its place.
#pragma once

#include "lesson/translation.h"

#include <string>
#include <string_view>
#include <vector>

namespace lesson {

/// Something that a page refers to by the name of a file or an address.
struct PageReference {
    enum class Kind { link, picture, style };
    Kind kind = Kind::link;
    std::string target; ///< as it is written
    base::Place place;
};

/// A form of a page.
struct PageForm {
    std::string name;                ///< empty where it has none
    std::vector<std::string> fields; ///< names of what can be filled in
    base::Place place;
};

/// What a page has that its site has to answer for.
struct PageParts {
    std::string title; ///< blanks collapsed
    std::vector<PageReference> references;
    std::vector<PageForm> forms;
};

/// Elements inside each other in a page, at most.
inline constexpr int most_page_levels = 64;

/// Reads a page. Adds a fault where its elements are nested too deeply (`site.too-deep`); it is not looked into then.
/// Broken HTML is read as browsers read it.
PageParts parts_of(std::string_view html, const std::string& file, base::Faults& faults);

/// Calls `visit(context, text)` for each text for people in a page, in order: text between tags, `alt`, `placeholder`,
/// `title`, `aria-label`, `label`, the words of buttons, the page's description. A text is given without outer blanks
/// and with inner ones collapsed. Gives the page with the texts as `visit` left them, every other byte unchanged. Texts
/// without a letter, and what stands in `{{…}}` alone, are left out. A page that is nested too deeply stays as it is.
std::string with_texts(std::string_view html, const base::Place& place, const std::string& context,
                       const VisitPlacedText& visit);

} // namespace lesson
