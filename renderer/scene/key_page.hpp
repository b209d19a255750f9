#pragma once
// The page about the scene language: its tables of keys come from the rows that the reader uses.
// What stands around the tables is the page's own.

#include <string>
#include <string_view>

namespace ebbflow::scene {

/// The page, in Markdown, with its tables written anew: between each line `<!-- keys: ID -->` and
/// the next `<!-- end of keys -->`, the keys of the group of that id. Throws core::Failure where
/// there is no such group or no such end.
[[nodiscard]] std::string withKeyTables(std::string_view page);

}  // namespace ebbflow::scene
