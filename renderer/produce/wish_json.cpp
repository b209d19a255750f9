#include "produce/wish_json.hpp"

#include <algorithm>
#include <cassert>
#include <functional>
#include <stdexcept>
#include <vector>

#include <fmt/format.h>

#include "core/error.hpp"
#include "core/whole_file.hpp"
#include "produce/placed_json.hpp"
#include "produce/refusal.hpp"
#include "produce/wish_fields.hpp"
#include "produce/wish_misfits.hpp"

namespace ebbflow::produce {

namespace fs = std::filesystem;
using scene::Node;

namespace {

constexpr std::string_view kFormat = "ebbflow wish";
constexpr int kVersion = 1;

fs::path placed(const fs::path& path) {
    if (path.empty()) return path;
    return fs::absolute(path).lexically_normal();
}

class WishReader {
public:
    WishReader(std::string file, fs::path folder, core::Diagnostics& diagnostics)
        : file_(std::move(file)), folder_(std::move(folder)), diagnostics_(diagnostics) {}

    std::optional<RenderWish> read(const Node& root) {
        if (!root.isMap()) {
            error(root, "a wish is an object, { … }");
            return {};
        }
        if (!isOurs(root)) return {};
        for (std::size_t i = 0; i < root.keys.size(); ++i) take(root.keys[i], root.items[i]);
        if (!faulty_) judge(root);
        if (faulty_) return {};
        return wish_;
    }

private:
    void error(const Node& at, std::string message) {
        faulty_ = true;
        diagnostics_.error({file_, at.line, at.column}, std::move(message));
    }

    bool isOurs(const Node& root) {
        const Node* format = root.find("format");
        const Node* version = root.find("version");
        if (format == nullptr || format->text != kFormat || version == nullptr) {
            const std::string_view lacking = format == nullptr         ? "it lacks its format"
                                             : format->text != kFormat ? "its format is another"
                                                                       : "it lacks its version";
            error(format == nullptr || format->text == kFormat ? root : *format,
                  fmt::format("this is no wish: {}; a wish begins {{\"format\": \"{}\", "
                              "\"version\": {}",
                              lacking, kFormat, kVersion));
            return false;
        }
        if (version->plain && version->text == std::to_string(kVersion)) return true;
        error(*version, fmt::format("a wish of version {}; this program reads version {}",
                                    version->text, kVersion));
        return false;
    }

    void take(const Node& key, const Node& value) {
        if (key.text == "format" || key.text == "version" || key.text == "$schema") return;
        const WishField* field = wishField(key.text);
        if (field == nullptr) return error(key, unknown(key.text));
        try {
            field->read(wish_, value);
        } catch (const std::runtime_error& fault) {
            return error(value, fault.what());
        }
        for (fs::path* path : {&wish_.scene, &wish_.output, &wish_.timing, &wish_.shaders})
            place(*path, value);
    }

    void place(fs::path& path, const Node& value) {
        if (path.empty() || path.is_absolute()) return;
        if (folder_.empty()) {
            error(value, "a wish that comes without a file has absolute paths");
            path = "/" / path;
        } else {
            path = placed(folder_ / path);
        }
    }

    /// What is right by itself may not go together.
    void judge(const Node& root) {
        for (const encode::Problem& problem : misfitsOf(wish_)) {
            const std::string_view name = problem.option == "ending" ? "output" : problem.option;
            const auto key = std::ranges::find(root.keys, name, &Node::text);
            const Node* at = key == root.keys.end()
                                 ? nullptr
                                 : &root.items[static_cast<std::size_t>(key - root.keys.begin())];
            error(at != nullptr ? *at : root, problem.sentence);
        }
    }

    static std::string unknown(const std::string& name) {
        std::vector<std::string> names;
        for (const WishField& field : wishFields()) names.emplace_back(field.name);
        return fmt::format("a wish has no `{}`{}", name, core::didYouMean(name, names));
    }

    std::string file_;
    fs::path folder_;
    core::Diagnostics& diagnostics_;
    RenderWish wish_;
    bool faulty_ = false;
};

}  // namespace

std::string toJson(const RenderWish& wish) {
    RenderWish written = wish;
    for (fs::path* path : {&written.scene, &written.output, &written.timing, &written.shaders})
        *path = placed(*path);
    Json json{{"format", kFormat}, {"version", kVersion}};
    for (const WishField& field : wishFields()) {
        if (Json value = field.write(written); !value.is_null())
            json[std::string(field.name)] = std::move(value);
    }
    return json.dump(2);
}

std::optional<RenderWish> readWish(std::string_view text, const std::string& file,
                                   const fs::path& folder, core::Diagnostics& diagnostics) {
    core::Diagnostics found;
    std::optional<RenderWish> wish;
    if (const auto root = parsePlacedJson(text, file, found))
        wish = WishReader(file, folder, found).read(*root);
    diagnostics.append(found);
    if (found.hasErrors()) return {};
    return wish;
}

std::optional<RenderWish> readWishFile(const fs::path& file, core::Diagnostics& diagnostics) {
    return readWish(core::readWhole(file), file.string(), core::folderOf(file), diagnostics);
}

RenderWish wishOfManifest(const std::string& json, const fs::path& film) {
    core::Diagnostics faults;
    auto wish = readWish(json, "its wish", {}, faults);
    if (wish) return std::move(*wish);
    throw core::Failure(
        fmt::format("{} was made by a wish that this program does not understand: {}",
                    film.string(), faults.all().front().message));
}

std::string wishSchema() {
    Json properties{{"$schema", {{"type", "string"}}},
                    {"format", {{"const", kFormat}}},
                    {"version", {{"const", kVersion}}}};
    for (const WishField& field : wishFields()) {
        Json schema{{"description", field.says}};
        schema.update(field.schema);
        properties[std::string(field.name)] = std::move(schema);
    }
    return Json{{"$schema", "http://json-schema.org/draft-07/schema#"},
                {"title", "What ebbflow is to render"},
                {"type", "object"},
                {"required", {"format", "version"}},
                {"additionalProperties", false},
                {"properties", std::move(properties)}}
        .dump(2);
}

void takeWord(RenderWish& wish, std::string_view name, const std::string& word) {
    const WishField* field = wishField(name);
    assert(field != nullptr);
    try {
        field->take(wish, word);
    } catch (const core::Failure& failure) {
        throw Refusal(failure.what());
    }
}

}  // namespace ebbflow::produce
