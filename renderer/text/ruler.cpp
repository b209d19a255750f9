#include "text/ruler.hpp"

#include <mutex>
#include <optional>
#include <shared_mutex>
#include <string>
#include <unordered_map>

#include <fmt/format.h>

namespace ebbflow::text {

namespace {

std::string keyOf(const Paragraph& p) {
    const auto& s = p.style;
    return fmt::format("{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}", p.text, p.language,
                       static_cast<int>(s.family), s.size, s.weight, s.italic, s.tabularFigures,
                       s.letterSpacing, s.lineSpacing, p.maxWidth, static_cast<int>(p.align),
                       p.halo, p.marked);
}

}  // namespace

/// What was measured. Readers do not wait for one another.
class Ruler::Memory {
public:
    [[nodiscard]] std::optional<Measure> find(const std::string& key) const {
        const std::shared_lock lock(guard_);
        const auto found = known_.find(key);
        return found == known_.end() ? std::nullopt : std::optional(found->second);
    }

    void keep(const std::string& key, const Measure& measure) {
        // A date that changes every frame would fill the memory of a kiosk that runs for months.
        constexpr std::size_t kMostRemembered = 4096;
        const std::scoped_lock lock(guard_);
        if (known_.size() >= kMostRemembered) known_.clear();
        known_.insert_or_assign(key, measure);
    }

private:
    mutable std::shared_mutex guard_;
    std::unordered_map<std::string, Measure> known_;
};

Ruler::Ruler(std::shared_ptr<const Typesetter> typesetter)
    : typesetter_(std::move(typesetter)), memory_(std::make_shared<Memory>()) {}

Measure Ruler::measure(const Paragraph& paragraph) const {
    const std::string key = keyOf(paragraph);
    if (const auto known = memory_->find(key)) return *known;
    Measure measured = typesetter_->measure(paragraph);
    memory_->keep(key, measured);
    return measured;
}

}  // namespace ebbflow::text
