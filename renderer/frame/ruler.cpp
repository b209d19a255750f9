#include "frame/ruler.hpp"

#include <fmt/format.h>

namespace ebbflow::frame {

namespace {

std::string keyOf(const text::Paragraph& p) {
    const auto& s = p.style;
    return fmt::format("{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}", p.text, p.language,
                       static_cast<int>(s.family), s.size, s.weight, s.italic, s.tabularFigures,
                       s.letterSpacing, s.lineSpacing, p.maxWidth, static_cast<int>(p.align),
                       p.halo, p.marked);
}

}  // namespace

const text::Measure& Ruler::measure(const text::Paragraph& paragraph) const {
    // A date that changes every frame would fill the memory of a kiosk that runs for months.
    constexpr std::size_t kMostRemembered = 4096;
    const std::string key = keyOf(paragraph);
    const auto found = known_.find(key);
    if (found != known_.end()) return found->second;
    if (known_.size() >= kMostRemembered) known_.clear();
    return known_.emplace(key, typesetter_->measure(paragraph)).first->second;
}

}  // namespace ebbflow::frame
