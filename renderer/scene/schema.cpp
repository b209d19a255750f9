#include "scene/schema.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "scene/keys.hpp"

namespace ebbflow::scene {

namespace {

using Json = nlohmann::ordered_json;

// A language key, which must not take a caption's own key `at` for one.
constexpr std::string_view kLanguagePattern = "^(?!at$)[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$";
constexpr std::string_view kDatePattern =
    "^(\\.\\.|[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[~?%]?)?(/"
    "(\\.\\.|[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[~?%]?)?)?$";

std::string_view idOf(Group group) {
    switch (group) {
        case Group::none:
            return "none";
        case Group::film:
            return "film";
        case Group::frame:
            return "frame";
        case Group::map:
            return "map";
        case Group::layers:
            return "layers";
        case Group::file:
            return "file";
        case Group::flowmap:
            return "flowmap";
        case Group::flow:
            return "flow";
        case Group::screen:
            return "screen";
        case Group::piece:
            return "piece";
        case Group::counters:
            return "counters";
        case Group::chart:
            return "chart";
        case Group::style:
            return "style";
        case Group::fonts:
            return "fonts";
        case Group::card:
            return "card";
        case Group::image:
            return "image";
        case Group::mark:
            return "mark";
        case Group::chapter:
            return "chapter";
        case Group::step:
            return "step";
        case Group::transition:
            return "transition";
        case Group::camera:
            return "camera";
        case Group::stop:
            return "stop";
        case Group::ambience:
            return "ambience";
        case Group::point:
            return "point";
        case Group::caption:
            return "caption";
        case Group::movement:
            return "movement";
        case Group::place:
            return "place";
        case Group::site:
            return "site";
        case Group::figure:
            return "figure";
        case Group::source:
            return "source";
        case Group::sound:
            return "sound";
    }
    return "none";
}

Json ref(Group group) {
    return {{"$ref", fmt::format("#/definitions/{}", idOf(group))}};
}

Json anyOf(Json::array_t alternatives) {
    return {{"anyOf", std::move(alternatives)}};
}

Json listOf(const Json& item) {
    return {{"type", "array"}, {"items", item}, {"minItems", 1}};
}

/// One value or a list of them.
Json oneOrMore(const Json& item) {
    return anyOf({item, listOf(item)});
}

/// Words as editors' parsers see them: `caption: no` and `title: 1949` are texts too.
Json scalar() {
    return {{"type", {"string", "number", "boolean"}}};
}

Json pattern(Json types, std::string_view expression) {
    return {{"type", std::move(types)}, {"pattern", expression}};
}

Json perLanguage() {
    return {{"type", "object"},
            {"patternProperties", {{std::string(kLanguagePattern), scalar()}}},
            {"additionalProperties", false},
            {"minProperties", 1}};
}

Json localText() {
    return anyOf({scalar(), perLanguage()});
}

Json yesNo() {
    return anyOf({{{"type", "boolean"}}, {{"enum", {"yes", "no", "on", "off", "true", "false"}}}});
}

Json choiceOf(const Key& key) {
    return {{"enum", splitChoices(key.choices)}};
}

Json piece() {
    Json::array_t alternatives{yesNo(), ref(Group::piece)};
    for (const Key& key : keysOf(Group::piece)) alternatives.push_back(choiceOf(key));
    return anyOf(std::move(alternatives));
}

Json number(const Key& key) {
    Json result{{"type", "number"}};
    if (key.maximum > key.minimum) {
        result["minimum"] = key.minimum;
        result["maximum"] = key.maximum;
    }
    return result;
}

Json file() {
    return anyOf({{{"type", "string"}}, ref(Group::file)});
}

Json table(const Key& key) {
    Json::array_t alternatives{file(), listOf(anyOf({file(), ref(key.group)}))};
    if (key.name == "movements") alternatives.push_back(ref(Group::flowmap));
    return anyOf(std::move(alternatives));
}

Json named(const Json& value) {
    return {{"type", "object"}, {"additionalProperties", value}};
}

Json valueOf(const Key& key) {
    Json word{{"type", {"string", "number"}}};
    Json point = anyOf({{{"type", "string"}}, ref(Group::point)});
    const Json caption = anyOf({scalar(), ref(Group::caption)});
    Json language = pattern("string", "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$");
    switch (key.shape) {
        case Shape::localText:
            return localText();
        case Shape::word:
            return word;
        case Shape::words:
            return oneOrMore(word);
        case Shape::language:
            return language;
        case Shape::languages:
            return oneOrMore(language);
        case Shape::date:
            return pattern({"string", "integer"}, kDatePattern);
        case Shape::time:
            return pattern({"string", "number"}, "^(f[0-9]+|([0-9]+:){0,2}[0-9]+([.][0-9]+)?)$");
        case Shape::number:
            return number(key);
        case Shape::count:
            return {{"type", "integer"}, {"minimum", 1}};
        case Shape::width:
            return pattern({"string", "number"}, "^[0-9]+([.][0-9]+)? *(km)?$");
        case Shape::size:
            return pattern("string", "^[0-9]+x[0-9]+$");
        case Shape::rate:
            return pattern({"string", "number"}, "^[0-9]+([/.][0-9]+)?$");
        case Shape::timecode:
            return pattern("string", "^[0-9]{2}:[0-9]{2}:[0-9]{2}[:;][0-9]{2}$");
        case Shape::colour:
            return pattern("string", "^([a-z]+|#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8}))$");
        case Shape::choice:
            return choiceOf(key);
        case Shape::projection:
            return {{"type", "string"}};
        case Shape::point:
            return point;
        case Shape::points:
            return oneOrMore(point);
        case Shape::stops:
            return listOf(anyOf({{{"type", "string"}}, ref(Group::point), ref(key.group)}));
        case Shape::captions:
            return oneOrMore(caption);
        case Shape::choiceOrGroup:
            return anyOf({choiceOf(key), ref(key.group)});
        case Shape::oneOrMore:
            return oneOrMore(ref(key.group));
        case Shape::piece:
            return piece();
        case Shape::onOff:
            return yesNo();
        case Shape::counters:
            return anyOf({oneOrMore(word), ref(key.group), {{"const", false}}});
        case Shape::chart:
            return anyOf({ref(key.group), {{"enum", {false, "no", "off"}}}});
        case Shape::card:
            return anyOf({scalar(), ref(key.group)});
        case Shape::columns:
            return named(word);
        case Shape::fileSpec:
            return file();
        case Shape::table:
            return table(key);
        case Shape::group:
            return ref(key.group);
        case Shape::groups:
            return listOf(ref(key.group));
        case Shape::named:
            return named(ref(key.group));
        case Shape::texts:
            return named(localText());
        case Shape::cell:
            return scalar();
    }
    return {};
}

Json propertyOf(const Key& key) {
    Json property{{"description",
                   fmt::format("{} Example: `{}: {}`", key.description, key.name, key.example)}};
    Json value = valueOf(key);
    // In draft-07 whatever stands beside a `$ref` is ignored.
    if (value.contains("$ref"))
        property["allOf"] = Json::array({std::move(value)});
    else
        property.update(value);
    return property;
}

/// Keys whose names hold a language: those of captions, and the columns name_ru, label_zh.
Json languageKeys(Group group) {
    Json keys = Json::object();
    if (group == Group::caption || group == Group::card)
        keys[std::string(kLanguagePattern)] = scalar();
    const bool isRow = group == Group::place || group == Group::site || group == Group::figure ||
                       group == Group::source;
    for (const Key& key : keysOf(group)) {
        if (isRow && key.shape == Shape::localText) {
            keys[fmt::format("^{}_[A-Za-z]{{2,3}}(-[A-Za-z0-9]{{2,8}})*$", key.name)] = scalar();
        }
    }
    return keys;
}

Json requiredIn(Group group) {
    switch (group) {
        case Group::film:
            return Json::array({"chapters"});
        case Group::file:
            return Json::array({"file"});
        case Group::flowmap:
            return Json::array({"locations", "flows"});
        case Group::point:
            return Json::array({"lat", "lon"});
        case Group::stop:
            return Json::array({"center"});
        case Group::transition:
        case Group::ambience:
            return Json::array({"kind"});
        case Group::counters:
            return Json::array({"figures"});
        case Group::image:
            return Json::array({"file", "credit"});
        case Group::sound:
            return Json::array({"file"});
        default:
            return Json::array();
    }
}

Json objectOf(Group group) {
    Json properties = Json::object();
    for (const Key& key : keysOf(group)) properties[std::string(key.name)] = propertyOf(key);
    Json object{{"type", "object"}, {"properties", std::move(properties)}};
    if (Json keys = languageKeys(group); !keys.empty())
        object["patternProperties"] = std::move(keys);
    if (Json required = requiredIn(group); !required.empty())
        object["required"] = std::move(required);
    object["additionalProperties"] = false;
    return object;
}

}  // namespace

std::string schemaText() {
    Json schema{{"$schema", "http://json-schema.org/draft-07/schema#"},
                {"title", "ebbflow scene"},
                {"description", "A script from which ebbflow makes an animated map."}};
    schema.update(objectOf(Group::film));
    Json definitions = Json::object();
    for (const Group group : kInnerGroups) definitions[std::string(idOf(group))] = objectOf(group);
    schema["definitions"] = std::move(definitions);
    return schema.dump(2) + "\n";
}

}  // namespace ebbflow::scene
