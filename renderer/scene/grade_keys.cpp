// `grade`: the light of the ground in a step, by name or by number.

#include "scene/key_values.hpp"

namespace ebbflow::scene {

std::vector<std::string> gradeNames() {
    return {"plain", "dawn", "noon", "dusk", "winter", "ash", "night"};
}

const KeyTable<Grade>& sunKeys() {
    static const KeyTable<Grade> keys{
        {.id = "sun", .title = "`sun`"},
        {
            {"azimuth",
             number(&Grade::sunAzimuth, 0, 360, "degrees"),
             "Where the light comes from, clockwise from the top of the map.",
             "250",
             {.leftOut = "307", .otherWords = {"direction", "bearing"}}},
            {"height",
             number(&Grade::sunHeight, 10, 90, "degrees"),
             "How high it stands; the lower, the stronger the relief.",
             "20",
             {.leftOut = "45", .otherWords = {"elevation", "altitude"}}},
        }};
    return keys;
}

const KeyTable<Grade>& gradeKeys() {
    static const KeyTable<Grade> keys{
        {.id = "grade", .title = "`grade`"},
        {
            {"like",
             choice(&Grade::like, gradeNames()),
             "What it starts from.",
             "dusk",
             {.leftOut = "`plain`", .otherWords = {"preset", "name", "look"}}},
            {"luma",
             number(&Grade::luma, 0.2, 2, "times"),
             "How bright land and sea are.",
             "0.8",
             {.leftOut = "the preset's", .otherWords = {"brightness", "exposure", "gain"}}},
            {"saturation",
             number(&Grade::saturation, 0, 2, "times"),
             "How strong their colours are; 0 is grey.",
             "0.6",
             {.leftOut = "the preset's", .otherWords = {"colour", "color"}}},
            {"contrast",
             number(&Grade::contrast, 0.5, 2, "times"),
             "How far light and dark are apart.",
             "1.2",
             {.leftOut = "the preset's"}},
            {"temperature",
             number(&Grade::temperature, -1, 1, "of the way"),
             "From blue (-1) to amber (1).",
             "-0.4",
             {.leftOut = "the preset's", .otherWords = {"warmth", "white_balance"}}},
            {"vignette",
             number(&Grade::vignette, 0, 1, "of the light"),
             "What the corners lose besides.",
             "0.3",
             {.leftOut = "the preset's"}},
            {"sun",
             {{.shape = Shape::group, .inside = &sunKeys()},
              [](const Reading& reading, const Field& field, Grade& grade) {
                  (void)readMap(reading, field, sunKeys(), grade);
              }},
             "Where the light comes from that shapes the relief.",
             "{azimuth: 250, height: 20}",
             {.leftOut = "the preset's", .otherWords = {"light"}}},
            {"move",
             time(&Grade::move),
             "Seconds that the change takes; `0`: at once.",
             "4",
             {.leftOut = "1.5", .otherWords = {"grade_move", "length", "duration"}}},
        }};
    return keys;
}

Grade readGrade(const Reading& reading, const Field& field, const Key& key) {
    Grade grade;
    grade.place = reading.place(field.value);
    if (field.value.isMap())
        readKeys(reading, field, gradeKeys(), grade);
    else
        put(grade.like, readChoice(reading, field, key));
    return grade;
}

}  // namespace ebbflow::scene
