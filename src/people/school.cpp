#include "people/school.h"

#include "people/person.h"
#include "platform/base/length.h"
#include "platform/base/number.h"
#include "platform/base/require.h"

namespace people {
using base::tr;

namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }
bool capital(char c) { return c >= 'A' && c <= 'Z'; }

/// A web address without what stands before the name of the site.
std::string without_scheme(std::string web) {
    for (std::string_view scheme : {"https://", "http://"})
        if (web.starts_with(scheme)) web.erase(0, scheme.size());
    return web;
}
bool can_be_web(std::string const& web) {
    auto site = web.substr(0, web.find('/'));
    return site.size() > 3 && site.find('.') != std::string::npos && site.front() != '.' && site.back() != '.' && std::all_of(web.begin(), web.end(), [](char c) { return c > ' ' && c != '"' && c != '<' && c != '>' && c != '@'; });
}

} // namespace

std::optional<int> postcode_from(std::string_view typed) {
    std::string plain;
    for (char c : typed)
        if (c != ' ') plain += c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    if ((plain.size() != 4 && plain.size() != 6) || plain[0] == '0' || !std::all_of(plain.begin(), plain.begin() + 4, digit) || !std::all_of(plain.begin() + 4, plain.end(), capital)) return {};
    return std::stoi(plain.substr(0, 4));
}

std::optional<std::string> site_code(std::string typed) {
    for (auto& c : typed)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
    if (typed.size() != 6 || !digit(typed[0]) || !digit(typed[1]) || !std::all_of(typed.begin() + 2, typed.end(), [](char c) { return digit(c) || capital(c); })) return {};
    return typed;
}

base::Result<SchoolGiven, base::Refusal> school(SchoolDraft const& typed) {
    base::Refusal refusal;
    SchoolGiven given{{typed.name, typed.kind.value_or(SchoolKind::bo), typed.place, postcode_from(typed.postcode).value_or(0), typed.address, {}, typed.phone, without_scheme(typed.web), 0}, {}};
    if (typed.name.empty()) refusal.add("naam", tr("Vul de naam van de school in."));
    if (!typed.kind) refusal.add("soort", tr("Kies wat voor school het is."));
    if (typed.place.empty()) refusal.add("plaats", tr("Vul de plaats in."));
    for (auto const& [field, text] : {std::pair{"naam", &typed.name}, {"plaats", &typed.place}, {"adres", &typed.address}, {"website", &typed.web}})
        if (base::characters(*text) > 100) refusal.add(field, tr("Dit is te lang. Gebruik hoogstens 100 tekens."));
    if (given.facts.postcode == 0) refusal.add("postcode", tr("Vul een postcode in, bijvoorbeeld 4201 of 4201 AB."));
    if (!typed.phone.empty() && !is_phone(typed.phone)) refusal.add("telefoon", tr("Dit is geen telefoonnummer. Vul alleen cijfers in, bijvoorbeeld 06 12345678."));
    if (!given.facts.web.empty() && !can_be_web(given.facts.web)) refusal.add("website", tr("Dit is geen adres van een website, zoals www.voorbeeld.nl."));
    if (!typed.pupils.empty()) {
        given.facts.pupils = base::number_from(typed.pupils).value_or(10000);
        if (given.facts.pupils > 9999) refusal.add("leerlingen", tr("Vul een getal in, of laat dit leeg."));
    }
    if (!typed.site.empty()) {
        if (auto site = site_code(typed.site)) given.site = *site;
        else refusal.add("vestigingscode", tr("Een vestigingscode heeft zes tekens, zoals 12AB00. Of laat dit leeg."));
    }
    if (!refusal.empty()) return refusal;
    return given;
}

base::Result<Arrangements, base::Refusal> arrange(std::optional<SameSchool> same_school, std::optional<Lead> led_by, std::set<AtFirstMeeting> at_first_meetings, std::string const& languages) {
    base::Refusal refusal;
    if (!same_school) refusal.add("zelfde_school", tr("Kies wat de school hiervan vindt."));
    if (!led_by) refusal.add("leiding", tr("Kies wie hier de leiding neemt."));
    if (base::characters(languages) > 100) refusal.add("talen", tr("Dit is te lang. Gebruik hoogstens 100 tekens."));
    if (!refusal.empty()) return refusal;
    return Arrangements{*same_school, *led_by, std::move(at_first_meetings), languages};
}

