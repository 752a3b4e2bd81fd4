#include "trajectory/pages.h"

#include "matching/listing_gives.h"
#include "matching/store_couples.h"
#include "people/listing_deputyships.h"
#include "people/post.h"
#include "people/store_reader.h"
#include "platform/base/number.h"
#include "reception/visit.h"
#include "trajectory/pages_departure.h"
#include "trajectory/pages_first_talk.h"
#include "trajectory/pages_happened.h"
#include "trajectory/pages_meeting.h"
#include "trajectory/pages_trial.h"
#include "trajectory/pages_way.h"
#include "trajectory/store_contact.h"
#include "trajectory/store_meeting.h"
#include "trajectory/store_ties.h"

#include <set>

namespace trajectory {
using base::tr;
using matching::Match;
using matching::MatchRow;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

void contact_list(html::Page& page, Visit& v, std::vector<ContactRow> const& contacts) {
    if (contacts.empty()) return void(page.empty(tr("Er staat nog geen contact.")));
    auto table = page.table(tr("Contact"), {{tr("Dag")}, {tr("Hoe")}, {tr("Duur"), "", true}});
    for (auto const& contact : contacts) table.row({{text::day(contact.held_on, v.language())}, {name(contact.way)}, {contact.minutes ? html::Said{base::Sentence{tr("{minutes} minuten"), {{"minutes", std::to_string(contact.minutes)}}}} : html::Said{std::string{"–"}}, {}, true}});
}

http::Response list_own(Visit& v) {
    auto all = matching::live_matches_of_buddy(v.read(), v.me());
    return v.page(tr("Mijn ouders"), [&](html::Page& page) {
        if (all.empty()) return void(page.empty(tr("Je begeleidt nu geen ouder. Je krijgt een mail als er een voorstel is.")));
        for (auto const& match : all) page.button("/trajecten/" + match.id.value() + "/contacten", people::first_name(people::name_of(v.read(), v.keys(), match.parent)));
    });
}

http::Response buddy_page(Visit& v, base::Refusal const* refusal) {
    auto match = matching::find_match(v.read(), v.id<Match>("match"));
    if (!match || !match->has_buddy(v.me())) return v.not_found();
    auto granted = v.grant<Action::see_own_trajectory>(match->id, match->parent.value(), ties(v.me(), *match));
    auto parent = people::find_person(v.read(), v.keys(), match->parent);
    if (!granted || !parent) return v.not_found();
    v.note(Action::see_own_trajectory, match->id.value(), match->parent.value());
    auto contacts = contacts_of(v.read(), *granted);
    auto values = v.values();
    if (!refusal) {
        reception::put_date(values, "dag", v.today());
        values.emplace("duur", "15");
    }
    return v.page(parent->name, [&](html::Page& page) {
        way_part(page, v, *match, *parent, match->parent_gives);
        trial_part(page, v, *match);
        if (match->partner) page.paragraph(base::Sentence{tr("Jullie doen dit samen: {name} en jij."), {{"name", people::first_name(people::name_of(v.read(), v.keys(), match->buddy == v.me() ? *match->partner : match->buddy))}}});
        if (contacts.empty() && match->parent_gives != matching::Gives::appointment) page.alert(html::Tone::info, tr("Neem binnen twee dagen contact op. Vertel wat je kunt doen, en luister vooral."));
        auto form = page.form("/trajecten/" + match->id.value() + "/contacten", tr("Wij hadden contact"), values, refusal);
        form.radios({.name = "manier", .label = tr("Hoe?")}, [] {
            std::vector<html::Option> all;
            for (auto const& [way, word] : base::Words<Way>::entries) all.push_back({std::string{word}, name(way)});
            return all;
        }());
        form.date({.name = "dag", .label = tr("Wanneer?")});
        form.select({.name = "duur", .label = tr("Hoe lang?")}, {{"5", tr("heel kort")}, {"15", tr("een kwartier")}, {"30", tr("een half uur")}, {"60", tr("een uur")}, {"120", tr("twee uur")}});
        form.box({.name = "praten", .label = tr("Ik wil hierover praten met de coördinator")});
        form.note(tr("Wat jullie bespreken schrijf je nergens op."));
        meeting_part(page, v, *match);
        page.heading(tr("Wanneer jullie contact hadden"));
        contact_list(page, v, contacts);
        page.heading(tr("Hoe ben je bereikbaar?"));
        own_way_part(page, v, *match);
        page.link("/trajecten/" + match->id.value() + "/stoppen", tr("Ik wil stoppen met dit contact"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response show_buddy_page(Visit& v) { return buddy_page(v, nullptr); }

http::Response create_contact(Visit& v) {
    auto match = matching::find_match(v.read(), v.id<Match>("match"));
    if (!match || !match->has_buddy(v.me())) return v.not_found();
    auto granted = v.grant<Action::log_contact>(match->id, match->parent.value(), ties(v.me(), *match));
    if (!granted) return v.not_found();
    auto const minutes = base::number_from(v.field("duur")).value_or(-1);
    auto again = [&](base::Refusal const& refusal) { return buddy_page(v, &refusal); };
    auto logged = log_contact({v.date_field("dag"), base::from_word<Way>(v.field("manier")), minutes, v.field("praten") == "ja"}, base::local_date(match->begun_at), v.today());
    if (!logged) return again(logged.error());
    auto id = v.new_id<Contact>();
    return v.act(id.value(), match->parent.value(), [&](db::Write& tx) -> Acted {
        if (!add(tx, *granted, id, *logged, v.now())) return base::Refusal::of(tr("Dit contact is intussen gestopt."));
        return Done{"/trajecten/" + match->id.value() + "/contacten", logged->wants_to_talk ? tr("Bewaard. De coördinator belt je.") : tr("Bewaard. Dank je wel.")}; }, again);
}

http::Response show_own(Visit& v) {
    auto match = matching::live_match_of_parent(v.read(), v.me());
    return v.page(tr("Mijn buddy"), [&](html::Page& page) {
        auto granted = match ? v.grant<Action::see_own_trajectory>(match->id, v.me().value(), ties(v.me(), *match)) : std::nullopt;
        if (!match || !granted) return void(page.empty(tr("U heeft nu geen buddy.")));
        departure_part(page, v, *match);
        page.lead(base::Sentence{match->partner ? tr("{name} zijn samen uw buddy’s.") : tr("{name} is uw buddy."), {{"name", people::first_names_of(v.read(), v.keys(), match->buddies(), v.language())}}});
        for (auto const& id : match->buddies()) {
            auto buddy = people::find_person(v.read(), v.keys(), id);
            if (buddy) way_part(page, v, *match, *buddy, match->gives(id));
        }
        trial_part(page, v, *match);
        people::deputyships_told(page, v);
        meeting_part(page, v, *match);
        page.heading(tr("Wanneer u contact had"));
        page.paragraph(tr("Uw buddy noteert alleen de dag en hoe lang. Wat u bespreekt, staat nergens."));
        contact_list(page, v, contacts_of(v.read(), *granted));
        page.heading(tr("Wat deelt u?"));
        own_way_part(page, v, *match);
        page.paragraph(tr("U deelt niets met school. Niemand kan dat voor u doen."));
        page.link("/mijn-gegevens/wie-keek", tr("Wie heeft gekeken?"));
        page.button("/trajecten/" + match->id.value() + "/stoppen", tr("Ik wil stoppen"), false);
    },
                  {.quick_exit = true});
}

http::Response new_stop(Visit& v) {
    auto match = matching::find_match(v.read(), v.id<Match>("match"));
    if (!match || match->ended_at || !v.grant<Action::stop_trajectory>(match->id, match->parent.value(), ties(v.me(), *match))) return v.not_found();
    return v.page(tr("Stoppen"), [&](html::Page& page) {
        page.paragraph(tr("Stoppen mag altijd, zonder reden. De coördinator vertelt het de ander."));
        page.paragraph(tr("Vanaf dat moment ziet u elkaars gegevens hier niet meer. Een nummer dat al in een telefoon staat, kunnen wij niet weghalen."));
        auto const address = "/trajecten/" + match->id.value() + "/stoppen";
        if (match->partner && match->has_buddy(v.me())) {
            page.paragraph(tr("Stop je alleen? Dan vragen we de ouder of de ander alleen verder mag."));
            page.act(address, tr("Alleen ik stop"), {{"wie", "ik"}});
            page.act(address, tr("Wij stoppen allebei"), {}, false);
        } else page.act(address, tr("Ja, ik stop"));
        page.link("/mijn", tr("Nee, terug"));
    },
                  {.quick_exit = v.viewer().is(visit::Role::asking_parent)});
}
http::Response create_stop(Visit& v) {
    auto match = matching::find_match(v.read(), v.id<Match>("match"));
    if (!match || !v.grant<Action::stop_trajectory>(match->id, match->parent.value(), ties(v.me(), *match))) return v.not_found();
    return v.act(match->id.value(), match->parent.value(), [&](db::Write& tx) -> Acted {
        if (v.field("wie") == "ik") {
            if (!matching::leave_match(tx, v.new_id<matching::Departure>(), match->id, v.me(), v.now())) return base::Refusal::of(tr("Dit contact is intussen gestopt."));
            jobs::later(tx, v.services().random, matching::departed, v.house().id.value(), match->id.value(), v.me().value(), v.now());
            return Done{"/mijn", tr("Je bent gestopt. De ouder kiest hoe het verdergaat.")};
        }
        if (matching::end_match(tx, match->id, v.me(), std::string{base::word(EndReason::stopped_not_asked)}, v.now())) call_off(tx, v, match->id);
        return Done{"/mijn", tr("Het contact is gestopt. De coördinator belt u binnen twee werkdagen.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

http::Response list_all(Visit& v) {
    if (!v.grant<Action::list_trajectories>()) return v.not_found();
    auto all = matching::matches(v.read());
    // what rests while someone stands in is there without a name; who chose another reader is not there at all
    std::set<visit::PersonId> elsewhere;
    for (auto const& choice : people::chosen_readers(v.read())) elsewhere.insert(choice.person);
    std::erase_if(all, [&](auto const& match) { return v.viewer().closed_to(match.parent) && (match.ended_at || !v.viewer().deputy || elsewhere.contains(match.parent)); });
    return v.page(tr("Trajecten"), [&](html::Page& page) {
        page.link("/koppelingen", tr("Contact buiten Naast: een ouder en een buddy die elkaar zelf vonden"));
        if (all.empty()) return void(page.empty(tr("Er is nog geen koppeling. Die ontstaat als buddy en ouder allebei ja zeggen.")));
        auto table = page.table(tr("Koppelingen"), {{tr("Ouder")}, {tr("Buddy")}, {tr("Sinds")}, {tr("Stand")}});
        for (auto const& match : all) {
            if (v.viewer().closed_to(match.parent)) {
                table.row({{tr("rust tijdens waarneming")}, {std::string{"–"}}, {std::string{"–"}}, {std::string{"–"}}});
                continue;
            }
            table.row({{people::name_of(v.read(), v.keys(), match.parent), "/trajecten/" + match.id.value()}, {people::names_of(v.read(), v.keys(), match.buddies(), v.language())}, {text::plain_day(base::local_date(match.begun_at), v.language())}, {match.ended_at ? tr("afgesloten") : tr("loopt")}});
        }
    });
}

http::Response coordinator_page(Visit& v, base::Refusal const* refusal) {
    auto match = matching::find_match(v.read(), v.id<Match>("match"));
    if (!match || !v.grant<Action::see_trajectory>(match->id, match->parent.value())) return v.not_found();
    auto last = last_contact(v.read(), match->id);
    return v.page(tr("Koppeling"), [&](html::Page& page) {
        auto facts = page.facts();
        facts.row(tr("Ouder"), people::name_of(v.read(), v.keys(), match->parent)).row(tr("Buddy"), people::names_of(v.read(), v.keys(), match->buddies(), v.language())).row(tr("Sinds"), text::plain_day(base::local_date(match->begun_at), v.language()));
        facts.row(tr("Laatste contact"), last ? html::Said{text::plain_day(*last, v.language())} : html::Said{tr("nog geen")});
        auto meeting = meeting_of(v.read(), match->id);
        facts.row(tr("Afspraak"), meeting ? html::Said{text::moment(meeting->begins_at, v.language())} : html::Said{tr("nog geen")});
        for (auto const& buddy : match->buddies()) facts.row(base::Sentence{tr("{name} geeft"), {{"name", people::first_name(people::name_of(v.read(), v.keys(), buddy))}}}, matching::name(match->gives(buddy)));
        facts.row(tr("De ouder geeft"), matching::name(match->parent_gives));
        page.paragraph(tr("Wat zij bespreken, leest niemand."));
        if (!match->ended_at && match->only_by_meeting()) page.alert(html::Tone::info, tr("Zij bereiken elkaar alleen op een afspraak. Geef hun de plek door."));
        if (!match->ended_at) departure_part(page, v, *match);
        if (!match->ended_at && meeting) meeting_desk_part(page, v, *match, *meeting);
        if (match->ended_at) return void(page.alert(html::Tone::info, base::Sentence{tr("Afgesloten op {day}."), {{"day", text::plain_day(base::local_date(*match->ended_at), v.language())}}}));
        page.button("/trajecten/" + match->id.value() + "/afspraak", meeting ? tr("Verander de afspraak") : tr("Maak een afspraak"), false);
        trial_desk_part(page, v, *match);
        page.heading(tr("Afsluiten"));
        std::vector<html::Option> reasons;
        for (auto const& [reason, word] : base::Words<EndReason>::entries) reasons.push_back({std::string{word}, name(reason)});
        page.form("/trajecten/" + match->id.value() + "/afsluiting", tr("Sluit af"), v.values(), refusal).radios({.name = "reden", .label = tr("Waarom stopt het?"), .hint = tr("Vanaf nu ziet de buddy niets meer van deze ouder.")}, reasons);
    },
                  {.status = refusal ? 422 : 200});
}
http::Response show_for_coordinator(Visit& v) { return coordinator_page(v, nullptr); }

http::Response create_closure(Visit& v) {
    auto match = matching::find_match(v.read(), v.id<Match>("match"));
    if (!match || match->ended_at) return v.not_found();
    return v.act(match->id.value(), match->parent.value(), [&](db::Write& tx) -> Acted {
        auto reason = base::from_word<EndReason>(v.field("reden"));
        if (!reason) return base::Refusal::of("reden", tr("Kies een reden."));
        if (matching::end_match(tx, match->id, v.me(), std::string{base::word(*reason)}, v.now())) call_off(tx, v, match->id);
        return Done{"/trajecten/" + match->id.value(), tr("Afgesloten. De buddy is weer vrij voor een andere ouder.")}; }, [&](base::Refusal const& refusal) { return coordinator_page(v, &refusal); });
}

} // namespace

std::vector<reception::Route> routes() {
    using reception::Haste;
    using reception::route;
    std::vector<reception::Route> all{
        route<Action::keep_own_offer>("GET", "/mijn/ouders", list_own),
        route<Action::log_contact>("GET", "/trajecten/{match}/contacten", show_buddy_page),
        route<Action::log_contact>("POST", "/trajecten/{match}/contacten", create_contact),
        route<Action::answer_as_parent>("GET", "/mijn/traject", show_own),
        route<Action::stop_trajectory>("GET", "/trajecten/{match}/stoppen", new_stop),
        route<Action::stop_trajectory>("POST", "/trajecten/{match}/stoppen", create_stop, Haste::urgent),
        route<Action::list_trajectories>("GET", "/trajecten", list_all),
        route<Action::see_trajectory>("GET", "/trajecten/{match}", show_for_coordinator),
        route<Action::close_trajectory>("POST", "/trajecten/{match}/afsluiting", create_closure),
    };
    for (auto const& its : {way_routes(), happened_routes(), first_talk_routes(), trial_routes()}) all.insert(all.end(), its.begin(), its.end());
    return all;
}

} // namespace trajectory
