#include "text/words_builtin.hpp"

#include <array>

namespace ebbflow::text {
namespace {

// A key with a form behind it (`_one`, `_few`, `_many`: CLDR's names; `_of`: genitive) is needed
// only where a language has that form; the bare key serves otherwise.
constexpr std::array kWords{
    BuiltinWord{"documented", "documented", "有文献记载", "документировано"},
    BuiltinWord{"estimate", "estimated", "估计", "оценка"},
    BuiltinWord{"interpolated", "interpolated", "内插推算", "интерполяция"},
    BuiltinWord{"disputed", "disputed", "有争议", "спорно"},
    BuiltinWord{"unverified", "recalled, not verified", "凭记忆，未经核实",
                "по памяти, не проверено"},

    BuiltinWord{"source", "Source", "资料来源", "Источник"},
    BuiltinWord{"sources", "Sources", "资料来源", "Источники"},
    BuiltinWord{"schematic", "route drawn schematically", "路线为示意",
                "маршрут показан схематично"},
    BuiltinWord{"begun", "under construction", "在建", "строится"},
    BuiltinWord{"done", "completed", "已建成", "построено"},
    BuiltinWord{"unfinished", "unfinished", "未完工", "не достроено"},
    BuiltinWord{"undated", "date not known", "日期不详", "дата неизвестна"},
    BuiltinWord{"under_way", "under way", "在途", "в пути"},
    BuiltinWord{"draft", "DRAFT", "样片", "ЧЕРНОВИК"},

    BuiltinWord{"students", "students", "留学生", "студенты"},
    BuiltinWord{"advisers", "advisers", "专家", "специалисты"},
    BuiltinWord{"aid", "aid", "援助", "помощь"},
    BuiltinWord{"ideas", "ideas and culture", "思想与文化", "идеи и культура"},
    BuiltinWord{"works", "works", "工程", "стройки"},
    BuiltinWord{"going_home", "{kind} going home", "{kind}回国", "{kind} — возвращение"},

    BuiltinWord{"threads", "threads: all journeys so far", "光线：迄今的全部行程",
                "нити: все поездки к этому дню"},
    BuiltinWord{"threads_of_step", "threads: the journeys of this time", "光线：这一时期的全部行程",
                "нити: все поездки этого времени"},
    BuiltinWord{"thread_width", "widest = {amount}; width ~ √ of the number",
                "最宽 = {amount}；宽度与人数的平方根成正比",
                "самая широкая = {amount}; ширина ~ √ числа"},
    BuiltinWord{"illustration", "{kind}: illustration, not counted", "{kind}：示意，不计数",
                "{kind}: иллюстрация, не подсчёт"},

    BuiltinWord{"one_light", "one light = {amount}", "一个光点 = {amount}",
                "один огонёк = {amount}"},
    BuiltinWord{"km", "{n} km", "{n}公里", "{n} км"},
    BuiltinWord{"at_centre", "at the centre", "画面中心处", "в центре кадра"},
    BuiltinWord{"people_one", "{n} person", nullptr, "{n} человек"},
    BuiltinWord{"people_few", nullptr, nullptr, "{n} человека"},
    BuiltinWord{"people_many", nullptr, nullptr, "{n} человек"},
    BuiltinWord{"people", "{n} people", "{n}人", "{n} человека"},
    BuiltinWord{"projects_one", "{n} project", nullptr, "{n} объект"},
    BuiltinWord{"projects_few", nullptr, nullptr, "{n} объекта"},
    BuiltinWord{"projects_many", nullptr, nullptr, "{n} объектов"},
    BuiltinWord{"projects", "{n} projects", "{n}个项目", "{n} объекта"},
    BuiltinWord{"books_one", "{n} book", nullptr, "{n} книга"},
    BuiltinWord{"books_few", nullptr, nullptr, "{n} книги"},
    BuiltinWord{"books_many", nullptr, nullptr, "{n} книг"},
    BuiltinWord{"books", "{n} books", "{n}册书", "{n} книги"},
    BuiltinWord{"films_one", "{n} film", nullptr, "{n} фильм"},
    BuiltinWord{"films_few", nullptr, nullptr, "{n} фильма"},
    BuiltinWord{"films_many", nullptr, nullptr, "{n} фильмов"},
    BuiltinWord{"films", "{n} films", "{n}部电影", "{n} фильма"},
    BuiltinWord{"million_roubles", "{n} million roubles", "{n}百万卢布", "{n} млн рублей"},
    BuiltinWord{"million_usd", "{n} million US dollars", "{n}百万美元", "{n} млн долларов США"},

    BuiltinWord{"january", "January", "1月", "январь"},
    BuiltinWord{"february", "February", "2月", "февраль"},
    BuiltinWord{"march", "March", "3月", "март"},
    BuiltinWord{"april", "April", "4月", "апрель"},
    BuiltinWord{"may", "May", "5月", "май"},
    BuiltinWord{"june", "June", "6月", "июнь"},
    BuiltinWord{"july", "July", "7月", "июль"},
    BuiltinWord{"august", "August", "8月", "август"},
    BuiltinWord{"september", "September", "9月", "сентябрь"},
    BuiltinWord{"october", "October", "10月", "октябрь"},
    BuiltinWord{"november", "November", "11月", "ноябрь"},
    BuiltinWord{"december", "December", "12月", "декабрь"},
    BuiltinWord{"january_of", nullptr, nullptr, "января"},
    BuiltinWord{"february_of", nullptr, nullptr, "февраля"},
    BuiltinWord{"march_of", nullptr, nullptr, "марта"},
    BuiltinWord{"april_of", nullptr, nullptr, "апреля"},
    BuiltinWord{"may_of", nullptr, nullptr, "мая"},
    BuiltinWord{"june_of", nullptr, nullptr, "июня"},
    BuiltinWord{"july_of", nullptr, nullptr, "июля"},
    BuiltinWord{"august_of", nullptr, nullptr, "августа"},
    BuiltinWord{"september_of", nullptr, nullptr, "сентября"},
    BuiltinWord{"october_of", nullptr, nullptr, "октября"},
    BuiltinWord{"november_of", nullptr, nullptr, "ноября"},
    BuiltinWord{"december_of", nullptr, nullptr, "декабря"},

    BuiltinWord{"date_day", "{day} {month} {year}", "{year}年{month}{day}日",
                "{day} {month} {year}"},
    BuiltinWord{"date_month", "{month} {year}", "{year}年{month}", "{month} {year}"},
    BuiltinWord{"date_year", "{year}", "{year}年", "{year}"},
    BuiltinWord{"date_years", "{from}–{to}", "{from}—{to}年", "{from}–{to}"},
    BuiltinWord{"date_span", "{from} – {to}", "{from}—{to}", "{from} – {to}"},
    BuiltinWord{"date_about", "about {date}", "约{date}", "ок. {date}"},
    BuiltinWord{"date_perhaps", "{date}?", "{date}？", "{date}?"},
    // What stands between groups of three digits; Russian: a no-break space.
    BuiltinWord{"digit_group", ",", "", "\u00A0"},
};

}  // namespace

std::span<const BuiltinWord> builtinWords() {
    return kWords;
}

}  // namespace ebbflow::text
