#include "platform/text/language.h"

#include "gen/locales.h"
#include "platform/base/require.h"

#include <algorithm>
#include <atomic>
#include <boost/locale.hpp>
#include <memory>
#include <unicode/brkiter.h>
#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/smpdtfmt.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>

namespace text {
namespace {

constexpr char const* domain = "naast";

std::locale make_locale(Language language) {
    namespace bl = boost::locale;
    if (language == Language::nl) return std::locale::classic();
    bl::gnu_gettext::messages_info info;
    info.language = std::string{base::word(language)};
    info.encoding = "UTF-8";
    info.paths.emplace_back("");
    info.domains.emplace_back(domain);
    info.callback = [](std::string const& file, std::string const&) {
        for (auto const& its : gen::locales)
            if (file.find("/" + std::string{its.name} + "/") != std::string::npos || file.find(std::string{its.name} + "/LC_MESSAGES") == 0) return std::vector<char>{its.bytes.begin(), its.bytes.end()};
        return std::vector<char>{};
    };
    bl::generator generator;
    std::locale base = generator(std::string{base::word(language)} + ".UTF-8");
    return std::locale(base, bl::gnu_gettext::create_messages_facet<char>(info));
}

std::locale const& locale_of(Language language) {
    static std::array<std::locale, all_languages.size()> const all = [] {
        std::array<std::locale, all_languages.size()> made;
        for (auto each : all_languages) made[static_cast<std::size_t>(each)] = make_locale(each);
        return made;
    }();
    return all[static_cast<std::size_t>(language)];
}

/// The words of a catalogue, or nothing.
char const* find(std::string const& msgid, Language language) {
    using Messages = boost::locale::message_format<char>;
    auto const& catalogue = locale_of(language);
    if (!std::has_facet<Messages>(catalogue)) return nullptr;
    auto const& messages = std::use_facet<Messages>(catalogue);
    return messages.get(messages.domain(domain), nullptr, msgid.c_str());
}

std::atomic<Missed> missed{nullptr};

/// The locale by which ICU writes dates: Arabic ones in the digits of the rest of the page.
std::string dates_of(Language language) { return language == Language::ar ? "ar-u-nu-latn" : std::string{base::word(language)}; }

/// ICU formats are costly to make and not shared between threads: each thread keeps its own.
icu::SimpleDateFormat& format(Language language, bool with_weekday) {
    static thread_local std::array<std::unique_ptr<icu::SimpleDateFormat>, 2 * all_languages.size()> kept;
    auto& its = kept[static_cast<std::size_t>(language) * 2 + (with_weekday ? 1 : 0)];
    if (!its) {
        UErrorCode status = U_ZERO_ERROR;
        auto where = icu::Locale::forLanguageTag(dates_of(language), status);
        its = std::make_unique<icu::SimpleDateFormat>(icu::UnicodeString::fromUTF8(with_weekday ? "EEE d MMMM y" : "d MMMM y"), where, status);
        base::require(U_SUCCESS(status), "no date format");
        its->setTimeZone(*icu::TimeZone::getGMT());
    }
    return *its;
}

/// Lists show the same day again and again, and ICU takes long for one.
std::string formatted(base::Date date, Language language, bool with_weekday) {
    struct Last {
        base::Date date{};
        Language language{};
        std::string text;
    };
    thread_local std::array<Last, 2> lasts;
    auto& last = lasts[with_weekday];
    if (!last.text.empty() && last.date == date && last.language == language) return last.text;
    icu::UnicodeString out;
    auto days = std::chrono::sys_days{date}.time_since_epoch();
    format(language, with_weekday).format(static_cast<UDate>(std::chrono::duration_cast<std::chrono::milliseconds>(days).count()), out);
    std::string text;
    out.toUTF8String(text);
    if (text.size() > 2 && text[2] == '.') text.erase(2, 1); // "di." is said "di"
    last = {date, language, text};
    return text;
}

bool unseen(UChar32 c) { return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF || (c < 0x20 && c != '\n' && c != '\t') || c == 0x7f || (c >= 0x80 && c < 0xA0); }

std::string tidy(std::string_view given, bool lines) {
    auto const text = icu::UnicodeString::fromUTF8(icu::StringPiece(given.data(), static_cast<int32_t>(given.size())));
    icu::UnicodeString out, joiners;
    auto after_space = [&] { return out.isEmpty() || u_isUWhiteSpace(out.char32At(out.length() - 1)); };
    for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        UChar32 c = text.char32At(i);
        // the joiners inside a word or an emoji carry meaning
        if (c == 0x200C || c == 0x200D) {
            joiners.append(c);
            continue;
        }
        if (unseen(c)) continue;
        bool const space = u_isUWhiteSpace(c);
        if (!space && !after_space()) out.append(joiners);
        joiners.remove();
        if (!space || (lines && c == '\n')) out.append(c);
        else if (lines || !after_space()) out.append(static_cast<UChar>(' '));
    }
    out.trim();
    // last of all: what was left out may have kept a letter from its accent
    UErrorCode status = U_ZERO_ERROR;
    out = icu::Normalizer2::getNFCInstance(status)->normalize(out, status);
    std::string result;
    out.toUTF8String(result);
    return result;
}

} // namespace

