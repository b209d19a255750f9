#include "text/font_map.hpp"

#include <fontconfig/fontconfig.h>  // before the next, which does not include it

#include <fontconfig/fcfreetype.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <filesystem>
#include <mutex>
#include <set>
#include <utility>
#include <vector>

#include "core/error.hpp"
#include "core/text_value.hpp"
#include "text/noto_fonts.hpp"

namespace ebbflow::text {

namespace fs = std::filesystem;

namespace {

template <auto release>
struct Release {
    template <class T>
    void operator()(T* held) const {
        release(held);
    }
};
using Config = std::unique_ptr<FcConfig, Release<FcConfigDestroy>>;
using Pattern = std::unique_ptr<FcPattern, Release<FcPatternDestroy>>;
using CharSet = std::unique_ptr<FcCharSet, Release<FcCharSetDestroy>>;

const FcChar8* bytes(const std::string& text) {
    return reinterpret_cast<const FcChar8*>(text.c_str());
}

/// A face that Debian's Noto fonts have, unless the script has chosen another: of a script's code.
bool isScript(std::string_view face) {
    return face.size() == 4 && face.front() >= 'A' && face.front() <= 'Z';
}

/// Families carry our own names, so that the choice never depends on what a file calls itself.
std::string familyName(Family family, std::string_view forms) {
    std::string name = family == Family::serif ? "Ebbflow Serif" : "Ebbflow Sans";
    return forms.empty() ? name : name + " " + std::string(forms);
}

struct FreeType {
    FT_Library library = nullptr;
    FreeType() {
        if (FT_Init_FreeType(&library) != 0) throw core::Failure("FreeType does not start");
    }
    ~FreeType() { FT_Done_FreeType(library); }
    FreeType(const FreeType&) = delete;
    FreeType& operator=(const FreeType&) = delete;
};

CharSet charactersOf(const FreeType& freeType, const FontFile& file) {
    FT_Face face = nullptr;
    if (FT_New_Face(freeType.library, file.path.c_str(), file.face, &face) != 0) {
        throw core::Failure("the font " + file.path + " cannot be read");
    }
    CharSet characters(FcFreeTypeCharSet(face, nullptr));
    FT_Done_Face(face);
    return characters;
}

/// What fontconfig's own scan of a file would say, but only the part that choosing needs: a full
/// scan of a Han collection reads all its faces and takes tens of milliseconds.
Pattern describe(const FontFile& file, const FcCharSet* characters) {
    Pattern pattern(FcPatternCreate());
    FcPatternAddString(pattern.get(), FC_FAMILY, bytes(familyName(file.family, file.name)));
    FcPatternAddString(pattern.get(), FC_FILE, bytes(file.path));
    FcPatternAddInteger(pattern.get(), FC_INDEX, file.face);
    FcPatternAddInteger(pattern.get(), FC_WEIGHT, file.bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR);
    FcPatternAddInteger(pattern.get(), FC_SLANT, file.italic ? FC_SLANT_ITALIC : FC_SLANT_ROMAN);
    FcPatternAddInteger(pattern.get(), FC_WIDTH, FC_WIDTH_NORMAL);
    FcPatternAddBool(pattern.get(), FC_OUTLINE, FcTrue);
    FcPatternAddBool(pattern.get(), FC_SCALABLE, FcTrue);
    FcPatternAddString(pattern.get(), FC_FONTFORMAT,
                       bytes(std::string(file.path.ends_with(".ttf") ? "TrueType" : "CFF")));
    FcPatternAddCharSet(pattern.get(), FC_CHARSET, characters);
    return pattern;
}

/// An empty configuration with an empty set of application fonts to add to.
Config emptyConfig() {
    Config config(FcConfigCreate());
    // There is no call that makes the set; naming a file without fonts does.
    FcConfigAppFontAddFile(config.get(), reinterpret_cast<const FcChar8*>("/dev/null"));
    if (FcConfigGetFonts(config.get(), FcSetApplication) == nullptr) {
        throw core::Failure("fontconfig gives no set of application fonts");
    }
    return config;
}

/// A file that has been exchanged under its name is another font.
std::vector<fs::file_time_type> timesOf(const FontSet& fonts) {
    std::vector<fs::file_time_type> times;
    for (const FontFile& file : fonts.files) {
        std::error_code none;
        times.push_back(fs::last_write_time(file.path, none));
    }
    return times;
}

void add(Pattern pattern, FcConfig& config) {
    if (!FcFontSetAdd(FcConfigGetFonts(&config, FcSetApplication), pattern.get())) {
        throw core::Failure("fontconfig refuses a font");
    }
    static_cast<void>(pattern.release());  // the set owns it now
}

/// A configuration of its own with the same fonts.
Config copyOf(FcConfig& other) {
    Config config = emptyConfig();
    const FcFontSet* fonts = FcConfigGetFonts(&other, FcSetApplication);
    for (int i = 0; i < fonts->nfont; ++i) {
        FcPatternReference(fonts->fonts[i]);
        add(Pattern(fonts->fonts[i]), *config);
    }
    return config;
}

}  // namespace

struct FontMap::State {
    explicit State(const FontSet& set) : fonts(set), written(timesOf(set)) {
        hasChoices = std::ranges::any_of(fonts.files, [](const FontFile& file) {
            return file.name.starts_with('@') || (file.chosen && isScript(file.name));
        });
        openFamily(Family::serif, "");
        openFamily(Family::sans, "");
        makeContext();
    }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    FreeType freeType;
    FontSet fonts;
    std::vector<fs::file_time_type> written;
    Config config = emptyConfig();
    std::unique_ptr<PangoFontMap, Release<g_object_unref>> map;
    /// One for each way of writing: what changes a context spoils what was set with it.
    std::array<std::unique_ptr<PangoContext, Release<g_object_unref>>, 2> contexts;
    std::set<std::pair<Family, std::string>> opened;
    bool hasChoices = false;  ///< of fonts for single scripts or languages

