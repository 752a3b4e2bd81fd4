#include "help_request/wish.h"

#include "platform/base/length.h"
#include "platform/base/require.h"

namespace help_request {
using base::tr;

base::Result<std::optional<people::SchoolId>, base::Refusal> school_typed(std::string const& typed, std::vector<KnownSchool> const& known) {
    if (typed.empty()) return std::optional<people::SchoolId>{};
    std::optional<people::SchoolId> by_name;
    int found = 0;
    for (auto const& school : known) {
        if (typed == school.name + ", " + school.place) return std::optional{school.id};
        if (typed != school.name) continue;
        by_name = school.id;
        ++found;
    }
    if (found == 1) return by_name;
    return base::Refusal::of("school", found == 0 ? tr("Wij kennen deze school niet. Kies een school uit de lijst, of laat dit leeg.") : tr("Er zijn meer scholen met deze naam. Zet de plaats erbij: naam, plaats."));
}

people::Contact kept_contact(people::Contact contact, OthersRead others_read) {
    if (others_read == OthersRead::call_only) contact.mail.clear();
    if (others_read == OthersRead::mail_only) contact.phone.clear();
    return contact;
}

base::Refusal check(WishDraft const& wishes, Draft const& draft) {
    base::Refusal refusal;
    if (wishes.others_read == OthersRead::call_only && draft.contact.phone.empty()) refusal.add("telefoon", tr("U wilt alleen gebeld worden. Vul dan uw telefoonnummer in."));
    if (wishes.others_read == OthersRead::mail_only && draft.contact.mail.empty()) refusal.add("mail", tr("U wilt alleen mail krijgen. Vul dan uw mailadres in."));
    if (wishes.region_hard && draft.postcode.empty()) refusal.add("postcode", tr("Alleen een buddy uit uw buurt? Vul dan de vier cijfers van uw postcode in."));
    if (wishes.times_hard && !draft.times.said()) refusal.add("tijd_vast", tr("Kies eerst wanneer u kunt."));
    if (!wishes.child_group.empty() && (wishes.child_group.size() != 1 || wishes.child_group < "1" || wishes.child_group > "8")) refusal.add("groep", tr("Kies een groep van 1 tot en met 8."));
    if (base::characters(wishes.delicate) > 500) refusal.add("gevoelig", tr("Dit is te lang. Gebruik hoogstens 500 tekens."));
    if (base::characters(wishes.helper_words) > 500) refusal.add("helper_woorden", tr("Dit is te lang. Gebruik hoogstens 500 tekens."));
    if (!wishes.helper_words.empty() && !wishes.helper) refusal.add("helper", tr("Kies wat de helper doet."));
    return refusal;
}

Wishes wishes(WishDraft const& d, std::optional<people::SchoolId> const& school) {
    Wishes kept{d.others_read, d.interpreter, d.region_hard, d.times_hard, d.own_village, d.knowledge, school, d.child_group, d.child_sex, d.delicate};
    if (!d.helper_read || d.helper_words.empty()) return kept;
    kept.helper = d.helper;
    kept.helper_words = d.helper_words;
    return kept;
}

base::Refusal check(Talk const& talk, bool times_said, bool place_said) {
    base::Refusal refusal;
    if (base::characters(talk.criteria) > 600) refusal.add("criteria", tr("Dit is te lang. Gebruik hoogstens 600 tekens."));
    if (base::characters(talk.matters) > 600) refusal.add("belangrijk", tr("Dit is te lang. Gebruik hoogstens 600 tekens."));
    if (talk.times_hard && !times_said) refusal.add("tijd_vast", tr("Deze ouder zei nog niet wanneer het kan. Laat de ouder eerst momenten kiezen."));
    if (talk.region_hard && !place_said) refusal.add("buurt", tr("Van deze ouder is geen postcode bekend. Vraag die eerst."));
    return refusal;
}

base::Text name(ChildSex sex) {
    switch (sex) {
    case ChildSex::not_said: return tr("zeg ik liever niet");
    case ChildSex::boy: return tr("jongen");
    case ChildSex::girl: return tr("meisje");
    }
    throw base::Impossible{"a sex without a name"};
}

std::vector<std::string> child_groups() { return {"1", "2", "3", "4", "5", "6", "7", "8"}; }

} // namespace help_request
