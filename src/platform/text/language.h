#pragma once
// Languages (taal) and translation: gettext catalogues compiled into the program, Dutch being the text itself. All pages are there in Dutch and English; the pages on which a parent asks for a buddy also in other languages (of which locale/asking.files says the sentences).
#include "platform/base/clock.h"
#include "platform/base/text.h"
#include "platform/base/words.h"

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace text {

enum class Language { nl,
                      en,
                      ar,
                      tr,
                      pl,
                      uk,
                      ti };
/// Of all pages.
inline constexpr std::array languages{Language::nl, Language::en};
/// Every language of which there may be a catalogue.
inline constexpr std::array all_languages{Language::nl, Language::en, Language::ar, Language::tr, Language::pl, Language::uk, Language::ti};

/// Whether all pages are there in a language.
bool of_all_pages(Language language);
/// The languages of the pages on which a parent asks: those whose catalogue says every sentence of these pages.
std::vector<Language> const& asking_languages();
/// The Dutch sentences of those pages.
std::span<std::string_view const> asking_sentences();
/// Those of them that a catalogue does not say.
std::vector<std::string_view> missing(Language language);
/// Whether a speaker of the language has read its catalogue; until then it is the work of a machine.
bool read_by_speaker(Language language);
bool right_to_left(Language language);

/// The sentence in a language, values filled in; a sentence without a translation stays Dutch. In a language that runs from right to left each value keeps its own direction, so that a phone number is not turned round.
std::string say(base::Sentence const& sentence, Language language);
/// A sentence given by its Dutch words, for templates.
std::string translate(std::string_view msgid, Language language);
/// Told of each sentence that a catalogue lacks when it is asked for; for tests.
using Missed = void (*)(std::string_view msgid, Language language);
void tell_missed(Missed told);
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
    static constexpr std::array entries{base::Word<text::Language>{text::Language::nl, "nl"}, base::Word<text::Language>{text::Language::en, "en"}, base::Word<text::Language>{text::Language::ar, "ar"}, base::Word<text::Language>{text::Language::tr, "tr"}, base::Word<text::Language>{text::Language::pl, "pl"}, base::Word<text::Language>{text::Language::uk, "uk"}, base::Word<text::Language>{text::Language::ti, "ti"}};
};
