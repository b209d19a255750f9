# Turns the files of a folder into one C++ source, so that the program needs none of them when it runs. The source defines
# std::span<const core::EmbeddedFile> ebbflow::ROOM::FUNCTION(), files in the order of their names.
#   ebbflow_embed(ROOM FUNCTION PATTERN)                                   when configuring; PATTERN from the root
#   cmake -DROOM=… -DFUNCTION=… -DPATTERN=… -DOUTPUT=… -P this-file       when building; PATTERN from anywhere
function(ebbflow_embed room function pattern)
    file(GLOB files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${pattern})
    set(output ${CMAKE_CURRENT_BINARY_DIR}/${room}_${function}.cpp)
    add_custom_command(OUTPUT ${output}
        COMMAND ${CMAKE_COMMAND} -DROOM=${room} -DFUNCTION=${function}
                -DPATTERN=${PROJECT_SOURCE_DIR}/${pattern} -DOUTPUT=${output}
                -P ${PROJECT_SOURCE_DIR}/cmake/embed_files.cmake
        DEPENDS ${files} ${PROJECT_SOURCE_DIR}/cmake/embed_files.cmake
        COMMENT "Embedding ${pattern}" VERBATIM)
    target_sources(ebbflow_${room} PRIVATE ${output})
endfunction()

if(CMAKE_SCRIPT_MODE_FILE)
    file(GLOB files ${PATTERN})
    list(SORT files)
    list(LENGTH files count)
    set(entries "")
    foreach(path IN LISTS files)
        get_filename_component(name ${path} NAME)
        file(READ ${path} text)
        string(APPEND entries "    {\"${name}\",\n     R\"embedded(${text})embedded\"},\n")
    endforeach()
    set(signature "std::span<const core::EmbeddedFile> ${FUNCTION}()")
    file(WRITE ${OUTPUT} "#include <array>\n#include <span>\n\n#include \"core/embedded_file.hpp\"\n\n"
        "namespace ebbflow::${ROOM} {\n\n"
        "${signature};\n\n"
        "${signature} {\n"
        "    static constexpr std::array<core::EmbeddedFile, ${count}> all{{\n${entries}    }};\n"
        "    return all;\n}\n\n}  // namespace ebbflow::${ROOM}\n")
endif()
