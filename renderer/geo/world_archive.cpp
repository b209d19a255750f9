#include "geo/world_archive.hpp"

#include <cereal/archives/binary.hpp>
#include <cereal/types/optional.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/utility.hpp>
#include <cereal/types/vector.hpp>
#include <istream>
#include <ostream>
#include <streambuf>
#include <type_traits>

// cereal finds what a type is made of in the type's namespace.

namespace ebbflow::core {

template <class Archive>
void serialize(Archive& archive, Day& day) {
    archive(day.number);
}
template <class Archive>
void serialize(Archive& archive, Validity& valid) {
    archive(valid.from, valid.to);
}
template <class Archive>
void serialize(Archive& archive, LocalText& text) {
    archive(text.words);
}
template <class Archive>
void serialize(Archive& archive, LonLat& position) {
    archive(position.lon, position.lat);
}
template <class Archive>
void serialize(Archive& archive, MapBox& box) {
    archive(box.minX, box.minY, box.maxX, box.maxY);
}

}  // namespace ebbflow::core

namespace ebbflow::geo {

namespace {

/// Many plain values at once, which must have no bytes between their members.
template <class Archive, class T>
void bulk(Archive& archive, std::vector<T>& values) {
    static_assert(std::is_trivially_copyable_v<T>);
    std::uint64_t count = values.size();
    archive(count);
    values.resize(count);
    archive(cereal::binary_data(values.data(), count * sizeof(T)));
}

/// A text that is read where it lies.
class View : public std::streambuf {
public:
    explicit View(std::string_view text) {
        char* begin = const_cast<char*>(text.data());  // streambuf's way; it is only read
        setg(begin, begin, begin + text.size());
    }
};

/// A text that is written at its end.
class Growing : public std::streambuf {
public:
    std::string text;

protected:
    std::streamsize xsputn(const char* from, std::streamsize count) override {
        text.append(from, static_cast<std::size_t>(count));
        return count;
    }
    int_type overflow(int_type c) override {
        text.push_back(traits_type::to_char_type(c));
        return c;
    }
};

template <class... Parts>
std::string pack(const Parts&... parts) {
    Growing buffer;
    std::ostream stream(&buffer);
    cereal::BinaryOutputArchive archive(stream);
    archive(parts...);
    return std::move(buffer.text);
}

template <class... Parts>
void unpack(std::string_view bytes, Parts&... parts) {
    View buffer(bytes);
    std::istream stream(&buffer);
    cereal::BinaryInputArchive archive(stream);
    archive(parts...);
}

}  // namespace

template <class Archive>
void serialize(Archive& archive, PlaceName& name) {
    archive(name.name, name.valid);
}
template <class Archive>
void serialize(Archive& archive, Place& place) {
    archive(place.id, place.position, place.names, place.aliases, place.country, place.rank,
            place.own);
}
template <class Archive>
void serialize(Archive& archive, Route& route) {
    archive(route.id, route.name, route.points);
}
template <class Archive>
void serialize(Archive& archive, MapName& name) {
    archive(name.kind, name.id, name.name, name.valid, name.position, name.rank);
}
template <class Archive>
void serialize(Archive& archive, LayerScale& scale) {
    archive(scale.layer, scale.finestMetres);
}
template <class Archive>
void serialize(Archive& archive, Area& area) {
    archive(area.id, area.name, area.valid, area.firstIndex, area.indexCount, area.bounds,
            area.areaKm2);
}
template <class Archive>
void serialize(Archive& archive, AreaLayer& layer) {
    bulk(archive, layer.vertices);
    bulk(archive, layer.indices);
    archive(layer.areas);
}
template <class Archive>
void serialize(Archive& archive, Line& line) {
    archive(line.id, line.kind, line.left, line.right, line.name, line.valid, line.rank,
            line.firstStrip, line.stripCount, line.bounds);
}
template <class Archive>
void serialize(Archive& archive, Strip& strip) {
    archive(strip.firstPoint, strip.pointCount, strip.closed);
}
template <class Archive>
void serialize(Archive& archive, LineLayer& layer) {
    bulk(archive, layer.points);
    archive(layer.strips, layer.lines);
}
template <class Archive>
void serialize(Archive& archive, Relief& relief) {
    archive(relief.width, relief.height, relief.extent);
    bulk(archive, relief.metres);
}

std::string packPlaces(const World& world) {
    return pack(world.gazetteer.all(), world.routes, world.names, world.scales, world.notices,
                world.statesKnown);
}

void unpackPlaces(std::string_view bytes, World& world) {
    std::vector<Place> places;
    World read{.projection = world.projection.clone()};
    unpack(bytes, places, read.routes, read.names, read.scales, read.notices, read.statesKnown);
    for (const Place& place : places) read.gazetteer.add(place);
    world = std::move(read);
}

std::string packShapes(const World& world) {
    return pack(world.land, world.states, world.lakes, world.coast, world.borders, world.rivers,
                world.rail, world.graticule, world.relief);
}

void unpackShapes(std::string_view bytes, World& world) {
    unpack(bytes, world.land, world.states, world.lakes, world.coast, world.borders, world.rivers,
           world.rail, world.graticule, world.relief);
}

}  // namespace ebbflow::geo
