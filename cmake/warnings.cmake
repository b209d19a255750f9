# Flags of our own code only; libraries' headers are system headers. -Wswitch-enum: a switch names every value of
# its enum, even where a `default` would swallow a new one.
add_library(ebbflow_flags INTERFACE)
target_compile_options(ebbflow_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
    -Wnon-virtual-dtor -Woverloaded-virtual -Wnull-dereference -Wswitch-enum -Werror)
# g++ 12 warns of overlaps inside its own std::string (its bug 105651).
target_compile_options(ebbflow_flags INTERFACE -Wno-restrict)
# Exact frames everywhere: no contraction that differs between compilers' moods.
target_compile_options(ebbflow_flags INTERFACE -ffp-contract=off)
target_compile_definitions(ebbflow_flags INTERFACE GLM_FORCE_RADIANS GLM_ENABLE_EXPERIMENTAL)
# -O3 buys nothing here (what is hot runs on the GPU, in libav or in Pango) and costs a third more build.
set(CMAKE_CXX_FLAGS_RELEASE "-O2")
# Asserts live where tests run, and what is tested is what plays: only packages are built without.
if(NOT EBBFLOW_CHECKED)
    string(APPEND CMAKE_CXX_FLAGS_RELEASE " -DNDEBUG")
    # The compiler no longer hears from the asserts what cannot be null.
    target_compile_options(ebbflow_flags INTERFACE -Wno-null-dereference)
endif()
if(EBBFLOW_SANITIZE)
    # -Wnull-dereference sees ghosts in instrumented code.
    target_compile_options(ebbflow_flags INTERFACE
        -fsanitize=${EBBFLOW_SANITIZE} -fno-omit-frame-pointer -Wno-null-dereference)
    target_link_options(ebbflow_flags INTERFACE -fsanitize=${EBBFLOW_SANITIZE})
endif()
