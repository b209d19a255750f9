#pragma once
// The private font map: a fontconfig configuration that holds our files and nothing else, and the
// Pango context that uses it; made once for each set of fonts and use at the same time. Internal to
// this folder.

#include <memory>
#include <string>
#include <string_view>

#include "text/fonts.hpp"
#include "text/scripts.hpp"

typedef struct _PangoContext PangoContext;

namespace ebbflow::text {

class FontMap {
public:
    explicit FontMap(const FontSet& fonts);
    ~FontMap();
    FontMap(const FontMap&) = delete;
    FontMap& operator=(const FontMap&) = delete;

    /// Whether the Latin and Cyrillic face of the family has the character.
    [[nodiscard]] bool alphabetHas(Family family, char32_t c) const;
    /// Whether that face is the script's choice, not the usual one.
    [[nodiscard]] bool alphabetIsChosen(Family family) const;
    /// The face that the script has chosen for the character's script or the text's language, where
    /// it has it; else empty. Opens what it looks into.
    [[nodiscard]] std::string faceBefore(Family family, const std::string& language, char32_t c);
    /// The face for a character that the alphabet's lacks and that is not Han; empty when there is
    /// none but, perhaps, the Han one. `previous`: the face before it.
    [[nodiscard]] std::string faceBehind(Family family, char32_t c, const std::string& previous);
    /// Whether the Han face of the family for this language has it. Opens that face if need be.
    [[nodiscard]] bool hanHas(Family family, std::string_view language, char32_t c);

    /// Names to give Pango; the Han face is opened if need be.
    [[nodiscard]] std::string alphabetName(Family family) const;
    [[nodiscard]] std::string faceName(Family family, const std::string& face) const;
    [[nodiscard]] static bool isHanName(std::string_view name);
    [[nodiscard]] std::string hanName(Family family, std::string_view language);

    /// In which text of that direction is set.
    [[nodiscard]] PangoContext* context(Direction direction) const;

private:
    struct State;
    struct Idle;
    std::unique_ptr<State> state_;
};

/// `SC`, `TC`, `HK`, `JP` or `KR`; simplified where the language does not say.
[[nodiscard]] std::string_view hanForms(std::string_view language);

}  // namespace ebbflow::text
