// Laying out and drawing texts.
#include "screen/text.h"

#include "screen/text_lines.h"
#include "screen/text_markup.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace screen {

namespace {

using text::Letter;
using text::Marked;
using text::Stretch;

constexpr int widest = 16384; // px; nothing wider can be drawn

int pixels_of(float value) {
    return static_cast<int>(std::lround(value));
}

int letter_size(const TextStyle& style) {
    return std::isfinite(style.px) ? std::clamp(pixels_of(style.px), 6, 400) : 22;
}

// A key cap's words, ready to be drawn.
struct KeyWords {
    std::vector<Letter> letters;
    int width = 0;
};

// Sets one text. The parts of a key and the place of an icon are multiples of the letters' size.
class Setter {
public:
    Setter(Fonts& fonts, Marked marked, const TextStyle& style, float max_width, bool keeps_blanks)
        : fonts_(fonts), marked_(std::move(marked)), style_(style), size_(letter_size(style)),
          most_(max_width < widest ? std::max(pixels_of(std::floor(max_width)), 1) : widest),
          limited_(max_width < widest), keeps_blanks_(keeps_blanks),
          capital_(fonts.measure(Fonts::main_font(style.family), style.bold, size_).capital) {}

    TextBlock set() && {
        const float factor = std::isfinite(style_.line_height) ? std::clamp(style_.line_height, 0.5F, 4.0F) : 1.4F;
        pitch_ = pixels_of(static_cast<float>(size_) * factor);
        block_.style = style_;
        for (Letter& letter : marked_.letters) {
            letter.bold = letter.bold || style_.bold;
        }
        std::size_t first = 0;
        for (std::size_t i = 0; i <= marked_.letters.size(); ++i) {
            if (i == marked_.letters.size() || marked_.letters[i].character == '\n') {
                set_paragraph({first, i});
                first = i + 1;
            }
        }
        align();
        block_.shown = std::move(marked_.shown);
        block_.height = static_cast<float>(pitch_) * static_cast<float>(block_.lines.size());
        return std::move(block_);
    }

private:
    void set_paragraph(Stretch paragraph) {
        const bool right_to_left = text::prepare(fonts_, style_.family, marked_.letters, paragraph);
        const auto width = [this](Stretch s) { return width_of(marked_.letters, s, size_); };
        auto lines = text::break_lines(marked_.letters, paragraph, most_, width);
        if (keeps_blanks_) {
            lines.back().line.end = paragraph.end;
        }
        for (const text::Break& line : lines) {
            set_line(line.line, right_to_left);
        }
    }

    void set_line(Stretch line, bool right_to_left) {
        for (std::size_t i = line.end; i > line.first && text::is_blank(marked_.letters[i - 1]); --i) {
            marked_.letters[i - 1].level = right_to_left ? 1 : 0; // rule L1: blanks at the end are the paragraph's
        }
        TextLine result;
        result.top = static_cast<int>(block_.lines.size()) * pitch_;
        result.height = pitch_;
        result.baseline = result.top + (pitch_ + capital_) / 2;
        result.from = byte_before(line.first);
        result.to = byte_before(line.end);
        result.right_to_left = right_to_left;
        result.right = set_runs(marked_.letters, line, size_, 0, result.baseline, false);
        block_.lines.push_back(result);
        block_.width = std::max(block_.width, static_cast<float>(result.right));
    }

    // The byte of the shown text at which a letter begins; the end of the text after the last one.
    std::size_t byte_before(std::size_t letter) const {
        if (letter < marked_.letters.size()) {
            return marked_.letters[letter].from;
        }
        return marked_.shown.size();
    }

    // Sets the runs of a line from x on, and gives where they end.
    int set_runs(const std::vector<Letter>& letters, Stretch line, int size, int x, int baseline, bool on_key) {
        for (const Stretch& stretch : text::visual_order(letters, line)) {
            const Letter& letter = letters[stretch.first];
            if (letter.thing >= 0) {
                x = set_thing(letter, x, baseline);
                continue;
            }
            const bool right_to_left = letter.level % 2 == 1;
            const Inked ink = fonts_.ink(letter.font, letter.bold, size, right_to_left,
                                         text::utf8(letters, stretch.first, stretch.end));
            TextRun run;
            run.mask = ink.mask;
            run.x = x;
            run.y = baseline + ink.top;
            run.width = ink.width;
            run.line = block_.lines.size();
            run.font = letter.font;
            run.bold = letter.bold;
            run.right_to_left = right_to_left;
            run.on_key = on_key;
            run.from = letter.from;
            run.to = letters[stretch.end - 1].to;
            block_.runs.push_back(std::move(run));
            x += ink.width;
        }
        return x;
    }

