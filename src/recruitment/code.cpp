#include "recruitment/code.h"

#include "platform/base/length.h"

#include <algorithm>
#include <charconv>

namespace recruitment {
using base::tr;

namespace {

bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }
bool is_word(std::string_view text) {
    return text.size() >= 2 && text.size() <= 20 && letter(text.front()) && letter(text.back()) && std::all_of(text.begin(), text.end(), [](char c) { return letter(c) || c == '-'; }) && text.find("--") == std::string_view::npos;
}
/// The number of "c7", or 0.
int campaign_number(std::string_view text) {
    int number = 0;
    if (text.size() < 2 || text.size() > 6 || text[0] != 'c' || text[1] == '0') return 0;
    auto const [end, error] = std::from_chars(text.data() + 1, text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() && number > 0 ? number : 0;
}

} // namespace

std::optional<Code> read_code(std::string_view text) {
    if (auto number = campaign_number(text)) return Code{"", number};
    auto const dot = text.find('.');
    auto const word = text.substr(0, dot);
    if (!is_word(word)) return {};
    if (dot == std::string_view::npos) return Code{std::string{word}, 0};
    auto const number = campaign_number(text.substr(dot + 1));
    if (number == 0) return {};
    return Code{std::string{word}, number};
}

std::string write_code(Code const& code) {
    auto const number = code.campaign ? "c" + std::to_string(code.campaign) : std::string{};
    return code.channel + (code.channel.empty() || number.empty() ? "" : ".") + number;
}

std::string code_from(std::string_view name) {
    std::string code;
    for (char c : name) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
        if (letter(c)) code += c;
        else if (static_cast<unsigned char>(c) < 0x80 && c != '\'' && !code.empty() && code.back() != '-') code += '-';
    }
    // a name that is too long ends at a whole word where it can
    if (code.size() > 20) {
        auto const dash = code.rfind('-', 20);
        code.resize(dash != std::string::npos && dash >= 2 ? dash : 20);
    }
    while (!code.empty() && code.back() == '-') code.pop_back();
    return code;
}

base::Result<OwnChannelDraft, base::Refusal> own_channel(OwnChannelDraft const& typed, std::set<std::string> const& taken) {
    base::Refusal refusal;
    auto given = typed;
    if (given.name.empty()) refusal.add("naam", tr("Vul een naam in."));
    else if (base::characters(given.name) > 60) refusal.add("naam", tr("Dit is te lang. Gebruik hoogstens 60 tekens."));
    if (given.code.empty()) given.code = code_from(given.name);
    if (!is_word(given.code) || campaign_number(given.code)) {
        if (!given.name.empty()) refusal.add("code", tr("Een code heeft 2 tot 20 kleine letters, cijfers of streepjes. Een c met alleen een getal is voor campagnes."));
    } else if (base::from_word<Channel>(given.code) || taken.contains(given.code)) refusal.add("code", tr("Deze code is al van een ander kanaal. Kies een andere."));
    if (!refusal.empty()) return refusal;
    return given;
}

} // namespace recruitment
