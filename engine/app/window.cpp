// The main loop.
#include "app/window.h"

#include "app/places.h"
#include "app/session.h"
#include "app/system_layout.h"
#include "screen/input.h"
#include "screen/window.h"

#include <chrono>
#include <cstdio>

namespace app {

namespace {

std::int64_t steady_clock() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

base::Result<screen::WindowOptions> window_options(const WindowChoices& choices, const std::string& title) {
    screen::WindowOptions options;
    options.title = title;
    options.gpu = choices.gpu;
    options.full_screen = choices.size.empty();
    if (!options.full_screen) {
        int consumed = 0;
        const int found = std::sscanf(choices.size.c_str(), "%5dx%5d%n", &options.width, &options.height, &consumed);
        const bool all_read = found == 2 && static_cast<std::size_t>(consumed) == choices.size.size();
        if (!all_read || options.width < 320 || options.height < 240) {
            return base::Error{"window.size", {{"size", choices.size}}, {}};
        }
    }
    return options;
}

bool is_motion(const SDL_Event& event) {
    return event.type == SDL_MOUSEMOTION;
}

/// Whether the next event in the queue makes this motion one of many, so that only the last needs a picture.
bool more_motion_waits() {
    SDL_Event next;
    return SDL_PeepEvents(&next, 1, SDL_PEEKEVENT, SDL_FIRSTEVENT, SDL_LASTEVENT) == 1 && is_motion(next);
}

class Loop {
public:
    Loop(screen::Window& window, screen::Ui& ui, Session& session, const std::filesystem::path& places)
        : window_(window), ui_(ui), session_(session), places_(places) {}

    void run() {
        begin();
        while (!session_.wants_to_quit() && !closed_) {
            std::optional<SDL_Event> event = window_.wait(ui_.wake());
            if (!event) {
                pass({});
            }
            while (event && !closed_) {
                take(*event);
                event = window_.wait(0);
            }
            present();
        }
    }

private:
    /// The first picture knows where the pointer is already, so that it need not change at once.
    void begin() {
        pass({}, true);
        pass(screen::PointerMoved{window_.pointer()}, true);
        present();
    }

    void take(const SDL_Event& event) {
        if (event.type == SDL_QUIT) {
            closed_ = true;
            return;
        }
        if (is_motion(event) && more_motion_waits()) {
            return;
        }
        pass(screen::input_of(event));
    }

    /// One pass for each thing the person did, so that no key is lost however fast it comes and goes.
    void pass(const screen::InputEvent& input, bool at_rest = false) {
        picture_ = session_.pass({window_.width(), window_.height(), steady_clock(), input, at_rest});
    }

    void present() {
        // What a page asked for may have changed what is to be seen: settle before showing.
        for (int i = 0; i < 3 && ui_.wake() == 0; ++i) {
            pass({});
        }
        window_.set_pointer(ui_.pointer_shape());
        window_.present(picture_);
        if (!places_.empty()) {
            write_places(places_, session_, ui_);
        }
    }

    screen::Window& window_;
    screen::Ui& ui_;
    Session& session_;
    const std::filesystem::path& places_;
    screen::Picture picture_;
    bool closed_ = false;
};

} // namespace

base::Result<base::Done> run_window(Resources resources, const WindowChoices& choices) {
    COUCOU_TRY(Words words,
               in_language(resources,
                           choices.language.empty() ? language_of_environment(resources.languages) : choices.language));
    COUCOU_TRY(const screen::WindowOptions options, window_options(choices, words.messages.text("program.name")));
    COUCOU_TRY(screen::Window window, screen::Window::open(options));
    COUCOU_TRY(screen::Fonts fonts, screen::Fonts::open());
    screen::Art art(resources.files / "assets" / "art");
    screen::use_icons_of(fonts, art);
    screen::Ui ui(fonts, art);
    ui.keep_places(!choices.places.empty());
    const std::string layout = system_layout(resources.layouts);
    Session session(std::move(resources), std::move(words), ui, choices, layout);
    session.think_beside(&screen::Window::wake);
    Loop(window, ui, session, choices.places).run();
    return base::Done{};
}

} // namespace app
