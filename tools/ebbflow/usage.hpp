#pragma once
// Words of the command line that the picture-making commands share: times, the studio's options.

#include <stdexcept>
#include <string>

#include "core/error.hpp"
#include "core/film_time.hpp"
#include "core/timecode.hpp"
#include "ebbflow/studio.hpp"

namespace CLI {
class App;
}

namespace ebbflow::tools {

void addStudioOptions(CLI::App& command, StudioOptions& options);
/// Those for better pixels: samples and shutter.
void addExposureOptions(CLI::App& command, StudioOptions& options);

/// A wrong word on the command line: told in one sentence, exit status 2.
class UsageError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// What `named` returns; when it fails over a word of the command line, that is a UsageError.
template <class Named>
[[nodiscard]] auto fromUsage(Named named) {
    try {
        return named();
    } catch (const core::Failure& failure) {
        throw UsageError(failure.what());
    }
}

/// Names the film's frames at a rate. Throws UsageError when the film's start of timecode is none
/// at that rate.
[[nodiscard]] core::TimecodeClock clockOf(const frame::Plan& plan, const core::FrameRate& rate);

/// Throws UsageError, naming the rates in use.
[[nodiscard]] core::FrameRate rateNamed(const std::string& text);

/// TIME within the film, at the scene's rate unless another is given. Throws UsageError.
[[nodiscard]] core::FilmTime timeNamed(const std::string& text, const frame::Plan& plan);
[[nodiscard]] core::FilmTime timeNamed(const std::string& text, const frame::Plan& plan,
                                       const core::FrameRate& rate);

}  // namespace ebbflow::tools
