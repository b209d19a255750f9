#pragma once
// A grid of the film's chapters, from which one is chosen: whether it is open, and where its cells
// stand. It draws nothing, makes no stills and knows no keys.

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "core/coordinates.hpp"
#include "core/image.hpp"
#include "frame/plan.hpp"

namespace ebbflow::live {

/// Reference pixels.
struct GridLayout {
    std::size_t columns = 1;
    std::vector<core::PixelBox> pictures;  ///< one for each chapter, shaped as the film
    double caption = 0;                    ///< height of the words below each of them

    [[nodiscard]] std::optional<std::size_t> cellAt(core::PixelPoint point) const;
};

/// Cells as large as the area holds of them, and no larger than `widest`.
[[nodiscard]] GridLayout gridLayout(std::size_t count, double aspect, const core::PixelBox& area,
                                    double caption, double widest);
/// Of all chapters of the plan, over its whole picture.
[[nodiscard]] GridLayout gridLayout(const frame::Plan& plan);

/// What is to be seen of it.
struct GridView {
    std::size_t chosen = 0;
    std::vector<std::shared_ptr<const core::Image>> stills;  ///< null: not made yet
    friend bool operator==(const GridView&, const GridView&) = default;
};

class ChapterGrid {
public:
    /// `current`: of the film, chosen when it opens.
    void toggle(std::size_t current);
    void close() { open_ = false; }
    [[nodiscard]] bool isOpen() const { return open_; }
    [[nodiscard]] std::size_t chosen() const { return chosen_; }

    /// As far as there is such a cell.
    void choose(std::ptrdiff_t cell, const GridLayout& layout);

private:
    bool open_ = false;
    std::size_t chosen_ = 0;
};

}  // namespace ebbflow::live
