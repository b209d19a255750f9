#pragma once
// The one owner of GL names: move-only, frees its name at once. It knows nothing of what the name
// stands for; `Kind::destroy` does. To be destroyed on the thread whose context is current.

#include <cstdint>
#include <utility>

namespace ebbflow::gl {

template <class Kind>
class Handle {
public:
    Handle() = default;
    explicit Handle(std::uint32_t name) : name_(name) {}
    ~Handle() { reset(); }
    Handle(Handle&& other) noexcept : name_(std::exchange(other.name_, 0)) {}
    Handle& operator=(Handle&& other) noexcept {
        if (this != &other) {
            reset();
            name_ = std::exchange(other.name_, 0);
        }
        return *this;
    }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;

    [[nodiscard]] std::uint32_t name() const { return name_; }
    [[nodiscard]] explicit operator bool() const { return name_ != 0; }

private:
    void reset() noexcept {
        if (name_ != 0) Kind::destroy(name_);
        name_ = 0;
    }
    std::uint32_t name_ = 0;
};

}  // namespace ebbflow::gl
