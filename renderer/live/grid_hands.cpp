#include "live/grid_hands.hpp"

#include "live/commands.hpp"

namespace ebbflow::live {

namespace {

using gl::Key;

/// Where a key leads from a cell; nothing for keys that lead nowhere.
std::optional<std::ptrdiff_t> stepOf(const KeyPress& key, std::size_t columns) {
    const Key* named = std::get_if<Key>(&key);
    if (named == nullptr) return std::nullopt;
    const auto row = static_cast<std::ptrdiff_t>(columns);
    if (*named == Key::left || *named == Key::pageUp) return -1;
    if (*named == Key::right || *named == Key::pageDown) return 1;
    if (*named == Key::up) return -row;
    if (*named == Key::down) return row;
    return std::nullopt;
}

std::vector<Command> goTo(std::size_t chapter) {
    return {commandNamed("chapter", {static_cast<std::int64_t>(chapter) + 1})};
}

}  // namespace

std::optional<std::vector<Command>> pressInGrid(ChapterGrid& grid, const KeyPress& key,
                                                const GridLayout& layout) {
    if (key == KeyPress(Key::enter) || key == KeyPress(U' ')) return goTo(grid.chosen());
    if (key == KeyPress(Key::escape)) return std::vector{commandNamed("chapters")};
    const auto step = stepOf(key, layout.columns);
    if (!step) return std::nullopt;
    grid.choose(static_cast<std::ptrdiff_t>(grid.chosen()) + *step, layout);
    return std::vector<Command>();
}

std::vector<Command> pointInGrid(ChapterGrid& grid, const PointerEvent& event,
                                 const GridLayout& layout) {
    using Kind = gl::Pointer::Kind;
    const auto cell = layout.cellAt(event.at);
    if (cell && (event.kind == Kind::moved || event.kind == Kind::pressed))
        grid.choose(static_cast<std::ptrdiff_t>(*cell), layout);
    if (event.kind != Kind::released || event.button != gl::Button::left) return {};
    return cell ? goTo(*cell) : std::vector{commandNamed("chapters")};
}

}  // namespace ebbflow::live
