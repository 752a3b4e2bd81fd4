#include "people/person.h"

#include "platform/base/length.h"

#include <algorithm>

namespace people {
using base::tr;

std::optional<std::string> tidy_mail(std::string const& typed) {
    std::string mail = typed;
    std::erase_if(mail, [](char c) { return c == ' ' || c == '\t'; });
    for (auto& c : mail)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32); // by hand: a Turkish locale would lower I to a dotless i
    auto at = mail.find('@');
    if (at == std::string::npos || at == 0 || mail.rfind('@') != at || mail.size() > 200) return {};
    auto host = mail.substr(at + 1);
    if (host.size() < 3 || host.find('.') == std::string::npos || host.front() == '.' || host.back() == '.' || host.find("..") != std::string::npos) return {};
    auto fits = [](char c) { return static_cast<unsigned char>(c) > 0x20 && c != '<' && c != '>' && c != '"' && c != ',' && c != ';' && c != ':' && c != '\\' && c != '(' && c != ')' && c != '[' && c != ']' && c != 0x7f; };
    if (!std::all_of(mail.begin(), mail.end(), fits)) return {};
    return mail;
}

bool is_phone(std::string const& typed) {
    if (typed.size() > 25) return false;
    int digits = 0;
    for (std::size_t i = 0; i < typed.size(); ++i) {
        char c = typed[i];
        if (c >= '0' && c <= '9') ++digits;
        else if (c == '+' && i == 0) continue;
        else if (c != ' ' && c != '-' && c != '(' && c != ')' && c != '.') return false;
    }
    return digits >= 8 && digits <= 15;
}

std::string tidy_phone(std::string const& typed) {
    std::string digits;
    for (char c : typed)
        if (c >= '0' && c <= '9') digits += c;
    bool const abroad = typed.find('+') != std::string::npos;
    if (digits.starts_with("0031")) return "0" + digits.substr(4);
    if (abroad && digits.starts_with("31")) return "0" + digits.substr(2);
    return abroad ? "00" + digits : digits;
}

base::Result<Contact, base::Refusal> contact(Contact const& typed) {
    base::Refusal refusal;
    Contact given = typed;
    if (given.name.empty()) refusal.add("naam", tr("Vul een naam in."));
    else if (base::characters(given.name) > 100) refusal.add("naam", tr("Deze naam is te lang. Gebruik hoogstens 100 tekens."));
    if (!given.mail.empty()) {
        if (auto mail = tidy_mail(given.mail)) given.mail = *mail;
        else refusal.add("mail", tr("Dit is geen mailadres. Een mailadres ziet eruit als naam@voorbeeld.nl."));
    }
    if (!given.phone.empty() && !is_phone(given.phone)) refusal.add("telefoon", tr("Dit is geen telefoonnummer. Vul alleen cijfers in, bijvoorbeeld 06 12345678."));
    if (given.mail.empty() && given.phone.empty()) refusal.add("mail", tr("Vul een mailadres of een telefoonnummer in. Dan kunnen wij u bereiken."));
    if (!refusal.empty()) return refusal;
    return given;
}

} // namespace people
