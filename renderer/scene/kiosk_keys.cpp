// `kiosk`: what visitors find at a film that is shown in one.

#include <charconv>

#include "scene/key_values.hpp"

namespace ebbflow::scene {

namespace {

constexpr std::string_view kExample = "[beacon, beacon.2]";

/// `beacon`, or `beacon.2`; nothing when it is neither.
std::optional<StepName> stepNamed(std::string_view text) {
    StepName name;
    const auto dot = text.find('.');
    name.chapter = text.substr(0, dot);
    if (name.chapter.empty()) return std::nullopt;
    if (dot == std::string_view::npos) return name;
    const std::string_view number = text.substr(dot + 1);
    const auto [end, error] =
        std::from_chars(number.data(), number.data() + number.size(), name.step);
    const bool whole = error == std::errc{} && end == number.data() + number.size();
    return whole && name.step > 0 ? std::optional(name) : std::nullopt;
}

std::vector<StepName> readAttract(const Reading& reading, const Field& field) {
    std::vector<StepName> names;
    for (const Field& item : itemsOf(field)) {
        auto name = item.value.isText() ? stepNamed(item.value.text) : std::nullopt;
        if (!name) {
            reading.wrongType(item, "a chapter's id, or a step of it", kExample);
            continue;
        }
        name->place = reading.place(item.value);
        names.push_back(*std::move(name));
    }
    if (names.size() > 2)
        reading.error(field.value,
                      "`attract` takes one chapter or step, or the first and the last");
    return names;
}

}  // namespace

const KeyTable<Kiosk>& kioskKeys() {
    static const KeyTable<Kiosk> keys{
        {.id = "kiosk", .title = "`kiosk`", .example = "{attract: beacon, idle: 45, width: 93}"},
        {
            {"attract",
             into(&Kiosk::attract, {Shape::words}, readAttract),
             "The chapter or step that loops until somebody touches the screen; or the first and "
             "the last of several.",
             kExample,
             {.leftOut = "the whole film", .otherWords = {"loop"}, .seen = false}},
            {"invite",
             localText(&Kiosk::invite),
             "The line over that loop, in all languages by turns.",
             "{en: Touch to begin, ru: Коснитесь экрана}",
             {.leftOut = "“Touch to begin” in the film's languages", .seen = false}},
            {"visitors",
             yesNo(&Kiosk::visitors),
             "Whether visitors find a menu; without it the film runs by itself.",
             "no",
             {.leftOut = "yes", .otherWords = {"menu"}, .seen = false}},
            {"hours",
             into(&Kiosk::hours, {Shape::texts}, readHours),
             "When the hall is open, by the machine's clock: days, and times of the day.",
             "{mon-fri: 10:00-18:00, sat: \"10:00-12:30, 14:00-17:00\"}",
             {.leftOut = "always",
              .more =
                  "Outside of them the screen is black, and switched off where the X server can.",
              .otherWords = {"open", "opening_hours"},
              .seen = false}},
            {"idle",
             time(&Kiosk::idle),
             "Seconds without a touch after which the menu goes back to the loop.",
             "45",
             {.leftOut = "60",
              .more = "It is then in the film's first language again. A film that a visitor has "
                      "begun runs to its end.",
              .otherWords = {"timeout"},
              .seen = false}},
            {"width",
             number(&Kiosk::widthCm, 5, 2000, "centimetres"),
             "Width of the picture on its screen, in centimetres.",
             "93",
             {.leftOut = "53, a screen of 24 inches",
              .more = "What is to be touched is 20 mm high at least.",
              .otherWords = {"screen_width"},
              .seen = false}},
        }};
    return keys;
}

std::optional<Kiosk> readKiosk(const Reading& reading, const Field& field) {
    Kiosk kiosk;
    if (!readMap(reading, field, kioskKeys(), kiosk)) return std::nullopt;
    kiosk.place = reading.place(field.value);
    if (kiosk.idle.seconds() < 5) reading.error(field.value, "`idle` is 5 seconds at least");
    return kiosk;
}

}  // namespace ebbflow::scene
