#include "geo/vector_source.hpp"

#include <array>
#include <filesystem>

#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include "core/file_texts.hpp"
#include "geo/bind_columns.hpp"
#include "geo/column_advice.hpp"
#include "geo/gdal_access.hpp"
#include "geo/kml_times.hpp"
#include "geo/layer_bytes.hpp"
#include "geo/layer_choice.hpp"
#include "geo/ogr_shapes.hpp"
#include "geo/self_crossings.hpp"

namespace ebbflow::geo {

namespace {

const char* plural(ShapeKind kind) {
    switch (kind) {
        case ShapeKind::polygons:
            return "polygons";
        case ShapeKind::lines:
            return "lines";
        case ShapeKind::points:
            return "points";
        case ShapeKind::none:
            return "rows";
    }
    return "shapes";
}

struct TransformEnds {
    void operator()(OGRCoordinateTransformation* t) const {
        OGRCoordinateTransformation::DestroyCT(t);
    }
};

/// A fault that many features share is shown a few times and then counted.
class FaultTally {
public:
    FaultTally(core::Diagnostics& diagnostics, const VectorRequest& request)
        : diagnostics_(diagnostics), request_(request) {}
    ~FaultTally() {
        if (count_ <= kShown) return;
        diagnostics_.error(request_.file.place,
                           fmt::format("{}: {} more features are faulty in the same ways",
                                       request_.file.path, count_ - kShown));
    }
    FaultTally(const FaultTally&) = delete;
    FaultTally& operator=(const FaultTally&) = delete;

    void add(long long feature, const std::string& fault) {
        if (++count_ > kShown) return;
        diagnostics_.error(request_.file.place,
                           fmt::format("{}: feature {}: {}{} it is left out", request_.file.path,
                                       feature, fault, fault.ends_with('?') ? "" : ";"));
    }

private:
    static constexpr int kShown = 5;
    core::Diagnostics& diagnostics_;
    const VectorRequest& request_;
    int count_ = 0;
};

/// Features that are left out without being faulty: told once, by the first that are.
class LeftOut {
public:
    void withoutShape(long long feature) { add(shapeless_, feature); }
    void ofOtherKind(long long feature, std::string_view kind) {
        if (others_.count == 0) firstKind_ = kind;
        add(others_, feature);
    }
    /// `any`: whether the layer has features that are not left out.
    void say(const VectorRequest& request, bool any, core::Diagnostics& diagnostics) const;

private:
    struct Numbers {
        long long count = 0;
        std::vector<long long> first;
    };
    static void add(Numbers& numbers, long long feature) {
        constexpr std::size_t kShown = 3;
        ++numbers.count;
        if (numbers.first.size() < kShown) numbers.first.push_back(feature);
    }
    static std::string words(const Numbers& numbers) {
        const auto more = numbers.count - static_cast<long long>(numbers.first.size());
        return fmt::format("feature{} {}{}", numbers.count == 1 ? "" : "s",
                           fmt::join(numbers.first, ", "),
                           more > 0 ? fmt::format(" and {} more", more) : std::string{});
    }

    Numbers shapeless_, others_;
    std::string firstKind_;
};

void LeftOut::say(const VectorRequest& request, bool any, core::Diagnostics& diagnostics) const {
    const auto tell = [&](const std::string& message) {
        if (any)
            diagnostics.warning(request.file.place, message);
        else
            diagnostics.error(request.file.place, message);
    };
    if (shapeless_.count > 0) {
        tell(fmt::format("{}: {}: {}", request.file.path, words(shapeless_),
                         shapeless_.count == 1 ? "has no shape and is left out"
                                               : "have no shape and are left out"));
    }
    if (others_.count > 0) {
        tell(fmt::format("{}: {}: is a {}, and `{}` needs {}; {} left out", request.file.path,
                         words(others_), firstKind_, request.role, plural(request.kind),
                         others_.count == 1 ? "it is" : "they are"));
    }
}

class LayerReader {
public:
    LayerReader(const VectorRequest& request, core::Diagnostics& diagnostics)
        : request_(request), diagnostics_(diagnostics), session_(request.access, Role::shapes) {}