    int width_of(const std::vector<Letter>& letters, Stretch stretch, int size) {
        int width = 0;
        for (const Stretch& part : text::visual_order(letters, stretch)) {
            const Letter& letter = letters[part.first];
            width += letter.thing >= 0 ? thing_width(marked_.things[static_cast<std::size_t>(letter.thing)])
                                       : fonts_.width(letter.font, letter.bold, size, letter.level % 2 == 1,
                                                      text::utf8(letters, part.first, part.end));
        }
        return width;
    }

    // ---------------------------------------------------------- keys and icons

    int key_size() const { return std::max(size_ * 4 / 5, 6); }
    int key_height() const { return size_ * 5 / 4; }
    int key_padding() const { return std::max(size_ * 2 / 5, 2); }
    int icon_size() const { return size_ * 6 / 5; }
    int gap() const { return std::max(size_ / 12, 1); }

    KeyWords key_words(const std::string& name) {
        KeyWords words{text::read_plain(name).letters, 0};
        text::prepare(fonts_, style_.family, words.letters, {0, words.letters.size()});
        for (Letter& letter : words.letters) {
            letter.bold = true;
        }
        words.width = width_of(words.letters, {0, words.letters.size()}, key_size());
        return words;
    }

    int cap_width(int words) const { return std::max(words + 2 * key_padding(), key_height()); }

    int thing_width(const text::Thing& thing) {
        return 2 * gap() + (thing.key ? cap_width(key_words(thing.name).width) : icon_size());
    }

    int set_thing(const Letter& letter, int x, int baseline) {
        const text::Thing& thing = marked_.things[static_cast<std::size_t>(letter.thing)];
        const int middle = baseline - capital_ / 2;
        if (thing.key) {
            const KeyWords words = key_words(thing.name);
            const Area cap{x + gap(), middle - key_height() / 2, cap_width(words.width), key_height()};
            block_.boxes.push_back({cap, thing.name, true, block_.lines.size()});
            const int capital = fonts_.measure(Fonts::main_font(style_.family), true, key_size()).capital;
            // The face of a key is a little higher than its whole, by the edge below.
            const int words_base = middle + capital / 2 - std::max(size_ / 22, 1);
            const std::size_t first_run = block_.runs.size();
            set_runs(words.letters, {0, words.letters.size()}, key_size(), cap.x + (cap.w - words.width) / 2,
                     words_base, true);
            for (std::size_t i = first_run; i < block_.runs.size(); ++i) {
                block_.runs[i].from = letter.from;
                block_.runs[i].to = letter.to;
            }
            return cap.right() + gap();
        }
        const Area place{x + gap(), middle - icon_size() / 2, icon_size(), icon_size()};
        block_.boxes.push_back({place, thing.name, false, block_.lines.size()});
        TextRun run;
        run.mask = fonts_.icon(thing.name, icon_size());
        run.x = place.x;
        run.y = place.y;
        run.width = place.w;
        run.line = block_.lines.size();
        run.from = letter.from;
        run.to = letter.to;
        block_.runs.push_back(std::move(run));
        return place.right() + gap();
    }

    // ---------------------------------------------------------- alignment

    void align() {
        const int available = limited_ ? most_ : pixels_of(block_.width);
        std::vector<int> moves;
        for (TextLine& line : block_.lines) {
            const int rest = available - line.right;
            const bool to_the_right = (style_.align == Align::end) != line.right_to_left;
            const int move = style_.align == Align::centre ? rest / 2 : (to_the_right ? rest : 0);
            line.left += move;
            line.right += move;
            moves.push_back(move);
        }
        for (TextRun& run : block_.runs) {
            run.x += moves[run.line];
        }
        for (InlineBox& box : block_.boxes) {
            box.area.x += moves[box.line];
        }
    }

