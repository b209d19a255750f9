# Most of what compiling one file takes is reading headers: eight files of a room read them once. So no two files of a
# room give one name to different things of their own; one that does fails to compile. What is compiled once for each
# instruction set stays by itself. A file that leans on a header of its neighbour's fails in the other builds (dev,
# threads, tidy), which compile each by itself.
function(ebbflow_unity target)
    if(NOT EBBFLOW_UNITY)
        return()
    endif()
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 8)
    # g++ takes what one of the eight keeps to itself for what a header gave away. Other builds keep that warning.
    add_library(${target}_unity INTERFACE)
    target_compile_options(${target}_unity INTERFACE -Wno-subobject-linkage)
    target_link_libraries(${target} PRIVATE $<BUILD_INTERFACE:${target}_unity>)
    foreach(source IN LISTS ARGN)
        file(STRINGS ${source} again REGEX "hwy/foreach_target" LIMIT_COUNT 1)
        if(again)
            set_source_files_properties(${source} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
        endif()
    endforeach()
endfunction()

# One folder under renderer/ is one static library. Everything in the folder belongs to it.
#   ebbflow_room(NAME USES other rooms… LIBS third-party libraries…)
# USES is public, for their types appear in headers; LIBS stay private to the room.
function(ebbflow_room name)
    cmake_parse_arguments(ROOM "" "" "USES;LIBS" ${ARGN})
    file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.cpp)
    add_library(ebbflow_${name} STATIC ${sources})
    add_library(ebbflow::${name} ALIAS ebbflow_${name})
    target_include_directories(ebbflow_${name} PUBLIC
        $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/renderer> $<INSTALL_INTERFACE:include/ebbflow>)
    target_compile_features(ebbflow_${name} PUBLIC cxx_std_20)
    list(TRANSFORM ROOM_USES PREPEND ebbflow::)
    target_link_libraries(ebbflow_${name} PUBLIC ${ROOM_USES} dep::glm dep::fmt
                                          PRIVATE ${ROOM_LIBS} $<BUILD_INTERFACE:ebbflow_flags>)
    ebbflow_unity(ebbflow_${name} ${sources})
    set_target_properties(ebbflow_${name} PROPERTIES EXPORT_NAME ${name})
    install(TARGETS ebbflow_${name} EXPORT ebbflowTargets ARCHIVE DESTINATION lib)
    # What only the room's own sources read stays here.
    install(DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR}/${name} DESTINATION include/ebbflow
        FILES_MATCHING PATTERN *.hpp PATTERN *_impl.hpp EXCLUDE PATTERN *_state.hpp EXCLUDE)
endfunction()
