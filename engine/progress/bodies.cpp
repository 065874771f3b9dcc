// Events' bodies to and from JSON.
#include "progress/bodies.h"

#include "tutor/run.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <nlohmann/json.hpp>

namespace progress {

namespace {

using nlohmann::json;

constexpr int highest_level = 4; // of lessons

std::string dump(const json& body) {
    return body.dump(-1, ' ', false, json::error_handler_t::replace);
}

/// A body's object, and whether all that was asked of it was there.
class Reader {
public:
    explicit Reader(const std::string& text) : object_(json::parse(text, nullptr, false)) {
        is_good_ = object_.is_object();
    }

    bool has(const char* key) const { return find(key) != nullptr; }

    /// The text under a key; without it the body is malformed.
    std::string text(const char* key) {
        const json* value = find(key);
        if (value == nullptr || !value->is_string()) {
            is_good_ = false;
            return {};
        }
        return value->get<std::string>();
    }

    /// As text(), where an empty one has no meaning either.
    std::string name(const char* key) {
        std::string value = text(key);
        is_good_ = is_good_ && !value.empty();
        return value;
    }

    std::optional<std::string> optional_text(const char* key) {
        return has(key) ? std::optional(text(key)) : std::nullopt;
    }

    /// A whole number from 0 up to `most`.
    std::int64_t number(const char* key, std::int64_t most) {
        const json* value = find(key);
        const bool fits = value != nullptr && value->is_number_unsigned() &&
                          value->get<std::uint64_t>() <= static_cast<std::uint64_t>(most);
        is_good_ = is_good_ && fits;
        return fits ? value->get<std::int64_t>() : 0;
    }

    std::uint64_t seed(const char* key) {
        const json* value = find(key);
        const bool fits = value != nullptr && value->is_number_unsigned();
        is_good_ = is_good_ && fits;
        return fits ? value->get<std::uint64_t>() : 0;
    }

    std::optional<bool> optional_flag(const char* key) {
        const json* value = find(key);
        if (value == nullptr) {
            return std::nullopt;
        }
        is_good_ = is_good_ && value->is_boolean();
        return value->is_boolean() && value->get<bool>();
    }

    /// The numbers of an object, by name; none where the key is missing.
    std::map<std::string, double> numbers(const char* key) {
        std::map<std::string, double> found;
        const json* value = find(key);
        if (value == nullptr) {
            return found;
        }
        is_good_ = is_good_ && value->is_object();
        for (const auto& item : value->items()) {
            is_good_ = is_good_ && item.value().is_number();
            if (item.value().is_number()) {
                found[item.key()] = item.value().get<double>();
            }
        }
        return found;
    }

    /// The levels of an object, by name: 1 to 4.
    std::map<std::string, int> levels(const char* key) {
        std::map<std::string, int> found;
        for (const auto& [name, value] : numbers(key)) {
            const int level = value >= 1 && value <= highest_level ? static_cast<int>(value) : 0;
            is_good_ = is_good_ && level > 0;
            found[name] = level;
        }
        return found;
    }

    /// The texts of a list.
    std::vector<std::string> texts(const char* key) {
        std::vector<std::string> found;
        const json* value = find(key);
        is_good_ = is_good_ && value != nullptr && value->is_array();
        if (!is_good_) {
            return found;
        }
        for (const json& item : *value) {
            is_good_ = is_good_ && item.is_string();
            found.push_back(item.is_string() ? item.get<std::string>() : std::string());
        }
        return found;
    }

    void demand(bool condition) { is_good_ = is_good_ && condition; }

    template <typename Body>
    std::optional<Body> give(Body body) const {
        return is_good_ ? std::optional<Body>(std::move(body)) : std::nullopt;
    }

private:
    const json* find(const char* key) const {
        if (!object_.is_object()) {
            return nullptr;
        }
        const auto found = object_.find(key);
        return found == object_.end() ? nullptr : &*found;
    }

