#include "geo/vector_source.hpp"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include "geo/gdal_access.hpp"
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

struct Transformer {
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

struct Column {
    int index = -1;
    bool isDate = false;
};

class LayerReader {
public:
    LayerReader(const VectorRequest& request, core::Diagnostics& diagnostics)
        : request_(request), diagnostics_(diagnostics), session_(request.access, Role::shapes) {}

    std::vector<Feature> read();

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
    bool bindColumns();
    bool bindTransform();
    Column columnOf(const std::string& ours);
    std::optional<std::string> text(const OGRFeature& feature, const Column& column) const;
    bool readDates(const OGRFeature& source, Feature& into, FaultTally& faults) const;
    bool readShapes(OGRFeature& source, Feature& into, FaultTally& faults) const;

    const VectorRequest& request_;
    core::Diagnostics& diagnostics_;
    GdalSession session_;
    GDALDatasetUniquePtr dataset_;
    OGRLayer* layer_ = nullptr;
    std::unique_ptr<OGRCoordinateTransformation, Transformer> transform_;
    std::vector<Column> columns_;
    std::vector<std::pair<std::string, Column>> names_;  ///< language tag and column
    Column from_, to_;
};

bool LayerReader::open() {
    const std::string& path = request_.file.path;
    if (const std::string fault = fileFault(path, request_.access); !fault.empty()) {
        fail(fault);
        return false;
    }
    dataset_.reset(GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY));
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
    if (!layer_ && dataset_->GetLayerCount() > 0) layer_ = dataset_->GetLayer(0);
    if (!layer_) fail("holds no layers");
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

Column LayerReader::columnOf(const std::string& ours) {
    const auto& mapped = request_.file.columns;
    const auto rule = std::ranges::find(mapped, ours, &std::pair<std::string, std::string>::first);
    const std::string& theirs = rule == mapped.end() ? ours : rule->second;
    OGRFeatureDefn* definition = layer_->GetLayerDefn();
    const int index = definition->GetFieldIndex(theirs.c_str());
    if (index < 0) return {};
    const OGRFieldType type = definition->GetFieldDefn(index)->GetType();
    return {index, type == OFTDate || type == OFTDateTime};
}

bool LayerReader::bindColumns() {
    std::vector<std::string> theirs;
    OGRFeatureDefn* definition = layer_->GetLayerDefn();
    for (int i = 0; i < definition->GetFieldCount(); ++i) {
        theirs.emplace_back(definition->GetFieldDefn(i)->GetNameRef());
    }
    bool sound = true;
    for (const auto& [ours, name] : request_.file.columns) {
        if (definition->GetFieldIndex(name.c_str()) >= 0) continue;
        fail(fmt::format("layer `{}` has no column `{}` for `{}`{}", layer_->GetName(), name, ours,
                         core::didYouMean(name, theirs)));
        sound = false;
    }
    for (const std::string& field : request_.fields) columns_.push_back(columnOf(field));
    for (const auto& [ours, name] : request_.file.columns) theirs.push_back(ours);
    for (const std::string& name : theirs) {
        const bool plain = name == "name", tagged = name.starts_with("name_");
        const std::string tag = plain ? "" : name.substr(std::min<std::size_t>(5, name.size()));
        const bool known =
            std::ranges::find(names_, tag, [](const auto& n) { return n.first; }) != names_.end();
        if ((plain || tagged) && !known) names_.emplace_back(tag, columnOf(name));
    }
    from_ = columnOf("valid_from");
    to_ = columnOf("valid_to");
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

std::optional<std::string> LayerReader::text(const OGRFeature& feature, const Column& c) const {
    if (c.index < 0 || !feature.IsFieldSetAndNotNull(c.index)) return std::nullopt;
    if (!c.isDate) return std::string(feature.GetFieldAsString(c.index));
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, zone = 0;
    feature.GetFieldAsDateTime(c.index, &year, &month, &day, &hour, &minute, &second, &zone);
    return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

bool LayerReader::readDates(const OGRFeature& source, Feature& into, FaultTally& faults) const {
    bool sound = true;
    const auto period = [&](const Column& column) -> std::optional<core::Period> {
        const auto value = text(source, column);
        if (!value || value->empty() || *value == "..") return std::nullopt;
        auto parsed = core::parsePeriod(*value);
        if (!parsed.period) {
            faults.add(into.number, fmt::format("date `{}`: {}", *value, parsed.fault));
            sound = false;
        }
        return parsed.period;
    };
    if (const auto from = period(from_)) into.valid.from = from->first();
    if (const auto to = period(to_)) into.valid.to = to->last();
    if (into.valid.from && into.valid.to && *into.valid.to < *into.valid.from) {
        faults.add(into.number, "valid_to is before valid_from");
        sound = false;
    }
    return sound;
}

bool LayerReader::readShapes(OGRFeature& source, Feature& into, FaultTally& faults) const {
    if (request_.kind == ShapeKind::none) return true;
    OGRGeometry* geometry = source.GetGeometryRef();
    if (!geometry || geometry->IsEmpty()) {
        faults.add(into.number, "has no shape");
        return false;
    }
    if (!canHold(static_cast<int>(geometry->getGeometryType()), request_.kind)) {
        faults.add(into.number,
                   fmt::format("is a {}, and `{}` needs {}", geometry->getGeometryName(),
                               request_.role, plural(request_.kind)));
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

std::vector<Feature> LayerReader::read() {
    std::vector<Feature> features;
    if (!open() || !chooseLayer() || !checkKind() || !bindColumns() || !bindTransform()) {
        return features;
    }
    FaultTally faults(diagnostics_, request_);
    bool any = false;
    const core::Limits& limits = request_.access.limits;
    std::uint64_t vertices = 0, crossings = 0;
    for (const auto& source : *layer_) {
        any = true;
        if (features.size() >= limits.rows) {
            fail(fmt::format("has more than {} features; {}", limits.rows, core::kLiftLimits));
            return {};
        }
        Feature feature;
        feature.number = source->GetFID();
        for (const Column& column : columns_) feature.values.push_back(text(*source, column));
        for (const auto& [tag, column] : names_) {
            const auto word = text(*source, column);
            if (word && !word->empty()) feature.name.words.emplace_back(tag, *word);
        }
        const bool dated = readDates(*source, feature, faults);
        const bool shaped = readShapes(*source, feature, faults);
        vertices += vertexCount(feature);
        if (vertices > limits.vertices) {
            fail(fmt::format("has more than {} points up to feature {}; {}", limits.vertices,
                             feature.number, core::kLiftLimits));
            return {};
        }
        crossings += crossingCount(feature, limits.crossings);
        if (crossings > limits.crossings) {
            fail(
                fmt::format("feature {}: its outline crosses itself; the layer has more than {} "
                            "such crossings up to it; {}",
                            feature.number, limits.crossings, core::kLiftLimits));
            return {};
        }
        if (shaped && dated) features.push_back(std::move(feature));
    }
    const std::string complaint = session_.takeMessage("");
    if (!complaint.empty()) fail("cannot be read to its end: " + complaint);
    if (!any && complaint.empty()) {
        fail(fmt::format("layer `{}` is empty", layer_->GetName()));
    }
    return features;
}

}  // namespace

std::vector<Feature> readVector(const VectorRequest& request, core::Diagnostics& diagnostics) {
    return LayerReader(request, diagnostics).read();
}

}  // namespace ebbflow::geo
