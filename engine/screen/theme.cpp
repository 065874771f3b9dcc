// The two themes: paper, and high contrast.
#include "screen/theme.h"

#include <algorithm>
#include <cmath>

namespace screen {

namespace {

constexpr Theme paper{
    .background = hex(0xF6F1E7),
    .surface = hex(0xFFFFFF),
    .surface_hover = hex(0xEFF7F6),
    .surface_pressed = hex(0xDDEEEC),
    .stage = hex(0xFDFBF6),
    .ink = hex(0x1F2A44),
    .soft_ink = hex(0x424C66),
    .line = hex(0xD9D0BF),
    .primary = hex(0x0F5B5B),
    .primary_hover = hex(0x136D6B),
    .primary_pressed = hex(0x0A4545),
    .on_primary = hex(0xFFFFFF),
    .chosen = hex(0xD8EEEA),
    .good = hex(0x2C6426),
    .on_good = hex(0xFFFFFF),
    .good_soft = hex(0xE3F1DC),
    .care_soft = hex(0xFDF0D5),
    .hint_soft = hex(0xE4EEF8),
    .accent = hex(0xE58A2B),
    .focus = hex(0xA64A08),
    .shadow = hex(0x3A2F1B, 46),
    .veil = hex(0x1F2A44, 120),
    .outline = 1,
};

constexpr Theme high_contrast{
    .background = hex(0x000000),
    .surface = hex(0x000000),
    .surface_hover = hex(0x1F1F1F),
    .surface_pressed = hex(0x333333),
    .stage = hex(0x0B0B0B),
    .ink = hex(0xFFFFFF),
    .soft_ink = hex(0xF0F0F0),
    .line = hex(0xFFFFFF),
    .primary = hex(0xFFD800),
    .primary_hover = hex(0xFFE766),
    .primary_pressed = hex(0xE0BE00),
    .on_primary = hex(0x000000),
    .chosen = hex(0x3A3200),
    .good = hex(0x7CF07C),
    .on_good = hex(0x000000),
    .good_soft = hex(0x0C2B0C),
    .care_soft = hex(0x332200),
    .hint_soft = hex(0x0B2038),
    .accent = hex(0xFFD800),
    .focus = hex(0x5CD6FF),
    .shadow = hex(0x000000, 0),
    .veil = hex(0x000000, 190),
    .outline = 2,
};

/// The relative luminance of one channel.
double linear(std::uint8_t channel) {
    const double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

double luminance(Colour c) {
    return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

} // namespace

float factor_of(TextSize size) {
    switch (size) {
    case TextSize::normal:
        return 1.0F;
    case TextSize::large:
        return 1.2F;
    case TextSize::largest:
        return 1.45F;
    }
    return 1.0F;
}

const Theme& theme_of(const Look& look) {
    return look.high_contrast ? high_contrast : paper;
}

double contrast(Colour a, Colour b) {
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace screen
