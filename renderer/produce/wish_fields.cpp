#include "produce/wish_fields.hpp"

#include <algorithm>
#include <type_traits>

#include <fmt/format.h>

#include "produce/refusal.hpp"
#include "produce/wish_forms.hpp"

namespace ebbflow::produce {

namespace {

enum class Where { wishes, presetsToo };
constexpr Where kPresetsToo = Where::presetsToo;

template <class T>
WishField field(std::string_view name, std::string_view says, T RenderWish::*member, Form<T> form,
                Where where = Where::wishes) {
    return {name,
            says,
            where == kPresetsToo,
            form.schema,
            [=](RenderWish& wish, const std::string& text) { wish.*member = form.parse(text); },
            [=](RenderWish& wish, const scene::Node& node) { wish.*member = form.read(node); },
            [=](const RenderWish& wish) {
                return wish.*member == RenderWish{}.*member ? Json() : form.write(wish.*member);
            }};
}

template <class T>
WishField field(std::string_view name, std::string_view says, std::optional<T> RenderWish::*member,
                Form<T> form, Where where = Where::wishes) {
    return {name,
            says,
            where == kPresetsToo,
            form.schema,
            [=](RenderWish& wish, const std::string& text) { wish.*member = form.parse(text); },
            [=](RenderWish& wish, const scene::Node& node) { wish.*member = form.read(node); },
            [=](const RenderWish& wish) {
                return wish.*member ? form.write(*(wish.*member)) : Json();
            }};
}

template <class T>
std::vector<T> parseAll(const std::string& text, const Form<T>& form) {
    std::vector<T> values;
    for (const std::string& part : dividedAtCommas(text)) values.push_back(form.parse(part));
    return values;
}

template <class T>
std::vector<T> readAll(const scene::Node& node, const Form<T>& form) {
    if (!node.isList())
        throw core::Failure(fmt::format("write a list, in [ ]; this is {}", describe(node)));
    std::vector<T> values;
    for (const scene::Node& item : node.items) values.push_back(form.read(item));
    return values;
}

template <class T>
Json writeAll(const std::vector<T>& values, const Form<T>& form) {
    Json list = Json::array();
    for (const T& value : values) list.push_back(form.write(value));
    return list;
}

template <class T>
WishField list(std::string_view name, std::string_view says, std::vector<T> RenderWish::*member,
               Form<T> form, Where where = Where::wishes) {
    return {name,
            says,
            where == kPresetsToo,
            Json{{"type", "array"}, {"items", form.schema}},
            [=](RenderWish& wish, const std::string& text) { wish.*member = parseAll(text, form); },
            [=](RenderWish& wish, const scene::Node& node) { wish.*member = readAll(node, form); },
            [=](const RenderWish& wish) {
                return (wish.*member).empty() ? Json() : writeAll(wish.*member, form);
            }};
}

WishField permission(std::string_view name, std::string_view says,
                     bool core::Permissions::*member) {
    const Form<bool> form = yesOrNo();
    return {name,
            says,
            false,
            form.schema,
            [=](RenderWish& wish, const std::string& text) {
                wish.permissions.*member = form.parse(text);
            },
            [=](RenderWish& wish, const scene::Node& node) {
                wish.permissions.*member = form.read(node);
            },
            [=](const RenderWish& wish) {
                return wish.permissions.*member ? form.write(true) : Json();
            }};
}

WishField allowedFolders() {
    const Form<std::string> form = anyText();
    return {"allow",
            "folders that the scene may read, besides its own",
            false,
            Json{{"type", "array"}, {"items", form.schema}},
            [=](RenderWish& wish, const std::string& text) {
                wish.permissions.allow = parseAll(text, form);
            },
            [=](RenderWish& wish, const scene::Node& node) {
                wish.permissions.allow = readAll(node, form);
            },
            [=](const RenderWish& wish) {
                return wish.permissions.allow.empty() ? Json()
                                                      : writeAll(wish.permissions.allow, form);
            }};
}

/// Empty ones are told as what they are: something left out between two commas.
Form<std::string> languages() {
    Form<std::string> form = anyText();
    form.schema["minLength"] = 1;
    form.parse = [](const std::string& text) {
        if (text.empty()) throw Refusal("there is no language without letters");
        return text;
    };
    return form;
}

using W = RenderWish;

std::vector<WishField> allFields() {
    return {
        field("scene", "a film.yaml, or its folder", &W::scene, anyPath()),
        field("output", "film.mp4, frames/%05d.png and the like: the end says the container",
              &W::output, anyPath()),
        permission("network", "map data may come from the network", &core::Permissions::network),
        allowedFolders(),
        permission("trust", "the scene may read any file of this machine",
                   &core::Permissions::trust),
        permission("no-limits", "the scene's files may be of any size",
                   &core::Permissions::noLimits),
        field("no-cache", "cut the map data anew, and keep nothing of it", &W::noCache, yesOrNo()),
        field("timing", "a file with the lengths of steps, as of a rehearsal", &W::timing,
              anyPath()),
        field("shader-dir", "a folder of shaders, instead of the built-in ones", &W::shaders,
              anyPath()),
        list("language", "versions in these languages of the film, or in `all`; else its first",
             &W::languages, languages()),
        field("textless", "without words; with several languages one version more", &W::textless,
              yesOrNo(), kPresetsToo),
        field("fit-language", "lengths for the language shown, not for the longest of all",
              &W::fitLanguage, yesOrNo()),
        list("layers", "each as a film of its own", &W::layers, layers(), kPresetsToo),
        field("from", "when to begin: 1:23.5, 83.5 (seconds), f2087 (a frame) or a timecode",
              &W::from, moments()),
        field("to", "before when to end", &W::to, moments()),
        field("chapter", "only the chapter of this id", &W::chapter, anyText()),
        field("per-chapter", "a film for each chapter, and an edit list", &W::perChapter,
              yesOrNo()),
        field("handles", "frames more on either side of a chapter", &W::handles,
              wholeFrom(0, 1'000'000)),
        field("size", "1280x720, 720p and the like; else the scene's", &W::size, sizes(),
              kPresetsToo),
        field("rate", "frames a second; else the scene's", &W::rate, rates(), kPresetsToo),
        field("alpha", "words and marks alone, on a transparent ground", &W::alpha, yesOrNo(),
              kPresetsToo),
        field("review", "timecode, chapter and the mark of a draft burnt in", &W::review, yesOrNo(),
              kPresetsToo),
        field("samples", "of each pixel of the map", &W::samples, oneOf({1, 4, 9, 16}),
              kPresetsToo),
        field("shutter", "degrees of 360 that it is open: motion blur", &W::shutter,
              wholeFrom(0, 360), kPresetsToo),
        field("shutter-moments", "that an open shutter looks at", &W::shutterMoments,
              wholeFrom(2, 256)),
        field("device", "what draws the pictures", &W::device, devices()),
        field("codec", "else by the output's name", &W::codec, codecs(), kPresetsToo),
        field("depth", "bits a sample; else as the codec usually has them", &W::depth,
              wholeFrom(0, 32), kPresetsToo),
        field("quality", "of the encoding", &W::quality, qualities(), kPresetsToo),
        field("crf", "constant rate factor, instead of the quality's", &W::crf, anyNumber(),
              kPresetsToo),
        field("bitrate", "bits a second, as 12M, instead of a crf", &W::bitrate, bitrates(),
              kPresetsToo),
        field("encoder-preset", "the encoder's preset, instead of the quality's", &W::encoderPreset,
              anyText(), kPresetsToo),
        field("encoder", "libav's name of an encoder, instead of the usual one", &W::encoder,
              anyText(), kPresetsToo),
        field("hardware", "encode on the graphics card where one opens", &W::hardware, yesOrNo(),
              kPresetsToo),
        field("threads", "of the encoder; part of what the frames depend on", &W::threads,
              wholeFrom(1, 64), kPresetsToo),
        field("segment", "frames per segment; else about four seconds", &W::segment,
              wholeFrom(1, 1'000'000), kPresetsToo),
        field("timecode", "of the film's first frame, instead of the script's", &W::timecode,
              anyText(), kPresetsToo),
        list("captions", "files with captions beside the film", &W::captions, captionFiles()),
        list("subtitles", "tracks in the film, of these languages or `all`", &W::subtitles,
             languages()),
        field("sound", "the script's sound goes into the film", &W::sound, yesOrNo()),
    };
}

}  // namespace

const std::vector<WishField>& wishFields() {
    static const std::vector<WishField> all = allFields();
    return all;
}

const WishField* wishField(std::string_view name) {
    const auto at = std::ranges::find(wishFields(), name, &WishField::name);
    return at == wishFields().end() ? nullptr : &*at;
}

}  // namespace ebbflow::produce
