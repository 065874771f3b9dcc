// Practice computers and passes for the tests of the stage.
#pragma once

#include "lesson/value.h"
#include "screen/stage/stage.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

/// A layout of assets/keyboards.
inline world::Layout layout_of(const std::string& id) {
    const std::string folder = COUCOU_SOURCE_DIR "/assets/keyboards/";
    const auto file = lesson::read_toml_file(folder + id + ".toml");
    REQUIRE(file.ok());
    const std::string geometry = lesson::text_or(lesson::table_of(file.value()), "geometry", "iso");
    const auto places = lesson::read_toml_file(folder + geometry + ".toml");
    REQUIRE(places.ok());
    base::Faults faults;
    world::Layout layout = world::read_layout(file.value(), places.value(), faults);
    REQUIRE(faults.empty());
    return layout;
}

/// A practice web; may be missing.
using Sites = std::shared_ptr<const std::vector<lesson::Site>>;

/// The practice computer that a start table lays out.
inline world::Computer computer_of(const std::string& start, const std::string& layout = "azerty-fr",
                                   Sites sites = nullptr) {
    const auto value = lesson::read_toml(start, "start.toml");
    REQUIRE(value.ok());
    world::Setup setup;
    setup.layout = layout_of(layout);
    setup.sites = std::move(sites);
    world::Computer computer;
    world::lay_out(computer, lesson::table_of(value.value()), setup, 0);
    return computer;
}

inline world::PointerPractice& pointing(world::Computer& computer) {
    return std::get<world::PointerPractice>(computer.apps.front());
}

inline world::KeyboardPractice& typing(world::Computer& computer) {
    return std::get<world::KeyboardPractice>(computer.apps.front());
}

/// Draws and takes input, in a window of 1366 × 768.
class StagePass {
public:
    StagePass() : fonts_(open()), art_(COUCOU_SOURCE_DIR "/assets/art"), ui_(fonts_, art_) { ui_.keep_places(true); }

    /// What one input does.
    std::vector<world::Deed> deeds(const world::Computer& computer, const screen::InputEvent& input,
                                   bool has_keyboard = true) {
        ui_.begin({1366, 768, now_ += 20, input}, look, messages_);
        std::vector<world::Deed> done = screen::stage_deeds(ui_, computer, stage, has_keyboard, memory);
        ui_.end();
        return done;
    }

    /// What is drawn when that has just been done; the wheel scrolls while it is.
    screen::Picture picture(const world::Computer& computer, const screen::StageCues& cues,
                            const screen::InputEvent& input = screen::Nothing{}) {
        ui_.begin({1366, 768, now_ += 20, input}, look, messages_);
        screen::draw_stage(ui_, computer, stage, cues, memory);
        screen::keep_moving(ui_, computer, cues);
        wake = ui_.wake();
        return ui_.end();
    }

    const screen::Ui& ui() const { return ui_; }

    /// Where something lies in the last picture, by the name that tests from outside know; nothing where it is not.
    std::optional<screen::Rect> place(const std::string& name) const {
        for (const auto& [id, rect] : ui_.places()) {
            if (id == name) {
                return rect;
            }
        }
        return std::nullopt;
    }

    screen::Rect stage{380, 24, 960, 720};
    screen::Look look;
    screen::DeskMemory memory;
    std::optional<int> wake;

private:
    static screen::Fonts open() {
        auto fonts = screen::Fonts::open();
        REQUIRE(fonts.ok());
        return std::move(fonts).value();
    }
    screen::Fonts fonts_;
    screen::Art art_;
    screen::Ui ui_;
    lesson::Messages messages_;
    std::int64_t now_ = 0;
};
