#include "remote/console_json.hpp"

#include <string_view>

#include <nlohmann/json.hpp>

#include "text/languages.hpp"
#include "text/scripts.hpp"

namespace ebbflow::remote {

namespace {

using Json = nlohmann::ordered_json;

std::string_view nameOf(live::NextDoes next) {
    switch (next) {
        case live::NextDoes::begin:
            return "begin";
        case live::NextDoes::finish:
            return "finish";
        case live::NextDoes::goOn:
            return "go_on";
        case live::NextDoes::nothing:
            break;
    }
    return "nothing";
}

/// English where nobody has translated one yet.
Json wordsIn(std::string_view language) {
    Json words = Json::object();
    for (const text::Word& word : text::english().console) words[word.key] = word.text;
    for (const text::Word& word : text::nearestLanguage(language).console)
        words[word.key] = word.text;
    return words;
}

/// A film's own words may hold anything.
std::string written(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::string consoleFilmJson(const live::PromptBook& book) {
    Json chapters = Json::array(), steps = Json::array();
    for (const live::PromptChapter& chapter : book.chapters)
        chapters.push_back(
            {{"title", chapter.title}, {"first", chapter.firstStep}, {"steps", chapter.stepCount}});
    for (const live::PromptStep& step : book.steps)
        steps.push_back({{"chapter", step.chapter},
                         {"step", step.step},
                         {"start", step.start.seconds()},
                         {"end", step.end.seconds()},
                         {"cue", step.cue},
                         {"notes", step.notes},
                         {"caption", step.caption}});
    return written({{"number", book.number},
                    {"title", book.title},
                    {"language", book.language},
                    {"direction", text::isRightToLeft(book.language) ? "rtl" : "ltr"},
                    {"aspect", book.aspect},
                    {"chapters", chapters},
                    {"steps", steps},
                    {"words", wordsIn(book.language)}});
}

std::string consoleStateJson(const live::Report& report) {
    const live::Status& status = report.status;
    const live::Prompt& prompt = report.prompt;
    return written({{"film", prompt.book ? prompt.book->number : 0},
                    {"step", prompt.step},
                    {"state", status.state},
                    {"black", status.black},
                    {"time", status.time.seconds()},
                    {"length", status.length.seconds()},
                    {"next", nameOf(prompt.next)},
                    {"elapsed", prompt.elapsed},
                    {"behind", prompt.behind ? Json(*prompt.behind) : Json()},
                    {"drawn", report.drawn}});
}

}  // namespace ebbflow::remote
