#include "scene/schema.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "scene/key_table.hpp"
#include "scene/key_tables.hpp"

namespace ebbflow::scene {

namespace {

using Json = nlohmann::ordered_json;

// A language key, which must not take a caption's own key `at` for one.
constexpr std::string_view kLanguagePattern = "^(?!at$)[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$";
/// One end of a period: a year, which may be a far one or before Christ, with month, day and clock.
constexpr std::string_view kDatedEnd =
    "(\\.\\.|(AD )?(-?[0-9X]{1,4}|Y-?[0-9]+(E[0-9]+)?)[~?%]?"
    "(-[0-9X]{2}[~?%]?(-[0-9X]{2}[~?%]?)?)?"
    "([T ][0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})?)?( BC)?)?";

std::string datePattern() {
    return fmt::format("^{0}(/{0})?$", kDatedEnd);
}

Json ref(const Group& group) {
    return {{"$ref", fmt::format("#/definitions/{}", group.id)}};
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
    return {{"enum", key.takes.choices}};
}

Json piece(const Group& inside) {
    Json::array_t alternatives{yesNo(), ref(inside)};
    for (const Key* key : inside.keys) alternatives.push_back(choiceOf(*key));
    return anyOf(std::move(alternatives));
}

Json number(const Takes& takes) {
    Json result{{"type", "number"}};
    if (takes.maximum > takes.minimum) {
        result["minimum"] = takes.minimum;
        result["maximum"] = takes.maximum;
    }
    return result;
}

Json file(const Group& inside) {
    return anyOf({{{"type", "string"}}, ref(inside)});
}

Json table(const Takes& takes) {
    const Json files = file(fileKeys());
    Json::array_t alternatives{files, listOf(anyOf({files, ref(*takes.inside)}))};
    if (takes.orInside != nullptr) alternatives.push_back(ref(*takes.orInside));
    return anyOf(std::move(alternatives));
}

Json named(const Json& value) {
    return {{"type", "object"}, {"additionalProperties", value}};
}

Json valueOf(const Key& key) {
    Json word{{"type", {"string", "number"}}};
    Json time = pattern({"string", "number"}, "^(f[0-9]+|([0-9]+:){0,2}[0-9]+([.][0-9]+)?)$");
    Json point = anyOf({{{"type", "string"}}, ref(pointKeys())});
    const Json caption = anyOf({scalar(), ref(captionKeys())});
    Json language = pattern("string", "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$");
    const Group* const inside = key.takes.inside;
    switch (key.takes.shape) {
        case Shape::localText:
            return localText();
        case Shape::localTexts:
            return listOf(localText());
        case Shape::word:
            return word;
        case Shape::words:
            return oneOrMore(word);
        case Shape::wordsByName:
            return named(oneOrMore(word));
        case Shape::language:
            return language;
        case Shape::languages:
            return oneOrMore(language);
        case Shape::date:
            return pattern({"string", "integer"}, datePattern());
        case Shape::time:
            return time;
        case Shape::timeOrGroup:
            return anyOf({time, ref(*inside)});
        case Shape::pointsOrGroup:
            return anyOf({listOf(point), ref(*inside)});
        case Shape::number:
            return number(key.takes);
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
            return listOf(anyOf({{{"type", "string"}}, ref(pointKeys()), ref(*inside)}));
        case Shape::captions:
            return oneOrMore(caption);
        case Shape::choiceOrGroup:
            return anyOf({choiceOf(key), ref(*inside)});
        case Shape::oneOrMore:
            return oneOrMore(ref(*inside));
        case Shape::piece:
            return piece(*inside);
        case Shape::onOff:
            return yesNo();
        case Shape::counters:
            return anyOf({oneOrMore(word), ref(*inside), {{"const", false}}});
        case Shape::chart:
            return anyOf({ref(*inside), {{"enum", {false, "no", "off"}}}});
        case Shape::card:
            return anyOf({scalar(), ref(*inside)});
        case Shape::columns:
            return named(word);
        case Shape::fileSpec:
            return file(*inside);
        case Shape::fileSpecs:
            return oneOrMore(file(*inside));
        case Shape::table:
            return table(key.takes);
        case Shape::group:
            return ref(*inside);
        case Shape::groups:
            return listOf(ref(*inside));
        case Shape::named:
            return named(ref(*inside));
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

/// Names that hold a language: those of captions, and the columns name_ru, label_zh.
Json languageNames(const Group& group) {
    Json names = Json::object();
    if (group.languages == LanguageNames::keys) names[std::string(kLanguagePattern)] = scalar();
    if (group.languages != LanguageNames::columns) return names;
    for (const Key* key : group.keys) {
        if (key->takes.shape == Shape::localText)
            names[fmt::format("^{}_[A-Za-z]{{2,3}}(-[A-Za-z0-9]{{2,8}})*$", key->name)] = scalar();
    }
    return names;
}

Json requiredIn(const Group& group) {
    Json names = Json::array();
    for (const Key* key : group.keys) {
        if (!key->notes.needed.empty()) names.push_back(key->name);
    }
    return names;
}

Json objectOf(const Group& group) {
    Json properties = Json::object();
    for (const Key* key : group.keys) properties[std::string(key->name)] = propertyOf(*key);
    Json object{{"type", "object"}, {"properties", std::move(properties)}};
    if (Json names = languageNames(group); !names.empty())
        object["patternProperties"] = std::move(names);
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
    schema.update(objectOf(*groups().front()));
    Json definitions = Json::object();
    for (const Group* group : groups().subspan(1))
        definitions[std::string(group->id)] = objectOf(*group);
    schema["definitions"] = std::move(definitions);
    return schema.dump(2) + "\n";
}

}  // namespace ebbflow::scene
