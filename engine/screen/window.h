// The window: shows pictures, gives events, sleeps when nothing happens.
#pragma once

#include "base/result.h"
#include "screen/picture.h"
#include "screen/pointer.h"
#include "screen/surface.h"

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <SDL.h>

namespace screen {

/// What window to open.
struct WindowOptions {
    std::string title;
    bool full_screen = true;
    int width = 1366; ///< px, when not full screen; at least 800
    int height = 768; ///< px, when not full screen; at least 600
    bool gpu = false; ///< show through the graphics card; the picture is drawn by the same code
};

/// The one window of the program. Opening it starts SDL's video part and nothing else of SDL.
class Window {
public:
    /// Errors: `screen.no-display`, `screen.no-window`; both give SDL's own words as `{reason}`.
    static base::Result<Window> open(const WindowOptions& options);

    Window(Window&&) noexcept = default;
    Window& operator=(Window&&) noexcept = default;
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;
    ~Window() = default;

    /// Size of what can be drawn on, px. Changes when the learner resizes the window.
    int width() const;
    int height() const;

    /// Shows the picture. Draws only what differs from the picture shown before. A picture made for another size than
    /// the window's is shown from the top left corner.
    void present(Picture picture);

    /// The next event. Sleeps until there is one, or for at most `at_most_ms` (then it gives nothing).
    std::optional<SDL_Event> wait(std::optional<int> at_most_ms);

    /// Makes wait() give an event that means nothing. From any thread, while a window is open.
    static void wake();

    /// Where the pointer is now, px from the window's top left, even before it has been moved.
    Point pointer() const;

    void set_title(const std::string& title);
    void set_pointer(Pointer pointer);
    void set_full_screen(bool full_screen);

    /// How many pixels present() has drawn so far. For tests and measures.
    std::size_t pixels_drawn() const { return pixels_drawn_; }

    SDL_Window* handle() const { return window_.get(); }

private:
    struct Video { // SDL's video part, for as long as the window lives
        Video() = default;
        Video(const Video&) = delete;
        Video& operator=(const Video&) = delete;
        Video(Video&&) = delete;
        Video& operator=(Video&&) = delete;
        ~Video();
    };
    struct Destroy {
        void operator()(SDL_Window* window) const { SDL_DestroyWindow(window); }
        void operator()(SDL_Renderer* renderer) const { SDL_DestroyRenderer(renderer); }
        void operator()(SDL_Texture* texture) const { SDL_DestroyTexture(texture); }
        void operator()(SDL_Cursor* cursor) const { SDL_FreeCursor(cursor); }
    };

    Window() = default;
    void notice(const SDL_Event& event);
    Surface32 canvas(SDL_Surface* surface);
    void show(const std::vector<Area>& areas);
    void show_by_gpu(const std::vector<Area>& areas);

    // The order matters: what is declared last goes first.
    std::unique_ptr<Video> video_;
    std::unique_ptr<SDL_Window, Destroy> window_;
    std::unique_ptr<SDL_Renderer, Destroy> renderer_;
    std::unique_ptr<SDL_Texture, Destroy> texture_;
    std::array<std::unique_ptr<SDL_Cursor, Destroy>, 5> pointers_;
    Pointer pointer_ = Pointer::arrow;
    Bitmap memory_; ///< pixels drawn, where the window's own cannot be drawn on
    Area drawn_;    ///< of the target of the last picture
    std::optional<Picture> shown_;
    std::size_t pixels_drawn_ = 0;
};

} // namespace screen
