# coucou_layer(NAME USES layer... LINKS target...)
# One layer of the engine as a static library. A layer sees the headers of the layers it USES, and of no other:
# each layer's include path is a folder that holds only links to what it may include.
function(coucou_layer name)
  cmake_parse_arguments(LAYER "" "" "USES;LINKS" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.cpp)
  add_library(coucou_${name} STATIC ${sources})
  set(view ${CMAKE_BINARY_DIR}/include/${name})
  file(MAKE_DIRECTORY ${view})
  file(CREATE_LINK ${CMAKE_CURRENT_SOURCE_DIR}/${name} ${view}/${name} SYMBOLIC)
  target_include_directories(coucou_${name} PUBLIC ${view})
  foreach(used IN LISTS LAYER_USES)
    target_link_libraries(coucou_${name} PUBLIC coucou_${used})
  endforeach()
  target_link_libraries(coucou_${name} PUBLIC ${LAYER_LINKS} PRIVATE coucou_warnings)
  coucou_precompile(coucou_${name})
endfunction()

# coucou_precompile(TARGET header...)
# Reads the headers that most files use only once for a target; only with the sanitizers, which build slowly. Without
# them each file has to include what it uses.
function(coucou_precompile target)
  if(COUCOU_SANITIZE)
    target_precompile_headers(${target} PRIVATE <algorithm> <array> <filesystem> <functional> <map> <memory> <optional>
                              <string> <string_view> <variant> <vector> <fmt/format.h> ${ARGN})
  endif()
endfunction()