base::Result<MomentGiven, base::Refusal> happened(std::optional<SchoolMomentKind> kind, std::optional<base::Date> day, std::string const& note, base::Date today) {
    base::Refusal refusal;
    if (!kind) refusal.add("soort", tr("Kies wat er gebeurde."));
    if (!day) refusal.add("dag", tr("Vul een dag in, bijvoorbeeld 12 3 2027."));
    else if (base::days_between(*day, today) < 0) refusal.add("dag", tr("Deze dag komt nog. Leg vast wat geweest is."));
    else if (base::days_between(*day, today) > 2 * 366) refusal.add("dag", tr("Deze dag is langer dan twee jaar geleden."));
    if (base::characters(note) > 200) refusal.add("notitie", tr("Dit is te lang. Gebruik hoogstens 200 tekens."));
    if (!refusal.empty()) return refusal;
    return MomentGiven{*kind, *day, note};
}

int school_days_between(base::Date from, base::Date to) {
    using std::chrono::sys_days;
    int days = std::max(0, base::days_between(from, to));
    if (days == 0) return 0;
    for (auto year = from.year(); year <= to.year(); ++year) {
        auto const begins = std::max(sys_days{from}, sys_days{year / 7 / 1}), ends = std::min(sys_days{to}, sys_days{year / 9 / 1});
        if (ends > begins) days -= static_cast<int>((ends - begins).count());
    }
    return days;
}

bool is_silent(base::Date last, base::Date today) { return school_days_between(last, today) >= silent_after; }

base::Text name(SchoolKind kind) {
    switch (kind) {
    case SchoolKind::bo: return tr("basisschool");
    case SchoolKind::sbo: return tr("speciale basisschool");
    case SchoolKind::so: return tr("school voor speciaal onderwijs");
    }
    throw base::Impossible{"a kind of school without a name"};
}
base::Text name(SameSchool same_school) {
    switch (same_school) {
    case SameSchool::no: return tr("Nee, of nog niet besproken");
    case SameSchool::allowed: return tr("Ja, dat mag");
    case SameSchool::preferred: return tr("Ja, juist graag");
    }
    throw base::Impossible{"an arrangement without a name"};
}
base::Text name(Lead lead) {
    switch (lead) {
    case Lead::coordinator: return tr("De coördinator");
    case Lead::school: return tr("De school zelf");
    }
    throw base::Impossible{"a lead without a name"};
}
base::Text name(AtFirstMeeting who) {
    switch (who) {
    case AtFirstMeeting::coordinator: return tr("de coördinator");
    case AtFirstMeeting::supervisor: return tr("de intern begeleider");
    case AtFirstMeeting::teacher: return tr("de leerkracht");
    case AtFirstMeeting::school_leader: return tr("de schoolleider");
    }
    throw base::Impossible{"someone at a first meeting without a name"};
}
base::Text name(Position position) {
    switch (position) {
    case Position::supervisor: return tr("intern begeleider");
    case Position::care_coordinator: return tr("zorgcoördinator");
    case Position::teacher: return tr("leerkracht");
    case Position::school_leader: return tr("schoolleider");
    case Position::other: return tr("iemand anders van de school");
    }
    throw base::Impossible{"a position without a name"};
}
base::Text name(SchoolMomentKind kind) {
    switch (kind) {
    case SchoolMomentKind::team_told: return tr("Team verteld");
    case SchoolMomentKind::leaflet: return tr("Folders gegeven");
    case SchoolMomentKind::poster: return tr("Poster opgehangen");
    case SchoolMomentKind::coffee_morning: return tr("Koffieochtend");
    case SchoolMomentKind::contact: return tr("Ander contact");
    }
    throw base::Impossible{"a moment without a name"};
}

} // namespace people
