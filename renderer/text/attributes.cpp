#include "text/attributes.hpp"

#include <glib.h>
#include <pango/pango.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string_view>

#include "text/code_points.hpp"
#include "text/runs.hpp"
#include "text/scripts.hpp"

namespace ebbflow::text {
namespace {

/// Han letters fill their em square where Latin ones leave air above and below: a little smaller,
/// they look the same size.
constexpr double kHanSize = 0.94;
constexpr int kBold = 600;

void add(PangoAttrList* list, PangoAttribute* attribute, std::size_t begin, std::size_t end) {
    attribute->start_index = static_cast<guint>(begin);
    attribute->end_index = static_cast<guint>(end);
    pango_attr_list_insert(list, attribute);
}

PangoAttribute* fontAttribute(const Style& style, const std::string& name, Script script) {
    PangoFontDescription* font = pango_font_description_new();
    const bool han = script == Script::han;
    pango_font_description_set_family(font, name.c_str());
    pango_font_description_set_weight(
        font, style.weight >= kBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_style(
        font, style.italic && !han ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    pango_font_description_set_absolute_size(font,
                                             style.size * (han ? kHanSize : 1.0) * PANGO_SCALE);
    PangoAttribute* attribute = pango_attr_font_desc_new(font);
    pango_font_description_free(font);
    return attribute;
}

/// The language of a Han face's forms, in which its marks are joined and placed.
const char* languageOfForms(std::string_view forms) {
    if (forms == "JP") return "ja";
    if (forms == "KR") return "ko";
    if (forms == "HK") return "zh-hk";
    return forms == "TC" ? "zh-tw" : "zh-cn";
}

/// The paragraph's or the face's language where the run is in its script, else "und": Pango would
/// put a language of the machine's locale in the place of one that does not fit the script.
PangoLanguage* pangoLanguageOf(const std::string& text, const Run& run,
                               const std::string& language) {
    PangoLanguage* undetermined = pango_language_from_string("und");
    PangoLanguage* wanted = pango_language_from_string(
        run.script == Script::han ? languageOfForms(hanForms(language)) : language.c_str());
    const std::string_view part = std::string_view(text).substr(run.begin, run.end - run.begin);
    const bool fits = std::ranges::all_of(codePoints(part), [&](const CodePoint& point) {
        const GUnicodeScript script = g_unichar_get_script(point.value);
        return pango_language_includes_script(wanted, static_cast<PangoScript>(script)) != 0;
    });
    return fits ? wanted : undetermined;
}

bool covers(const MarkedSpan& span, const Run& run) {
    return span.begin <= run.begin && run.end <= span.end;
}

/// Runs cut where something set apart begins or ends.
std::vector<Run> cutAtSpans(const std::vector<Run>& runs, std::span<const MarkedSpan> spans) {
    std::vector<Run> pieces;
    for (Run rest : runs) {
        while (rest.begin < rest.end) {
            std::size_t end = rest.end;
            for (const MarkedSpan& span : spans) {
                for (const std::size_t edge : {span.begin, span.end}) {
                    if (edge > rest.begin && edge < end) end = edge;
                }
            }
            pieces.push_back({rest.begin, end, rest.script, rest.face});
            rest.begin = end;
        }
    }
    return pieces;
}

/// Han has no italic: emphasis is set in the sans face, as books in Chinese do, and where all is
/// sans already, in bold.
Style styleOf(const Run& run, const Style& style, std::span<const MarkedSpan> spans) {
    Style result = style;
    for (const MarkedSpan& span : spans) {
        if (!covers(span, run)) continue;
        const bool han = run.script == Script::han;
        if (span.strong || (han && style.family == Family::sans))
            result.weight = kBold;
        else if (han)
            result.family = Family::sans;
        else
            result.italic = !style.italic;
    }
    return result;
}

void addFonts(PangoAttrList* list, const std::string& text, const Paragraph& paragraph,
              std::span<const MarkedSpan> spans, FontMap& fonts) {
    const Family family = paragraph.style.family;
    const Faces faces{[&](char32_t c) { return fonts.alphabetHas(family, c); },
                      [&](char32_t c) { return fonts.faceBefore(family, paragraph.language, c); },
                      [&](char32_t c, const std::string& previous) {
                          return fonts.faceBehind(family, c, previous);
                      }};
    for (const Run& run : cutAtSpans(splitRuns(text, paragraph.language, faces), spans)) {
        const Style style = styleOf(run, paragraph.style, spans);
        const std::string name = run.script == Script::han
                                     ? fonts.hanName(style.family, paragraph.language)
                                     : fonts.faceName(style.family, run.face);
        add(list, fontAttribute(style, name, run.script), run.begin, run.end);
        add(list, pango_attr_language_new(pangoLanguageOf(text, run, paragraph.language)),
            run.begin, run.end);
    }
}

/// Not within scripts whose letters are joined: gaps would tear their words.
void addLetterSpacing(PangoAttrList* list, const std::string& text, int spacing) {
    std::size_t begin = 0;
    const auto endAt = [&](std::size_t end) {
        if (begin < end) add(list, pango_attr_letter_spacing_new(spacing), begin, end);
    };
    for (const CodePoint& point : codePoints(text)) {
        if (!isJoined(point.value)) continue;
        endAt(point.begin);
        begin = point.end;
    }
    endAt(text.size());
}

/// Figures in columns: the font's tabular ones if it has them, and no kerning from one to the next
/// (PT kerns 1 and 9, though its figures are all equally wide).
void addTabularFigures(PangoAttrList* list, const std::string& text) {
    for (std::size_t begin = 0; begin < text.size(); ++begin) {
        std::size_t end = begin;
        while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
        if (end == begin) continue;
        add(list, pango_attr_font_features_new("tnum=1,kern=0"), begin, end);
        begin = end;
    }
}

}  // namespace

void setAttributes(PangoLayout* layout, const std::string& text, const Paragraph& paragraph,
                   std::span<const MarkedSpan> spans, FontMap& fonts) {
    PangoAttrList* list = pango_attr_list_new();
    const Style& style = paragraph.style;
    addFonts(list, text, paragraph, spans, fonts);
    add(list, pango_attr_fallback_new(FALSE), 0, text.size());
    add(list, pango_attr_insert_hyphens_new(FALSE), 0, text.size());
    if (style.tabularFigures) addTabularFigures(list, text);
    const auto spacing =
        static_cast<int>(std::lround(style.letterSpacing * style.size * PANGO_SCALE));
    if (spacing != 0) addLetterSpacing(list, text, spacing);
    for (const Bytes& stretch : unbreakable(text, paragraph.language)) {
        add(list, pango_attr_allow_breaks_new(FALSE), stretch.begin, stretch.end);
    }
    pango_layout_set_attributes(layout, list);
    pango_attr_list_unref(list);
}

}  // namespace ebbflow::text