    json object_;
    bool is_good_ = false;
};

constexpr int longest_retention = 120; // months
constexpr std::int64_t most_counted = std::numeric_limits<int>::max();
constexpr std::int64_t longest_time = std::int64_t{1} << 53; // exact in any JSON reader

bool is_readable(const Event& event) {
    if (event.kind == kind::learner_joined) {
        return read_learner_joined(event.body).has_value();
    }
    if (event.kind == kind::learner_settings) {
        return read_settings_change(event.body).has_value();
    }
    if (event.kind == kind::learner_group) {
        return read_learner_group(event.body).has_value();
    }
    if (event.kind == kind::trainer_settings) {
        return read_trainer_settings(event.body).has_value();
    }
    if (event.kind == kind::lesson_started) {
        return read_lesson_started(event.body).has_value();
    }
    if (event.kind == kind::step_done) {
        return read_step_done(event.body).has_value();
    }
    if (event.kind == kind::lesson_done) {
        return read_lesson_done(event.body).has_value();
    }
    if (event.kind == kind::lesson_left) {
        return read_lesson_left(event.body).has_value();
    }
    if (event.kind == kind::help_used) {
        return read_help_used(event.body).has_value();
    }
    if (event.kind == kind::level_reached) {
        return read_level_reached(event.body).has_value();
    }
    if (event.kind == kind::placement_done) {
        return read_placement_done(event.body).has_value();
    }
    return true;
}

} // namespace

std::string body_of(const LearnerJoined& joined) {
    return dump({{"name", joined.name}, {"picture", joined.picture}, {"language", joined.language}});
}

std::string body_of(const SettingsChange& change) {
    json body = json::object();
    if (change.text_size) {
        body["text_size"] = std::clamp(*change.text_size, 0, 2);
    }
    if (change.high_contrast) {
        body["contrast"] = *change.high_contrast ? "high" : "normal";
    }
    if (change.reduced_motion) {
        body["reduced_motion"] = *change.reduced_motion;
    }
    if (change.dyslexic_font) {
        body["dyslexic_font"] = *change.dyslexic_font;
    }
    if (change.layout) {
        body["layout"] = *change.layout;
    }
    if (change.language) {
        body["language"] = *change.language;
    }
    return dump(body);
}

std::string body_of(const LearnerGroup& group) {
    return dump({{"group", group.group}});
}

std::string body_of(const TrainerSettings& settings) {
    return dump({{"retention_months", std::clamp(settings.retention_months, 1, longest_retention)}});
}

std::string body_of(const LessonStarted& started) {
    return dump({{"lesson", started.lesson},
                 {"seed", started.seed},
                 {"language", started.language},
                 {"again", started.again},
                 {"level", std::clamp(started.level, 1, highest_level)},
                 {"look", started.look},
                 {"purpose", started.purpose}});
}

std::string body_of(const StepDone& done) {
    json measures = json::object();
    for (const auto& [name, value] : done.measures) {
        if (std::isfinite(value)) {
            measures[name] = value;
        }
    }
    // A count or a time below 0 can only come from a clock that went back.
    return dump({{"lesson", done.lesson},
                 {"step", done.step},
                 {"outcome", done.outcome},
                 {"help", std::max(done.help, 0)},
                 {"of", tutor::help_rungs},
                 {"slips", std::max(done.slips, 0)},
                 {"time", std::clamp(done.time, std::int64_t{0}, longest_time)},
                 {"measures", measures}});
}

std::string body_of(const LessonDone& done) {
    return dump({{"lesson", done.lesson}, {"outcome", done.outcome}});
}

std::string body_of(const LessonLeft& left) {
    return dump({{"lesson", left.lesson}, {"step", left.step}});
}

std::string body_of(const HelpUsed& used) {
    return dump(
        {{"lesson", used.lesson}, {"step", used.step}, {"rung", std::max(used.rung, 0)}, {"of", tutor::help_rungs}});
}

std::string body_of(const LevelReached& reached) {
    return dump({{"skill", reached.skill}, {"level", std::clamp(reached.level, 1, highest_level)}});
}

std::string body_of(const PlacementDone& done) {
    json starts = json::object();
    for (const auto& [skill, level] : done.starts) {
        starts[skill] = std::clamp(level, 1, highest_level);
    }
    return dump({{"starts", starts}, {"known", done.known}});
}

namespace {

/// A rung of help as it is numbered now: of three rungs the third was the demonstration.
int rung_in(Reader& reader, const char* key) {
    const auto rung = static_cast<int>(reader.number(key, most_counted));
    const bool is_of_three = !reader.has("of");
    return is_of_three && rung == 3 ? static_cast<int>(tutor::Help::show) : rung;
}

} // namespace

std::optional<LearnerJoined> read_learner_joined(const std::string& body) {
    Reader reader(body);
    return reader.give(LearnerJoined{reader.text("name"), reader.text("picture"), reader.text("language")});
}

std::optional<SettingsChange> read_settings_change(const std::string& body) {
    Reader reader(body);
    SettingsChange change;
    if (reader.has("text_size")) {
        change.text_size = static_cast<int>(reader.number("text_size", 2));
    }
    if (const auto contrast = reader.optional_text("contrast")) {
        reader.demand(*contrast == "high" || *contrast == "normal");
        change.high_contrast = *contrast == "high";
    }
    change.reduced_motion = reader.optional_flag("reduced_motion");
    change.dyslexic_font = reader.optional_flag("dyslexic_font");
    change.layout = reader.optional_text("layout");
    change.language = reader.optional_text("language");
    return reader.give(change);
}

std::optional<LearnerGroup> read_learner_group(const std::string& body) {
    Reader reader(body);
    return reader.give(LearnerGroup{reader.text("group")});
}

std::optional<TrainerSettings> read_trainer_settings(const std::string& body) {
    Reader reader(body);
    TrainerSettings settings{static_cast<int>(reader.number("retention_months", longest_retention))};
    reader.demand(settings.retention_months > 0);
    return reader.give(settings);
}

std::optional<LessonStarted> read_lesson_started(const std::string& body) {
    Reader reader(body);
    LessonStarted started;
    started.lesson = reader.name("lesson");
    started.seed = reader.seed("seed");
    started.language = reader.text("language");
    started.again = reader.optional_flag("again").value_or(false);
    started.level = reader.has("level") ? std::max(static_cast<int>(reader.number("level", highest_level)), 1) : 1;
    started.look = reader.optional_text("look").value_or("");
    started.purpose = reader.optional_text("purpose").value_or("");
    return reader.give(std::move(started));
}

std::optional<StepDone> read_step_done(const std::string& body) {
    Reader reader(body);
    StepDone done;
    done.lesson = reader.name("lesson");
    done.step = reader.name("step");
    done.outcome = reader.text("outcome");
    done.help = rung_in(reader, "help");
    done.slips = static_cast<int>(reader.number("slips", most_counted));
    done.time = reader.number("time", longest_time);
    done.measures = reader.numbers("measures");
    return reader.give(std::move(done));
}

std::optional<LessonDone> read_lesson_done(const std::string& body) {
    Reader reader(body);
    return reader.give(LessonDone{reader.name("lesson"), reader.text("outcome")});
}

std::optional<LessonLeft> read_lesson_left(const std::string& body) {
    Reader reader(body);
    return reader.give(LessonLeft{reader.name("lesson"), reader.text("step")});
}

std::optional<HelpUsed> read_help_used(const std::string& body) {
    Reader reader(body);
    return reader.give(HelpUsed{reader.name("lesson"), reader.name("step"), rung_in(reader, "rung")});
}

std::optional<LevelReached> read_level_reached(const std::string& body) {
    Reader reader(body);
    LevelReached reached{reader.name("skill"), static_cast<int>(reader.number("level", highest_level))};
    reader.demand(reached.level >= 1);
    return reader.give(std::move(reached));
}

std::optional<PlacementDone> read_placement_done(const std::string& body) {
    Reader reader(body);
    reader.demand(reader.has("starts"));
    return reader.give(PlacementDone{reader.levels("starts"), reader.texts("known")});
}

bool is_json_object(const std::string& text) {
    const json value = json::parse(text, nullptr, false);
    return value.is_object();
}

std::size_t count_unreadable(const std::vector<Event>& events) {
    return static_cast<std::size_t>(
        std::count_if(events.begin(), events.end(), [](const Event& event) { return !is_readable(event); }));
}

} // namespace progress
