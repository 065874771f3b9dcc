// XML files as the KTouch importers read them.
#pragma once

#include "lesson/fault.h"
#include "lesson/imports/imported.h"

#include <pugixml.hpp>

namespace lesson::imports {

/// Reads XML without following anything that it refers to. Error: `convert.not-xml` with its place.
inline base::Result<base::Done> read_xml(const Source& source, pugi::xml_document& document) {
    const pugi::xml_parse_result parsed = document.load_buffer(
        source.text.data(), source.text.size(), pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
    if (!parsed) {
        const auto at = static_cast<std::size_t>(std::max<std::ptrdiff_t>(parsed.offset, 0));
        return base::Error{"convert.not-xml", {{"file", source.name}}, place_at(source.text, at, source.name)};
    }
    return base::Done{};
}

/// The line of a node, from 1.
inline int line_of(const Source& source, const pugi::xml_node& node) {
    const std::ptrdiff_t offset = node.offset_debug();
    return offset < 0 ? 0 : place_at(source.text, static_cast<std::size_t>(offset), source.name).line;
}

} // namespace lesson::imports
