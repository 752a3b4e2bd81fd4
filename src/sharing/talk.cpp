#include "sharing/talk.h"

#include "platform/base/require.h"
#include "sharing/characters.h"
#include "sharing/disclosure.h"

#include <algorithm>

namespace sharing {
using base::tr;

base::Result<Sheet, base::Refusal> sheet(Sheet const& typed) {
    base::Refusal refusal;
    for (std::size_t i = 0; i < typed.size(); ++i)
        if (characters(typed[i]) > most_characters) refusal.add(std::string{base::Words<Part>::entries[i].second}, tr("Dit is te lang. Gebruik hoogstens 1000 tekens."));
    if (std::all_of(typed.begin(), typed.end(), [](auto const& each) { return each.empty(); })) refusal.add("wanneer", tr("Vul eerst iets in. Eén vak is genoeg."));
    if (!refusal.empty()) return refusal;
    return typed;
}
base::Result<std::string, base::Refusal> notes(std::string const& typed) {
    if (characters(typed) > 4000) return base::Refusal::of("notities", tr("Dit is te lang. Gebruik hoogstens 4000 tekens."));
    return typed;
}

Stage stage(bool asked, std::optional<Reply> reply, bool held) {
    if (held) return Stage::held;
    if (!asked) return Stage::preparing;
    if (!reply) return Stage::asked;
    return *reply == Reply::goes ? Stage::goes : Stage::cannot;
}
bool sees_sheet(Beside const& its) { return its.asked && its.live_match && its.buddy && !its.held; }

base::Result<ErrandGiven, base::Refusal> errand(ErrandDraft const& draft, base::Date today) {
    base::Refusal refusal;
    if (draft.addressee.empty()) refusal.add("wie", tr("Schrijf op wie uw buddy mag bellen of mailen."));
    else if (characters(draft.addressee) > 100) refusal.add("wie", tr("Dit is te lang. Gebruik hoogstens 100 tekens."));
    if (draft.words.empty()) refusal.add("wat", tr("Schrijf op wat uw buddy mag zeggen."));
    else if (characters(draft.words) > most_characters) refusal.add("wat", tr("Dit is te lang. Gebruik hoogstens 1000 tekens."));
    if (!draft.until || base::days_between(today, *draft.until) < 0) refusal.add("tot", tr("Vul een dag in vanaf vandaag."));
    else if (base::days_between(today, *draft.until) > most_days) refusal.add("tot", tr("Kies een dag binnen een jaar."));
    if (!refusal.empty()) return refusal;
    return ErrandGiven{draft.addressee, draft.words, *draft.until};
}
bool sees_errand(base::Date until, bool taken_back, bool live_match, bool buddy, base::Date today) { return !taken_back && live_match && buddy && base::days_between(today, until) >= 0; }

base::Text name(Part part) {
    switch (part) {
    case Part::when: return tr("Wanneer en waar is het gesprek?");
    case Part::aim: return tr("Wat wilt u bereiken?");
    case Part::points: return tr("Wat wilt u zelf zeggen?");
    case Part::questions: return tr("Wat wilt u vragen?");
    case Part::who_says: return tr("Wie zegt wat?");
    case Part::not_to_say: return tr("Wat wilt u niet vertellen?");
    }
    throw base::Impossible{"a part of a sheet without a name"};
}
base::Text read_name(Part part) {
    switch (part) {
    case Part::when: return tr("Wanneer en waar");
    case Part::aim: return tr("Wat de ouder wil bereiken");
    case Part::points: return tr("Wat de ouder zelf zegt");
    case Part::questions: return tr("Wat de ouder vraagt");
    case Part::who_says: return tr("Wie wat zegt");
    case Part::not_to_say: return tr("Wat niet ter sprake komt");
    }
    throw base::Impossible{"a part of a sheet without a name for who reads it"};
}
base::Text hint(Part part) {
    switch (part) {
    case Part::when: return tr("De dag, het tijdstip, en wie erbij zijn.");
    case Part::aim: return tr("Waar bent u na dit gesprek tevreden mee?");
    case Part::points: return tr("Begin met het belangrijkste.");
    case Part::questions: return tr("Ook een vraag die u moeilijk vindt, mag hier staan.");
    case Part::who_says: return tr("U voert het woord. Uw buddy zegt alleen wat u hier opschrijft.");
    case Part::not_to_say: return tr("Zo weet uw buddy wat niet ter sprake komt.");
    }
    throw base::Impossible{"a part of a sheet without a hint"};
}
base::Text name(Stage stage) {
    switch (stage) {
    case Stage::preparing: return tr("u bereidt het voor");
    case Stage::asked: return tr("u vroeg uw buddy mee, er is nog geen antwoord");
    case Stage::goes: return tr("uw buddy gaat mee");
    case Stage::cannot: return tr("het lukt uw buddy niet");
    case Stage::held: return tr("het gesprek is geweest");
    }
    throw base::Impossible{"a stage without a name"};
}

} // namespace sharing
