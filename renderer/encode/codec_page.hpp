#pragma once
// The page about delivery: its table of codecs comes from their rows. What stands around the table
// is the page's own.

#include <string>
#include <string_view>

namespace ebbflow::encode {

/// The page, in Markdown, with its table written anew between the lines `<!-- codecs -->` and
/// `<!-- end of codecs -->`; as it is where it has neither. Throws core::Failure where one of them
/// is missing.
[[nodiscard]] std::string withCodecTable(std::string_view page);

}  // namespace ebbflow::encode
