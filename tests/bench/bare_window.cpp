// The least that SDL can do: a window, filled once in memory, asleep until it is closed. What our start is measured
// against.
#include <SDL.h>

int main(int, char**) {
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    if (SDL_Init(SDL_INIT_VIDEO) != 0) {
        return 1;
    }
    SDL_Window* window =
        SDL_CreateWindow("bare", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, 1366, 768, SDL_WINDOW_RESIZABLE);
    SDL_Surface* surface = SDL_GetWindowSurface(window);
    if (surface == nullptr) {
        return 1;
    }
    SDL_FillRect(surface, nullptr, SDL_MapRGB(surface->format, 246, 243, 236));
    SDL_UpdateWindowSurface(window);
    SDL_Event event;
    while (SDL_WaitEvent(&event) != 0 && event.type != SDL_QUIT) {
    }
    SDL_DestroyWindow(window);
    SDL_Quit();
    return 0;
}
