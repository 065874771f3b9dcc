// Attributes and styles that litehtml cannot stand, made harmless.
#include "screen/web/guarded.h"

namespace screen {

namespace {

int bounded_number(std::string_view text, int most) {
    int value = 1;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return std::clamp(value, 1, most);
}

int columns_of(const litehtml::element& row) {
    int columns = 0;
    for (int i = 0; i < static_cast<int>(row.get_children_count()); ++i) {
        columns += bounded_number(row.get_child(i)->get_attr("colspan", "1"), most_columns);
    }
    return columns;
}

void count_rows(const litehtml::element& within, std::int64_t& rows, std::int64_t& columns, int depth) {
    for (int i = 0; i < static_cast<int>(within.get_children_count()) && depth < most_depth; ++i) {
        const auto child = within.get_child(i);
        switch (child->get_display()) {
        case litehtml::display_table:
        case litehtml::display_inline_table:
        case litehtml::display_inline_text:
            break;
        case litehtml::display_table_row:
            ++rows;
            columns = std::max<std::int64_t>(columns, columns_of(*child));
            break;
        default:
            count_rows(*child, rows, columns, depth + 1);
        }
    }
}

} // namespace

std::string fit_attribute(std::string_view name, std::string_view value, float zoom) {
    if (name == "style") {
        return fit_style(value, zoom);
    }
    if (name == "colspan") {
        return std::to_string(bounded_number(value, most_columns));
    }
    if (name == "rowspan") {
        return std::to_string(bounded_number(value, most_rows));
    }
    if (name == "width" || name == "height" || name == "cellpadding" || name == "cellspacing" || name == "border") {
        return fit_length(value, zoom);
    }
    return std::string(value);
}

const char* fit_property(std::string_view name, const char* value) {
    if (value == nullptr) {
        return value;
    }
    const std::string_view is(value);
    if (name == "display") {
        if (is == "table-header-group" || is == "table-footer-group") {
            return "table-row-group";
        }
        if (is == "flex" || is == "grid" || is == "flow-root") {
            return "block";
        }
        if (is == "inline-flex" || is == "inline-grid") {
            return "inline-block";
        }
    }
    if (name == "overflow" && (is == "scroll" || is == "auto")) {
        return "visible";
    }
    if (name == "position") {
        return is == "fixed" ? "absolute" : is == "sticky" ? "static" : value;
    }
    return value;
}

std::int64_t table_cells(const litehtml::element& table) {
    std::int64_t rows = 0;
    std::int64_t columns = 0;
    count_rows(table, rows, columns, 0);
    return rows * columns;
}

} // namespace screen
