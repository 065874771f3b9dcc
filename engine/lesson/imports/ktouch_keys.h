// What a KTouch keyboard layout writes.
#pragma once

#include "lesson/imports/imported.h"

#include <array>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace lesson::imports {

/// One key of a KTouch layout: where it lies (KTouch's own units; a row is 100), and what it writes alone, with Shift,
/// with AltGr and with both.
struct KtouchKey {
    double left = 0;
    double top = 0;
    std::array<std::string, 4> levels;
    int line = 0;
};

struct KtouchLayout {
    std::string name;
    std::string title;
    std::vector<KtouchKey> keys;
};

/// Reads a layout, and tells what of it cannot be understood.
base::Result<KtouchLayout> read_ktouch_layout(const Source& source, Imported& imported);

/// The characters that a layout writes, those too that an accent key and a letter may make together.
class Writable {
public:
    explicit Writable(const KtouchLayout& layout);
    bool has(const std::string& character) const;

private:
    std::set<std::string> characters_;
    bool has_accents_ = false;
};

} // namespace lesson::imports
