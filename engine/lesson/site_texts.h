// The texts for people in practice web sites, and sites in another language.
#pragma once

#include "lesson/site.h"
#include "lesson/translation.h"

namespace lesson {

/// Calls `visit(context, text, place)` for each text for people of a site, which may change it. The context is
/// `site <id>/<file>`: the same words in one file are one text. Pages' titles follow their HTML.
void each_placed_text(Site& site, const VisitPlacedText& visit);

/// The sites in another language, text by text.
std::vector<Site> translated(std::vector<Site> sites, const Translations& translations);

} // namespace lesson
