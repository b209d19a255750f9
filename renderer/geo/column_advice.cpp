#include "geo/column_advice.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include <fmt/format.h>
#include <ogrsf_frmts.h>

#include "core/date.hpp"
#include "geo/map_columns.hpp"

namespace ebbflow::geo {

namespace {

/// More features than these tell no more of what a column holds.
constexpr int kLooked = 200;

bool isYear(std::string_view text) {
    constexpr std::size_t kFewest = 3, kMost = 4;
    return text.size() >= kFewest && text.size() <= kMost &&
           std::ranges::all_of(text, [](unsigned char c) { return std::isdigit(c) != 0; });
}

bool isDate(const std::string& text) {
    return text.size() > 3 && core::parsePeriod(text).period.has_value();
}

/// Whether it could be a name: it begins with a letter, and not all of it is one word of a code.
bool isWords(std::string_view text) {
    return !text.empty() && (std::isalpha(static_cast<unsigned char>(text.front())) != 0 ||
                             static_cast<unsigned char>(text.front()) >= 0x80);
}

}  // namespace

RoleUses usesOf(std::string_view role) {
    constexpr auto kNamed = std::to_array<std::string_view>({"states", "rail", "places", "names"});
    constexpr auto kDated =
        std::to_array<std::string_view>({"states", "borders", "lakes", "rail", "places", "names"});
    return {std::ranges::find(kNamed, role) != kNamed.end(),
            std::ranges::find(kDated, role) != kDated.end()};
}

struct ColumnAdvice::Unread {
    std::string name;
    Column column;
    bool typedText = false;
    int looked = 0, years = 0, dates = 0, words = 0;

    [[nodiscard]] bool holdsDates() const {
        if (looked == 0) return false;
        if (column.isDate || (typedText && dates == looked && years < looked)) return true;
        return years + dates >= looked && soundsLikeADate(name);
    }
    [[nodiscard]] bool holdsNames() const {
        return typedText && looked > 0 && words == looked && soundsLikeAName(name);
    }
};

ColumnAdvice::ColumnAdvice(const OGRFeatureDefn& layer, const BoundColumns& bound,
                           std::string_view role) {
    const RoleUses uses = usesOf(role);
    wantsName_ = uses.names && bound.names.empty();
    wantsFrom_ = uses.dates && bound.from.index < 0;
    wantsTo_ = uses.dates && bound.to.index < 0;
    if (!wantsName_ && !wantsFrom_ && !wantsTo_) return;
    for (int i = 0; i < layer.GetFieldCount(); ++i) {
        if (bound.reads(i)) continue;
        const OGRFieldDefn& field = *layer.GetFieldDefn(i);
        const OGRFieldType type = field.GetType();
        Unread column{.name = field.GetNameRef(), .column = {.index = i}};
        column.column.isDate = type == OFTDate || type == OFTDateTime;
        column.typedText = type == OFTString;
        unread_.push_back(std::move(column));
    }
}

ColumnAdvice::~ColumnAdvice() = default;

void ColumnAdvice::look(const OGRFeature& feature) {
    for (Unread& column : unread_) {
        if (column.looked == kLooked) continue;
        const auto text = cellText(feature, column.column);
        if (!text || text->empty()) continue;
        ++column.looked;
        if (isYear(*text))
            ++column.years;
        else if (isDate(*text))
            ++column.dates;
        else if (isWords(*text))
            ++column.words;
    }
}

template <typename Fits>
std::string ColumnAdvice::firstThat(Fits fits) const {
    const auto found = std::ranges::find_if(unread_, fits);
    return found == unread_.end() ? std::string{} : found->name;
}

std::vector<std::pair<std::string, std::string>> ColumnAdvice::found() const {
    std::vector<std::pair<std::string, std::string>> rules;
    const auto add = [&](bool wanted, std::string ours, std::string theirs) {
        if (wanted && !theirs.empty()) rules.emplace_back(std::move(ours), std::move(theirs));
    };
    add(wantsName_, "name", firstThat([](const Unread& column) { return column.holdsNames(); }));
    add(wantsFrom_, "valid_from", firstThat([](const Unread& column) {
            return column.holdsDates() && !soundsLikeAnEnd(column.name);
        }));
    add(wantsTo_, "valid_to", firstThat([](const Unread& column) {
            return column.holdsDates() && soundsLikeAnEnd(column.name);
        }));
    return rules;
}

void ColumnAdvice::say(const core::FileSpec& file, core::Diagnostics& diagnostics) const {
    std::vector<std::string> rules;
    for (const auto& [ours, theirs] : found()) rules.push_back(fmt::format("{}: {}", ours, theirs));
    if (rules.empty()) return;
    diagnostics.warning(
        file.place,
        fmt::format(
            "{}: {} not read and look{} like what the map goes by; `columns: {{{}}}` beside "
            "its `file:` reads {}",
            file.path, rules.size() == 1 ? "a column is" : "columns are",
            rules.size() == 1 ? "s" : "", fmt::join(rules, ", "),
            rules.size() == 1 ? "it" : "them"));
}

}  // namespace ebbflow::geo
