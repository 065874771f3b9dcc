// A recording names its lesson, language and keyboard; here they are found.
#include "app/recorded.h"

#include "base/file.h"

namespace app {

base::Result<tutor::Recording> read_recorded(const std::filesystem::path& file) {
    constexpr std::size_t most_bytes = 64'000'000;
    COUCOU_TRY(const std::string text, base::read_file(file, most_bytes));
    return tutor::read_recording(text, file.string());
}

base::Result<tutor::Begun> begin_recorded(const Resources& resources, const tutor::RecordingHead& head) {
    COUCOU_TRY(Words words, in_language(resources, head.language));
    const lesson::Lesson* found = words.catalogue.find(head.lesson);
    if (found == nullptr) {
        return base::Error{"play.no-lesson", {{"lesson", head.lesson}}, {}};
    }
    const world::Layout* layout = find_layout(resources, head.layout);
    if (layout == nullptr) {
        return base::Error{"play.no-layout", {{"layout", head.layout}}, {}};
    }
    world::Setup setup{head.seed, head.tolerance, *layout, head.safety, nullptr, head.look};
    if (const auto added = add_sites(setup, *found, resources, words); !added) {
        return added.error();
    }
    return tutor::begin(std::make_shared<const lesson::Lesson>(*found), std::move(setup), head.step);
}

} // namespace app
