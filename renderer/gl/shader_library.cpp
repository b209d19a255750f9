#include "gl/shader_library.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

namespace ebbflow::gl {
namespace {

// The file travels in the line number: Mesa forgets the second number of `#line` in some messages.
constexpr std::size_t kLinesPerFile = 10'000;

}  // namespace

ShaderLibrary::ShaderLibrary(std::string folder) : folder_(std::move(folder)) {}

std::optional<std::string> ShaderLibrary::read(const std::string& name) const {
    if (!folder_.empty()) {
        std::ifstream file(std::filesystem::path(folder_) / name, std::ios::binary);
        if (file) {
            std::ostringstream text;
            text << file.rdbuf();
            return text.str();
        }
    }
    const auto all = embeddedShaders();
    const auto found = std::ranges::find(all, name, &core::EmbeddedFile::name);
    if (found == all.end()) return std::nullopt;
    return std::string(found->text);
}

std::string ShaderLibrary::displayName(const std::string& name) const {
    const auto own = std::filesystem::path(folder_) / name;
    if (!folder_.empty() && std::filesystem::exists(own)) return own.string();
    return "shaders/" + name;
}

void ShaderLibrary::append(const std::string& name, const std::string& includedFrom,
                           ShaderText& out) const {
    const std::string shown = displayName(name);
    if (std::ranges::find(out.files, shown) != out.files.end()) return;
    const auto text = read(name);
    if (!text) {
        out.fault += includedFrom + "error: there is no shader file `" + name + "`\n";
        return;
    }
    const std::size_t index = out.files.size();
    out.files.push_back(shown);
    const auto line = [&](int number) {
        out.text +=
            "#line " + std::to_string(index * kLinesPerFile + static_cast<unsigned>(number)) + "\n";
    };
    static const std::regex include(R"re(\s*#\s*include\s+"([^"]+)"\s*)re");
    line(1);
    std::istringstream lines(*text);
    std::string current;
    for (int number = 1; std::getline(lines, current); ++number) {
        std::smatch match;
        if (!std::regex_match(current, match, include)) {
            out.text += current + "\n";
            continue;
        }
        append(match[1].str(), shown + ":" + std::to_string(number) + ": ", out);
        line(number + 1);
    }
}

ShaderText ShaderLibrary::expand(const std::string& name) const {
    ShaderText result;
    result.text = "#version 450 core\n";
    append(name, "", result);
    return result;
}

std::string ShaderLibrary::explain(const std::string& log, const ShaderText& shader) {
    static const std::regex mesa(R"(^(\d+):(\d+)(?:\(\d+\))?\s*:\s*(.*)$)");
    static const std::regex nvidia(R"(^(\d+)\((\d+)\)\s*:\s*(.*)$)");
    std::istringstream lines(log);
    std::string result, current;
    while (std::getline(lines, current)) {
        std::smatch match;
        const bool located =
            std::regex_match(current, match, mesa) || std::regex_match(current, match, nvidia);
        const std::size_t line = located ? std::stoul(match[2].str()) : 0;
        const std::size_t file = located ? line / kLinesPerFile : shader.files.size();
        result += file < shader.files.size()
                      ? shader.files[file] + ":" + std::to_string(line % kLinesPerFile) + ": " +
                            match[3].str()
                      : current;
        result += "\n";
    }
    return result;
}

}  // namespace ebbflow::gl
