// A step: what passes, what is seen and read while it lasts.

#include "scene/key_values.hpp"

namespace ebbflow::scene {

namespace {

void readStepDate(const Reading& reading, const Field& field, Step& step) {
    step.datePlace = reading.place(field.value);
    step.date = readDate(reading, field);
    if (step.date && (step.date->openBegin || step.date->openEnd)) {
        reading.error(field.value, "a step's date needs both its start and its end");
        step.date.reset();
    }
}

/// After the camera, wherever it is written.
void readShow(const Reading& reading, const Field& field, Step& step) {
    auto show = readPoints(reading, field);
    if (step.camera && (!step.camera->show.empty() || step.camera->center || step.camera->widthKm ||
                        !step.camera->path.empty() || !step.camera->follow.empty())) {
        reading.error(field.key, "the camera already says where to look; keep one of the two");
        return;
    }
    if (!step.camera) step.camera = Camera{};
    step.camera->show = std::move(show);
    if (step.camera->place.line == 0) step.camera->place = reading.place(field.value);
}

/// Last, for it takes the others' place; read for its faults in every shape of picture.
void readPortrait(const Reading& reading, const Field& field, Step& step) {
    Camera camera = readCamera(reading, field);
    if (reading.upright) step.camera = std::move(camera);
}

Accumulate readAccumulate(const Reading& reading, const Field& field, const Key& key) {
    const auto word = readChoice(reading, field, key);
    if (!word) return Accumulate::no;
    return *word == "step" ? Accumulate::step : Accumulate::all;
}

}  // namespace

const KeyTable<Step>& stepKeys() {
    static const KeyTable<Step> keys{
        {.id = "step", .title = "a step"},
        {
            {"date",
             {{Shape::date}, readStepDate},
             "The period that passes while the step lasts; both ends included.",
             "1956/1957",
             {.leftOut = "the last one holds; a chapter without any date passes all the tables' "
                         "time",
              .more = "One day stands still.",
              .otherWords = {"year", "when", "period", "dates"}}},
            {"length",
             time(&Step::length),
             "How long the step lasts: seconds, minutes:seconds or f200 for frames. Left out: "
             "camera move plus reading time.",
             "8.5",
             {.leftOut = "[by rule](#captions-and-lengths)",
              .more = "From 0.1 to 3600 s.",
              .otherWords = {"duration", "seconds", "time"}}},
            {"hold",
             into(&Step::hold, {.shape = Shape::timeOrGroup, .inside = &holdKeys()}, readHold),
             "For how long date and lights stand while picture, words and sound go on.",
             "{at: 2.5, length: 2}",
             {.leftOut = "time passes",
              .more = "[Below](#time-that-stands).",
              .otherWords = {"freeze", "stop", "stand"}}},
            {"grade",
             into(&Step::grade,
                  {.shape = Shape::choiceOrGroup, .inside = &gradeKeys(), .choices = gradeNames()},
                  readGrade),
             "The light of the ground: a name, or brightness, colours and sun.",
             "{like: winter, luma: 0.8, move: 3}",
             {.leftOut = "as in the step before",
              .more = "[Below](#light-and-colour).",
              .otherWords = {"grading", "mood"}}},
            {"camera",
             into(&Step::camera, {.shape = Shape::group, .inside = &cameraKeys()}, readCamera),
             "Where the camera goes.",
             "{center: Peking, width: 2600 km}",
             {.leftOut = "the camera stays", .more = "[Below](#camera).", .otherWords = {"view"}}},
            {"show",
             {{.shape = Shape::points, .inside = &pointKeys()}, readShow},
             "Places that the camera fits into the picture.",
             "[Peking, Moscow]",
             {.leftOut = "the camera stays", .more = "[Below](#camera).", .turn = Turn::later}},
            {"caption",
             into(&Step::captions, {.shape = Shape::captions, .inside = &captionKeys()},
                  readCaptions),
             "What is read: a text, a text per language, or several with `at`.",
             "In August 1951 the first students leave.",
             {.leftOut = "none",
              .more = "[Below](#captions-and-lengths).",
              .otherWords = {"text", "captions", "subtitle"}}},
            {"wait",
             chosen(&Step::waitForClick, "click", {"click"}),
             "click: the presenter talks until the next click.",
             "click",
             {.leftOut = "goes on",
              .more = "[Below](#waiting-and-cues).",
              .otherWords = {"pause"},
              .seen = false}},
            {"focus",
             placed(&Step::focusPlace, words(&Step::focus)),
             "Kinds (or `works`) that stay bright while the rest dims.",
             "advisers_home",
             {.leftOut = "all are bright", .otherWords = {"highlight"}}},
            {"narration",
             placed(&Step::narrationPlace,
                    into(&Step::narration, {Shape::localText}, readSoundFiles)),
             "A sound file, or one a language, heard from the step's start; it can set its "
             "length.",
             "{en: sound/en/01.wav, ru: sound/ru/01.wav}",
             {.leftOut = "none",
              .more = "[Below](#sound).",
              .otherWords = {"voice", "audio"},
              .seen = false}},
            {"source",
             placed(&Step::sourcesPlace, into(&Step::sources, {Shape::words}, readSources)),
             "Ids of the sources table, or free text.",
             "[secret_speech, ap_1989]",
             {.leftOut = "none", .otherWords = {"sources"}, .seen = false}},
            {"notes",
             localText(&Step::notes),
             "For the presenter; never drawn on the film.",
             "Ask who has travelled longer.",
             {.leftOut = "none",
              .more = "They stand in the chapter or in a step.",
              .otherWords = {"comment", "note"},
              .seen = false}},
            {"screen",
             inside(&Step::screen, screenKeys()),
             "What is on the screen beside the map.",
             "{counters: [projects]}",
             {.leftOut = "as before", .more = "[Above](#screen)."}},
            {"transition",
             into(&Step::transition,
                  {.shape = Shape::choiceOrGroup,
                   .inside = &transitionKeys(),
                   .choices = transitionKinds()},
                  readTransition),
             "How this step follows the one before.",
             "{kind: dip, length: 1}",
             {.leftOut = "the camera moves on",
              .more = "[Below](#from-step-to-step).",
              .otherWords = {"fade"}}},
            {"accumulate",
             into(&Step::accumulate, {.shape = Shape::choice, .choices = {"all", "step"}},
                  readAccumulate),
             "All journeys at once as standing threads: the film's up to now, or the step's.",
             "all",
             {.leftOut = "only those under way", .more = "[Below](#all-journeys-at-once)."}},
            {"ambience",
             into(&Step::ambience, {.shape = Shape::oneOrMore, .inside = &ambienceKeys()},
                  readAmbience),
             "A shimmer along a way: an illustration, of which nothing is counted.",
             "{kind: ideas, between: [Moscow, Peking]}",
             {.leftOut = "none",
              .more = "[Below](#what-cannot-be-counted).",
              .otherWords = {"illustration"}}},
            {"presence",
             into(&Step::presence, {.shape = Shape::oneOrMore, .inside = &presenceKeys()},
                  readPresence),
             "Who is in places now, as crowds of dots round them.",
             "{kind: advisers}",
             {.leftOut = "none",
              .more = "[Below](#who-is-there).",
              .otherWords = {"present", "crowd", "crowds"}}},
            {"pulse",
             into(&Step::pulse, {.shape = Shape::pointsOrGroup, .inside = &pulseKeys()}, readPulse),
             "One white stroke from a place to another: a word that is sent, and no row.",
             "[Moscow, Peking]",
             {.leftOut = "none",
              .more = "[Below](#a-word-that-is-sent).",
              .otherWords = {"signal"}}},
            {"card",
             into(&Step::card, {.shape = Shape::card, .inside = &cardKeys()}, readCard),
             "A title over the dimmed map.",
             "{kicker: Chapter one, title: The beacon}",
             {.leftOut = "none", .more = "[Below](#title-cards).", .otherWords = {"title_card"}}},
            {"images",
             into(&Step::images, {.shape = Shape::groups, .inside = &imageKeys()}, readImages),
             "Photographs, documents, maps over the picture.",
             "[{file: images/station.jpg, credit: A. Author, at: right}]",
             {.leftOut = "none",
              .more = "[Below](#pictures).",
              .otherWords = {"image", "photo", "pictures"}}},
            {"marks",
             into(&Step::marks, {.shape = Shape::groups, .inside = &markKeys()}, readMarks),
             "Rings and arrows pinned to places.",
             "[{ring: Lanzhou, text: The oil works}]",
             {.leftOut = "none",
              .more = "[Below](#rings-and-arrows).",
              .otherWords = {"mark", "arrows", "rings", "annotations"}}},
            {"objects",
             into(&Step::objects, {.shape = Shape::groups, .inside = &objectKeys()}, readObjects),
             "Cards pinned to places: a picture, or paper set in type.",
             "[{at: Moscow, paper: {masthead: {ru: Правда}}}]",
             {.leftOut = "none",
              .more = "[Below](#objects).",
              .otherWords = {"object", "cards", "pins"}}},
            {"portrait",
             {{.shape = Shape::group, .inside = &cameraKeys()}, readPortrait},
             "Where the camera goes instead, where the picture is higher than wide.",
             "{show: [Peking, Moscow]}",
             {.leftOut = "as in a wide picture",
              .more = "In place of `camera` and `show`, with the keys of [`camera`](#camera).",
              .turn = Turn::last}},
        }};
    return keys;
}

void checkStep(const Reading& reading, const Node& node, const Step& step) {
    // A shorter one is not seen, a longer one is a slip of the pen.
    constexpr double kShortest = 0.1, kLongest = 3600;
    if (!step.length) return;
    const double seconds = step.length->seconds();
    if (seconds >= kShortest && seconds <= kLongest) return;
    reading.error(*node.find("length"), "a step lasts from 0.1 to 3600 seconds");
}

}  // namespace ebbflow::scene
