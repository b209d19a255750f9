// A kind of `flows`: how its movements look.

#include <charconv>

#include <fmt/format.h>

#include "core/departure_shape.hpp"
#include "scene/key_values.hpp"

namespace ebbflow::scene {

namespace {

constexpr std::uint32_t kLongestTrain = 200;

std::optional<std::uint32_t> wholeNumber(std::string_view text) {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

/// `8-20`, or one number for all.
std::optional<Trains> readTrains(const Reading& reading, const Field& field, const Key& key) {
    const std::string_view text = field.value.text;
    const std::size_t dash = text.find('-');
    const auto fewest = wholeNumber(text.substr(0, dash));
    const auto most = dash == std::string_view::npos ? fewest : wholeNumber(text.substr(dash + 1));
    if (!field.value.isText() || !fewest || !most) {
        reading.wrongType(field, "the fewest and the most lights of a train", key.example);
        return std::nullopt;
    }
    if (*fewest < 1 || *most < *fewest || *most > kLongestTrain) {
        reading.error(field.value,
                      fmt::format("a train has from 1 to {} lights, the fewest first, such as {}; "
                                  "`{}` is none",
                                  kLongestTrain, key.example, text));
        return std::nullopt;
    }
    return Trains{*fewest, *most};
}

std::optional<core::DepartureShape> readDepartures(const Reading& reading, const Field& field,
                                                   const Key& key) {
    const auto word = readChoice(reading, field, key);
    return word ? core::parseDepartureShape(*word) : std::nullopt;
}

}  // namespace

const KeyTable<Flow>& flowKeys() {
    static const KeyTable<Flow> keys{
        {.id = "flow", .title = "a kind of `flows`", .example = "{color: gold}"},
        {
            {"color",
             colour(&Flow::colour),
             "A colour of the palette, or \"#f2b441\" in quotes.",
             "gold",
             {.leftOut = "students gold, advisers cyan, aid vermilion, ideas violet, others the "
                         "next free one",
              .more = "The palette has `gold`, `cyan`, `vermilion`, `violet`, `jade`, `rose`, "
                      "`sand` and `white`.",
              .otherWords = {"colour"}}},
            {"one_light",
             count(&Flow::oneLight),
             "How many people one light stands for.",
             "5",
             {.leftOut = "one number for the whole film, from 1, 2, 5, 10 …, so that at most "
                         "60,000 lights fly",
              .otherWords = {"one_dot", "per_light", "light"}}},
            {"along",
             word(&Flow::along, "a route"),
             "A named route, for rows that name none.",
             "moscow-peking",
             {.leftOut = "great circles", .otherWords = {"route"}}},
            {"like", word(&Flow::like, "a kind"), "Another kind, whose look is copied.",
             "advisers"},
            {"going",
             choice(&Flow::going, {"home", "freight"}),
             "home: the same hue, paler and thinner; freight: broad bars.",
             "home",
             {.leftOut = "outward",
              .more = "`home` has two tails; `freight` tells goods from people of their hue."}},
            {"travel",
             time(&Flow::travel),
             "Seconds of film that a light travels.",
             "3",
             {.leftOut = "3; long ways take up to half as long again", .otherWords = {"duration"}}},
            {"departures",
             into(&Flow::departures,
                  {.shape = Shape::choice,
                   .choices = {core::kDepartureShapes.begin(), core::kDepartureShapes.end()}},
                  readDepartures),
             "How the lights of a row leave within its period.",
             "last-few",
             {.leftOut = "even",
              .more = "`first-many`: half of them in its first fifth; `last-few`: evenly, then "
                      "the last ones singly. No source says it: the cue sheet and `audit` do.",
              .otherWords = {"rate", "spread"}}},
            {"trains",
             into(&Flow::trains, {Shape::word}, readTrains),
             "Lights go in trains of so many, fewest and most.",
             "8-20",
             {.leftOut = "each by itself",
              .more = "A train leaves with the last of those who wait for it, in the same chapter "
                      "and year, so that the audit stays as exact."}},
            {"ribbon",
             number(&Flow::ribbon, 0, 80, "pixels"),
             "Pixels of the widest thread under a stream; 0: none.",
             "14",
             {.leftOut = "14",
              .more = "Of a picture 1080 high, where the film's traffic is thickest; with `0` "
                      "there are lights alone."}},
            {"label",
             localText(&Flow::label),
             "The kind's name in the legend.",
             "{en: students, ru: студенты}",
             {.leftOut = "the built-in name, or the kind itself", .otherWords = {"name", "title"}}},
        }};
    return keys;
}

Flow readFlow(const Reading& reading, const Field& field) {
    Flow flow;
    flow.kind = field.name;
    flow.place = reading.place(field.key);
    if (!readMap(reading, field, flowKeys(), flow)) return flow;
    if (flow.travel && flow.travel->ticks() <= 0) {
        reading.error(*field.value.find("travel"), "a light travels more than 0 seconds");
    }
    return flow;
}

}  // namespace ebbflow::scene
