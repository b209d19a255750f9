#include "intake/make_film.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "geo/world.hpp"
#include "intake/areas.hpp"
#include "intake/kinds.hpp"
#include "intake/title.hpp"

namespace ebbflow::intake {

namespace {

/// Opens the atlas's places when first asked.
class AtlasPlaces {
public:
    explicit AtlasPlaces(std::string folder) : folder_(std::move(folder)) {}
    const geo::Gazetteer& operator()() {
        if (!places_) {
            core::Diagnostics ignored;
            geo::WorldSpec spec;
            spec.atlasFolder = folder_;
            spec.geometry = false;
            places_ = geo::loadWorld(spec, ignored).gazetteer;
        }
        return *places_;
    }

private:
    std::string folder_;
    std::optional<geo::Gazetteer> places_;
};

const Kind* kindNamed(const std::string& name) {
    const auto found = std::ranges::find(kinds(), name, &Kind::name);
    return found == kinds().end() ? nullptr : &*found;
}

/// The first that fits; what else fits is said.
const Kind* kindOf(const Given& given, Findings& findings) {
    const Kind* taken = nullptr;
    for (const Kind& kind : kinds()) {
        if (!kind.fits(given)) continue;
        if (taken == nullptr) {
            taken = &kind;
        } else {
            findings.otherwise.push_back(fmt::format("{}: --as {}", kind.what, kind.name));
        }
    }
    return taken;
}

/// What was found in files that are nothing we know.
std::string contentsOf(const Given& given) {
    std::vector<std::string> found;
    for (const Sheet& sheet : given.sheets)
        found.push_back(fmt::format("{} has the columns {}", sheet.name(),
                                    fmt::join(sheet.table.columns, ", ")));
    for (const Document& document : given.json) found.push_back(document.file + " is JSON");
    for (const Document& document : given.xml) found.push_back(document.file + " is XML");
    return fmt::format("{}", fmt::join(found, "; "));
}

void refuse(const Given& given, const std::string& path, core::Diagnostics& diagnostics) {
    std::vector<std::string> known;
    for (const Kind& kind : kinds()) known.push_back(fmt::format("{} ({})", kind.name, kind.what));
    diagnostics.error(
        {path, 1, 1},
        fmt::format("it looks like nothing that is known: {}. Known are {}; --as says "
                    "which one it is",
                    contentsOf(given), fmt::join(known, ", ")));
}

/// Movements of no kind of their own are called after what is counted.
void nameKinds(Draft& draft) {
    for (DraftMovement& movement : draft.movements) {
        if (movement.kind.empty()) movement.kind = draft.unit.empty() ? "movements" : draft.unit;
    }
}

}  // namespace

std::vector<std::string> kindNames() {
    std::vector<std::string> names;
    for (const Kind& kind : kinds()) names.emplace_back(kind.name);
    return names;
}

std::optional<Made> makeFilm(const Order& order, core::Diagnostics& diagnostics) {
    Given given = look(order.paths, order.forms.encoding, order.permissions, diagnostics);
    if (diagnostics.hasErrors()) return std::nullopt;
    Made made;
    const Kind* kind = order.as.empty() ? kindOf(given, made.findings) : kindNamed(order.as);
    if (kind == nullptr) {
        refuse(given, order.paths.front(), diagnostics);
        return std::nullopt;
    }
    AtlasPlaces atlas(order.atlasFolder);
    Reading reading{order.forms, std::ref(atlas), made.findings, diagnostics};
    auto draft = kind->read(given, reading);
    if (draft) addAreas(given, reading, *draft);
    if (!draft || diagnostics.hasErrors()) return std::nullopt;
    if (draft->movements.empty() && draft->places.empty() && draft->maps.empty()) {
        diagnostics.error({order.paths.front(), 1, 1},
                          fmt::format("as {} it has nothing that can be shown", kind->what));
        return std::nullopt;
    }
    if (draft->title.empty()) draft->title = titleOf(given.names.front());
    nameKinds(*draft);
    made.kind = kind->name;
    made.what = kind->what;
    made.files = filmFiles(*draft, given.names, made.findings);
    return made;
}

}  // namespace ebbflow::intake
