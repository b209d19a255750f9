#include "live/kiosk_machine.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <span>
#include <stdexcept>

#include <fmt/format.h>

#include "core/embedded_file.hpp"
#include "core/new_files.hpp"

namespace ebbflow::live {

// Made of templates/kiosk/ by cmake/embed_files.cmake.
std::span<const core::EmbeddedFile> kioskTemplate();

namespace {

/// Quotes, blanks and what else a shell or systemd takes apart would need three ways of quoting.
void requirePlain(const std::string& what, const std::string& value) {
    constexpr std::string_view kPlain =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-+";
    const bool plain = !value.empty() && value.find_first_not_of(kPlain) == std::string::npos;
    if (!plain)
        throw std::invalid_argument(fmt::format(
            "{} `{}`: letters, digits and / . _ - + alone, for it stands in a unit and in a script",
            what, value));
}

std::string filled(std::string_view text,
                   std::span<const std::pair<std::string_view, std::string>> values) {
    std::string result(text);
    for (const auto& [name, value] : values) {
        for (auto at = result.find(name); at != std::string::npos;
             at = result.find(name, at + value.size()))
            result.replace(at, name.size(), value);
    }
    return result;
}

}  // namespace

std::vector<std::string> writeKioskMachine(const std::string& folder, const KioskMachine& machine) {
    const std::string here = std::filesystem::absolute(folder).lexically_normal().string();
    requirePlain("the folder", here);
    requirePlain("the film", machine.scene);
    requirePlain("the user", machine.user);
    requirePlain("what the kiosk writes in", machine.folder);
    requirePlain("the program", machine.program);
    const std::array<std::pair<std::string_view, std::string>, 6> values{
        {{"@SCENE@", machine.scene},
         {"@USER@", machine.user},
         {"@FOLDER@", machine.folder},
         {"@PROGRAM@", machine.program},
         {"@HERE@", here},
         {"@MONITOR@", machine.monitor == 0 ? "" : fmt::format(" --monitor {}", machine.monitor)}}};
    std::vector<core::NewFile> files;
    for (const core::EmbeddedFile& file : kioskTemplate())
        files.push_back(
            {std::string(file.name), filled(file.text, values), file.text.starts_with("#!")});
    return core::writeNewFiles(folder, files);
}

}  // namespace ebbflow::live
