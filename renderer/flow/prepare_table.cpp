#include "flow/prepare_table.hpp"

#include "flow/date_form.hpp"
#include "flow/number_form.hpp"

namespace ebbflow::flow {

void prepare(RawTable& table, const core::TableColumns& columns, core::Diagnostics& diagnostics) {
    table.takeOtherNames(columns);
    warnOfSlips(table, columns, diagnostics);
    settleNumbers(table, columns, diagnostics);
    settleDates(table, columns, diagnostics);
}

}  // namespace ebbflow::flow
