#include "geo/bind_columns.hpp"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>
#include <ogrsf_frmts.h>

#include "geo/map_columns.hpp"

namespace ebbflow::geo {

namespace {

class Binder {
public:
    Binder(const OGRFeatureDefn& layer, const std::vector<std::string>& fields,
           const core::FileSpec& file)
        : layer_(layer), fields_(fields), file_(file) {}

    BoundColumns bound() const {
        BoundColumns columns;
        for (const std::string& field : fields_) columns.fields.push_back(columnOf(field));
        columns.names = names();
        columns.from = columnOf("valid_from");
        columns.to = columnOf("valid_to");
        return columns;
    }

private:
    [[nodiscard]] Column columnAt(std::string_view theirs) const {
        // GetFieldIndex() goes by letters in any case.
        const int index = layer_.GetFieldIndex(std::string(theirs).c_str());
        if (index < 0) return {};
        const OGRFieldType type = layer_.GetFieldDefn(index)->GetType();
        return {.index = index, .isDate = type == OFTDate || type == OFTDateTime};
    }

    /// A column that is read as something else is not to be taken for a second thing.
    [[nodiscard]] bool isTaken(std::string_view theirs) const {
        const auto same = [&](const std::string& other) {
            return std::ranges::equal(theirs, other, [](unsigned char a, unsigned char b) {
                return std::tolower(a) == std::tolower(b);
            });
        };
        return std::ranges::any_of(fields_, same) ||
               std::ranges::any_of(file_.columns,
                                   [&](const auto& rule) { return same(rule.second); });
    }

    [[nodiscard]] Column otherNameOf(std::string_view ours) const {
        for (const MapColumn& column : mapColumns()) {
            if (column.ours != ours) continue;
            for (const OtherName& other : column.theirs) {
                Column found = columnAt(other.name);
                if (found.index < 0 || isTaken(other.name)) continue;
                if (!other.month.empty()) found.month = columnAt(other.month).index;
                if (!other.day.empty()) found.day = columnAt(other.day).index;
                return found;
            }
        }
        return {};
    }

    [[nodiscard]] Column columnOf(const std::string& ours) const {
        for (const auto& [name, theirs] : file_.columns)
            if (name == ours) return columnAt(theirs);
        const Column own = columnAt(ours);
        return own.index < 0 ? otherNameOf(ours) : own;
    }

    [[nodiscard]] std::vector<std::pair<std::string, Column>> names() const {
        std::vector<std::pair<std::string, Column>> found;
        const auto add = [&](std::string_view ours, const Column& column) {
            const auto tag = languageOfName(ours);
            if (!tag || column.index < 0) return;
            const bool known = std::ranges::find(found, *tag, [](const auto& n) {
                                   return std::string_view(n.first);
                               }) != found.end();
            if (!known) found.emplace_back(*tag, column);
        };
        for (const auto& [ours, theirs] : file_.columns) add(ours, columnAt(theirs));
        for (int i = 0; i < layer_.GetFieldCount(); ++i) {
            const std::string name = layer_.GetFieldDefn(i)->GetNameRef();
            add(name, columnAt(name));
        }
        if (found.empty()) add("name", otherNameOf("name"));
        return found;
    }

    const OGRFeatureDefn& layer_;
    const std::vector<std::string>& fields_;
    const core::FileSpec& file_;
};

/// `1917-05-01` of three columns; a part that is no positive number, and what is behind it, is not
/// known.
std::string dateOfParts(const OGRFeature& feature, const Column& column) {
    std::string date = feature.GetFieldAsString(column.index);
    for (const int part : {column.month, column.day}) {
        const int number = part < 0 ? 0 : feature.GetFieldAsInteger(part);
        if (number <= 0) break;
        date += fmt::format("-{:02}", number);
    }
    return date;
}

}  // namespace

bool BoundColumns::reads(int index) const {
    const auto is = [&](const Column& column) {
        return column.index == index || column.month == index || column.day == index;
    };
    return is(from) || is(to) || std::ranges::any_of(fields, is) ||
           std::ranges::any_of(names, [&](const auto& name) { return is(name.second); });
}

BoundColumns bindColumns(const OGRFeatureDefn& layer, const std::vector<std::string>& fields,
                         const core::FileSpec& file) {
    return Binder(layer, fields, file).bound();
}

std::optional<std::string> cellText(const OGRFeature& feature, const Column& column) {
    if (column.index < 0 || !feature.IsFieldSetAndNotNull(column.index)) return std::nullopt;
    if (column.month >= 0) return dateOfParts(feature, column);
    if (!column.isDate) return std::string(feature.GetFieldAsString(column.index));
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, zone = 0;
    feature.GetFieldAsDateTime(column.index, &year, &month, &day, &hour, &minute, &second, &zone);
    return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

}  // namespace ebbflow::geo
