#include "matching/pages_leaving.h"

#include "intake/store_advice.h"
#include "matching/store_matching.h"
#include "platform/jobs/jobs.h"
#include "training/store_completion.h"

namespace matching {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using training::Reason;
using visit::Action;

namespace {

std::vector<html::Option> reasons() {
    std::vector<html::Option> all;
    for (auto const& [reason, word] : base::Words<Reason>::entries) all.push_back({std::string{word}, name(reason)});
    return all;
}

/// Ends what someone is as a buddy; refuses while a parent counts on it.
Acted leave(db::Write& tx, Visit& v, visit::PersonId const& person, base::Date told_on, Done const& done) {
    end_proposals_to(tx, person, v.now());
    if (!live_matches_of_buddy(tx, person).empty()) return base::Refusal::of(tr("Er is nog een koppeling. Rond die eerst af; dan weet de ouder het ook."));
    training::stop(tx, person, told_on, base::from_word<Reason>(v.field("reden")).value_or(Reason::none), v.me(), v.now());
    jobs::later(tx, v.services().random, "training.leave", v.house().id.value(), person.value(), "", v.now());
    jobs::later(tx, v.services().random, "intervision.leave", v.house().id.value(), person.value(), "", v.now());
    for (auto role : {visit::Role::buddy, visit::Role::candidate}) people::end_role(tx, person, role, v.now());
    return done;
}

http::Response desk_form(Visit& v, base::Refusal const* refusal) {
    auto const id = v.id<people::Person>("person");
    if (!intake::advice_about(v.read(), id) || !v.grant<Action::decide_readiness>(id, id.value())) return v.not_found();
    auto const matches = live_matches_of_buddy(v.read(), id);
    return v.page(tr("Stopt als buddy"), [&](html::Page& page) {
        page.lead(people::name_of(v.read(), v.keys(), id));
        if (!matches.empty()) {
            page.alert(html::Tone::info, tr("Er is nog een koppeling. Rond die eerst af; dan weet de ouder het ook."));
            for (auto const& match : matches) page.link("/trajecten/" + match.id.value(), tr("Naar het traject"));
            return void(page.link("/buddys/" + id.value(), tr("Terug")));
        }
        page.paragraph(tr("Stoppen mag altijd. Open voorstellen vervallen, en een trainingsavond die nog komt, gaat uit de agenda."));
        auto values = v.values();
        if (!refusal) reception::put_date(values, "besproken", v.today());
        auto form = page.form("/buddys/" + id.value() + "/stoppen", tr("Leg vast dat deze buddy stopt"), values, refusal);
        form.date({.name = "besproken", .label = tr("Wanneer bespraken jullie dit?")}).select({.name = "reden", .label = tr("Reden"), .hint = tr("Een reden is niet nodig.")}, reasons());
        form.or_go("/buddys/" + id.value(), tr("Terug"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response new_leaving(Visit& v) { return desk_form(v, nullptr); }

http::Response create_leaving(Visit& v) {
    auto const id = v.id<people::Person>("person");
    if (!intake::advice_about(v.read(), id)) return v.not_found();
    auto const told = v.date_field("besproken");
    return v.act(id.value(), id.value(), [&](db::Write& tx) -> Acted {
        if (!told) return base::Refusal::of("besproken", tr("Vul een dag in, bijvoorbeeld 15 1 2027."));
        if (*told > v.today()) return base::Refusal::of("besproken", tr("Leg dit vast als u het besproken heeft. Deze dag komt nog."));
        return leave(tx, v, id, *told, {"/buddys/" + id.value(), tr("Vastgelegd. Deze buddy krijgt geen voorstellen meer.")}); }, [&](base::Refusal const& refusal) { return desk_form(v, &refusal); });
}

http::Response own_form(Visit& v, base::Refusal const* refusal) {
    bool const coupled = !live_matches_of_buddy(v.read(), v.me()).empty();
    return v.page(tr("Ik stop als buddy"), [&](html::Page& page) {
        if (coupled) {
            page.lead(tr("Je staat nu naast een ouder. Stop eerst met die koppeling. Dan weet de ouder het ook, en zoekt de coördinator verder."));
            return void(page.button("/mijn/ouders", tr("Naar mijn ouders")));
        }
        page.lead(tr("Stoppen mag altijd. Een reden is niet nodig. Dank je wel voor alles wat je deed."));
        page.paragraph(tr("Je krijgt geen voorstellen meer. Na een jaar wissen we wat we van je bewaren, tenzij je hier nog een andere taak hebt. Wil je later weer meedoen? Dan bel je de coördinator."));
        auto form = page.form("/mijn/stoppen", tr("Ja, ik stop"), v.values(), refusal);
        form.select({.name = "reden", .label = tr("Wil je zeggen waarom? (niet verplicht)")}, reasons());
        form.or_go("/mijn", tr("Nee, terug"));
    },
                  {.status = refusal ? 422 : 200, .quick_exit = false});
}
http::Response new_own_leaving(Visit& v) { return own_form(v, nullptr); }

http::Response create_own_leaving(Visit& v) {
    return v.act(v.me().value(), v.me().value(), [&](db::Write& tx) -> Acted { return leave(tx, v, v.me(), v.today(), {"/mijn", tr("Je bent gestopt als buddy. Dank je wel voor alles wat je deed.")}); }, [&](base::Refusal const& refusal) { return own_form(v, &refusal); });
}

} // namespace

std::vector<reception::Route> leaving_routes() {
    using reception::route;
    return {
        route<Action::decide_readiness>("GET", "/buddys/{person}/stoppen", new_leaving),
        route<Action::decide_readiness>("POST", "/buddys/{person}/stoppen", create_leaving),
        route<Action::stop_as_buddy>("GET", "/mijn/stoppen", new_own_leaving),
        route<Action::stop_as_buddy>("POST", "/mijn/stoppen", create_own_leaving),
    };
}

} // namespace matching
