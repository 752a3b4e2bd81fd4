#pragma once
// Languages and translation: gettext catalogues compiled into the program, Dutch being the text itself.
#include "platform/base/clock.h"
#include "platform/base/text.h"
#include "platform/base/words.h"

#include <array>
#include <string>
#include <string_view>

namespace text {

enum class Language { nl,
                      en };
inline constexpr std::array languages{Language::nl, Language::en};

/// The sentence in a language, values filled in; a sentence without a translation stays Dutch.
std::string say(base::Sentence const& sentence, Language language);
/// A sentence given by its Dutch words, for templates.
std::string translate(std::string_view msgid, Language language);
/// The name of a language in itself.
std::string_view own_name(Language language);
/// "di 12 januari 2027".
std::string day(base::Date date, Language language);
/// "12 januari 2027".
std::string plain_day(base::Date date, Language language);
/// "di 12 januari 2027, 19.30 uur".
std::string moment(base::Moment moment, Language language);
/// "19.30 uur".
std::string time(std::chrono::minutes time, Language language);
/// A key by which names sort as people expect (ICU, Dutch rules).
std::string sort_key(std::string_view text);
/// Lower case without accents, for searching names of any script; not for addresses.
std::string folded(std::string_view text);
/// A line as people mean it: spaces trimmed and joined, zero-width and direction controls removed, NFC.
std::string tidy_line(std::string_view text);
/// A longer text: line ends kept, direction and zero-width controls removed, NFC, trimmed.
std::string tidy_text(std::string_view text);
/// How many characters a person sees.
std::size_t length(std::string_view text);

} // namespace text

template <>
struct base::Words<text::Language> {
    static constexpr std::array entries{base::Word<text::Language>{text::Language::nl, "nl"}, base::Word<text::Language>{text::Language::en, "en"}};
};
