// The themes keep their promise of contrast.
#include "screen/theme.h"

#include <doctest/doctest.h>

using screen::contrast;
using screen::Theme;

namespace {

constexpr double promised = 7;

void check_theme(const Theme& theme) {
    for (const screen::Colour ground : {theme.background, theme.surface, theme.surface_hover, theme.surface_pressed,
                                        theme.stage, theme.chosen, theme.good_soft, theme.care_soft, theme.hint_soft}) {
        CAPTURE(int{ground.r});
        CAPTURE(int{ground.g});
        CAPTURE(int{ground.b});
        CHECK(contrast(theme.ink, ground) >= promised);
        CHECK(contrast(theme.soft_ink, ground) >= promised);
    }
    for (const screen::Colour face : {theme.primary, theme.primary_pressed}) {
        CHECK(contrast(theme.on_primary, face) >= promised);
    }
    CHECK(contrast(theme.primary_hover, theme.on_primary) >= 5.5);
    CHECK(contrast(theme.good, theme.surface) >= promised);
    CHECK(contrast(theme.focus, theme.surface) >= 4.5);
    CHECK(contrast(theme.focus, theme.background) >= 4.5);
}

} // namespace

TEST_CASE("text has a contrast of 7:1 or more on all that it stands on, in both themes") {
    check_theme(screen::theme_of({}));
    screen::Look look;
    look.high_contrast = true;
    check_theme(screen::theme_of(look));
}

TEST_CASE("contrast is 21 between black and white and 1 of a colour with itself") {
    CHECK(contrast(screen::hex(0x000000), screen::hex(0xFFFFFF)) == doctest::Approx(21));
    CHECK(contrast(screen::hex(0x777777), screen::hex(0x777777)) == doctest::Approx(1));
}