    void openFamily(Family family, std::string_view forms) {
        if (!opened.emplace(family, forms).second) return;
        // Pango's threads may still be sorting the fonts of the configuration that it has.
        Config larger = copyOf(*config);
        bool any = false;
        for (const FontFile& file : fonts.files) {
            if (file.family != family || file.name != forms) continue;
            any = true;
            add(describe(file, charactersOf(freeType, file).get()), *larger);
        }
        for (const bool bold : {false, true}) {
            FontFile noto{
                .path = any || !isScript(forms) ? "" : notoFile(family, std::string(forms), bold),
                .family = family,
                .bold = bold,
                .name = std::string(forms)};
            if (!noto.path.empty())
                add(describe(noto, charactersOf(freeType, noto).get()), *larger);
        }
        config = std::move(larger);
        if (map) pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map.get()), config.get());
    }

    [[nodiscard]] bool has(Family family, std::string_view forms, char32_t c) const {
        const std::string wanted = familyName(family, forms);
        const FcFontSet* set = FcConfigGetFonts(config.get(), FcSetApplication);
        for (int i = 0; i < set->nfont; ++i) {
            FcChar8* name = nullptr;
            FcCharSet* characters = nullptr;
            FcPatternGetString(set->fonts[i], FC_FAMILY, 0, &name);
            FcPatternGetCharSet(set->fonts[i], FC_CHARSET, 0, &characters);
            if (reinterpret_cast<const char*>(name) == wanted) {
                return FcCharSetHasChar(characters, c) != 0;
            }
        }
        return false;
    }

    void makeContext() {
        // Pango starts fontconfig in a thread, which would read the system's configuration if the
        // process had none yet: 15 ms of work whose result nobody looks at. So it gets an empty
        // one.
        static std::once_flag once;
        std::call_once(once, [] { FcConfigSetCurrent(Config(FcConfigCreate()).get()); });
        map.reset(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
        if (!map) throw core::Failure("Pango has no FreeType fonts on this machine");
        pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map.get()), config.get());
        cairo_font_options_t* options = cairo_font_options_create();
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
        cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
        for (auto& context : contexts) {
            context.reset(pango_font_map_create_context(map.get()));
            pango_context_set_language(context.get(), pango_language_from_string("und"));
            pango_context_set_round_glyph_positions(context.get(), FALSE);
            pango_cairo_context_set_font_options(context.get(), options);
        }
        // A context's own direction is a weak one, and gives way to a paragraph's first letter.
        pango_context_set_base_dir(contexts[0].get(), PANGO_DIRECTION_LTR);
        pango_context_set_base_dir(contexts[1].get(), PANGO_DIRECTION_RTL);
        cairo_font_options_destroy(options);
    }

    /// The first face of that name that has the character, among those that are listed one behind
    /// the other; empty when there is none.
    std::string firstWith(Family family, const std::string& name, char32_t c) {
        std::string face = name;
        for (int next = 1;; ++next) {
            openFamily(family, face);
            if (has(family, face, c)) return face;
            face = name + "+" + std::to_string(next);
            const bool listed = std::ranges::any_of(fonts.files, [&](const FontFile& file) {
                return file.family == family && file.name == face;
            });
            if (!listed) return {};
        }
    }

    [[nodiscard]] bool isChosen(Family family, std::string_view name) const {
        return std::ranges::any_of(fonts.files, [&](const FontFile& file) {
            return file.family == family && file.name == name && file.chosen;
        });
    }
};

