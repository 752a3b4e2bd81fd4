#include "intake/interview.h"

#include "platform/base/length.h"
#include "platform/base/require.h"

namespace intake {
using base::tr;

base::Text name(Way way) {
    switch (way) {
    case Way::online: return tr("videobellen");
    case Way::in_person: return tr("bij elkaar");
    case Way::phone: return tr("bellen");
    }
    throw base::Impossible{"a way without a name"};
}

base::Result<Plan, base::Refusal> plan(PlanDraft const& draft, base::Moment now) {
    base::Refusal refusal;
    if (!draft.day) refusal.add("dag", tr("Vul een dag in, bijvoorbeeld 15 1 2027."));
    if (!draft.time) refusal.add("tijd", tr("Vul een tijd in, bijvoorbeeld 19.30."));
    if (draft.minutes < 30 || draft.minutes > 60) refusal.add("duur", tr("Een gesprek duurt 30 tot 60 minuten."));
    if (!draft.way) refusal.add("manier", tr("Kies hoe u elkaar spreekt."));
    if (draft.way == Way::in_person && draft.place.empty()) refusal.add("plaats", tr("Vul in waar u elkaar ontmoet."));
    if (base::characters(draft.place) > 100) refusal.add("plaats", tr("Dit is te lang. Gebruik hoogstens 100 tekens."));
    if (draft.day && draft.time && base::moment_of({*draft.day, *draft.time}) <= now) refusal.add("dag", tr("Kies een moment dat nog komt."));
    if (!refusal.empty()) return refusal;
    return Plan{base::moment_of({*draft.day, *draft.time}), draft.minutes, *draft.way, draft.place};
}

std::array<Point, 12> const& points() {
    static std::array<Point, 12> const all{
        Point{"kind", tr("Eigen kind"), tr("Heeft een kind op de basisschool dat iets extra’s nodig heeft of had"), true},
        Point{"samen", tr("School en ouders"), tr("Vindt het belangrijk dat school en ouders goed samenwerken"), true},
        Point{"meedenken", tr("Meedenken"), tr("Wil meedenken met een andere ouder"), true},
        Point{"tijd", tr("Tijd"), tr("Heeft af en toe tijd voor een andere ouder"), true},
        Point{"kennismaking", tr("Kennismaking"), tr("Wie ben je? Hoe ging het met jouw kind op school?"), false},
        Point{"motivatie", tr("Motivatie en opbrengst"), tr("Waarom wil je dit? Wat levert een buddy de ouder op, en de school?"), false},
        Point{"samenwerking", tr("Samenwerken met school"), tr("Wat vind je belangrijk? Wat helpt als het spannend wordt?"), false},
        Point{"rol", tr("Beeld van de rol"), tr("Hoe zie je jezelf als buddy? Wat doe je wel, wat niet?"), false},
        Point{"ervaring", tr("Ervaring en kennis"), tr("Wat heb je zelf meegemaakt of geleerd waar een ander wat aan heeft?"), false},
        Point{"gemak", tr("Makkelijk en lastig"), tr("Wat gaat je vast makkelijk af? Waar twijfel je over?"), false},
        Point{"beschikbaar", tr("Beschikbaarheid"), tr("Welke dagen en dagdelen? Online of bij elkaar? Zijn er meer kinderen thuis?"), false},
        Point{"wensen", tr("Praktische wensen"), tr("Juist de eigen school, of liever niet? Welke omgeving? Vervoer? Iets anders?"), false},
    };
    return all;
}

base::Result<Decided, base::Refusal> decide(OutcomeDraft const& draft, base::Date today) {
    base::Refusal refusal;
    if (!draft.advice) refusal.add("advies", tr("Kies een uitkomst."));
    if (draft.words.empty()) refusal.add("woorden", tr("Schrijf in gewone woorden op wat u samen besloot."));
    if (base::characters(draft.words) > 2000) refusal.add("woorden", tr("Dit is te lang. Gebruik hoogstens 2000 tekens."));
    if (draft.advice == Advice::not_yet && !draft.talk_again_on) refusal.add("opnieuw", tr("Kies wanneer u elkaar weer spreekt."));
    if (draft.talk_again_on && *draft.talk_again_on <= today) refusal.add("opnieuw", tr("Kies een dag die nog komt."));
    if (draft.discussed_on && *draft.discussed_on > today) refusal.add("besproken", tr("Kies een dag die niet in de toekomst ligt."));
    if (!refusal.empty()) return refusal;
    return Decided{*draft.advice, draft.words, draft.advice == Advice::not_yet ? draft.talk_again_on : std::nullopt, draft.discussed_on};
}

} // namespace intake
