#include "training/pack.h"

#include "platform/base/length.h"
#include "visit/term.h"

#include <algorithm>

namespace training {
using base::tr;

namespace {

/// "1234 AB", or nothing when it is no postcode.
std::string tidy_postcode(std::string const& typed) {
    std::string tidy;
    for (char c : typed) {
        if (c == ' ') continue;
        tidy += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    if (tidy.size() != 6 || tidy[0] == '0') return {};
    for (std::size_t i = 0; i < 6; ++i)
        if (i < 4 ? tidy[i] < '0' || tidy[i] > '9' : tidy[i] < 'A' || tidy[i] > 'Z') return {};
    return tidy.substr(0, 4) + " " + tidy.substr(4);
}

} // namespace

base::Result<Address, base::Refusal> send_to(Address const& typed) {
    base::Refusal refusal;
    auto good = typed;
    good.postcode = tidy_postcode(typed.postcode);
    if (typed.name.empty()) refusal.add("naam", tr("Vul de naam in die op de envelop komt."));
    if (typed.street.empty()) refusal.add("straat", tr("Vul straat en huisnummer in."));
    else if (std::none_of(typed.street.begin(), typed.street.end(), [](char c) { return c >= '0' && c <= '9'; })) refusal.add("straat", tr("Vul ook het huisnummer in."));
    if (good.postcode.empty()) refusal.add("postcode", tr("Vul een postcode in, bijvoorbeeld 4201 AB."));
    if (typed.town.empty()) refusal.add("woonplaats", tr("Vul de woonplaats in."));
    for (auto const& [field, words] : {std::pair{"naam", &typed.name}, {"straat", &typed.street}, {"woonplaats", &typed.town}})
        if (base::characters(*words) > 80) refusal.add(field, tr("Dit is te lang. Gebruik hoogstens 80 tekens."));
    if (!refusal.empty()) return refusal;
    return good;
}

std::string written(Address const& address) { return address.name + "\n" + address.street + "\n" + address.postcode + "\n" + address.town; }

std::optional<Address> read_address(std::string const& lines) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= lines.size();) {
        auto const end = std::min(lines.find('\n', at), lines.size());
        parts.push_back(lines.substr(at, end - at));
        at = end + 1;
    }
    if (parts.size() != 4) return {};
    return Address{parts[0], parts[1], parts[2], parts[3]};
}

std::vector<std::string> label(Address const& address) { return {address.name, address.street, address.postcode + "  " + address.town}; }

std::vector<base::Text> standard_contents() { return {tr("Een kaart waarin we je bedanken dat je meedoet"), tr("De rolkaart en de huisregels"), tr("De geheugensteun voor het eerste gesprek"), tr("Iets lekkers")}; }

base::Result<std::string, base::Refusal> contents(std::string const& typed) {
    if (typed.empty()) return base::Refusal::of("inhoud", tr("Schrijf op wat er in het pakket zit."));
    if (base::characters(typed) > 1000) return base::Refusal::of("inhoud", tr("Dit is te lang. Gebruik hoogstens 1000 tekens."));
    return typed;
}

base::Date address_kept_until(base::Date given, std::optional<base::Date> last_evening) { return base::later(std::max(given, last_evening.value_or(given)), visit::days_kept); }

} // namespace training
