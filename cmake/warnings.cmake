# The warnings that all our own code is clean under, and the sanitizers when asked for.
add_library(coucou_warnings INTERFACE)
target_compile_options(coucou_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Werror)
if(COUCOU_SANITIZE)
  target_compile_options(coucou_warnings INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(coucou_warnings INTERFACE -fsanitize=address,undefined)
endif()