/// Font maps that nobody uses just now. Pango 1.50 sorts fonts in threads that may outlive what
/// asked for them and then work on what has been freed; nobody can wait for them. So no map is ever
/// freed, not even when the process ends, but lent again to the next who wants the same fonts.
struct FontMap::Idle {
    std::mutex guard;
    std::vector<std::unique_ptr<State>> states;

    static Idle& all() {
        static Idle* const idle = new Idle;
        return *idle;
    }

    std::unique_ptr<State> take(const FontSet& fonts) {
        const std::scoped_lock lock(guard);
        const auto fits = [&](const auto& state) {
            return state->fonts == fonts && state->written == timesOf(fonts);
        };
        const auto found = std::ranges::find_if(states, fits);
        if (found == states.end()) return nullptr;
        std::unique_ptr<State> state = std::move(*found);
        states.erase(found);
        return state;
    }

    void giveBack(std::unique_ptr<State> state) {
        const std::scoped_lock lock(guard);
        states.push_back(std::move(state));
    }
};

FontMap::FontMap(const FontSet& fonts) : state_(Idle::all().take(fonts)) {
    if (!state_) state_ = std::make_unique<State>(fonts);
}

FontMap::~FontMap() {
    Idle::all().giveBack(std::move(state_));
}

bool FontMap::alphabetHas(Family family, char32_t c) const {
    return state_->has(family, "", c);
}

bool FontMap::alphabetIsChosen(Family family) const {
    return state_->isChosen(family, "");
}

std::string FontMap::faceBefore(Family family, const std::string& language, char32_t c) {
    if (!state_->hasChoices) return {};
    const auto script = static_cast<PangoScript>(g_unichar_get_script(c));
    for (const FontFile& file : state_->fonts.files) {
        if (file.family != family || !file.name.starts_with('@')) continue;
        const std::string tag = file.name.substr(1, file.name.find('+') - 1);
        PangoLanguage* const spoken = pango_language_from_string(tag.c_str());
        if (!core::sameLanguage(tag, language) || !pango_language_includes_script(spoken, script))
            continue;
        if (auto face = state_->firstWith(family, "@" + tag, c); !face.empty()) return face;
    }
    for (const std::string& code : scriptsOf(c)) {
        if (!state_->isChosen(family, code)) continue;
        if (auto face = state_->firstWith(family, code, c); !face.empty()) return face;
    }
    return {};
}

std::string FontMap::faceBehind(Family family, char32_t c, const std::string& previous) {
    // A full stop that several scripts share stays in the font of the words before it.
    if (!previous.empty() && state_->has(family, previous, c)) return previous;
    if (alphabetIsChosen(family)) {
        if (auto face = state_->firstWith(family, "", c); !face.empty()) return face;
    }
    for (const std::string& script : scriptsOf(c)) {
        // Words in two typefaces are nobody's choice: a script that the chosen font has is its own.
        if (alphabetIsChosen(family) && alphabetHas(family, sampleOf(script))) return {};
    }
    if (auto face = state_->firstWith(family, std::string(kUsualAlphabet), c); !face.empty())
        return face;
    for (const std::string& script : scriptsOf(c)) {
        if (auto face = state_->firstWith(family, script, c); !face.empty()) return face;
    }
    return {};
}

std::string FontMap::faceName(Family family, const std::string& face) const {
    return familyName(family, face);
}

bool FontMap::isHanName(std::string_view name) {
    return std::ranges::any_of(kHanForms, [&](std::string_view forms) {
        return name.ends_with(forms) && name.ends_with(" " + std::string(forms));
    });
}

bool FontMap::hanHas(Family family, std::string_view language, char32_t c) {
    state_->openFamily(family, hanForms(language));
    return state_->has(family, hanForms(language), c);
}

std::string FontMap::alphabetName(Family family) const {
    return familyName(family, "");
}

std::string FontMap::hanName(Family family, std::string_view language) {
    state_->openFamily(family, hanForms(language));
    return familyName(family, hanForms(language));
}

PangoContext* FontMap::context(Direction direction) const {
    return state_->contexts.at(direction == Direction::rightToLeft ? 1 : 0).get();
}

std::string_view hanForms(std::string_view language) {
    const std::string_view first = language.substr(0, language.find('-'));
    const auto mentions = [&](std::string_view part) {
        return language.find(part) != std::string_view::npos;
    };
    if (first == "ja") return "JP";
    if (first == "ko") return "KR";
    if (first == "zh" && (mentions("-HK") || mentions("-MO"))) return "HK";
    if (first == "zh" && (mentions("-Hant") || mentions("-TW"))) return "TC";
    return "SC";
}

}  // namespace ebbflow::text
