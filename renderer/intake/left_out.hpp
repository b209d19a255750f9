#pragma once
// Rows of a stranger's table that cannot be read: each is warned of with its place and left out,
// and they are counted. Nothing in them is repaired.

#include <cstddef>
#include <string>

#include "intake/reading.hpp"

namespace ebbflow::intake {

class LeftOut {
public:
    LeftOut(std::string table, Reading& reading) : table_(std::move(table)), reading_(reading) {}

    /// Whether a row with these faults is left out.
    bool take(const core::Diagnostics& faults);
    /// Says how many they were, if any.
    void tell() const;

private:
    std::string table_;
    Reading& reading_;
    std::size_t rows_ = 0, out_ = 0;
};

}  // namespace ebbflow::intake
