#include "training/pages_buddies.h"

#include "account/listing_correction.h"
#include "agreement/store_agreement.h"
#include "intake/store_advice.h"
#include "people/store_names.h"
#include "platform/jobs/jobs.h"
#include "reception/listing.h"
#include "training/pages_exemption.h"
#include "training/pages_vog.h"
#include "training/store_completion.h"
#include "training/store_edition.h"

namespace training {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

http::Response list_buddies(Visit& v) {
    auto granted = v.grant<Action::list_buddies>();
    if (!granted) return v.not_found();
    struct Line {
        visit::PersonId person;
        std::string name, key;
        std::vector<base::Text> lacks;
    };
    auto asked = reception::asked(v, "/buddys", "naam");
    std::vector<Line> lines;
    auto const all = intake::may_go_on(v.read());
    auto const steps = steps_of_all(v.read(), all, v.house().vog_required);
    people::Names const names{v.read(), v.keys(), all};
    auto const word = text::folded(asked.search);
    for (auto const& person : all) {
        auto const& name = names.of(person);
        if (!word.empty() && text::folded(name).find(word) == std::string::npos) continue;
        lines.push_back({person, name, text::sort_key(name), missing(steps.at(person))});
    }
    reception::sort(lines, asked.sort, {{"naam", [](Line const& a, Line const& b) { return a.key < b.key; }}, {"klaar", [](Line const& a, Line const& b) { return a.lacks.size() < b.lacks.size(); }}});
    asked.total = lines.size();
    return v.page(tr("Buddy’s"), [&](html::Page& page) {
        if (lines.empty() && asked.search.empty()) return void(page.empty(tr("Er zijn nog geen buddy’s. Na een gesprek met een goede uitkomst staat iemand hier.")));
        page.search(asked, tr("Zoek op naam"));
        if (lines.empty()) return void(page.empty(tr("Niemand gevonden. Zoek op een ander woord of toon alles.")));
        auto table = page.table(tr("Buddy’s en deelnemers"), {{tr("Naam"), "naam"}, {tr("Nog te doen"), "klaar"}}, &asked);
        for (auto const& line : reception::shown(lines, asked)) table.row({{line.name, "/buddys/" + line.person.value()}, {line.lacks.empty() ? html::Said{tr("klaar om te koppelen")} : html::Said{line.lacks.front()}}});
        page.pager(asked);
        page.link("/buddyparen", tr("Buddyparen"));
        page.link("/groei", tr("Gedeelde groei"));
        page.link("/vragenlijst", tr("Vragenlijst voor buddy’s"));
        page.link("/afspraken", tr("Afspraken met buddy’s"));
    });
}

std::vector<html::Option> reasons() {
    std::vector<html::Option> all;
    for (auto const& [reason, word] : base::Words<Reason>::entries) all.push_back({std::string{word}, name(reason)});
    return all;
}

http::Response buddy_page(Visit& v, base::Refusal const* refusal) {
    auto id = v.id<people::Person>("person");
    auto person = people::find_person(v.read(), v.keys(), id);
    auto advice = intake::advice_about(v.read(), id);
    if (!person || !advice || !v.grant<Action::manage_buddy>(id, id.value())) return v.not_found();
    auto steps = steps_of(v.read(), id, v.house().vog_required);
    auto readiness = readiness_of(v.read(), id);
    auto lacks = missing(steps);
    return v.page(person->name, [&](html::Page& page) {
        auto facts = page.facts();
        facts.row(tr("Telefoon"), person->phone.empty() ? html::Said{tr("niet ingevuld")} : html::Said{person->phone}).row(tr("Mailadres"), person->mail.empty() ? html::Said{tr("niet ingevuld")} : html::Said{person->mail});
        if (readiness) {
            facts.row(tr("Besluit na de training"), name(readiness->decision)).row(tr("Besproken op"), text::plain_day(readiness->told_on, v.language()));
            if (readiness->reason != Reason::none) facts.row(tr("Reden"), name(readiness->reason));
            if (readiness->exit_point) facts.row(tr("Uitgestapt"), *readiness->exit_point == 2 ? tr("tijdens de training") : tr("na de training"));
            if (readiness->deployment_talk_on) facts.row(tr("Inzetgesprek op"), text::plain_day(*readiness->deployment_talk_on, v.language()));
        }
        account::put_correction_link(v, page, id);
        if (lacks.empty()) page.alert(html::Tone::good, tr("Deze buddy kan worden gekoppeld."));
        else {
            page.heading(tr("Voordat deze buddy kan worden gekoppeld"));
            std::vector<html::Said> lines{lacks.begin(), lacks.end()};
            page.bullets(lines);
        }
        if (!readiness || readiness->decision != Decision::goes_on) {
            page.heading(tr("Besluit na de training"));
            auto values = v.values();
            if (!refusal) reception::put_date(values, "besproken", v.today());
            auto form = page.form("/buddys/" + id.value() + "/besluit", tr("Leg besluit vast"), values, refusal);
            form.radios({.name = "besluit", .label = tr("Wat besloot u samen?"), .hint = tr("Bespreek dit in een gesprek, niet in een mail.")}, {{"goes_on", name(Decision::goes_on)}, {"not_yet", name(Decision::not_yet)}, {"stops", name(Decision::stops)}});
            form.date({.name = "besproken", .label = tr("Wanneer bespraken jullie dit?"), .hint = tr("Wie doorgaat of nog wacht, leest het daarna op de eigen bladzijde.")});
            form.select({.name = "reden", .label = tr("Reden, als het nog niet of niet doorgaat"), .hint = tr("Een reden is niet nodig.")}, reasons());
        } else page.link("/buddys/" + id.value() + "/stoppen", tr("Stopt als buddy"));
        if (readiness && readiness->decision == Decision::goes_on && !readiness->deployment_talk_on) page.act("/buddys/" + id.value() + "/inzetgesprek", tr("Wij hielden vandaag het inzetgesprek"));
        if (readiness) exemption_part(page, *readiness, steps);
        if (followed_all(steps)) page.link("/buddys/" + id.value() + "/bewijs", tr("Bewijs van deelname (PDF)"));
        if (readiness) vog_part(page, v, *readiness);
        auto const accepted = agreement::accepted_by(v.read(), id);
        page.heading(tr("Afspraken"));
        if (!accepted) page.paragraph(tr("Gaf nog geen akkoord op de afspraken. Dat houdt een koppeling niet tegen."));
        else page.paragraph(base::Sentence{agreement::up_to_date(accepted, agreement::newest(v.read())) ? tr("Akkoord op versie {version}, op {day}.") : tr("Akkoord op versie {version}, op {day}. Daarna is de tekst veranderd."), {{"version", std::to_string(accepted->version)}, {"day", text::plain_day(base::local_date(accepted->accepted_at), v.language())}}});
        page.link("/berichten/" + id.value(), tr("Schrijf een bericht"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response show_buddy(Visit& v) { return buddy_page(v, nullptr); }

http::Response create_decision(Visit& v) {
    auto id = v.id<people::Person>("person");
    if (!intake::advice_about(v.read(), id)) return v.not_found();
    auto const told = v.date_field("besproken");
    auto const reason = base::from_word<Reason>(v.field("reden")).value_or(Reason::none);
    return v.act(id.value(), id.value(), [&](db::Write& tx) -> Acted {
        auto decision = base::from_word<Decision>(v.field("besluit"));
        base::Refusal refusal;
        if (!decision) refusal.add("besluit", tr("Kies wat u samen besloot."));
        if (!told) refusal.add("besproken", tr("Vul een dag in, bijvoorbeeld 15 1 2027."));
        if (told && *told > v.today()) refusal.add("besproken", tr("Leg dit vast als u het besproken heeft. Deze dag komt nog."));
        if (!refusal.empty()) return refusal;
        if (auto const before = readiness_of(tx, id); before && before->decision == Decision::goes_on) return base::Refusal::of(tr("Deze buddy gaat al door. Stopt de buddy? Leg dat vast bij ‘Stopt als buddy’."));
        if (*decision == Decision::stops) {
            stop(tx, id, *told, reason, v.me(), v.now());
            jobs::later(tx, v.services().random, "training.leave", v.house().id.value(), id.value(), "", v.now());
        } else decide(tx, id, *decision, *told, v.me(), v.now(), *decision == Decision::goes_on ? Reason::none : reason);
        if (*decision == Decision::goes_on) {
            people::give_role(tx, id, visit::Role::buddy, false, v.me().value(), v.me().value(), v.now());
            people::end_role(tx, id, visit::Role::candidate, v.now());
        }
        auto const roles = people::roles_of(tx, id);
        if (*decision == Decision::not_yet && std::none_of(roles.begin(), roles.end(), [](auto const& one) { return one.role == visit::Role::buddy; })) people::give_role(tx, id, visit::Role::candidate, false, v.me().value(), v.me().value(), v.now());
        if (*decision == Decision::stops) people::end_role(tx, id, visit::Role::candidate, v.now()), people::end_role(tx, id, visit::Role::buddy, v.now());
        return Done{"/buddys/" + id.value(), tr("Het besluit is vastgelegd.")}; }, [&](base::Refusal const& refusal) { return buddy_page(v, &refusal); });
}

http::Response create_deployment_talk(Visit& v) {
    auto id = v.id<people::Person>("person");
    if (!readiness_of(v.read(), id)) return v.not_found();
    return v.act(id.value(), id.value(), [&](db::Write& tx) -> Acted {
        hold_deployment_talk(tx, id, v.today());
        return Done{"/buddys/" + id.value(), tr("Het inzetgesprek is vastgelegd.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

} // namespace

std::vector<reception::Route> buddy_routes() {
    using reception::route;
    return {
        route<Action::list_buddies>("GET", "/buddys", list_buddies),
        route<Action::manage_buddy>("GET", "/buddys/{person}", show_buddy),
        route<Action::decide_readiness>("POST", "/buddys/{person}/besluit", create_decision),
        route<Action::decide_readiness>("POST", "/buddys/{person}/inzetgesprek", create_deployment_talk),
    };
}

} // namespace training
