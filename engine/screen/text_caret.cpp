// Where the caret stands in a text, and what a click in it means.
#include "screen/text.h"
#include "screen/text_lines.h"
#include "screen/text_markup.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace screen {

namespace {

// The line on which the caret before a byte stands.
std::size_t line_of(const TextBlock& text, std::size_t byte) {
    std::size_t found = 0;
    for (std::size_t i = 0; i < text.lines.size(); ++i) {
        if (text.lines[i].from <= byte) {
            found = i;
        }
    }
    return found;
}

int size_of(const TextStyle& style) {
    return std::isfinite(style.px) ? std::clamp(static_cast<int>(std::lround(style.px)), 6, 400) : 22;
}

// How far into a run, in reading direction, the caret before a byte stands.
int along(Fonts& fonts, const TextBlock& text, const TextRun& run, std::size_t byte) {
    if (byte <= run.from) {
        return 0;
    }
    if (byte >= run.to) {
        return run.width;
    }
    const auto before = text::read_plain(std::string_view(text.shown).substr(run.from, byte - run.from)).letters;
    const int width =
        fonts.width(run.font, run.bold, size_of(text.style), run.right_to_left, text::utf8(before, 0, before.size()));
    return std::min(width, run.width);
}

int x_in(Fonts& fonts, const TextBlock& text, const TextRun& run, std::size_t byte) {
    const int distance = along(fonts, text, run, byte);
    return run.right_to_left ? run.x + run.width - distance : run.x + distance;
}

// The bytes before which a caret can stand on a line, its end too.
std::vector<std::size_t> stops(const TextBlock& text, const TextLine& line) {
    std::vector<std::size_t> result;
    const std::string_view words = std::string_view(text.shown).substr(line.from, line.to - line.from);
    for (const text::Letter& letter : text::read_plain(words).letters) {
        if (result.empty() || !text::joins_before(letter)) {
            result.push_back(line.from + letter.from);
        }
    }
    result.push_back(line.to);
    return result;
}

std::size_t character_start(std::string_view text, std::size_t byte) {
    byte = std::min(byte, text.size());
    while (byte > 0 && byte < text.size() && (static_cast<unsigned char>(text[byte]) & 0xC0U) == 0x80U) {
        --byte;
    }
    return byte;
}

} // namespace

float x_of(Fonts& fonts, const TextBlock& text, std::size_t byte) {
    if (text.lines.empty()) {
        return 0;
    }
    byte = character_start(text.shown, byte);
    const std::size_t index = line_of(text, byte);
    const TextLine& line = text.lines[index];
    const TextRun* last = nullptr; // in reading order
    for (const TextRun& run : text.runs) {
        if (run.line != index) {
            continue;
        }
        if (run.from <= byte && byte < run.to) {
            return static_cast<float>(x_in(fonts, text, run, byte));
        }
        last = last == nullptr || run.to > last->to ? &run : last;
    }
    if (last != nullptr && byte > last->from) {
        return static_cast<float>(x_in(fonts, text, *last, byte));
    }
    return static_cast<float>(line.right_to_left ? line.right : line.left);
}

Rect caret(Fonts& fonts, const TextBlock& text, std::size_t byte) {
    if (text.lines.empty()) {
        return {};
    }
    const TextLine& line = text.lines[line_of(text, character_start(text.shown, byte))];
    return {x_of(fonts, text, byte), static_cast<float>(line.top), 0, static_cast<float>(line.height)};
}

std::size_t byte_at(Fonts& fonts, const TextBlock& text, Point point) {
    if (text.lines.empty()) {
        return 0;
    }
    const auto below = [&](const TextLine& line) { return point.y < static_cast<float>(line.top + line.height); };
    const auto found = std::find_if(text.lines.begin(), text.lines.end(), below);
    const TextLine& line = found == text.lines.end() ? text.lines.back() : *found;
    std::size_t nearest = line.from;
    float distance = unlimited;
    for (const std::size_t stop : stops(text, line)) {
        const float here = std::abs(x_of(fonts, text, stop) - point.x);
        if (here < distance) {
            distance = here;
            nearest = stop;
        }
    }
    return nearest;
}

std::vector<Rect> selection(Fonts& fonts, const TextBlock& text, std::size_t from, std::size_t to) {
    std::vector<Rect> result;
    for (const TextRun& run : text.runs) {
        const std::size_t first = std::max(run.from, from);
        const std::size_t end = std::min(run.to, to);
        if (first >= end) {
            continue;
        }
        const TextLine& line = text.lines[run.line];
        const auto a = static_cast<float>(x_in(fonts, text, run, first));
        const auto b = static_cast<float>(x_in(fonts, text, run, end));
        result.push_back(
            {std::min(a, b), static_cast<float>(line.top), std::abs(b - a), static_cast<float>(line.height)});
    }
    return result;
}

} // namespace screen
