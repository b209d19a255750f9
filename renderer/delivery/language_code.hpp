#pragma once
// Languages as containers name them: three letters of ISO 639-2. It checks no tag's validity.

#include <string>
#include <string_view>

namespace ebbflow::delivery {

/// `zh-Hans` → `chi`, `en` → `eng`; three letters stay; what ICU does not know is `und`.
/// Matroska asks for the bibliographic codes and MP4 takes them.
[[nodiscard]] std::string languageCode(std::string_view bcp47);

}  // namespace ebbflow::delivery
