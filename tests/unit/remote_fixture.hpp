#pragma once
// A film under way that is none: it says what a test has it say, and keeps the commands it is
// given.

#include <mutex>
#include <string>
#include <vector>

#include "remote/show.hpp"

namespace ebbflow::remote::test {

class PretendedShow {
public:
    live::Report report;
    bool draws = true;  ///< else a picture that is asked for never comes
    gl::Extent size{4, 2};
    bool stillMade = true;  ///< of whatever step is asked for
    bool console = false;

    [[nodiscard]] Show show() {
        return {[this] { return report; }, [this] { return picture(); },
                [this](std::string_view text) {
                    const std::lock_guard lock(mutex_);
                    if (text != "next") return "there is no command `" + std::string(text) + "`";
                    commands_.emplace_back(text);
                    return std::string();
                },
                [this](std::size_t) {
                    return stillMade ? std::make_shared<const core::Image>(2, 1) : nullptr;
                },
                console};
    }
    [[nodiscard]] std::size_t commands() {
        const std::lock_guard lock(mutex_);
        return commands_.size();
    }
    [[nodiscard]] int pictures() {
        const std::lock_guard lock(mutex_);
        return pictures_;
    }

private:
    std::future<core::Image> picture() {
        const std::lock_guard lock(mutex_);
        std::promise<core::Image> promise;
        std::future<core::Image> future = promise.get_future();
        ++pictures_;
        if (draws) {
            core::Image image(size.width, size.height);
            for (std::uint8_t& byte : image.rgba) byte = 200;
            promise.set_value(image);
        } else {
            waiting_.push_back(std::move(promise));
        }
        return future;
    }

    std::mutex mutex_;
    std::vector<std::string> commands_;
    std::vector<std::promise<core::Image>> waiting_;
    int pictures_ = 0;
};

}  // namespace ebbflow::remote::test
