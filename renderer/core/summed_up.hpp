#pragma once
// Many warnings of one kind, told as a few of them and a count: a table of a hundred thousand rows
// may earn as many. Errors are all told, for all are to be mended.

#include <vector>

#include "core/diagnostic.hpp"

namespace ebbflow::core {

/// As `diagnostics`, but that of warnings (or notes) of one file that differ in nothing but what
/// they quote and count, when they are more than five, the first three stand, and in place of the
/// others one that counts them.
[[nodiscard]] std::vector<Diagnostic> summedUp(const Diagnostics& diagnostics);

}  // namespace ebbflow::core
