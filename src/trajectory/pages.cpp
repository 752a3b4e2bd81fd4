#include "trajectory/pages.h"

#include "matching/listing_gives.h"
#include "matching/store_couples.h"
#include "people/listing_deputyships.h"
#include "people/post.h"
#include "people/store_other_task.h"
#include "reception/visit.h"
#include "trajectory/listing_home.h"
#include "trajectory/pages_closure.h"
#include "trajectory/pages_contact.h"
#include "trajectory/pages_departure.h"
#include "trajectory/pages_first_talk.h"
#include "trajectory/pages_happened.h"
#include "trajectory/pages_meeting.h"
#include "trajectory/pages_rhythm.h"
#include "trajectory/pages_trial.h"
#include "trajectory/pages_way.h"
#include "trajectory/store_contact.h"
#include "trajectory/store_meeting.h"
#include "trajectory/store_rhythm.h"
#include "trajectory/store_ties.h"

#include <algorithm>
#include <set>

namespace trajectory {
using base::tr;
using matching::Match;
using matching::MatchRow;
using reception::Visit;
using visit::Action;

namespace {

http::Response list_own(Visit& v) {
    auto all = matching::live_matches_of_buddy(v.read(), v.me());
    return v.page(tr("Mijn ouders"), [&](html::Page& page) {
        if (all.empty()) return void(page.empty(tr("Je begeleidt nu geen ouder. Je krijgt een mail als er een voorstel is.")));
        std::vector<matching::MatchId> locked;
        for (auto const& match : all) {
            if (v.viewer().closed_to(match.parent)) locked.push_back(match.id);
            else page.button("/trajecten/" + match.id.value() + "/contacten", people::first_name(people::name_of(v.read(), v.keys(), match.parent)));
        }
        if (!locked.empty()) page.alert(html::Tone::info, tr("Jullie contact rust nu. Je hoeft niets te doen.")).phone(tr("Vragen? Bel de coördinator"), v.house().coordinator_phone);
        for (auto const& id : locked) page.link("/trajecten/" + id.value() + "/stoppen", tr("Stoppen met dit contact"));
    });
}

http::Response show_own(Visit& v) {
    auto match = matching::live_match_of_parent(v.read(), v.me());
    return v.page(tr("Mijn buddy"), [&](html::Page& page) {
        auto granted = match ? v.grant<Action::see_own_trajectory>(match->id, v.me().value(), ties(v.me(), *match)) : std::nullopt;
        if (!match || !granted) {
            page.empty(tr("U heeft nu geen buddy."));
            return closure_home_part(page, v);
        }
        auto const buddies = match->buddies();
        if (std::any_of(buddies.begin(), buddies.end(), [&](auto const& id) { return v.viewer().closed_to(id); })) {
            page.lead(tr("Jullie contact rust nu. U hoeft niets te doen."));
            page.phone(tr("Vragen? Bel de coördinator"), v.house().coordinator_phone);
            return void(page.button("/trajecten/" + match->id.value() + "/stoppen", tr("Ik wil stoppen"), false));
        }
        departure_part(page, v, *match);
        page.lead(base::Sentence{match->partner ? tr("{name} zijn samen uw buddy’s.") : tr("{name} is uw buddy."), {{"name", people::first_names_of(v.read(), v.keys(), match->buddies(), v.language())}}});
        for (auto const& id : match->buddies()) {
            auto buddy = people::find_person(v.read(), v.keys(), id);
            if (buddy) way_part(page, v, *match, *buddy, match->gives(id));
        }
        trial_part(page, v, *match);
        people::deputyships_told(page, v);
        meeting_part(page, v, *match);
        page.heading(tr("Hoe vaak u contact heeft"));
        rhythm_part(page, v, *match);
        page.heading(tr("Wanneer u contact had"));
        page.paragraph(tr("Uw buddy noteert alleen de dag en hoe lang. Wat u bespreekt, staat nergens. Klopt een dag niet? Kies de dag en verbeter hem."));
        contact_list(page, v, *match, contacts_of(v.read(), *granted));
        page.heading(tr("Wat deelt u?"));
        own_way_part(page, v, *match);
        page.paragraph(tr("School ziet niets, behalve wat u zelf deelt. Niemand kan dat voor u doen."));
        page.link("/mijn/delen", tr("Wat ik deel"));
        page.link("/mijn/school-gesprek", tr("Samen naar school: een gesprek voorbereiden"));
        page.link("/mijn-gegevens/wie-keek", tr("Wie heeft gekeken?"));
        page.button("/trajecten/" + match->id.value() + "/stoppen", tr("Ik wil stoppen"), false);
    },
                  {.quick_exit = true});
}

http::Response list_all(Visit& v) {
    if (!v.grant<Action::list_trajectories>()) return v.not_found();
    auto all = matching::matches(v.read());
    // what rests while someone stands in is there without a name; who chose another reader is not there at all
    std::set<visit::PersonId> elsewhere;
    for (auto const& choice : people::chosen_readers(v.read())) elsewhere.insert(choice.person);
    for (auto const& task : people::other_tasks_of(v.read(), v.me())) elsewhere.insert(task.parent);
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

http::Response show_for_coordinator(Visit& v) {
    auto match = matching::find_match(v.read(), v.id<Match>("match"));
    if (!match || !v.grant<Action::see_trajectory>(match->id, match->parent.value())) return v.not_found();
    auto const contacts = tally_of(v.read(), match->id);
    return v.page(tr("Koppeling"), [&](html::Page& page) {
        auto facts = page.facts();
        facts.row(tr("Ouder"), people::name_of(v.read(), v.keys(), match->parent)).row(tr("Buddy"), people::names_of(v.read(), v.keys(), match->buddies(), v.language())).row(tr("Sinds"), text::plain_day(base::local_date(match->begun_at), v.language()));
        facts.row(tr("Laatste contact"), contacts.last ? html::Said{text::plain_day(*contacts.last, v.language())} : html::Said{tr("nog geen")});
        auto meeting = meeting_of(v.read(), match->id);
        facts.row(tr("Afspraak"), meeting ? html::Said{text::moment(meeting->begins_at, v.language())} : html::Said{tr("nog geen")});
        for (auto const& buddy : match->buddies()) facts.row(base::Sentence{tr("{name} geeft"), {{"name", people::first_name(people::name_of(v.read(), v.keys(), buddy))}}}, matching::name(match->gives(buddy)));
        facts.row(tr("De ouder geeft"), matching::name(match->parent_gives));
        page.paragraph(tr("Wat zij bespreken, leest niemand."));
        if (!match->ended_at && match->only_by_meeting()) page.alert(html::Tone::info, tr("Zij bereiken elkaar alleen op een afspraak. Geef hun de plek door."));
        if (!match->ended_at) departure_part(page, v, *match);
        if (!match->ended_at && meeting) meeting_desk_part(page, v, *match, *meeting);
        if (match->ended_at) {
            page.alert(html::Tone::info, base::Sentence{tr("Afgesloten op {day}."), {{"day", text::plain_day(base::local_date(*match->ended_at), v.language())}}});
            return closure_desk_part(page, v, *match, nullptr);
        }
        auto const course = course_of(v.read(), match->id);
        auto rhythm = page.facts();
        rhythm.row(tr("Hoe vaak"), name(course.rhythm)).row(tr("Wie begint"), course.parent_begins ? tr("de ouder") : tr("de buddy"));
        if (course.rests()) rhythm.row(tr("Rust sinds"), text::plain_day(*course.rests_since, v.language()));
        if (contacts.wants_to_talk) {
            page.alert(html::Tone::info, tr("De buddy wil over een contact praten. Bel hem of haar."));
            page.act("/trajecten/" + match->id.value() + "/gesproken", tr("Ik sprak de buddy"));
        }
        page.button("/trajecten/" + match->id.value() + "/afspraak", meeting ? tr("Verander de afspraak") : tr("Maak een afspraak"), false);
        trial_desk_part(page, v, *match);
        closure_desk_part(page, v, *match, nullptr);
        if (visit::conceivable(v.viewer(), Action::declare_other_task)) page.link("/hulpvragen/" + match->request.value() + "/andere-taak", tr("Kent u dit gezin ook van een andere taak?"));
    });
}

} // namespace

std::vector<reception::Route> routes() {
    using reception::route;
    std::vector<reception::Route> all{
        route<Action::keep_own_offer>("GET", "/mijn/ouders", list_own),
        route<Action::answer_as_parent>("GET", "/mijn/traject", show_own),
        route<Action::list_trajectories>("GET", "/trajecten", list_all),
        route<Action::see_trajectory>("GET", "/trajecten/{match}", show_for_coordinator),
    };
    for (auto const& its : {contact_routes(), rhythm_routes(), closure_routes(), way_routes(), happened_routes(), first_talk_routes(), trial_routes()}) all.insert(all.end(), its.begin(), its.end());
    return all;
}

} // namespace trajectory
