#include "flow/prepare_table.hpp"

#include "flow/date_form.hpp"
#include "flow/number_form.hpp"
#include "flow/table_reader.hpp"

namespace ebbflow::flow {

void prepare(RawTable& table, const core::TableColumns& columns, core::Diagnostics& diagnostics) {
    table.takeOtherNames(columns);
    warnOfSlips(table, columns, diagnostics);
    settleNumbers(table, columns, diagnostics);
    settleDates(table, columns, diagnostics);
}

std::vector<RawTable> readPrepared(const core::TableSpec& spec, const core::TableColumns& columns,
                                   TableContext& context) {
    std::vector<RawTable> tables = readRaw(spec, context.access(), context.diagnostics());
    for (RawTable& table : tables) prepare(table, columns, context.diagnostics());
    return tables;
}

}  // namespace ebbflow::flow
