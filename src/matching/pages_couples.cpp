#include "matching/pages_couples.h"

#include "matching/store_couples.h"
#include "platform/jobs/jobs.h"

#include <algorithm>

namespace matching {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

void tell_all(db::Write& tx, base::Random& random, std::vector<MatchId> const& left, visit::PersonId const& leaver, base::Moment now) {
    for (auto const& match : left) jobs::later(tx, random, departed, tx.scope().partnership, match.value(), leaver.value(), now);
}

/// Who could be half of a couple: candidates and buddies who are in none.
std::vector<html::Option> halves(Visit& v) {
    auto const standing = couples(v.read());
    std::vector<std::pair<std::string, visit::PersonId>> found;
    for (auto role : {visit::Role::candidate, visit::Role::buddy})
        for (auto const& person : people::with_role(v.read(), role)) {
            if (std::any_of(standing.begin(), standing.end(), [&](auto const& couple) { return couple.one == person || couple.other == person; })) continue;
            if (std::none_of(found.begin(), found.end(), [&](auto const& one) { return one.second == person; })) found.emplace_back(people::name_of(v.read(), v.keys(), person), person);
        }
    std::sort(found.begin(), found.end());
    std::vector<html::Option> options{{"", tr("Kies")}};
    for (auto const& [name, person] : found) options.push_back({person.value(), name});
    return options;
}

http::Response couples_page(Visit& v, base::Refusal const* refusal) {
    if (!v.grant<Action::keep_couples>()) return v.not_found();
    auto const standing = couples(v.read());
    auto const options = halves(v);
    return v.page(tr("Buddyparen"), [&](html::Page& page) {
        page.lead(tr("Twee buddy’s die samen naast één ouder staan. Ieder heeft een eigen gesprek en training; samen hebben ze één plek."));
        if (standing.empty()) page.empty(tr("Er zijn nu geen buddyparen."));
        for (auto const& couple : standing) {
            page.heading(people::names_of(v.read(), v.keys(), {couple.one, couple.other}, v.language()));
            page.paragraph(base::Sentence{tr("Samen sinds {day}."), {{"day", text::plain_day(base::local_date(couple.made_at), v.language())}}});
            page.link("/buddyparen/" + couple.id.value() + "/uiteen", tr("Zij gaan uiteen"));
        }
        page.heading(tr("Een buddypaar maken"));
        if (options.size() < 3) return void(page.paragraph(tr("Dat kan als er twee mensen zijn die buddy zijn of worden. Ieder meldt zich zelf aan.")));
        auto form = page.form("/buddyparen", tr("Maak dit buddypaar"), v.values(), refusal);
        form.select({.name = "een", .label = tr("Wie?")}, options).select({.name = "ander", .label = tr("Samen met wie?")}, options);
        form.box({.name = "akkoord", .label = tr("Ik sprak hen allebei en beiden willen dit.")});
    },
                  {.status = refusal ? 422 : 200});
}
http::Response list_couples(Visit& v) { return couples_page(v, nullptr); }

http::Response create_couple(Visit& v) {
    auto again = [&](base::Refusal const& refusal) { return couples_page(v, &refusal); };
    auto const options = halves(v);
    auto chosen = [&](std::string const& field) { return !v.field(field).empty() && std::any_of(options.begin(), options.end(), [&](auto const& one) { return one.value == v.field(field); }); };
    base::Refusal refusal;
    if (!chosen("een")) refusal.add("een", tr("Kies wie."));
    if (!chosen("ander")) refusal.add("ander", tr("Kies met wie."));
    if (refusal.empty() && v.field("een") == v.field("ander")) refusal.add("ander", tr("Kies twee verschillende mensen."));
    if (v.field("akkoord") != "ja") refusal.add("akkoord", tr("Vraag eerst of beiden dit willen, en kruis het aan."));
    if (!refusal.empty()) return again(refusal);
    visit::PersonId const one{v.field("een")}, other{v.field("ander")};
    auto id = v.new_id<Couple>();
    return v.act(id.value(), one.value(), [&](db::Write& tx) -> Acted {
        if (!make_couple(tx, id, one, other, v.me(), v.now())) return base::Refusal::of(tr("Dit kan nu niet. Een van beiden is al deel van een buddypaar, of er staat nog een voorstel open."));
        for (auto const& half : {one, other}) jobs::later(tx, v.services().random, "couple.made", v.house().id.value(), half.value(), "", v.now());
        return Done{"/buddyparen", tr("Zij zijn nu een buddypaar. Beiden krijgen bericht.")}; }, again);
}

http::Response new_parting(Visit& v) {
    auto couple = find_couple(v.read(), v.id<Couple>("couple"));
    if (!couple || !v.grant<Action::keep_couples>()) return v.not_found();
    return v.page(tr("Een buddypaar gaat uiteen"), [&](html::Page& page) {
        page.lead(base::Sentence{tr("{name} zijn nu samen één buddypaar."), {{"name", people::names_of(v.read(), v.keys(), {couple->one, couple->other}, v.language())}}});
        page.paragraph(tr("Wie weggaat, ziet de ouder vanaf dat moment niet meer. De ouder kiest of de ander alleen verder mag."));
        for (auto const& half : {couple->one, couple->other})
            page.act("/buddyparen/" + couple->id.value() + "/uiteen", base::Sentence{tr("{name} gaat weg uit dit paar"), {{"name", people::first_name(people::name_of(v.read(), v.keys(), half))}}}, {{"wie", half.value()}}, false);
        page.link("/buddyparen", tr("Nee, terug"));
    });
}

http::Response create_parting(Visit& v) {
    auto couple = find_couple(v.read(), v.id<Couple>("couple"));
    if (!couple) return v.not_found();
    visit::PersonId const leaver{v.field("wie")};
    if (leaver != couple->one && leaver != couple->other) return v.not_found();
    return v.act(couple->id.value(), leaver.value(), [&](db::Write& tx) -> Acted {
        auto const left = part(tx, v.services().random, *couple, leaver, v.now());
        tell_all(tx, v.services().random, left, leaver, v.now());
        return Done{"/buddyparen", left.empty() ? tr("Zij zijn geen buddypaar meer.") : tr("Zij zijn geen buddypaar meer. De ouder krijgt bericht en kiest of de ander alleen verder mag.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

http::Response show_own_couple(Visit& v) {
    auto couple = couple_of(v.read(), v.me());
    return v.page(tr("Samen buddy"), [&](html::Page& page) {
        if (!couple) return void(page.empty(tr("Je bent geen deel van een buddypaar. Wil je dat wel? Vraag het de coördinator.")));
        auto const other = people::first_name(people::name_of(v.read(), v.keys(), couple->beside(v.me())));
        page.lead(base::Sentence{tr("{name} en jij zijn samen één buddypaar."), {{"name", other}}});
        page.bullets({tr("Jullie krijgen samen een vraag, en zeggen ieder zelf ja of nee."), tr("Jullie staan samen naast één ouder."), tr("Gesprek, training en vragenlijst zijn van ieder apart. De ander ziet die niet.")});
        page.heading(tr("Niet meer samen?"));
        page.paragraph(base::Sentence{tr("Dat mag altijd, zonder reden. Je ziet de ouder die jullie samen begeleiden dan niet meer. De ouder kiest of {name} alleen verdergaat."), {{"name", other}}});
        page.act("/mijn/samen/uiteen", tr("Ik ga weg uit dit paar"), {}, false);
    });
}

http::Response create_own_parting(Visit& v) {
    auto couple = couple_of(v.read(), v.me());
    if (!couple) return v.see("/mijn/samen");
    return v.act(couple->id.value(), v.me().value(), [&](db::Write& tx) -> Acted {
        tell_all(tx, v.services().random, part(tx, v.services().random, *couple, v.me(), v.now()), v.me(), v.now());
        return Done{"/mijn/samen", tr("Je bent geen deel meer van dit paar.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

/// Parts every couple of which one is neither candidate nor buddy any more.
void part_broken_ones(people::Post& post, std::string const& partnership) {
    auto& services = post.services;
    std::vector<std::pair<CoupleRow, visit::PersonId>> broken;
    {
        auto door = services.data.read(db::Scope::of(partnership));
        for (auto const& couple : couples(*door))
            for (auto const& half : {couple.one, couple.other}) {
                auto const roles = people::roles_of(*door, half);
                if (std::none_of(roles.begin(), roles.end(), [](auto const& row) { return row.role == visit::Role::candidate || row.role == visit::Role::buddy; })) broken.emplace_back(couple, half);
            }
    }
    for (auto const& [couple, leaver] : broken)
        services.data.write(db::Scope::of(partnership), [&, couple = couple, leaver = leaver](db::Write& tx) { tell_all(tx, services.random, part(tx, services.random, couple, leaver, services.clock.now()), leaver, services.clock.now()); });
}

} // namespace

std::vector<reception::Route> couple_routes() {
    using reception::route;
    return {
        route<Action::keep_couples>("GET", "/buddyparen", list_couples),
        route<Action::keep_couples>("POST", "/buddyparen", create_couple),
        route<Action::keep_couples>("GET", "/buddyparen/{couple}/uiteen", new_parting),
        route<Action::keep_couples>("POST", "/buddyparen/{couple}/uiteen", create_parting),
        route<Action::see_own_couple>("GET", "/mijn/samen", show_own_couple),
        route<Action::see_own_couple>("POST", "/mijn/samen/uiteen", create_own_parting),
    };
}

std::map<std::string, people::Worker> couple_workers() {
    return {
        {"couple.made", [](people::Post& post, jobs::Job const& job) { people::write_notice(post, job.of_partnership, visit::PersonId{job.about}); }},
        {"couples.round", [](people::Post& post, jobs::Job const& job) { part_broken_ones(post, job.of_partnership); }},
    };
}

} // namespace matching
