# Turns the files of shaders/ into one C++ source that gl::embeddedShaders() returns.
#   ebbflow_embed_shaders(TARGET FOLDER)          when configuring
#   cmake -DFOLDER=… -DOUTPUT=… -P this-file       when building
function(ebbflow_embed_shaders target folder)
    file(GLOB shaders CONFIGURE_DEPENDS ${folder}/*.glsl)
    set(output ${CMAKE_CURRENT_BINARY_DIR}/embedded_shaders.cpp)
    add_custom_command(OUTPUT ${output}
        COMMAND ${CMAKE_COMMAND} -DFOLDER=${folder} -DOUTPUT=${output}
                -P ${PROJECT_SOURCE_DIR}/cmake/embed_shaders.cmake
        DEPENDS ${shaders} ${PROJECT_SOURCE_DIR}/cmake/embed_shaders.cmake
        COMMENT "Embedding shaders" VERBATIM)
    target_sources(${target} PRIVATE ${output})
endfunction()

if(CMAKE_SCRIPT_MODE_FILE)
    file(GLOB shaders ${FOLDER}/*.glsl)
    list(SORT shaders)
    list(LENGTH shaders count)
    set(entries "")
    foreach(shader IN LISTS shaders)
        get_filename_component(name ${shader} NAME)
        file(READ ${shader} text)
        string(APPEND entries "    {\"${name}\",\n     R\"glsl(${text})glsl\"},\n")
    endforeach()
    file(WRITE ${OUTPUT} "#include <array>\n\n#include \"gl/shader_library.hpp\"\n\n"
        "namespace ebbflow::gl {\n\n"
        "std::span<const EmbeddedShader> embeddedShaders() {\n"
        "    static constexpr std::array<EmbeddedShader, ${count}> all{{\n${entries}    }};\n"
        "    return all;\n}\n\n}  // namespace ebbflow::gl\n")
endif()
