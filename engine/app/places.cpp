// Places as JSON.
#include "app/places.h"

#include <fstream>

#include <nlohmann/json.hpp>

namespace app {

void write_places(const std::filesystem::path& file, const Session& session, const screen::Ui& ui) {
    nlohmann::ordered_json places = nlohmann::ordered_json::object();
    for (const auto& [id, rect] : ui.places()) {
        places[id] = {rect.x, rect.y, rect.w, rect.h};
    }
    nlohmann::ordered_json told{{"page", session.page_name()},
                                {"step", session.step_name()},
                                {"help", static_cast<int>(session.help())},
                                {"word", session.tutor_word()}};
    for (const auto& [id, rect] : ui.places()) {
        if (ui.focused_rect() == rect) {
            told["focus"] = id;
        }
    }
    told["places"] = std::move(places);
    std::filesystem::path written = file;
    written += ".new";
    std::ofstream(written) << told.dump() << '\n';
    std::error_code error;
    std::filesystem::rename(written, file, error);
}

} // namespace app
