#pragma once
// Sound files that tests write for themselves: 16-bit WAV of any rate, from a function of the
// sample's number.

#include <cstdint>
#include <fstream>
#include <functional>
#include <string>

namespace ebbflow::test {

/// -1 … 1 for each sample; both channels get the same.
using Wave = std::function<double(std::int64_t sample)>;

inline void writeWav(const std::string& path, std::int64_t samples, const Wave& wave,
                     std::uint32_t rate = 48'000, std::uint16_t channels = 2) {
    std::ofstream file(path, std::ios::binary);
    const auto put = [&](std::uint32_t value, int bytes) {
        for (int i = 0; i < bytes; ++i) file.put(static_cast<char>(value >> (8 * i) & 0xFF));
    };
    const auto data = static_cast<std::uint32_t>(samples) * channels * 2;
    file << "RIFF";
    put(36 + data, 4);
    file << "WAVEfmt ";
    put(16, 4);
    put(1, 2);
    put(channels, 2);
    put(rate, 4);
    put(rate * channels * 2, 4);
    put(channels * 2U, 2);
    put(16, 2);
    file << "data";
    put(data, 4);
    for (std::int64_t i = 0; i < samples; ++i) {
        const auto value = static_cast<std::int16_t>(wave(i) * 32'767);
        for (int c = 0; c < channels; ++c) put(static_cast<std::uint16_t>(value), 2);
    }
}

/// Silence but for one sample.
inline Wave clickAt(std::int64_t sample, double level = 0.9) {
    return [=](std::int64_t i) { return i == sample ? level : 0; };
}

}  // namespace ebbflow::test
