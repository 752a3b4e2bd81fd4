// Texts as people mean them: once tidy, a text stays as it is, and nothing unseen is left in it.
#include "expect.h"
#include "platform/http/message.h"
#include "platform/text/language.h"

#include <string>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

namespace {

bool composed(std::string const& text) {
    UErrorCode status = U_ZERO_ERROR;
    return icu::Normalizer2::getNFCInstance(status)->isNormalized(icu::UnicodeString::fromUTF8(text), status) && U_SUCCESS(status);
}

void tidy(std::string_view given, std::string (*its)(std::string_view), bool lines) {
    auto once = planted() ? std::string{given} : its(given);
    expect(its(once) == once, "a tidy text changes when it is tidied again");
    expect(http::fit_text(once), "a tidy text is no text");
    expect(composed(once), "a tidy text is not in NFC");
    for (char c : once) expect(static_cast<unsigned char>(c) >= 0x20 || (lines && c == '\n'), "a tidy text holds a control character");
    for (auto unseen : {"\u200b", "\u200e", "\u202e", "\u2066", "\ufeff"}) expect(once.find(unseen) == std::string::npos, "a tidy text holds what nobody sees");
    if (once.empty()) return;
    expect(once.front() != ' ' && once.back() != ' ', "a tidy text has spaces around it");
    expect(lines || once.find("  ") == std::string::npos, "a tidy line has two spaces together");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size) {
    std::string_view text{reinterpret_cast<char const*>(data), size};
    // a form never brings anything else
    if (!http::fit_text(text)) return 0;
    tidy(text, text::tidy_line, false);
    tidy(text, text::tidy_text, true);
    return 0;
}
