// The window by SDL: its memory is drawn on directly, and only what changed is sent to the screen.
#include "screen/window.h"

#include "screen/raster.h"
#include "screen/surface.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace screen {

namespace {

constexpr int least_width = 800;
constexpr int least_height = 600;

base::Error sdl_error(std::string id) {
    return {std::move(id), {{"reason", SDL_GetError()}}, {}};
}

// Whether our pixels are this format's pixels, apart from the unused byte.
bool is_ours(const SDL_PixelFormat& format) {
    return format.BytesPerPixel == 4 && format.Rmask == 0x00FF0000 && format.Gmask == 0x0000FF00 &&
           format.Bmask == 0x000000FF;
}

SDL_Rect rect_of(const Area& area) {
    return {area.x, area.y, area.w, area.h};
}

SDL_SystemCursor shape_of(Pointer pointer) {
    switch (pointer) {
    case Pointer::hand:
        return SDL_SYSTEM_CURSOR_HAND;
    case Pointer::text:
        return SDL_SYSTEM_CURSOR_IBEAM;
    case Pointer::move:
        return SDL_SYSTEM_CURSOR_SIZEALL;
    case Pointer::wait:
        return SDL_SYSTEM_CURSOR_WAIT;
    case Pointer::arrow:
        break;
    }
    return SDL_SYSTEM_CURSOR_ARROW;
}

void set_hints(bool gpu) {
    if (!gpu) {
        // Otherwise SDL loads the graphics driver only to copy our memory: 90 MiB, and a tenth of a second.
        SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    }
    SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0");
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1");
    SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1");
}

} // namespace

Window::Video::~Video() {
    SDL_QuitSubSystem(SDL_INIT_VIDEO);
}

base::Result<Window> Window::open(const WindowOptions& options) {
    set_hints(options.gpu);
    if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0) {
        return sdl_error("screen.no-display");
    }
    Window window;
    window.video_ = std::make_unique<Video>();
    const std::uint32_t full_screen = options.full_screen ? std::uint32_t{SDL_WINDOW_FULLSCREEN_DESKTOP} : 0;
    window.window_.reset(SDL_CreateWindow(options.title.c_str(), SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED,
                                          std::clamp(options.width, least_width, 16384),
                                          std::clamp(options.height, least_height, 16384),
                                          SDL_WINDOW_RESIZABLE | full_screen));
    if (!window.window_) {
        return sdl_error("screen.no-window");
    }
    SDL_SetWindowMinimumSize(window.window_.get(), least_width, least_height);
    if (options.gpu) {
        window.renderer_.reset(SDL_CreateRenderer(window.window_.get(), -1, SDL_RENDERER_ACCELERATED));
        if (!window.renderer_) {
            set_hints(false); // a machine without a usable graphics card still gets its window
        }
    }
    if (!window.renderer_ && SDL_GetWindowSurface(window.window_.get()) == nullptr) {
        return sdl_error("screen.no-window");
    }
    return window;
}

int Window::width() const {
    int width = 0;
    SDL_GetWindowSize(window_.get(), &width, nullptr);
    return width;
}

int Window::height() const {
    int height = 0;
    SDL_GetWindowSize(window_.get(), nullptr, &height);
    return height;
}

// Where the picture is drawn: the window's own memory if it has our format, otherwise ours.
Surface32 Window::canvas(SDL_Surface* surface) {
    if (surface != nullptr && is_ours(*surface->format) && !SDL_MUSTLOCK(surface)) {
        return {static_cast<std::uint32_t*>(surface->pixels), surface->w, surface->h, surface->pitch / 4};
    }
    const int width = surface != nullptr ? surface->w : this->width();
    const int height = surface != nullptr ? surface->h : this->height();
    if (memory_.width != width || memory_.height != height) {
        memory_ = {width, height, {}};
        memory_.pixels.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
        shown_.reset();
    }
    return screen::surface(memory_);
}

void Window::present(Picture picture) {
    SDL_Surface* surface = renderer_ ? nullptr : SDL_GetWindowSurface(window_.get());
    if (!renderer_ && surface == nullptr) {
        shown_.reset(); // the window is going; there is nothing to draw on
        return;
    }
    const Surface32 target = canvas(surface);
    if (target.area() != drawn_) {
        shown_.reset();
        drawn_ = target.area();
    }
    std::vector<Area> areas;
    if (shown_ && shown_->width() == picture.width() && shown_->height() == picture.height()) {
        for (const Area& area : changed(*shown_, picture)) {
            if (const Area seen = shared(area, target.area()); !seen.empty()) {
                areas.push_back(seen);
            }
        }
    } else {
        areas.push_back(target.area());
        // Around a picture that was made for a smaller window.
        draw(Picture(target.width, target.height, picture.background()), target, target.area());
    }
    for (const Area& area : areas) {
        draw(picture, target, area);
        pixels_drawn_ += static_cast<std::size_t>(area.w) * static_cast<std::size_t>(area.h);
    }
    shown_ = std::move(picture);
    if (!areas.empty()) {
        show(areas);
    }
}