    Fonts& fonts_;
    Marked marked_;
    TextStyle style_;
    int size_;
    int most_;
    bool limited_;
    bool keeps_blanks_;
    int capital_;
    int pitch_ = 0;
    TextBlock block_;
};

std::string layout_key(std::string_view text, const TextStyle& style, float max_width, bool plain) {
    std::string key;
    key.reserve(text.size() + 48);
    const auto add = [&](long value) {
        key += std::to_string(value);
        key += ' ';
    };
    add(plain ? 1 : 0);
    add(static_cast<long>(style.family));
    add(letter_size(style));
    add(style.bold ? 1 : 0);
    add(static_cast<long>(style.align));
    add(std::isfinite(style.line_height) ? std::lround(std::clamp(style.line_height, 0.5F, 4.0F) * 1000) : 1400);
    add(max_width < widest ? std::max(pixels_of(std::floor(max_width)), 1) : widest);
    key += text;
    return key;
}

std::size_t bytes_of(const TextBlock& block) {
    return sizeof(TextBlock) + block.shown.size() * 2 + block.runs.size() * sizeof(TextRun) +
           block.lines.size() * sizeof(TextLine) + block.boxes.size() * sizeof(InlineBox) + 256;
}

TextBlock laid_out(Fonts& fonts, std::string_view source, const TextStyle& style, float max_width, bool plain) {
    const std::string key = layout_key(source, style, max_width, plain);
    if (const auto* known = fonts.layouts().find(key)) {
        TextBlock block = **known;
        block.style = style; // colours are not part of the layout
        return block;
    }
    Marked marked = plain ? text::read_plain(source) : text::read_markup(source);
    TextBlock block = Setter(fonts, std::move(marked), style, max_width, plain).set();
    fonts.layouts().put(key, std::make_shared<const TextBlock>(block), bytes_of(block) + key.size());
    return block;
}

// A key of a keyboard: its edge, wider below, and its face.
void draw_key(Picture& picture, const Area& area, const TextStyle& style) {
    const auto w = static_cast<float>(area.w);
    const auto h = static_cast<float>(area.h);
    const Rect whole{static_cast<float>(area.x), static_cast<float>(area.y), w, h};
    const float edge = std::max(std::round(h / 22), 1.0F);
    const float below = std::max(std::round(h / 9), 2.0F);
    const float radius = std::round(h / 5);
    picture.fill(whole, style.key_edge, radius);
    picture.fill({whole.x + edge, whole.y + edge, w - 2 * edge, h - edge - below}, style.key_face,
                 std::max(radius - edge, 0.0F));
}

} // namespace

TextBlock lay_out(Fonts& fonts, std::string_view markup, const TextStyle& style, float max_width) {
    return laid_out(fonts, markup, style, max_width, false);
}

TextBlock lay_out_plain(Fonts& fonts, std::string_view text, const TextStyle& style, float max_width) {
    return laid_out(fonts, text, style, max_width, true);
}

TextBlock lay_out_short(Fonts& fonts, std::string_view text, const TextStyle& style, float max_width) {
    std::string line(text.substr(0, text.find('\n')));
    TextBlock block = lay_out_plain(fonts, line, style);
    if (block.width <= max_width && block.lines.size() == 1) {
        return block;
    }
    const std::vector<Letter> letters = text::read_plain(line).letters;
    std::size_t fits = 0;
    std::size_t beyond = letters.size();
    const auto cut = [&](std::size_t count) { return text::utf8(letters, 0, count) + "…"; };
    while (beyond - fits > 1) {
        const std::size_t middle = fits + (beyond - fits) / 2;
        const TextBlock tried = lay_out_plain(fonts, cut(middle), style);
        (tried.width <= max_width && tried.lines.size() == 1 ? fits : beyond) = middle;
    }
    while (fits > 0 && (text::joins_before(letters[fits]) || text::is_blank(letters[fits - 1]))) {
        --fits;
    }
    return lay_out_plain(fonts, cut(fits), style);
}

void draw(Picture& picture, const TextBlock& text, Point at) {
    const auto left = static_cast<int>(std::lround(at.x));
    const auto top = static_cast<int>(std::lround(at.y));
    for (const InlineBox& box : text.boxes) {
        if (box.key) {
            draw_key(picture, {box.area.x + left, box.area.y + top, box.area.w, box.area.h}, text.style);
        }
    }
    for (const TextRun& run : text.runs) {
        if (run.mask) {
            const Point place{static_cast<float>(run.x + left), static_cast<float>(run.y + top)};
            picture.glyphs(run.mask, place, run.on_key ? text.style.key_text : text.style.colour);
        }
    }
}

void draw_centred(Picture& picture, const TextBlock& text, const Rect& within) {
    int left = 0;
    int right = 0;
    if (!text.lines.empty()) {
        left = text.lines.front().left;
        right = text.lines.front().right;
    }
    for (const TextLine& line : text.lines) {
        left = std::min(left, line.left);
        right = std::max(right, line.right);
    }
    const auto width = static_cast<float>(right - left);
    draw(picture, text,
         {within.x + (within.w - width) / 2 - static_cast<float>(left), within.y + (within.h - text.height) / 2});
}

std::string plain_text(std::string_view markup) {
    std::string result;
    const Marked marked = text::read_markup(markup);
    for (const Letter& letter : marked.letters) {
        if (letter.thing < 0) {
            text::append_utf8(result, letter.character);
        } else if (const auto& thing = marked.things[static_cast<std::size_t>(letter.thing)]; thing.key) {
            result += thing.name;
        }
    }
    return result;
}

std::string escaped(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (std::string_view("*[]{}\\").find(c) != std::string_view::npos) {
            result += '\\';
        }
        result += c;
    }
    return result;
}

} // namespace screen
