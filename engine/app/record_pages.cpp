// The record in words.
#include "app/record_pages.h"

#include "app/booklet.h"
#include "lesson/frameworks.h"

#include <algorithm>

namespace app {

namespace {

std::string picture_of(const Words& words, const lesson::Lesson& lesson) {
    const auto module = std::ranges::find(words.catalogue.modules, lesson.module(), &lesson::Module::id);
    return !lesson.picture.empty() || module == words.catalogue.modules.end() ? lesson.picture : module->picture;
}

screen::RecordLine line_of(const Words& words, const lesson::Lesson& lesson, const progress::CanDo& reached) {
    const std::string how = words.messages.text(reached.is_alone ? "record.alone" : "record.helped");
    return {lesson.can_do, picture_of(words, lesson),
            words.messages.text({"booklet.note", {{"date", date_in_words(words.messages, reached.at)}, {"how", how}}})};
}

std::vector<screen::RecordGroup> groups_of(const Words& words, const progress::Record& record) {
    std::vector<screen::RecordGroup> groups;
    for (const lesson::Module& module : words.catalogue.modules) {
        screen::RecordGroup group{module.title, {}};
        for (const progress::CanDo& reached : record.reached) {
            const lesson::Lesson& lesson = *words.catalogue.find(reached.lesson);
            if (lesson.module() == module.id) {
                group.lines.push_back(line_of(words, lesson, reached));
            }
        }
        if (!group.lines.empty()) {
            groups.push_back(std::move(group));
        }
    }
    return groups;
}

std::vector<screen::RecordFramework> frameworks_of(const Words& words, const progress::Record& record) {
    std::vector<screen::RecordFramework> shown;
    for (const lesson::Framework& framework : lesson::frameworks()) {
        screen::RecordFramework one{words.messages.text(std::string(framework.message) + ".name"), {}};
        for (const progress::ReachedCompetence& reached : record.competences) {
            if (lesson::framework_of(reached.name) == &framework) {
                one.competences.push_back({std::string(lesson::competence_number(reached.name)),
                                           words.messages.text(lesson::competence_message(reached.name)),
                                           reached.lines.size()});
            }
        }
        if (!one.competences.empty()) {
            shown.push_back(std::move(one));
        }
    }
    return shown;
}

} // namespace

screen::RecordView record_view(const Words& words, const progress::Record& record) {
    screen::RecordView view;
    view.groups = groups_of(words, record);
    view.count = record.reached.size();
    view.frameworks = frameworks_of(words, record);
    if (const lesson::Lesson* next = words.catalogue.find(record.next)) {
        view.next = next->id;
        view.next_title = next->title;
        view.next_picture = picture_of(words, *next);
    }
    return view;
}

} // namespace app
