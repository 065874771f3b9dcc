// A practice web site: HTML pages and a data file that says what its forms accept. It never leaves this computer.
//
// `lessons/sites/<site>/site.toml`, its pages (*.html), style sheets (*.css) and pictures (*.svg, *.png).
#pragma once

#include "lesson/goal.h"
#include "lesson/schema.h"
#include "lesson/value.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace lesson {

/// Who a padlock says the site is.
enum class Certificate {
    good,  ///< encrypted, and the address is whose it says
    none,  ///< not encrypted: no padlock
    wrong, ///< the browser warns before it shows anything
};

/// What a form's field has to be, beyond what its HTML says (`required`, `type`, `maxlength`, `min`, …).
struct SiteCheck {
    std::string field;
    Matcher is;
    std::string otherwise; ///< said beside the field; a text
    base::Place place;
};

/// What happens when a form was filled in as its checks ask. Rules are tried in order; the first whose `when` matches
/// all named fields is taken.
struct SiteRule {
    std::vector<FieldPattern> when;         ///< empty: always
    std::string next;                       ///< the page that follows: a file of the site
    std::string add;                        ///< the list that what was filled in is added to; empty for none
    std::string clear;                      ///< the list that is emptied; empty for none
    std::string remove;                     ///< the list from which the entry of the form's field `entry` is taken
    std::map<std::string, std::string> set; ///< values that the site remembers, for `{{name}}` in its pages
    std::string download;                   ///< the file that is downloaded
};

/// One form, known by its `name` in the HTML.
struct SiteForm {
    std::string name;
    std::vector<SiteCheck> checks;
    std::vector<SiteRule> rules; ///< never empty
    base::Place place;
};

/// A file that pages offer for download (`<a href="guide.pdf" download>`).
struct SiteDownload {
    std::string file; ///< its name
    std::string text; ///< what stands in it
    std::string picture;
    bool risky = false;
    base::Place place;
};

/// A page and its own settings.
struct SitePage {
    std::string file;  ///< `horaires.html`
    std::string html;  ///< UTF-8
    std::string title; ///< from <title>
    std::string popup; ///< the page file of the pop-up that opens over it; empty for none
    std::string needs; ///< the remembered value without which `otherwise` is shown (a page behind a login)
    std::string otherwise;
    bool risky = false; ///< going on from here would do harm (see Setup::safety)
};

/// A practice web site, ready to be shown.
struct Site {
    std::string id;      ///< its folder's name
    std::string address; ///< its host: `www.valbois.fr`
    std::string name;    ///< as the browser's bookmarks show it
    std::string home = "index.html";
    std::string icon; ///< art
    Certificate certificate = Certificate::good;
    std::string program; ///< `search` for the search engine, `mail` for the webmail; empty for an ordinary site
    std::string about;   ///< what the search engine says about it
    std::vector<std::string> words; ///< what it is found by, beside its pages' own words
    bool is_listed = true;          ///< the search engine finds it
    std::string cookies;            ///< what the cookie banner says; empty for none
    std::vector<SitePage> pages;
    std::map<std::string, std::string> styles;   ///< style sheets by file name
    std::map<std::string, std::string> pictures; ///< by file name: where the picture's file is
    std::vector<SiteForm> forms;
    std::vector<SiteDownload> downloads;
    base::Place place;
};

/// The practice web, and what is wrong with the sites that were left out.
struct Sites {
    std::vector<Site> sites;
    base::Faults faults;               ///< sorted by file, line and column
    std::vector<std::string> left_out; ///< the data files of the sites that cannot be shown
};

/// The keys of a site's data file.
const Schema& site_schema();

/// Reads every site below a folder; none where the folder does not exist. One bad site never stops the others. A page
/// has at most 128 KB and 64 levels of elements, a site at most 60 pages.
Sites read_sites(const std::filesystem::path& folder);

} // namespace lesson