// Sends drawn areas to the screen.
void Window::show(const std::vector<Area>& areas) {
    if (renderer_) {
        show_by_gpu(areas);
        return;
    }
    SDL_Surface* surface = SDL_GetWindowSurface(window_.get());
    if (surface == nullptr) {
        return;
    }
    std::vector<SDL_Rect> rects;
    std::transform(areas.begin(), areas.end(), std::back_inserter(rects), rect_of);
    if (!memory_.pixels.empty()) {
        SDL_Surface* ours = SDL_CreateRGBSurfaceWithFormatFrom(memory_.pixels.data(), memory_.width, memory_.height, 32,
                                                               memory_.width * 4, SDL_PIXELFORMAT_RGB888);
        for (SDL_Rect rect : rects) {
            SDL_Rect place = rect;
            SDL_BlitSurface(ours, &rect, surface, &place);
        }
        SDL_FreeSurface(ours);
    }
    SDL_UpdateWindowSurfaceRects(window_.get(), rects.data(), static_cast<int>(rects.size()));
}

void Window::show_by_gpu(const std::vector<Area>& areas) {
    int width = 0;
    int height = 0;
    const bool fits = texture_ && SDL_QueryTexture(texture_.get(), nullptr, nullptr, &width, &height) == 0 &&
                      width == memory_.width && height == memory_.height;
    std::vector<Area> sent = areas;
    if (!fits) {
        texture_.reset(SDL_CreateTexture(renderer_.get(), SDL_PIXELFORMAT_ARGB8888, SDL_TEXTUREACCESS_STREAMING,
                                         memory_.width, memory_.height));
        sent = {{0, 0, memory_.width, memory_.height}};
    }
    for (const Area& area : sent) {
        const SDL_Rect rect = rect_of(area);
        SDL_UpdateTexture(texture_.get(), &rect, screen::surface(memory_).row(area.y) + area.x, memory_.width * 4);
    }
    SDL_RenderCopy(renderer_.get(), texture_.get(), nullptr, nullptr);
    SDL_RenderPresent(renderer_.get());
}

// What the window itself has to do about an event.
void Window::notice(const SDL_Event& event) {
    if (event.type == SDL_RENDER_DEVICE_RESET || event.type == SDL_RENDER_TARGETS_RESET) {
        texture_.reset();
    }
    if (event.type != SDL_WINDOWEVENT || event.window.windowID != SDL_GetWindowID(window_.get())) {
        return;
    }
    if (event.window.event == SDL_WINDOWEVENT_SIZE_CHANGED) {
        shown_.reset();
    } else if (event.window.event == SDL_WINDOWEVENT_EXPOSED && shown_) {
        // The memory still has the picture, unless the window has another size by now: then the next picture comes.
        if (width() == drawn_.w && height() == drawn_.h) {
            show({drawn_});
        }
    }
}

std::optional<SDL_Event> Window::wait(std::optional<int> at_most_ms) {
    SDL_Event event;
    const int got = at_most_ms ? SDL_WaitEventTimeout(&event, std::max(*at_most_ms, 0)) : SDL_WaitEvent(&event);
    if (got == 0) {
        return std::nullopt;
    }
    notice(event);
    return event;
}

void Window::wake() {
    SDL_Event event{};
    event.type = SDL_USEREVENT;
    SDL_PushEvent(&event);
}

Point Window::pointer() const {
    int x = 0;
    int y = 0;
    int left = 0;
    int top = 0;
    SDL_GetGlobalMouseState(&x, &y);
    SDL_GetWindowPosition(window_.get(), &left, &top);
    return {static_cast<float>(x - left), static_cast<float>(y - top)};
}

void Window::set_title(const std::string& title) {
    SDL_SetWindowTitle(window_.get(), title.c_str());
}

void Window::set_pointer(Pointer pointer) {
    if (pointer == pointer_) {
        return;
    }
    auto& cursor = pointers_.at(static_cast<std::size_t>(pointer));
    if (!cursor) {
        cursor.reset(SDL_CreateSystemCursor(shape_of(pointer)));
    }
    SDL_SetCursor(cursor.get());
    pointer_ = pointer;
}

void Window::set_full_screen(bool full_screen) {
    SDL_SetWindowFullscreen(window_.get(), full_screen ? SDL_WINDOW_FULLSCREEN_DESKTOP : 0);
}

} // namespace screen
