// From a run's events to the store's.
#include "app/keeper.h"

namespace app {

namespace {

std::string text_of(const world::Fact& fact, std::string_view field) {
    const lesson::FieldValue* value = world::find_field(fact, field);
    const auto* text = value == nullptr ? nullptr : std::get_if<std::string>(value);
    return text == nullptr ? std::string() : *text;
}

double number_of(const world::Fact& fact, std::string_view field) {
    const lesson::FieldValue* value = world::find_field(fact, field);
    const auto* number = value == nullptr ? nullptr : std::get_if<double>(value);
    return number == nullptr ? 0 : *number;
}

progress::StepDone step_done(const tutor::Run& run, const world::Fact& fact) {
    progress::StepDone done;
    done.lesson = run.lesson->id;
    done.step = text_of(fact, "step");
    done.outcome = text_of(fact, "outcome");
    done.help = static_cast<int>(run.help);
    done.slips = static_cast<int>(number_of(fact, "slips"));
    done.time = static_cast<std::int64_t>(number_of(fact, "time"));
    done.measures = measures_of(run.happened);
    return done;
}

} // namespace

base::Faults keep(progress::Store& store, const std::string& learner, std::string_view kind, const std::string& body,
                  std::int64_t at) {
    const auto kept = store.append(learner, kind, body, at);
    if (kept) {
        return {};
    }
    store.continue_in_memory();
    const auto kept_in_memory = store.append(learner, kind, body, at);
    base::Faults faults{kept.error()};
    if (!kept_in_memory) {
        faults.push_back(kept_in_memory.error());
    }
    return faults;
}

std::map<std::string, double> measures_of(const std::vector<world::Event>& happened) {
    struct Sum {
        double total = 0;
        int count = 0;
    };
    std::map<std::string, Sum> sums;
    const auto add_numbers = [&](const world::Fact& fact, const std::string& prefix) {
        for (const world::Field& field : fact.fields) {
            if (const auto* number = std::get_if<double>(&field.value)) {
                Sum& sum = sums[prefix + field.name];
                sum.total += *number;
                ++sum.count;
            }
        }
    };
    for (const world::Event& event : happened) {
        if (event.fact.name.ends_with(".measured")) {
            add_numbers(event.fact, "");
        } else if (event.fact.name == "pointer.double_clicked") {
            add_numbers(event.fact, "double_click.");
        }
    }
    std::map<std::string, double> means;
    for (const auto& [name, sum] : sums) {
        means[name] = sum.total / sum.count;
    }
    return means;
}

base::Faults keep_events(progress::Store& store, const std::string& learner, const tutor::Run& run,
                         const std::vector<world::Event>& events, std::int64_t at) {
    base::Faults faults;
    const auto add = [&](std::string_view kind, const std::string& body) {
        const base::Faults found = keep(store, learner, kind, body, at);
        faults.insert(faults.end(), found.begin(), found.end());
    };
    for (const world::Event& event : events) {
        const world::Fact& fact = event.fact;
        if (fact.name == "step.done") {
            add(progress::kind::step_done, progress::body_of(step_done(run, fact)));
        } else if (fact.name == "lesson.done") {
            add(progress::kind::lesson_done,
                progress::body_of(progress::LessonDone{run.lesson->id, text_of(fact, "outcome")}));
        } else if (fact.name == "help.used") {
            add(progress::kind::help_used,
                progress::body_of(progress::HelpUsed{run.lesson->id, text_of(fact, "step"),
                                                     static_cast<int>(number_of(fact, "rung"))}));
        }
    }
    return faults;
}

} // namespace app