std::string translate(std::string_view msgid, Language language) {
    if (language == Language::nl || msgid.empty()) return std::string{msgid};
    std::string const wanted{msgid};
    if (auto const* said = find(wanted, language)) return said;
    if (auto told = missed.load(std::memory_order_relaxed)) told(msgid, language);
    return wanted;
}

std::string say(base::Sentence const& sentence, Language language) {
    auto said = translate(sentence.text.msgid, language);
    // U+2068 and U+2069: what stands between them runs by its own first letter
    bool const apart = right_to_left(language);
    for (auto const& [name, given] : sentence.with) {
        auto const hole = "{" + name + "}";
        auto const value = apart && !given.empty() ? "\u2068" + given + "\u2069" : given;
        for (auto at = said.find(hole); at != std::string::npos; at = said.find(hole, at + value.size())) said.replace(at, hole.size(), value);
    }
    return said;
}

std::string_view own_name(Language language) {
    switch (language) {
    case Language::nl: return "Nederlands";
    case Language::en: return "English";
    case Language::ar: return "العربية";
    case Language::tr: return "Türkçe";
    case Language::pl: return "Polski";
    case Language::uk: return "Українська";
    case Language::ti: return "ትግርኛ";
    }
    return {};
}

bool of_all_pages(Language language) { return std::find(languages.begin(), languages.end(), language) != languages.end(); }
bool right_to_left(Language language) { return language == Language::ar; }

std::span<std::string_view const> asking_sentences() { return gen::asking; }

std::vector<std::string_view> missing(Language language) {
    std::vector<std::string_view> all;
    if (language == Language::nl) return all;
    for (auto each : asking_sentences())
        if (!find(std::string{each}, language)) all.push_back(each);
    return all;
}

std::vector<Language> const& asking_languages() {
    static std::vector<Language> const all = [] {
        std::vector<Language> offered;
        for (auto each : all_languages)
            if (of_all_pages(each) || missing(each).empty()) offered.push_back(each);
        return offered;
    }();
    return all;
}

bool read_by_speaker(Language language) {
    if (language == Language::nl) return true;
    return std::any_of(gen::locales.begin(), gen::locales.end(), [language](auto const& its) { return its.name == base::word(language) && its.read_by_speaker; });
}

void tell_missed(Missed told) { missed = told; }

std::string day(base::Date date, Language language) { return formatted(date, language, true); }
std::string plain_day(base::Date date, Language language) { return formatted(date, language, false); }
std::string time(std::chrono::minutes time, Language language) {
    auto said = base::hours(time);
    if (language != Language::nl) return said;
    said[2] = '.';
    return said + " uur";
}
std::string moment(base::Moment moment, Language language) {
    auto there = base::local(moment);
    return day(there.date, language) + ", " + time(there.time, language);
}

std::string sort_key(std::string_view given) {
    static thread_local std::unique_ptr<icu::Collator> const collator = [] {
        UErrorCode status = U_ZERO_ERROR;
        return std::unique_ptr<icu::Collator>{icu::Collator::createInstance(icu::Locale{"nl"}, status)};
    }();
    auto text = icu::UnicodeString::fromUTF8(icu::StringPiece(given.data(), static_cast<int32_t>(given.size())));
    std::string key(static_cast<std::size_t>(text.length()) * 4 + 16, '\0');
    auto size = collator->getSortKey(text, reinterpret_cast<uint8_t*>(key.data()), static_cast<int32_t>(key.size()));
    if (static_cast<std::size_t>(size) > key.size()) {
        key.resize(static_cast<std::size_t>(size));
        collator->getSortKey(text, reinterpret_cast<uint8_t*>(key.data()), size);
    }
    key.resize(size > 0 ? static_cast<std::size_t>(size) - 1 : 0);
    return key;
}

std::string folded(std::string_view given) {
    // most names need no more than this, and long lists are searched name by name
    if (std::all_of(given.begin(), given.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
        std::string small{given};
        for (char& c : small)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
        return small;
    }
    UErrorCode status = U_ZERO_ERROR;
    auto const* nfkd = icu::Normalizer2::getNFKDInstance(status);
    auto text = nfkd->normalize(icu::UnicodeString::fromUTF8(icu::StringPiece(given.data(), static_cast<int32_t>(given.size()))), status);
    text.foldCase();
    icu::UnicodeString out;
    for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        UChar32 c = text.char32At(i);
        if (u_charType(c) != U_NON_SPACING_MARK) out.append(c);
    }
    std::string result;
    out.toUTF8String(result);
    return result;
}

std::string tidy_line(std::string_view text) { return tidy(text, false); }
std::string tidy_text(std::string_view text) { return tidy(text, true); }

std::size_t length(std::string_view text) {
    std::size_t count = 0;
    for (char c : text) count += (static_cast<unsigned char>(c) & 0xc0U) != 0x80U;
    return count;
}

} // namespace text
