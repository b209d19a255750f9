#pragma once
// The presenter's console as a page for a browser: the files of console/, built into the program,
// and nothing else. It knows no requests.

#include <string>
#include <string_view>

#include "core/embedded_file.hpp"

namespace ebbflow::remote {

/// The page at `/console`, what belongs to it at `/console.css` and the like. Null: none of its
/// files is there.
[[nodiscard]] const core::EmbeddedFile* consoleFile(std::string_view path);

/// As `Content-Type` says it.
[[nodiscard]] std::string_view mediaType(const core::EmbeddedFile& file);

/// The address that opens it: `http://10.0.0.7:8080/console#TOKEN`. Behind the `#` it goes to no
/// server and into no log of one. `host`: as in a URL, with its port.
[[nodiscard]] std::string consoleAddress(const std::string& host, std::string_view token);

}  // namespace ebbflow::remote
