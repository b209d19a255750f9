#pragma once
// How the cells of a table are written, once that is settled: its decimal sign, its dates. Plain
// data; number_form.hpp and date_form.hpp settle it.

#include <optional>
#include <string>
#include <vector>

#include "core/date_format.hpp"

namespace ebbflow::flow {

struct NumberForm {
    char decimal = '.';
    bool settled = true;  ///< false where nobody can tell, which has been reported
};

struct DateForms {
    std::optional<core::DateFormat> format;  ///< as the script says, beside EDTF
    /// Columns of days that a program wrote with a midnight each.
    std::vector<std::string> midnights;
};

}  // namespace ebbflow::flow
