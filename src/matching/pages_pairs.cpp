#include "matching/pages_pairs.h"

#include "matching/listing_gives.h"
#include "matching/store_couples.h"
#include "matching/store_pairs.h"
#include "platform/jobs/jobs.h"
#include "reception/visit.h"

#include <algorithm>

namespace matching {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

std::string name_of(Visit& v, visit::PersonId const& person) { return people::name_of(v.read(), v.keys(), person); }
std::vector<visit::PersonId> buddies_of(Visit& v, PairRow const& pair) {
    auto all = people_of(v.read(), pair);
    all.erase(all.begin());
    return all;
}

/// What is missing, in sentences.
std::vector<html::Said> missing(Visit& v, PairRow const& pair) {
    std::vector<html::Said> lines;
    for (auto const& lack : lacks_of(v.read(), pair, v.house().vog_required, v.today())) {
        if (!lack.who) lines.emplace_back(lack.what);
        else lines.emplace_back(base::Sentence{tr("{name}: {what}"), {{"name", people::first_name(name_of(v, *lack.who))}, {"what", text::say(lack.what, v.language())}}});
    }
    return lines;
}

http::Response list_pairs(Visit& v) {
    if (!v.grant<Action::keep_pairs>()) return v.not_found();
    auto const all = open_pairs(v.read());
    return v.page(tr("Contact buiten Naast"), [&](html::Page& page) {
        page.lead(tr("Een ouder en een buddy die elkaar zelf vonden. Zij worden een koppeling als beiden ja zeggen en de buddy klaar is."));
        page.button("/koppelingen/nieuw", tr("Zet twee mensen erbij"));
        bool any = false;
        for (auto const& pair : all) {
            if (v.viewer().closed_to(pair.parent)) continue;
            any = true;
            page.heading(base::Sentence{tr("{parent} met {buddy}"), {{"parent", name_of(v, pair.parent)}, {"buddy", people::names_of(v.read(), v.keys(), buddies_of(v, pair), v.language())}}});
            if (auto const lines = missing(v, pair); lines.empty()) page.paragraph(tr("Alles is er. Zij kunnen een koppeling worden."));
            else page.paragraph(tr("Wat nog ontbreekt:")).bullets(lines);
            page.link("/koppelingen/" + pair.id.value(), tr("Bekijk"));
        }
        if (!any) page.empty(tr("Er is nu geen contact buiten Naast."));
    });
}

std::vector<html::Option> named(Visit& v, std::vector<visit::PersonId> const& all) {
    std::vector<std::pair<std::string, std::string>> found;
    for (auto const& person : all)
        if (!v.viewer().closed_to(person)) found.emplace_back(name_of(v, person), person.value());
    std::sort(found.begin(), found.end());
    std::vector<html::Option> options{{"", tr("Kies")}};
    for (auto const& [name, id] : found) options.push_back({id, name});
    return options;
}
std::vector<html::Option> parent_options(Visit& v) {
    std::vector<visit::PersonId> all;
    for (auto const& each : parents_without_buddy(v.read())) all.push_back(each.person);
    return named(v, all);
}
/// Buddies and candidates; of a couple the first stands for both.
std::vector<html::Option> buddy_options(Visit& v) {
    std::vector<visit::PersonId> all;
    for (auto role : {visit::Role::buddy, visit::Role::candidate})
        for (auto const& person : people::with_role(v.read(), role)) {
            auto const couple = couple_of(v.read(), person);
            if ((couple && couple->other == person) || std::find(all.begin(), all.end(), person) != all.end()) continue;
            all.push_back(person);
        }
    return named(v, all);
}
bool offers(std::vector<html::Option> const& options, std::string const& value) {
    return !value.empty() && std::any_of(options.begin(), options.end(), [&](auto const& one) { return one.value == value; });
}

http::Response pair_form(Visit& v, base::Refusal const* refusal) {
    if (!v.grant<Action::keep_pairs>()) return v.not_found();
    return v.page(tr("Zij vonden elkaar zelf"), [&](html::Page& page) {
        page.lead(tr("U legt vast dat zij elkaar al kennen. Er gaat geen nummer of mailadres over en weer."));
        auto form = page.form("/koppelingen/nieuw", tr("Leg vast en vraag beiden"), v.values(), refusal);
        form.select({.name = "ouder", .label = tr("Welke ouder?"), .hint = tr("Staat de ouder er niet bij? Leg dan eerst een hulpvraag vast.")}, parent_options(v));
        form.select({.name = "buddy", .label = tr("Met wie?"), .hint = tr("Iemand die buddy is, of kandidaat.")}, buddy_options(v));
        form.or_go("/koppelingen", tr("Terug"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response new_pair(Visit& v) { return pair_form(v, nullptr); }

http::Response create_pair(Visit& v) {
    if (!v.grant<Action::keep_pairs>()) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return pair_form(v, &refusal); };
    base::Refusal refusal;
    if (!offers(parent_options(v), v.field("ouder"))) refusal.add("ouder", tr("Kies een ouder."));
    if (!offers(buddy_options(v), v.field("buddy"))) refusal.add("buddy", tr("Kies met wie."));
    if (refusal.empty() && v.field("ouder") == v.field("buddy")) refusal.add("buddy", tr("Kies twee verschillende mensen."));
    if (!refusal.empty()) return again(refusal);
    visit::PersonId const parent{v.field("ouder")}, buddy{v.field("buddy")};
    auto const id = v.new_id<Pair>();
    return v.act(id.value(), parent.value(), [&](db::Write& tx) -> Acted {
        auto const request = help_request::newest_of(tx, parent);
        if (!request || !make_pair(tx, id, request->id, parent, buddy, v.me(), v.now())) return base::Refusal::of("ouder", tr("Deze ouder staat al in de lijst."));
        for (auto const& person : people_of(tx, *find_pair(tx, id))) jobs::later(tx, v.services().random, "pair.asked", v.house().id.value(), person.value(), "", v.now());
        return Done{"/koppelingen/" + id.value(), tr("Vastgelegd. Beiden krijgen een mail dat er iets te kiezen is.")}; }, again);
}

http::Response pair_page(Visit& v, base::Refusal const* refusal) {
    auto const pair = find_pair(v.read(), v.id<Pair>("pair"));
    if (!pair || pair->ended_at || !v.grant<Action::keep_pairs>(pair->id, pair->parent.value())) return v.not_found();
    auto const agreed = answers_of(v.read(), pair->id);
    return v.page(base::Sentence{tr("{parent} met {buddy}"), {{"parent", name_of(v, pair->parent)}, {"buddy", people::names_of(v.read(), v.keys(), buddies_of(v, *pair), v.language())}}}, [&](html::Page& page) {
        auto facts = page.facts();
        std::vector<html::Option> silent;
        for (auto const& person : people_of(v.read(), *pair)) {
            auto const its = std::find_if(agreed.begin(), agreed.end(), [&](auto const& each) { return each.person == person; });
            auto const name = name_of(v, person);
            if (its == agreed.end()) silent.push_back({person.value(), name});
            facts.row(name, its == agreed.end() ? html::Said{tr("nog geen ja")} : html::Said{base::Sentence{its->noted_by == person ? tr("ja op {day}, zelf gezegd") : tr("ja op {day}, aan de coördinator"), {{"day", text::plain_day(its->given_on, v.language())}}}});
        }
        auto const address = "/koppelingen/" + pair->id.value();
        if (auto const lines = missing(v, *pair); lines.empty()) page.act(address + "/koppeling", tr("Maak er een koppeling van"));
        else page.paragraph(tr("Wat nog ontbreekt:")).bullets(lines);
        if (!silent.empty()) {
            page.heading(tr("Zei iemand ja aan de telefoon?"));
            auto values = v.values();
            if (!refusal) reception::put_date(values, "dag", v.today());
            auto form = page.form(address + "/akkoord", tr("Leg dit ja vast"), values, refusal);
            form.select({.name = "wie", .label = tr("Wie zei ja?")}, silent).date({.name = "dag", .label = tr("Wanneer?")});
            form.radios({.name = "geeft", .label = tr("Hoe mag de ander diegene bereiken?")}, {{"phone", name(Gives::phone)}, {"mail", name(Gives::mail)}, {"appointment", name(Gives::appointment)}});
        }
        page.heading(tr("Gaat het niet door?"));
        page.act(address + "/einde", tr("Haal dit uit de lijst"), {}, false);
        page.link("/koppelingen", tr("Terug"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response show_pair(Visit& v) { return pair_page(v, nullptr); }

/// The open pair behind the address, for the coordinator.
std::optional<PairRow> opened(Visit& v) {
    auto const pair = find_pair(v.read(), v.id<Pair>("pair"));
    if (!pair || pair->ended_at || !v.grant<Action::keep_pairs>(pair->id, pair->parent.value())) return {};
    return pair;
}

http::Response create_noted_agreement(Visit& v) {
    auto const pair = opened(v);
    if (!pair) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return pair_page(v, &refusal); };
    auto const all = people_of(v.read(), *pair);
    visit::PersonId const who{v.field("wie")};
    auto const day = v.date_field("dag");
    auto const gives = base::from_word<Gives>(v.field("geeft"));
    base::Refusal refusal;
    if (std::find(all.begin(), all.end(), who) == all.end()) refusal.add("wie", tr("Kies wie ja zei."));
    if (!day) refusal.add("dag", tr("Vul een dag in, bijvoorbeeld 15 1 2027."));
    else if (*day > v.today()) refusal.add("dag", tr("Kies een dag die niet in de toekomst ligt."));
    if (!gives) refusal.add("geeft", tr("Kies een van de manieren."));
    if (!refusal.empty()) return again(refusal);
    return v.act(pair->id.value(), who.value(), [&](db::Write& tx) -> Acted {
        if (!agree(tx, *pair, {who, *day, gives, v.me()})) return Done{"/koppelingen", tr("Dit staat niet meer in de lijst.")};
        return Done{"/koppelingen/" + pair->id.value(), tr("Bewaard.")}; }, again);
}

http::Response create_match(Visit& v) {
    auto const pair = opened(v);
    if (!pair) return v.not_found();
    auto const id = v.new_id<Match>();
    return v.act(id.value(), pair->parent.value(), [&](db::Write& tx) -> Acted {
        if (!begin_from_pair(tx, id, *pair, v.house().vog_required, v.now())) return base::Refusal::of(tr("Dit kan nu niet. Kijk hieronder wat ontbreekt."));
        for (auto const& buddy : find_match(tx, id)->buddies())
            for (auto const* kind : {"match.begun", "support.begun"}) jobs::later(tx, v.services().random, kind, v.house().id.value(), buddy.value(), "", v.now());
        jobs::later(tx, v.services().random, "match.begun", v.house().id.value(), pair->parent.value(), "", v.now());
        return Done{"/trajecten/" + id.value(), tr("Zij zijn nu een koppeling. Beiden krijgen bericht.")}; }, [&](base::Refusal const& refusal) { return pair_page(v, &refusal); });
}

http::Response create_end(Visit& v) {
    auto const pair = opened(v);
    if (!pair) return v.not_found();
    return v.act(pair->id.value(), pair->parent.value(), [&](db::Write& tx) -> Acted {
        end_pair(tx, pair->id, v.now());
        return Done{"/koppelingen", tr("Dit staat niet meer in de lijst.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

http::Response show_own(Visit& v) {
    auto const all = open_pairs_of(v.read(), v.me());
    auto const self = people::find_person(v.read(), v.keys(), v.me());
    return v.page(tr("Samen gevonden"), [&](html::Page& page) {
        if (all.empty()) return void(page.empty(tr("Hier staat nu niets om te kiezen.")));
        int nth = 0;
        for (auto const& pair : all) {
            if (!v.grant<Action::agree_to_pair>(pair.id, pair.parent.value(), {visit::Tie::own})) continue;
            bool const parent = pair.parent == v.me();
            auto const others = parent ? people::first_names_of(v.read(), v.keys(), buddies_of(v, pair), v.language()) : people::first_name(name_of(v, pair.parent));
            page.heading(others);
            page.paragraph(base::Sentence{parent ? tr("De coördinator hoorde dat u en {name} elkaar zelf vonden. Wilt u {name} als buddy?") : tr("De coördinator hoorde dat jij en {name} elkaar zelf vonden. Wil je buddy van {name} zijn?"), {{"name", others}}});
            page.paragraph(parent ? tr("Zegt u allebei ja? Dan regelt de coördinator de rest. Nee zeggen mag, zonder reden.") : tr("Zeggen jullie allebei ja? Dan regelt de coördinator de rest. Nee zeggen mag, zonder reden."));
            auto const agreed = answers_of(v.read(), pair.id);
            auto const address = "/mijn/samen-gevonden/" + pair.id.value();
            if (std::any_of(agreed.begin(), agreed.end(), [&](auto const& each) { return each.person == v.me(); })) {
                page.alert(html::Tone::good, parent ? tr("U zei ja.") : tr("Je zei ja."));
                page.act(address, tr("Toch niet"), {{"nee", "1"}}, false);
                continue;
            }
            auto const field = ++nth == 1 ? std::string{"geeft"} : "geeft" + std::to_string(nth);
            auto form = page.form(address, tr("Ja, graag"));
            form.radios({.name = field, .label = parent ? tr("Hoe mag uw buddy u bereiken?") : tr("Hoe mag de ouder jou bereiken?")}, self ? ways_to_give(*self) : std::vector<html::Option>{});
            form.hidden("veld", field).also("nee", tr("Nee, liever niet"));
        }
    },
                  {.quick_exit = v.viewer().is(visit::Role::asking_parent)});
}

http::Response create_own_answer(Visit& v) {
    auto const pair = find_pair(v.read(), v.id<Pair>("pair"));
    auto const all = pair && !pair->ended_at ? people_of(v.read(), *pair) : std::vector<visit::PersonId>{};
    if (std::find(all.begin(), all.end(), v.me()) == all.end() || !v.grant<Action::agree_to_pair>(pair->id, pair->parent.value(), {visit::Tie::own})) return v.not_found();
    return v.act(pair->id.value(), v.me().value(), [&](db::Write& tx) -> Acted {
        if (v.form().has("nee")) {
            end_pair(tx, pair->id, v.now());
            return Done{"/mijn", tr("Goed dat u dit zegt. Er verandert niets.")};
        }
        auto const gives = base::from_word<Gives>(v.field(v.field("veld").starts_with("geeft") ? v.field("veld") : std::string{"geeft"}));
        if (!agree(tx, *pair, {v.me(), v.today(), gives.value_or(Gives::appointment), v.me()})) return Done{"/mijn", tr("Dit staat niet meer in de lijst.")};
        return Done{"/mijn/samen-gevonden", tr("Bewaard. De coördinator laat horen hoe het verdergaat.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

} // namespace

std::vector<reception::Route> pair_routes() {
    using reception::route;
    return {
        route<Action::keep_pairs>("GET", "/koppelingen", list_pairs),
        route<Action::keep_pairs>("GET", "/koppelingen/nieuw", new_pair),
        route<Action::keep_pairs>("POST", "/koppelingen/nieuw", create_pair),
        route<Action::keep_pairs>("GET", "/koppelingen/{pair}", show_pair),
        route<Action::keep_pairs>("POST", "/koppelingen/{pair}/akkoord", create_noted_agreement),
        route<Action::keep_pairs>("POST", "/koppelingen/{pair}/koppeling", create_match),
        route<Action::keep_pairs>("POST", "/koppelingen/{pair}/einde", create_end),
        route<Action::agree_to_pair>("GET", "/mijn/samen-gevonden", show_own),
        route<Action::agree_to_pair>("POST", "/mijn/samen-gevonden/{pair}", create_own_answer),
    };
}
std::map<std::string, people::Worker> pair_workers() {
    return {{"pair.asked", [](people::Post& post, jobs::Job const& job) { people::write_notice(post, job.of_partnership, visit::PersonId{job.about}); }}};
}

} // namespace matching