    std::vector<Feature> read();
    std::vector<std::pair<std::string, std::string>> likelyColumns();

private:
    /// What a source of the file was refused is the cause of what is wrong with the file.
    void fail(const std::string& message) {
        const std::string refusal = session_.takeRefusal();
        diagnostics_.error(request_.file.place, fmt::format("{}: {}", request_.file.path,
                                                            refusal.empty() ? message : refusal));
    }
    bool open();
    bool chooseLayer();
    bool namedLayer();
    bool checkKind();
    bool bind();
    bool bindTransform();
    struct DateText {
        std::string column, text;
    };
    void readKmlTimes();
    [[nodiscard]] std::array<DateText, 2> dateTexts(const OGRFeature& source,
                                                    std::size_t row) const;
    bool readDates(const std::array<DateText, 2>& texts, Feature& into, FaultTally& faults) const;
    bool readShapes(OGRFeature& source, Feature& into, FaultTally& faults);
    Feature featureOf(const OGRFeature& source) const;
    void sayWhatIsNotRead(const ColumnAdvice& advice, const std::vector<Feature>& features);
    void turnTexts(std::vector<Feature>& features, FaultTally& faults);

    const VectorRequest& request_;
    core::Diagnostics& diagnostics_;
    GdalSession session_;
    VectorFile dataset_;
    OGRLayer* layer_ = nullptr;
    std::unique_ptr<OGRCoordinateTransformation, TransformEnds> transform_;
    BoundColumns columns_;
    std::vector<KmlTime> times_;  ///< by row; empty but for KML with times
    LeftOut leftOut_;
};

bool LayerReader::open() {
    const std::string& path = request_.file.path;
    if (const std::string fault = fileFault(path, request_.access); !fault.empty()) {
        fail(fault);
        return false;
    }
    dataset_ = openVector(request_.file);
    if (!dataset_) {
        std::error_code ignored;
        const bool folder = std::filesystem::is_directory(path, ignored);
        fail(folder ? "is a folder without map data that GDAL reads; name a file in it"
                    : "cannot be opened as map data: " +
                          session_.takeMessage("GDAL knows no such format"));
        return false;
    }
    return true;
}

bool LayerReader::namedLayer() {
    const std::string& wanted = request_.file.layer;
    layer_ = dataset_->GetLayerByName(wanted.c_str());
    if (layer_) return true;
    std::vector<std::string> names;
    for (OGRLayer* layer : dataset_->GetLayers()) names.emplace_back(layer->GetName());
    fail(fmt::format("has no layer `{}`{} (it has: {})", wanted, core::didYouMean(wanted, names),
                     fmt::join(names, ", ")));
    return false;
}

bool LayerReader::chooseLayer() {
    if (!request_.file.layer.empty()) return namedLayer();
    if (!request_.preferredLayer.empty()) {
        layer_ = dataset_->GetLayerByName(request_.preferredLayer.c_str());
    }
    std::string fault = "holds no layers";
    if (!layer_) {
        layer_ =
            layerThatHolds(*dataset_, request_.kind, fmt::format("`{}`", request_.role), fault);
    }
    if (!layer_) fail(fault);
    return layer_ != nullptr;
}

bool LayerReader::checkKind() {
    const OGRwkbGeometryType type = layer_->GetGeomType();
    if (request_.kind == ShapeKind::none) return true;
    if (type != wkbNone && canHold(static_cast<int>(type), request_.kind)) return true;
    fail(fmt::format("layer `{}` holds {}, and `{}` needs {}", layer_->GetName(),
                     type == wkbNone ? "no shapes" : OGRGeometryTypeToName(type), request_.role,
                     plural(request_.kind)));
    return false;
}

bool LayerReader::bind() {
    const OGRFeatureDefn& definition = *layer_->GetLayerDefn();
    std::vector<std::string> theirs;
    for (int i = 0; i < definition.GetFieldCount(); ++i)
        theirs.emplace_back(definition.GetFieldDefn(i)->GetNameRef());
    bool sound = true;
    for (const auto& [ours, name] : request_.file.columns) {
        if (definition.GetFieldIndex(name.c_str()) >= 0) continue;
        fail(fmt::format("layer `{}` has no column `{}` for `{}`{} (it has: {})", layer_->GetName(),
                         name, ours, core::didYouMean(name, theirs), fmt::join(theirs, ", ")));
        sound = false;
    }
    columns_ = bindColumns(definition, request_.fields, request_.file);
    return sound;
}

bool LayerReader::bindTransform() {
    if (request_.kind == ShapeKind::none) return true;
    const OGRSpatialReference* source = layer_->GetSpatialRef();
    if (!source) {
        diagnostics_.warning(request_.file.place,
                             fmt::format("{}: says nothing of its coordinate system; taken as "
                                         "degrees of WGS 84, longitude first",
                                         request_.file.path));
        return true;
    }
    OGRSpatialReference degrees;
    degrees.SetWellKnownGeogCS("WGS84");
    degrees.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    OGRSpatialReference theirs(*source);
    theirs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    if (theirs.IsSame(&degrees)) return true;
    transform_.reset(OGRCreateCoordinateTransformation(&theirs, &degrees));
    if (!transform_) {
        fail("its coordinate system cannot be turned into degrees: " +
             session_.takeMessage("PROJ finds no way"));
    }
    return transform_ != nullptr;
}

void LayerReader::readKmlTimes() {
    if (!endsWith(request_.file.path, ".kml") && !endsWith(request_.file.path, ".kmz")) return;
    std::vector<std::string> names;
    const int name = layer_->GetLayerDefn()->GetFieldIndex("Name");
    for (const auto& feature : *layer_)
        names.emplace_back(name < 0 ? "" : feature->GetFieldAsString(name));
    layer_->ResetReading();
    std::string fault;
    const auto root = readXml(request_.file.path, request_.access.limits, fault);
    if (!fault.empty()) fail(fault);
    (void)session_.takeMessage({});
    if (!root) return;
    times_ = kmlTimes(*root, layer_->GetName(), names).value_or(std::vector<KmlTime>{});
}

/// The texts of `valid_from` and `valid_to`, each with what it is called in the file.
std::array<LayerReader::DateText, 2> LayerReader::dateTexts(const OGRFeature& source,
                                                            std::size_t row) const {
    if (row < times_.size()) return {{{"begin", times_[row].begin}, {"end", times_[row].end}}};
    const auto of = [&](const Column& column) -> DateText {
        if (column.index < 0) return {};
        return {source.GetFieldDefnRef(column.index)->GetNameRef(),
                cellText(source, column).value_or("")};
    };
    return {of(columns_.from), of(columns_.to)};
}

bool LayerReader::readDates(const std::array<DateText, 2>& texts, Feature& into,
                            FaultTally& faults) const {
    bool sound = true;
    const auto period = [&](const DateText& date) -> std::optional<core::Period> {
        if (date.text.empty() || date.text == "..") return std::nullopt;
        auto parsed = core::parsePeriod(date.text);
        if (!parsed.period) {
            faults.add(into.number, fmt::format("{}: date {}", date.column, parsed.fault));
            sound = false;
        }
        return parsed.period;
    };
    if (const auto from = period(texts[0])) into.valid.from = from->first();
    if (const auto to = period(texts[1])) into.valid.to = to->last();
    if (into.valid.from && into.valid.to && *into.valid.to < *into.valid.from) {
        faults.add(into.number, "valid_to is before valid_from");
        sound = false;
    }
    return sound;
}

bool LayerReader::readShapes(OGRFeature& source, Feature& into, FaultTally& faults) {
    if (request_.kind == ShapeKind::none) return true;
    OGRGeometry* geometry = source.GetGeometryRef();
    if (!geometry || geometry->IsEmpty()) {
        leftOut_.withoutShape(into.number);
        return false;
    }
    if (!canHold(static_cast<int>(geometry->getGeometryType()), request_.kind)) {
        leftOut_.ofOtherKind(into.number, geometry->getGeometryName());
        return false;
    }
    if (transform_ && geometry->transform(transform_.get()) != OGRERR_NONE) {
        faults.add(into.number, "its coordinates cannot be turned into degrees");
        return false;
    }
    const std::string fault = addShapes(*geometry, request_.kind, into);
    if (!fault.empty()) faults.add(into.number, fault);
    return !(into.polygons.empty() && into.lines.empty() && into.points.empty());
}

std::size_t vertexCount(const Feature& feature) {
    std::size_t count = feature.points.size();
    for (const Polyline& line : feature.lines) count += line.points.size();
    for (const Polygon& polygon : feature.polygons) {
        for (const Ring& ring : polygon.rings) count += ring.size();
    }
    return count;
}

/// Nothing is counted where nothing is forbidden.
std::uint64_t crossingCount(const Feature& feature, std::uint64_t most) {
    std::uint64_t count = 0;
    if (most == core::Limits::none().crossings) return count;
    for (const Polygon& polygon : feature.polygons) count += selfCrossings(polygon, most);
    return count;
}

/// What a layer has come to, held against the limits.
class Amount {
public:
    explicit Amount(const core::Limits& limits) : limits_(limits) {}
    /// What is too much with this feature, or nothing.
    std::string add(const Feature& feature) {
        if (++features_ > limits_.rows)
            return fmt::format("has more than {} features; {}", limits_.rows, core::kLiftLimits);
        vertices_ += vertexCount(feature);
        if (vertices_ > limits_.vertices) {
            return fmt::format("has more than {} points up to feature {}; {}", limits_.vertices,
                               feature.number, core::kLiftLimits);
        }
        crossings_ += crossingCount(feature, limits_.crossings);
        if (crossings_ <= limits_.crossings) return {};
        return fmt::format(
            "feature {}: its outline crosses itself; the layer has more than {} such "
            "crossings up to it; {}",
            feature.number, limits_.crossings, core::kLiftLimits);
    }

private:
    core::Limits limits_;
    std::uint64_t features_ = 0, vertices_ = 0, crossings_ = 0;
};

Feature LayerReader::featureOf(const OGRFeature& source) const {
    Feature feature;
    feature.number = source.GetFID();
    for (const Column& column : columns_.fields) feature.values.push_back(cellText(source, column));
    for (const auto& [tag, column] : columns_.names) {
        const auto word = cellText(source, column);
        if (word && !word->empty()) feature.name.words.emplace_back(tag, *word);
    }
    return feature;
}

void LayerReader::sayWhatIsNotRead(const ColumnAdvice& advice,
                                   const std::vector<Feature>& features) {
    leftOut_.say(request_, !features.empty(), diagnostics_);
    if (request_.own) advice.say(request_.file, diagnostics_);
}

/// Calls `act` with each text of the feature.
template <class Act>
void eachText(Feature& feature, Act act) {
    for (auto& value : feature.values)
        if (value) act(*value);
    for (auto& [language, word] : feature.name.words) act(word);
}

void LayerReader::turnTexts(std::vector<Feature>& features, FaultTally& faults) {
    core::FileTexts texts(request_.file.encoding, keepsBytes(*layer_));
    for (Feature& feature : features)
        eachText(feature, [&](const std::string& text) { texts.see(text); });
    const auto verdict = texts.settle();
    if (!verdict.remark.empty())
        diagnostics_.warning(request_.file.place,
                             fmt::format("{}: {}", request_.file.path, verdict.remark));
    if (!verdict.fault.empty()) {
        fail(verdict.fault);
        features.clear();
    }
    for (Feature& feature : features) {
        bool all = true;
        eachText(feature, [&](std::string& text) { all = texts.turn(text) && all; });
        if (!all) faults.add(feature.number, "holds what is no " + texts.encoding());
    }
}

std::vector<Feature> LayerReader::read() {
    std::vector<Feature> features;
    if (!open() || !chooseLayer() || !checkKind() || !bind() || !bindTransform()) return features;
    FaultTally faults(diagnostics_, request_);
    ColumnAdvice advice(*layer_->GetLayerDefn(), columns_, request_.role);
    readKmlTimes();
    Amount amount(request_.access.limits);
    std::size_t row = 0;
    for (const auto& source : *layer_) {
        if (request_.own) advice.look(*source);
        Feature feature = featureOf(*source);
        const bool dated = readDates(dateTexts(*source, row++), feature, faults);
        const bool shaped = readShapes(*source, feature, faults);
        if (const std::string fault = amount.add(feature); !fault.empty()) {
            fail(fault);
            return {};
        }
        if (shaped && dated) features.push_back(std::move(feature));
    }
    turnTexts(features, faults);
    sayWhatIsNotRead(advice, features);
    const std::string complaint = session_.takeMessage("");
    if (!complaint.empty()) fail("cannot be read to its end: " + complaint);
    if (row == 0 && complaint.empty()) {
        fail(fmt::format("layer `{}` is empty", layer_->GetName()));
    }
    return features;
}

std::vector<std::pair<std::string, std::string>> LayerReader::likelyColumns() {
    if (!open() || !chooseLayer() || !bind()) return {};
    ColumnAdvice advice(*layer_->GetLayerDefn(), columns_, request_.role);
    for (const auto& source : *layer_) advice.look(*source);
    return advice.found();
}

}  // namespace

std::vector<std::pair<std::string, std::string>> likelyColumns(const VectorRequest& request) {
    core::Diagnostics unsaid;
    return LayerReader(request, unsaid).likelyColumns();
}

std::vector<Feature> readVector(const VectorRequest& request, core::Diagnostics& diagnostics) {
    return LayerReader(request, diagnostics).read();
}

}  // namespace ebbflow::geo
