#include "help_request/help_request.h"

#include "platform/base/length.h"
#include "platform/base/require.h"

#include <algorithm>
#include <iterator>

namespace help_request {
using base::tr;

base::Refusal check(Question question, Draft const& draft) {
    base::Refusal refusal;
    switch (question) {
    case Question::about:
        if (draft.situations.empty()) refusal.add("situatie", tr("Kies wat op u lijkt. U kunt ook ‘iets anders’ kiezen."));
        if (base::characters(draft.own_words) > 2000) refusal.add("woorden", tr("Dit is te lang. Gebruik hoogstens 2000 tekens."));
        break;
    case Question::ways:
        if (draft.ways.empty()) refusal.add("manier", tr("Kies hoe u contact wilt met een buddy."));
        if (draft.languages.empty()) refusal.add("taal", tr("Vul in welke taal u het liefst spreekt."));
        if (base::characters(draft.languages) > 100) refusal.add("taal", tr("Dit is te lang. Gebruik hoogstens 100 tekens."));
        break;
    case Question::postcode:
        if (!draft.postcode.empty() && (draft.postcode.size() != 4 || draft.postcode[0] == '0' || !std::all_of(draft.postcode.begin(), draft.postcode.end(), [](char c) { return c >= '0' && c <= '9'; }))) refusal.add("postcode", tr("Vul alleen de vier cijfers in, bijvoorbeeld 4201. Of laat het leeg."));
        break;
    case Question::reach:
        if (auto contact = people::contact(draft.contact); !contact) refusal = contact.error();
        if (base::characters(draft.when) > 100) refusal.add("wanneer", tr("Dit is te lang. Gebruik hoogstens 100 tekens."));
        break;
    case Question::overview:
        if (!draft.channel) refusal.add("kanaal", tr("Kies hoe u van ons hoorde."));
        if (!draft.agrees) refusal.add("akkoord", tr("Zonder uw toestemming kunnen wij uw vraag niet lezen. Kruis dit aan, of bel ons."));
        if (!draft.may_contact) refusal.add("contact", tr("Zonder contact kunnen wij geen buddy voor u zoeken. Kruis dit aan, of bel ons."));
        break;
    case Question::buddy:
    case Question::times:
    case Question::school:
    case Question::helper: break; // nothing has to be said
    }
    return refusal;
}

base::Result<Asked, base::Refusal> ask(Draft const& draft) {
    base::Refusal refusal;
    for (auto question : questions) {
        auto one = check(question, draft);
        std::move(one.fields.begin(), one.fields.end(), std::back_inserter(refusal.fields));
    }
    if (!refusal.empty()) return refusal;
    auto contact = people::contact(draft.contact);
    return Asked{*contact, draft.situations, draft.own_words, draft.ways, draft.languages, draft.when, draft.postcode.empty() ? std::optional<int>{} : std::stoi(draft.postcode), *draft.channel, draft.origin, draft.times, draft.own_school};
}

base::Result<Asked, base::Refusal> call_back(Draft const& draft) {
    base::Refusal refusal;
    if (draft.contact.name.empty()) refusal.add("naam", tr("Vul een naam in."));
    if (!people::is_phone(draft.contact.phone)) refusal.add("telefoon", tr("Vul uw telefoonnummer in, bijvoorbeeld 06 12345678."));
    for (auto const& [field, words] : {std::pair{"naam", &draft.contact.name}, {"taal", &draft.languages}, {"wanneer", &draft.when}})
        if (base::characters(*words) > 100) refusal.add(field, tr("Dit is te lang. Gebruik hoogstens 100 tekens."));
    if (!refusal.empty()) return refusal;
    return Asked{draft.contact, {}, {}, {Way::call}, draft.languages, draft.when, {}, draft.channel.value_or(recruitment::Channel::website), draft.origin};
}

base::Result<Asked, base::Refusal> only_a_question(Draft const& draft) {
    base::Refusal refusal;
    if (draft.own_words.empty()) refusal.add("woorden", tr("Schrijf uw vraag op."));
    if (base::characters(draft.own_words) > 2000) refusal.add("woorden", tr("Dit is te lang. Gebruik hoogstens 2000 tekens."));
    auto reach = check(Question::reach, draft);
    std::move(reach.fields.begin(), reach.fields.end(), std::back_inserter(refusal.fields));
    if (!draft.agrees) refusal.add("akkoord", tr("Zonder uw toestemming kunnen wij uw vraag niet lezen. Kruis dit aan, of bel ons."));
    if (!refusal.empty()) return refusal;
    return Asked{*people::contact(draft.contact), {}, draft.own_words, {}, draft.languages, draft.when, {}, draft.channel.value_or(recruitment::Channel::website), draft.origin};
}

base::Result<base::Date, base::Refusal> rest_until(std::optional<base::Date> day, base::Date today) {
    if (!day) return base::Refusal::of("tot", tr("Vul een dag in, bijvoorbeeld 15 1 2027."));
    if (*day <= today) return base::Refusal::of("tot", tr("Kies een dag die nog komt."));
    if (base::days_between(today, *day) > 183) return base::Refusal::of("tot", tr("Kies een dag binnen een half jaar. Langer rusten? Stop uw vraag; opnieuw vragen mag altijd."));
    return *day;
}

base::Result<Clarified, base::Refusal> clarify(std::set<Situation> situations, std::optional<Experience> experience, std::string const& short_text) {
    base::Refusal refusal;
    if (situations.empty()) refusal.add("situatie", tr("Kies waar het over gaat."));
    if (!experience) refusal.add("ervaring", tr("Kies hoeveel ervaring dit van een buddy vraagt."));
    if (base::characters(short_text) < 20) refusal.add("tekst", tr("Schrijf een paar zinnen die de buddy mag lezen."));
    if (base::characters(short_text) > 600) refusal.add("tekst", tr("Dit is te lang. Gebruik hoogstens 600 tekens."));
    if (!refusal.empty()) return refusal;
    return Clarified{std::move(situations), *experience, short_text};
}

base::Text name(Situation situation) {
    switch (situation) {
    case Situation::talk_at_school: return tr("een gesprek op school");
    case Situation::assessment: return tr("een onderzoek van mijn kind");
    case Situation::extra_support: return tr("extra hulp in de klas");
    case Situation::special_school: return tr("speciaal onderwijs");
    case Situation::at_home: return tr("mijn kind zit thuis");
    case Situation::tension: return tr("het loopt stroef met school");
    case Situation::moving_on: return tr("naar een andere school");
    case Situation::something_else: return tr("iets anders");
    }
    throw base::Impossible{"a situation without a name"};
}

base::Text name(Way way) {
    switch (way) {
    case Way::call: return tr("bellen");
    case Way::message: return tr("berichten sturen");
    case Way::video: return tr("videobellen");
    case Way::in_person: return tr("elkaar ontmoeten");
    }
    throw base::Impossible{"a way without a name"};
}

base::Text name(OwnSchool wish) {
    switch (wish) {
    case OwnSchool::not_said: return tr("weet ik nog niet");
    case OwnSchool::fine: return tr("ja, dat mag");
    case OwnSchool::rather: return tr("ja, het liefst");
    case OwnSchool::rather_not: return tr("nee, liever niet");
    }
    throw base::Impossible{"a wish without a name"};
}

base::Text name(Knowledge knowledge) {
    switch (knowledge) {
    case Knowledge::rights: return tr("rechten en regels op school");
    case Knowledge::reports: return tr("verslagen en plannen lezen");
    case Knowledge::meetings: return tr("een gesprek op school voorbereiden");
    case Knowledge::special_schools: return tr("hoe speciaal onderwijs werkt");
    case Knowledge::care: return tr("hulp buiten school vinden");
    case Knowledge::home: return tr("een kind dat thuis zit");
    case Knowledge::moving_on: return tr("een overstap naar een andere school");
    }
    throw base::Impossible{"knowledge without a name"};
}

base::Text name(Experience experience) {
    switch (experience) {
    case Experience::none: return tr("geen ervaring als buddy nodig");
    case Experience::some: return tr("enige ervaring als buddy");
    case Experience::much: return tr("veel ervaring als buddy");
    }
    throw base::Impossible{"an experience without a name"};
}

} // namespace help_request
