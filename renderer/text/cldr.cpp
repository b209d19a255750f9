#include "text/cldr.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <mutex>
#include <new>
#include <set>
#include <span>

#include <unicode/locdspnm.h>
#include <unicode/locid.h>
#include <unicode/plurrule.h>
#include <unicode/strenum.h>

namespace ebbflow::text {
namespace {

constexpr std::array<std::string_view, 7> kHanScripts{"Hans", "Hant", "Hani", "Jpan",
                                                      "Kore", "Hang", "Bopo"};
constexpr std::array<std::string_view, 2> kHangul{"Kore", "Hang"};

bool among(std::string_view script, std::span<const std::string_view> scripts) {
    return std::ranges::find(scripts, script) != scripts.end();
}

/// ICU reports want of memory, and of its own data, as a status.
void check(UErrorCode status) {
    if (U_FAILURE(status)) throw std::bad_alloc();
}

std::set<std::string> languagesWithRules() {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::StringEnumeration> names(
        icu::PluralRules::getAvailableLocales(status));
    check(status);
    std::set<std::string> all;
    while (const char* name = names->next(nullptr, status)) all.insert(name);
    return all;
}

/// A tag that is none is the root's.
icu::Locale localeOf(const std::string& language) {
    UErrorCode status = U_ZERO_ERROR;
    icu::Locale locale = icu::Locale::forLanguageTag(language, status);
    return U_SUCCESS(status) ? locale : icu::Locale::getRoot();
}

struct Facts {
    std::unique_ptr<icu::PluralRules> plurals;
    std::string script;
};

Facts lookUp(const std::string& language) {
    static const std::set<std::string> kKnown = languagesWithRules();
    icu::Locale locale = localeOf(language);
    const bool known = kKnown.contains(locale.getLanguage());
    UErrorCode status = U_ZERO_ERROR;
    Facts facts;
    facts.plurals.reset(
        icu::PluralRules::forLocale(known ? locale : icu::Locale::getEnglish(), status));
    check(status);
    locale.addLikelySubtags(status);
    facts.script = locale.getScript();
    return facts;
}

/// Kept for good: ICU takes a millisecond to find a language's rules, and films have few languages.
const Facts& factsOf(std::string_view language) {
    static std::mutex mutex;
    static std::map<std::string, Facts, std::less<>> known;
    const std::lock_guard lock(mutex);
    const auto found = known.find(language);
    if (found != known.end()) return found->second;
    const std::string tag(language);
    return known.emplace(tag, lookUp(tag)).first->second;
}

/// ICU counts in doubles. Rules look at a whole number's last six digits and at whether it is
/// small, so one beyond 2^53 may lose its leading ones.
double forIcu(std::int64_t n) {
    constexpr std::uint64_t kExact = std::uint64_t{1} << 53U, kKept = 1'000'000'000;
    // Through unsigned, since the smallest number has no positive twin.
    const auto bits = static_cast<std::uint64_t>(n);
    const std::uint64_t size = n < 0 ? ~bits + 1 : bits;
    return static_cast<double>(size < kExact ? size : kKept + size % kKept);
}

}  // namespace

std::string pluralCategory(std::int64_t n, std::string_view language) {
    std::string category;
    factsOf(language).plurals->select(forIcu(n)).toUTF8String(category);
    return category;
}

std::vector<std::string> pluralCategories(std::string_view language) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::StringEnumeration> names(
        factsOf(language).plurals->getKeywords(status));
    check(status);
    std::vector<std::string> all;
    while (const char* name = names->next(nullptr, status)) all.emplace_back(name);
    return all;
}

std::string ownName(std::string_view language) {
    const icu::Locale locale = localeOf(std::string(language));
    std::array contexts{UDISPCTX_CAPITALIZATION_FOR_UI_LIST_OR_MENU, UDISPCTX_DIALECT_NAMES};
    const std::unique_ptr<icu::LocaleDisplayNames> names(icu::LocaleDisplayNames::createInstance(
        locale, contexts.data(), static_cast<std::int32_t>(contexts.size())));
    icu::UnicodeString name;
    names->localeDisplayName(locale, name);
    std::string text;
    name.toUTF8String(text);
    return text.empty() ? std::string(language) : text;
}

bool isHanLanguage(std::string_view language) {
    return among(factsOf(language).script, kHanScripts);
}

bool hasFullWidthMarks(std::string_view language) {
    return isHanLanguage(language) && !among(factsOf(language).script, kHangul);
}

}  // namespace ebbflow::text
