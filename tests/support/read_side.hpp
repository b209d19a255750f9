#pragma once
// Sound and captions of a film read back through libav as a player would, for tests. It shares no
// code with what writes films.

#include <filesystem>
#include <string>
#include <vector>

#include "core/timed_text.hpp"

namespace ebbflow::test {

struct SoundOf {
    std::string codec, language;
    int rate = 0, channels = 0;
    double startSeconds = -1;  ///< of the first sample that is heard
    std::vector<float> left;   ///< every sample that is heard
};

/// The first sound of the file; an empty codec when it has none.
[[nodiscard]] SoundOf readSound(const std::filesystem::path& path);

struct SubtitlesOf {
    std::string codec, language;
    std::vector<core::TimedText> captions;  ///< without the empty ones between
};
[[nodiscard]] std::vector<SubtitlesOf> readSubtitles(const std::filesystem::path& path);

}  // namespace ebbflow::test
