#pragma once
// A number being typed, digit by digit, until Enter takes it. It knows no keys and reads no clock.

#include <cstdint>
#include <optional>

namespace ebbflow::live {

/// `now` is real seconds by any clock that never goes back.
class TypedNumber {
public:
    /// 0…9. A digit that comes late begins a new number.
    void digit(int value, double now) {
        const std::int64_t before = now - at_ < kPatience ? number_.value_or(0) : 0;
        number_ = before < kMost ? before * 10 + value : before;
        at_ = now;
    }
    /// What was typed a moment ago, once.
    [[nodiscard]] std::optional<std::int64_t> take(double now) {
        const auto typed = now - at_ < kPatience ? number_ : std::nullopt;
        number_.reset();
        return typed;
    }

private:
    static constexpr double kPatience = 3;
    static constexpr std::int64_t kMost = 1000;  // another digit would change nothing
    std::optional<std::int64_t> number_;
    double at_ = -1e9;
};

}  // namespace ebbflow::live
