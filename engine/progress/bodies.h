// The bodies of events as values; the only place that knows their JSON.
//
// Reading is strict about what a fold needs and blind to the rest: an unknown key is a newer version's and is ignored,
// a missing or wrong-typed one makes the body unreadable, and the fold leaves that event out.
#pragma once

#include "progress/event.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace progress {

struct LearnerJoined {
    std::string name;    ///< may be empty: just a picture
    std::string picture; ///< may be empty
    std::string language;
    bool operator==(const LearnerJoined&) const = default;
};

/// What a learner chose; a body names only what changed.
struct SettingsChange {
    std::optional<int> text_size; ///< 0 normal, 1 large, 2 largest
    std::optional<bool> high_contrast;
    std::optional<bool> reduced_motion;
    std::optional<bool> dyslexic_font;
    std::optional<std::string> layout; ///< id of a keyboard layout
    std::optional<std::string> language;
    bool operator==(const SettingsChange&) const = default;
};

struct LearnerGroup {
    std::string group; ///< may be empty: in no class
    bool operator==(const LearnerGroup&) const = default;
};

struct TrainerSettings {
    int retention_months = 12; ///< see retention.h
    bool operator==(const TrainerSettings&) const = default;
};

struct LessonStarted {
    std::string lesson;
    std::uint64_t seed = 1;
    std::string language;
    bool again = false;  ///< from the beginning although the lesson was under way
    int level = 1;       ///< of the lesson, 1 to 4, as it was when it was played
    std::string look;    ///< of the practice computer: `bar`, `overview`, or empty where it has no desktop
    std::string purpose; ///< empty: the learner chose to practise; `placement`, `review` or `guided`
    bool operator==(const LessonStarted&) const = default;
};

struct StepDone {
    std::string lesson;
    std::string step;
    std::string outcome{outcome::alone};
    int help = 0;                           ///< the highest rung of help that was used (see HelpUsed); 0 none
    int slips = 0;                          ///< small mistakes on the way
    std::int64_t time = 0;                  ///< ms from the instruction to the goal
    std::map<std::string, double> measures; ///< what the world measured, by name; see tolerance.h for the two read here
    bool operator==(const StepDone&) const = default;
};

struct LessonDone {
    std::string lesson;
    std::string outcome{outcome::alone};
    bool operator==(const LessonDone&) const = default;
};

struct LessonLeft {
    std::string lesson;
    std::string step;
    bool operator==(const LessonLeft&) const = default;
};

/// A rung of help, as tutor::Help numbers them: 1 to 5. Bodies say of how many (`of`); those of before say nothing, and
/// had three, of which the third was the demonstration: reading them gives 4.
struct HelpUsed {
    std::string lesson;
    std::string step;
    int rung = 1;
    bool operator==(const HelpUsed&) const = default;
};

struct LevelReached {
    std::string skill; ///< the part of a lesson's id before the point
    int level = 1;     ///< 1 to 4
    bool operator==(const LevelReached&) const = default;
};

/// Where a learner starts on the path, found by doing.
struct PlacementDone {
    std::map<std::string, int> starts; ///< by skill, the level of the lessons to start with, 1 to 4; 1 the beginning
    std::vector<std::string> known;    ///< the lessons that count as known, sorted
    bool operator==(const PlacementDone&) const = default;
};

/// The body's JSON: keys in alphabetical order, so that equal values give equal bytes. Bytes that are not UTF-8 are
/// replaced by U+FFFD, and measures that are not finite numbers are left out.
std::string body_of(const LearnerJoined& joined);
std::string body_of(const SettingsChange& change);
std::string body_of(const LearnerGroup& group);
std::string body_of(const TrainerSettings& settings);
std::string body_of(const LessonStarted& started);
std::string body_of(const StepDone& done);
std::string body_of(const LessonDone& done);
std::string body_of(const LessonLeft& left);
std::string body_of(const HelpUsed& used);
std::string body_of(const LevelReached& reached);
std::string body_of(const PlacementDone& done);

/// The value of a body, or nothing where it is malformed.
std::optional<LearnerJoined> read_learner_joined(const std::string& body);
std::optional<SettingsChange> read_settings_change(const std::string& body);
std::optional<LearnerGroup> read_learner_group(const std::string& body);
std::optional<TrainerSettings> read_trainer_settings(const std::string& body);
std::optional<LessonStarted> read_lesson_started(const std::string& body);
std::optional<StepDone> read_step_done(const std::string& body);
std::optional<LessonDone> read_lesson_done(const std::string& body);
std::optional<LessonLeft> read_lesson_left(const std::string& body);
std::optional<HelpUsed> read_help_used(const std::string& body);
std::optional<LevelReached> read_level_reached(const std::string& body);
std::optional<PlacementDone> read_placement_done(const std::string& body);

/// Whether the text is one JSON object in valid UTF-8.
bool is_json_object(const std::string& text);

/// How many of the events have a known kind and a malformed body, so that folds leave them out.
std::size_t count_unreadable(const std::vector<Event>& events);

} // namespace progress
