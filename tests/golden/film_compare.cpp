#include "golden/film_compare.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <regex>

#include "core/byte_hash.hpp"
#include "gl/context.hpp"

namespace ebbflow::test {

Difference compare(const core::Image& a, const core::Image& b) {
    Difference found;
    found.total = a.rgba.size();
    if (a.width != b.width || a.height != b.height)
        return {a.rgba.size(), a.rgba.size(), a.rgba.size(), 255};
    for (std::size_t i = 0; i < a.rgba.size(); ++i) {
        const int levels = std::abs(a.rgba[i] - b.rgba[i]);
        found.bytes += levels > 0 ? 1 : 0;
        found.strong += levels > 1 ? 1 : 0;
        found.most = std::max(found.most, levels);
    }
    return found;
}

core::Image differenceOf(const core::Image& a, const core::Image& b) {
    core::Image picture(a.width, a.height);
    for (std::size_t i = 0; i < picture.rgba.size(); ++i) {
        const bool alpha = i % 4 == 3;
        const int levels = i < b.rgba.size() ? std::abs(a.rgba[i] - b.rgba[i]) : 255;
        picture.rgba[i] = static_cast<std::uint8_t>(alpha ? 255 : std::min(255, levels * 16));
    }
    return picture;
}

std::string hashOf(const core::Image& image) {
    core::ByteHash hash;
    hash.add(image.rgba.data(), image.rgba.size());
    return core::hexOf(hash.value());
}

std::string recordedHash(const std::filesystem::path& file, const std::string& name) {
    std::ifstream lines(file);
    std::string own, hash;
    while (lines >> own >> hash) {
        if (own == name) return hash;
    }
    return "";
}

std::string rendererClass() {
    const gl::HeadlessContext context({.debug = false, .software = true});
    const gl::ContextFacts& facts = context.facts();
    const std::string renderer =
        std::regex_replace(facts.renderer, std::regex(", [0-9]+ bits"), "");
#if defined(__x86_64__)
    const bool fused = __builtin_cpu_supports("fma");
#else
    const bool fused = true;
#endif
    return renderer + "\n" + facts.version + "\nFMA: " + (fused ? "yes" : "no") + "\n";
}

}  // namespace ebbflow::test
