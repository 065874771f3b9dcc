// Statements for a learning record store.
#include "progress/bodies.h"
#include "progress/report.h"
#include "progress/uuid.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace progress {

namespace {

using Json = nlohmann::ordered_json;

/// An attempt at a lesson, as far as it has come.
struct Attempt {
    std::string id;               ///< key of the event that began it
    bool is_open = false;         ///< begun, and not yet done to its end
    std::int64_t time = 0;        ///< ms of its steps
    std::vector<double> scores{}; ///< of its steps
    std::optional<LessonStarted> started{};
};

std::string key_of(const Event& event) {
    return fmt::format("{}/{}", event.origin, event.sequence);
}

/// An IRI may not hold all that an id of a damaged or foreign event may.
std::string iri_part(const std::string& text) {
    std::string safe;
    for (const char c : text) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                           c == '.' || c == '_';
        safe += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return safe;
}

std::string lesson_iri(const std::string& lesson) {
    return "urn:coucou:lesson:" + iri_part(lesson);
}

double score_of(int help) {
    return 1 - 0.2 * std::clamp(help, 0, 5);
}

double mean_of(const std::vector<double>& scores) {
    double sum = 0;
    for (const double score : scores) {
        sum += score;
    }
    return scores.empty() ? 1 : sum / static_cast<double>(scores.size());
}

/// Four digits are more than is known.
double rounded(double score) {
    return std::round(score * 10'000) / 10'000;
}

/// Makes the statements of one learner.
class StatementWriter {
public:
    StatementWriter(const ReportedLearner& learner, const ReportWords& words) : learner_(learner), words_(words) {}

    void take(const Event& event) {
        if (event.kind == kind::lesson_started) {
            if (const auto started = read_lesson_started(event.body)) {
                take(event, *started);
            }
        } else if (event.kind == kind::step_done) {
            if (const auto done = read_step_done(event.body)) {
                take(event, *done);
            }
        } else if (event.kind == kind::lesson_done) {
            if (const auto done = read_lesson_done(event.body)) {
                take(event, *done);
            }
        } else if (event.kind == kind::lesson_left) {
            if (const auto left = read_lesson_left(event.body)) {
                add(event, "suspended", lesson_object(left->lesson), context(event, left->lesson), {});
            }
        }
    }

    std::string lines() && { return std::move(lines_); }

private:
    void take(const Event& event, const LessonStarted& started) {
        Attempt& attempt = attempts_[started.lesson];
        const bool goes_on = attempt.is_open && !started.again;
        if (!goes_on) {
            attempt = {key_of(event), true, 0, {}, {}};
        }
        attempt.started = started;
        add(event, goes_on ? "resumed" : "initialized", lesson_object(started.lesson), context(event, started.lesson),
            {});
    }

    void take(const Event& event, const StepDone& done) {
        Attempt& attempt = attempt_of(event, done.lesson);
        attempt.time += std::max<std::int64_t>(done.time, 0);
        attempt.scores.push_back(score_of(done.help));
        Json result = result_of(done.outcome, score_of(done.help), done.time);
        Json& extensions = result["extensions"];
        extensions["urn:coucou:help"] = done.help;
        extensions["urn:coucou:slips"] = done.slips;
        for (const auto& [name, value] : done.measures) {
            extensions["urn:coucou:measure:" + iri_part(name)] = value;
        }
        Json about = context(event, done.lesson);
        about["contextActivities"]["parent"] = Json::array({lesson_object(done.lesson)});
        add(event, "completed", step_object(done), std::move(about), std::move(result));
    }

    void take(const Event& event, const LessonDone& done) {
        Attempt& attempt = attempt_of(event, done.lesson);
        add(event, "completed", lesson_object(done.lesson), context(event, done.lesson),
            result_of(done.outcome, mean_of(attempt.scores), attempt.time));
        attempt.is_open = false;
    }

    /// The open attempt; where its beginning is not known, it begins here.
    Attempt& attempt_of(const Event& event, const std::string& lesson) {
        Attempt& attempt = attempts_[lesson];
        if (!attempt.is_open) {
            attempt = {key_of(event), true, 0, {}, {}};
        }
        return attempt;
    }

    static Json result_of(const std::string& outcome, double score, std::int64_t time) {
        Json result;
        result["score"]["scaled"] = rounded(score);
        result["success"] = outcome == outcome::alone;
        result["completion"] = true;
        result["duration"] = iso_duration(time);
        result["extensions"]["urn:coucou:outcome"] = outcome;
        return result;
    }

    Json lesson_object(const std::string& lesson) const {
        Json object;
        object["objectType"] = "Activity";
        object["id"] = lesson_iri(lesson);
        object["definition"]["type"] = "http://adlnet.gov/expapi/activities/lesson";
        if (const lesson::Lesson* found = words_.catalogue.find(lesson)) {
            object["definition"]["name"][words_.language] = found->title;
            object["definition"]["description"][words_.language] = found->can_do;
        }
        return object;
    }

    Json step_object(const StepDone& done) const {
        Json object;
        object["objectType"] = "Activity";
        object["id"] = lesson_iri(done.lesson) + ":step:" + iri_part(done.step);
        object["definition"]["type"] = "http://id.tincanapi.com/activitytype/step";
        object["definition"]["name"][words_.language] = done.step;
        return object;
    }

    Json context(const Event& event, const std::string& lesson) {
        const Attempt& attempt = attempts_[lesson];
        Json context;
        context["registration"] = name_uuid("attempt/" + (attempt.id.empty() ? key_of(event) : attempt.id));
        context["platform"] = "Coucou";
        context["language"] = words_.language;
        Json grouping;
        grouping["objectType"] = "Activity";
        grouping["id"] = "urn:coucou:module:" + iri_part(lesson.substr(0, lesson.find('.')));
        context["contextActivities"]["grouping"] = Json::array({grouping});
        if (const lesson::Lesson* found = words_.catalogue.find(lesson)) {
            for (const std::string& skill : found->skills) {
                std::string name = skill;
                std::ranges::replace(name, ' ', ':');
                const std::size_t colon = name.find(':');
                Json category;
                category["objectType"] = "Activity";
                category["id"] = "urn:coucou:competence:" + iri_part(name.substr(0, colon)) +
                                 (colon == std::string::npos ? "" : ":" + iri_part(name.substr(colon + 1)));
                context["contextActivities"]["category"].push_back(category);
            }
        }
        add_start(context, attempt);
        return context;
    }

    void add_start(Json& context, const Attempt& attempt) const {
        Json extensions = Json::object();
        if (attempt.started) {
            context["language"] = attempt.started->language.empty() ? words_.language : attempt.started->language;
            extensions["urn:coucou:seed"] = attempt.started->seed;
            extensions["urn:coucou:level"] = attempt.started->level;
            if (!attempt.started->look.empty()) {
                extensions["urn:coucou:look"] = attempt.started->look;
            }
            if (!attempt.started->purpose.empty()) {
                extensions["urn:coucou:purpose"] = attempt.started->purpose;
            }
        }
        if (!learner_.group.empty()) {
            extensions["urn:coucou:group"] = learner_.group;
        }
        if (!extensions.empty()) {
            context["extensions"] = std::move(extensions);
        }
    }

    void add(const Event& event, std::string_view verb, Json object, Json context, Json result) {
        Json statement;
        statement["id"] = name_uuid("statement/" + key_of(event));
        Json& actor = statement["actor"];
        actor["objectType"] = "Agent";
        if (words_.names && !learner_.name.empty()) {
            actor["name"] = learner_.name;
        }
        actor["account"]["homePage"] = "urn:coucou:learners";
        actor["account"]["name"] = learner_.id;
        statement["verb"]["id"] = "http://adlnet.gov/expapi/verbs/" + std::string(verb);
        statement["verb"]["display"]["en"] = verb;
        statement["object"] = std::move(object);
        if (!result.empty()) {
            statement["result"] = std::move(result);
        }
        statement["context"] = std::move(context);
        statement["timestamp"] = iso_time(event.at);
        lines_ += statement.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
    }

    const ReportedLearner& learner_;
    const ReportWords& words_;
    std::map<std::string, Attempt> attempts_; ///< by lesson
    std::string lines_;
};

} // namespace

std::string xapi_lines(const ReportedLearner& learner, const std::vector<Event>& events_of_learner,
                       const ReportWords& words) {
    StatementWriter writer(learner, words);
    for (const Event& event : events_of_learner) {
        writer.take(event);
    }
    return std::move(writer).lines();
}

} // namespace progress
