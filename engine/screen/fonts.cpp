// Fonts by SDL2_ttf, which shapes with HarfBuzz.
#include "screen/fonts.h"

#include <algorithm>
#include <array>
#include <optional>

#include <SDL.h>
#include <SDL_ttf.h>
#include <fribidi/fribidi.h>

namespace screen {

namespace {

constexpr std::size_t most_ink = std::size_t{2} * 1024 * 1024;
constexpr std::size_t most_widths = std::size_t{256} * 1024;
constexpr std::size_t most_layouts = std::size_t{1024} * 1024;

// Places in the table of fonts.
constexpr std::size_t andika = 0;
constexpr std::size_t dyslexic = 1;
constexpr std::size_t mono = 2;
constexpr std::size_t any_script = 3;
constexpr std::size_t arabic = 4;
constexpr std::size_t hebrew = 5;
constexpr std::size_t armenian = 6;
constexpr std::size_t georgian = 7;
constexpr std::size_t devanagari = 8;
constexpr std::size_t bengali = 9;
constexpr std::size_t tamil = 10;
constexpr std::size_t ethiopic = 11;
constexpr std::size_t sans_italic = 12;
constexpr std::size_t serif = 13;
constexpr std::size_t serif_italic = 14;

// Characters of a script that Andika has not, or only in part: a word is not to change its font in the middle.
struct Block {
    char32_t first;
    char32_t last;
    std::size_t font;
};

constexpr std::array<Block, 20> blocks{
    {{0x0370, 0x03FF, any_script}, {0x0530, 0x058F, armenian}, {0x0590, 0x05FF, hebrew},
     {0x0600, 0x06FF, arabic},     {0x0750, 0x077F, arabic},   {0x08A0, 0x08FF, arabic},
     {0x0900, 0x097F, devanagari}, {0x0980, 0x09FF, bengali},  {0x0B80, 0x0BFF, tamil},
     {0x10A0, 0x10FF, georgian},   {0x1200, 0x139F, ethiopic}, {0x1C90, 0x1CBF, georgian},
     {0x1F00, 0x1FFF, any_script}, {0x2D00, 0x2D2F, georgian}, {0x2D80, 0x2DDF, ethiopic},
     {0xA8E0, 0xA8FF, devanagari}, {0xAB00, 0xAB2F, ethiopic}, {0xFB13, 0xFB4F, hebrew},
     {0xFB50, 0xFDFF, arabic},     {0xFE70, 0xFEFC, arabic}}};

std::optional<std::size_t> font_of_block(char32_t character) {
    const auto* found = std::find_if(blocks.begin(), blocks.end(),
                                     [&](const Block& b) { return character >= b.first && character <= b.last; });
    return found == blocks.end() ? std::nullopt : std::optional(found->font);
}

base::Error missing(const FontFile& file, std::string_view path) {
    return {"screen.font-missing",
            {{"font", std::string(file.name)}, {"package", std::string(file.package)}},
            {std::string(path), 0, 0}};
}

bool blank(const std::uint8_t* row, int width) {
    return std::all_of(row, row + width, [](std::uint8_t value) { return value == 0; });
}

// The coverage of a surface of white text, without the empty rows above and below.
Inked inked(const SDL_Surface& text, int ascent) {
    Mask mask{text.w, text.h, {}};
    mask.coverage.resize(static_cast<std::size_t>(text.w) * static_cast<std::size_t>(text.h));
    std::uint8_t* to = mask.coverage.data();
    for (int y = 0; y < text.h; ++y) {
        const auto* row = static_cast<const std::uint8_t*>(text.pixels) + std::ptrdiff_t{y} * text.pitch;
        for (int x = 0; x < text.w; ++x) {
            std::uint32_t pixel = 0;
            SDL_memcpy(&pixel, row + std::ptrdiff_t{x} * 4, 4);
            *to++ = static_cast<std::uint8_t>(pixel >> 24U);
        }
    }
    int top = 0;
    while (top < mask.height && blank(mask.coverage.data() + std::ptrdiff_t{top} * mask.width, mask.width)) {
        ++top;
    }
    int bottom = mask.height;
    while (bottom > top && blank(mask.coverage.data() + std::ptrdiff_t{bottom - 1} * mask.width, mask.width)) {
        --bottom;
    }
    mask.coverage.resize(static_cast<std::size_t>(bottom) * static_cast<std::size_t>(mask.width));
    mask.coverage.erase(mask.coverage.begin(), mask.coverage.begin() + std::ptrdiff_t{top} * mask.width);
    mask.coverage.shrink_to_fit();
    mask.height = bottom - top;
    const bool seen = mask.height > 0;
    return {seen ? std::make_shared<const Mask>(std::move(mask)) : nullptr, top - ascent, text.w};
}

struct FreeSurface {
    void operator()(SDL_Surface* surface) const { SDL_FreeSurface(surface); }
};

} // namespace

const std::vector<FontFile>& font_files() {
#define ANDIKA "/usr/share/fonts/truetype/andika/Andika-"
#define DYSLEXIC "/usr/share/fonts/opentype/opendyslexic/OpenDyslexic-"
#define NOTO "/usr/share/fonts/truetype/noto/NotoSans"
#define SERIF "/usr/share/fonts/truetype/noto/NotoSerif-"
    static const std::vector<FontFile> files{
        {"Andika", "Latn", ANDIKA "Regular.ttf", ANDIKA "Bold.ttf", "fonts-sil-andika"},
        {"OpenDyslexic", "Latn", DYSLEXIC "Regular.otf", DYSLEXIC "Bold.otf", "fonts-opendyslexic"},
        {"DejaVu Sans Mono", "Latn", "/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf",
         "/usr/share/fonts/truetype/dejavu/DejaVuSansMono-Bold.ttf", "fonts-dejavu-core"},
        {"Noto Sans", "Latn", NOTO "-Regular.ttf", NOTO "-Bold.ttf", "fonts-noto-core"},
        {"Noto Sans Arabic", "Arab", NOTO "Arabic-Regular.ttf", NOTO "Arabic-Bold.ttf", "fonts-noto-core"},
        {"Noto Sans Hebrew", "Hebr", NOTO "Hebrew-Regular.ttf", NOTO "Hebrew-Bold.ttf", "fonts-noto-core"},
        {"Noto Sans Armenian", "Armn", NOTO "Armenian-Regular.ttf", NOTO "Armenian-Bold.ttf", "fonts-noto-core"},
        {"Noto Sans Georgian", "Geor", NOTO "Georgian-Regular.ttf", NOTO "Georgian-Bold.ttf", "fonts-noto-core"},
        {"Noto Sans Devanagari", "Deva", NOTO "Devanagari-Regular.ttf", NOTO "Devanagari-Bold.ttf", "fonts-noto-core"},
        {"Noto Sans Bengali", "Beng", NOTO "Bengali-Regular.ttf", NOTO "Bengali-Bold.ttf", "fonts-noto-core"},
        {"Noto Sans Tamil", "Taml", NOTO "Tamil-Regular.ttf", NOTO "Tamil-Bold.ttf", "fonts-noto-core"},
        {"Noto Sans Ethiopic", "Ethi", NOTO "Ethiopic-Regular.ttf", NOTO "Ethiopic-Bold.ttf", "fonts-noto-core"},
        {"Noto Sans", "Latn", NOTO "-Italic.ttf", NOTO "-BoldItalic.ttf", "fonts-noto-core"},
        {"Noto Serif", "Latn", SERIF "Regular.ttf", SERIF "Bold.ttf", "fonts-noto-core"},
        {"Noto Serif", "Latn", SERIF "Italic.ttf", SERIF "BoldItalic.ttf", "fonts-noto-core"}};
#undef ANDIKA
#undef DYSLEXIC
#undef NOTO
#undef SERIF
    return files;
}

Fonts::Library::~Library() {
    TTF_Quit();
}

void Fonts::Close::operator()(_TTF_Font* font) const {
    TTF_CloseFont(font);
}

Fonts::Fonts() : inked_(most_ink), widths_(most_widths), layouts_(most_layouts) {}

base::Result<Fonts> Fonts::open() {
    if (TTF_Init() != 0) {
        return base::Error{"screen.no-text", {{"reason", TTF_GetError()}}, {}};
    }
    Fonts fonts;
    fonts.library_ = std::make_unique<Library>();
    if (fonts.opened(andika, false, 22, false) == nullptr) {
        return fonts.faults_.front();
    }
    return fonts;
}

void Fonts::use_icons(IconSource source) {
    icons_ = std::move(source);
    layouts_.clear();
}

std::shared_ptr<const Mask> Fonts::icon(std::string_view name, int size) const {
    return icons_ ? icons_(name, size) : nullptr;
}

std::size_t Fonts::main_font(Family family) {
    switch (family) {
    case Family::dyslexic:
        return dyslexic;
    case Family::mono:
        return mono;
    case Family::sans:
        return any_script;
    case Family::sans_italic:
        return sans_italic;
    case Family::serif:
        return serif;
    case Family::serif_italic:
        return serif_italic;
    case Family::andika:
        break;
    }
    return andika;
}

// The font with its size and direction set; Andika in place of one that cannot be opened, or nothing.
_TTF_Font* Fonts::opened(std::size_t font, bool bold, int size, bool right_to_left) {
    const auto [place, first_time] = opened_.try_emplace({font, bold});
    Opened& entry = place->second;
    if (first_time) {
        const FontFile& file = font_files()[font];
        const std::string path(bold ? file.bold : file.regular);
        entry.font.reset(TTF_OpenFont(path.c_str(), size));
        if (!entry.font) {
            faults_.push_back(missing(file, path));
        } else {
            entry.size = size;
            TTF_SetFontHinting(entry.font.get(), TTF_HINTING_LIGHT_SUBPIXEL);
            TTF_SetFontScriptName(entry.font.get(), file.script.data());
            TTF_SetFontDirection(entry.font.get(), TTF_DIRECTION_LTR);
        }
    }
    if (!entry.font) {
        return font == andika && !bold ? nullptr : opened(andika, false, size, right_to_left);
    }
    if (entry.size != size && TTF_SetFontSize(entry.font.get(), size) == 0) {
        entry.size = size;
    }
    if (entry.right_to_left != right_to_left) {
        TTF_SetFontDirection(entry.font.get(), right_to_left ? TTF_DIRECTION_RTL : TTF_DIRECTION_LTR);
        entry.right_to_left = right_to_left;
    }
    return entry.font.get();
}

bool Fonts::shows(std::size_t font, char32_t character) {
    const auto known = opened_.find({font, false});
    const bool open = known != opened_.end();
    TTF_Font* handle = open ? known->second.font.get() : opened(font, false, 22, false);
    const auto now = opened_.find({font, false});
    return handle != nullptr && now->second.font && TTF_GlyphIsProvided32(handle, character) != 0;
}

std::size_t Fonts::font_for(char32_t character, Family family, std::size_t before) {
    const FriBidiCharType type = fribidi_get_bidi_type(static_cast<FriBidiChar>(character));
    if (FRIBIDI_IS_STRONG(type) == 0 && shows(before, character)) {
        return before;
    }
    const std::size_t main = main_font(family);
    for (const std::size_t font : {font_of_block(character).value_or(main), main, andika, any_script}) {
        if (shows(font, character)) {
            return font;
        }
    }
    return before;
}

Inked Fonts::ink(std::size_t font, bool bold, int size, bool right_to_left, const std::string& text) {
    const InkKey key{font, bold, size, right_to_left, text};
    if (const Inked* known = inked_.find(key)) {
        return *known;
    }
    TTF_Font* handle = opened(font, bold, size, right_to_left);
    if (handle == nullptr || text.empty()) {
        return {};
    }
    const std::unique_ptr<SDL_Surface, FreeSurface> surface(
        TTF_RenderUTF8_Blended(handle, text.c_str(), SDL_Color{255, 255, 255, 255}));
    Inked made{nullptr, 0, width(font, bold, size, right_to_left, text)};
    if (surface && surface->format->BytesPerPixel == 4) {
        made = inked(*surface, TTF_FontAscent(handle));
    }
    const std::size_t bytes = sizeof(InkKey) + text.size() + 128 + (made.mask ? made.mask->coverage.size() : 0);
    return inked_.put(key, std::move(made), bytes);
}

int Fonts::width(std::size_t font, bool bold, int size, bool right_to_left, const std::string& text) {
    const InkKey key{font, bold, size, right_to_left, text};
    if (const int* known = widths_.find(key)) {
        return *known;
    }
    TTF_Font* handle = opened(font, bold, size, right_to_left);
    int width = 0;
    if (handle == nullptr || text.empty() || TTF_SizeUTF8(handle, text.c_str(), &width, nullptr) != 0) {
        return 0;
    }
    return widths_.put(key, width, sizeof(InkKey) + text.size() + 128);
}

FontMeasure Fonts::measure(std::size_t font, bool bold, int size) {
    TTF_Font* handle = opened(font, bold, size, false);
    if (handle == nullptr) {
        return {size, size / 4, size * 7 / 10};
    }
    int capital = 0;
    TTF_GlyphMetrics32(handle, U'H', nullptr, nullptr, nullptr, &capital, nullptr);
    return {TTF_FontAscent(handle), -TTF_FontDescent(handle), capital};
}

} // namespace screen
