// Forms and percent signs: what is read is fit, and what we write ourselves is read back as it was.
#include "expect.h"
#include "platform/http/message.h"

#include <algorithm>
#include <string>

namespace {

/// Whether a text is UTF-8 without NUL, told by writing each character anew in its shortest form.
bool fit(std::string_view text) {
    std::string anew;
    for (std::size_t i = 0; i < text.size();) {
        auto lead = static_cast<unsigned char>(text[i++]);
        unsigned more = lead < 0x80 ? 0 : lead >> 5U == 6 ? 1
                                      : lead >> 4U == 14  ? 2
                                      : lead >> 3U == 30  ? 3
                                                          : 9;
        if (more == 9) return false;
        unsigned c = more == 0 ? lead : lead & (0x3fU >> more);
        for (; more > 0 && i < text.size(); --more) c = c << 6U | (static_cast<unsigned char>(text[i++]) & 0x3fU);
        if (c == 0 || (c >= 0xd800 && c < 0xe000) || c > 0x10ffff) return false;
        auto tail = [&](unsigned shift) { anew += static_cast<char>(0x80U | (c >> shift & 0x3fU)); };
        if (c < 0x80) anew += static_cast<char>(c);
        else if (c < 0x800) anew += static_cast<char>(0xc0U | c >> 6U), tail(0);
        else if (c < 0x10000) anew += static_cast<char>(0xe0U | c >> 12U), tail(6), tail(0);
        else anew += static_cast<char>(0xf0U | c >> 18U), tail(12), tail(6), tail(0);
    }
    return anew == text;
}

void form(std::string_view text) {
    auto fields = http::parse_form(text);
    if (!fields) return;
    for (auto const& [name, value] : *fields) {
        expect(fit(name) && fit(value), "a field holds what is no text");
        expect(std::none_of(value.begin(), value.end(), [](unsigned char c) { return (c < 0x20 && c != '\n' && c != '\t') || c == 0x7f; }), "a value has a control sign");
        expect(fields->has(name), "a field is not found by its name");
    }
    auto again = http::parse_form(http::form_text(*fields) + (planted() ? "&x" : ""));
    expect(again && std::equal(fields->begin(), fields->end(), again->begin(), again->end()), "a form that is written is not the form that was read");
}

void percents(std::string_view text) {
    expect(http::fit_text(text) == fit(text), "the two judgements of UTF-8 differ");
    for (bool as_form : {false, true}) {
        if (auto plain = http::decoded(text, as_form)) expect(fit(*plain) && plain->size() <= text.size(), "what was decoded is no text");
        auto back = http::decoded(http::encoded(text), as_form);
        expect(back ? *back == text : !fit(text), "what was encoded does not come back");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size) {
    std::string_view text{reinterpret_cast<char const*>(data), size};
    form(text);
    percents(text);
    return 0;
}
