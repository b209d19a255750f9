#pragma once
// The script as lines, for looking at what the author typed around a fault. Lines end at \n, as in
// the YAML parser, so that its marks and ours agree. It does not interpret anything.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ebbflow::scene {

class ScriptText {
public:
    /// Takes the bytes of the file; a UTF-8 byte order mark at the front is dropped.
    explicit ScriptText(std::string bytes);

    [[nodiscard]] const std::string& all() const { return text_; }
    [[nodiscard]] int lineCount() const { return static_cast<int>(starts_.size()); }
    /// Line `number` (from 1) without its end; empty past the last line.
    [[nodiscard]] std::string_view line(int number) const;
    /// Column as an editor shows it: characters before byte `offset` of the line, plus one.
    [[nodiscard]] int column(int number, std::size_t offset) const;
    /// Byte of all() at which byte `offset` of the line stands.
    [[nodiscard]] std::size_t position(int number, std::size_t offset) const;

private:
    std::string text_;
    std::vector<std::size_t> starts_;
};

}  // namespace ebbflow::scene
