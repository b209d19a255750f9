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
    set_target_properties(ebbflow_${name} PROPERTIES EXPORT_NAME ${name})
    install(TARGETS ebbflow_${name} EXPORT ebbflowTargets ARCHIVE DESTINATION lib)
    # What only the room's own sources read stays here.
    install(DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR}/${name} DESTINATION include/ebbflow
        FILES_MATCHING PATTERN *.hpp PATTERN *_impl.hpp EXCLUDE PATTERN *_state.hpp EXCLUDE)
endfunction()
