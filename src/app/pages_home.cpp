#include "app/pages_home.h"

#include "agreement/store_agreement.h"
#include "check_in/listing_home.h"
#include "matching/store_couples.h"
#include "matching/store_pairs.h"
#include "people/listing_restriction.h"
#include "people/store_deputyship.h"
#include "people/store_people.h"
#include "reception/visit.h"
#include "support/store_asked.h"
#include "trajectory/listing_home.h"

#include <algorithm>

namespace app {
using base::tr;
using reception::Visit;
using visit::Action;
using visit::Role;

namespace {

/// What asks for a word or a tap today.
void first_part(html::Page& page, Visit& v) {
    auto const& viewer = v.viewer();
    if (visit::conceivable(viewer, Action::see_own_closure)) trajectory::closure_home_part(page, v);
    if (viewer.is(Role::buddy)) trajectory::contact_home_part(page, v);
    if (visit::conceivable(viewer, Action::answer_check_in)) check_in::home_part(page, v);
    if (visit::conceivable(viewer, Action::agree_to_pair) && !matching::open_pairs_of(v.read(), v.me()).empty()) page.button("/mijn/samen-gevonden", tr("Samen gevonden: ja of nee"));
}

void parent_part(html::Page& page) {
    page.button("/mijn/traject", tr("Mijn buddy"));
    page.button("/mijn/voorstel", tr("Voorstel bekijken"), false);
    page.button("/mijn/vraag", tr("Mijn vraag"), false);
    page.link("/mijn/school-gesprek", tr("Samen naar school")).link("/mijn/delen", tr("Wat ik deel")).link("/mijn/terugblik", tr("Terugkijken"));
}

void buddy_part(html::Page& page, Visit& v) {
    page.heading(tr("Naast ouders"));
    page.button("/mijn/ouders", tr("Mijn ouders"));
    page.button("/mijn/voorstellen", tr("Voorstellen"), false);
    page.button("/mijn/vragen", tr("Vraag aan de coördinator"), false);
    page.button("/mijn/aanbod", tr("Wat ik aanbied"), false);
    if (agreement::up_to_date(agreement::accepted_by(v.read(), v.me()), agreement::newest(v.read()))) page.link("/mijn/afspraken", tr("Onze afspraken"));
    else page.button("/mijn/afspraken", tr("Onze afspraken: lees en geef akkoord"), false);
    if (matching::couple_of(v.read(), v.me())) page.link("/mijn/samen", tr("Samen buddy"));
    page.link("/mijn/andere-weg", tr("Loopt het niet goed met de coördinator?"));
    page.link("/school-gesprekken", tr("Samen naar school")).link("/gedeeld", tr("Wat ouders met je delen")).link("/mijn/reacties", tr("Wat ouders zeiden"));
}

void learning_part(html::Page& page, Visit& v) {
    page.heading(tr("Leren en elkaar spreken"));
    page.button("/mijn/training", tr("Mijn training"), false).button("/mijn/groei", tr("Mijn groei"), false);
    if (v.viewer().is(Role::buddy)) page.link("/mijn/intervisie", tr("Buddy’s bij elkaar")).link("/mijn/buddylijst", tr("Lijst van buddy’s"));
    page.link("/bibliotheek", tr("Bibliotheek"));
}

/// The tasks of people who work here or at a school.
void task_part(html::Page& page, Visit& v) {
    auto const& viewer = v.viewer();
    if (viewer.is(Role::director)) page.button("/cijfers", tr("Cijfers"));
    if (viewer.is(Role::trainer)) page.button("/trainingen", tr("Mijn trainingen"));
    if (visit::conceivable(viewer, Action::answer_as_asked)) page.link("/gevraagd", base::Sentence{tr("Vragen aan u ({count})"), {{"count", std::to_string(support::waiting_for(v.read(), v.house().independence, v.me()))}}});
    if (visit::conceivable(viewer, Action::answer_dilemma)) page.button("/dilemmas", tr("Dilemma’s om over mee te denken"));
    if (visit::conceivable(viewer, Action::observe_evening)) page.link("/waarnemen", tr("Waarnemen"));
    if (visit::conceivable(viewer, Action::refer_parent)) page.button("/aangedragen", tr("Een ouder aandragen"));
    if (viewer.is(Role::administrator)) page.button("/beheer/mensen", tr("Mensen en taken")).button("/beheer/gezondheid", tr("Gezondheid"), false).button("/beheer/instellingen", tr("Instellingen"), false);
    if (!people::deputyships_of(v.read(), v.me(), v.today()).empty()) page.button("/mijn/waarneming", tr("Ik neem waar"), false);
    if (viewer.is(Role::safety_officer)) page.button("/zorgen", tr("Zorgen om veiligheid"));
    if (viewer.is(Role::school_contact) || viewer.is(Role::school_leader)) page.button("/gedeeld", tr("Wat ouders met u delen"));
    else if (!viewer.is(Role::buddy) && visit::conceivable(viewer, Action::see_shared)) page.link("/gedeeld", tr("Wat ouders met u delen"));
    if (visit::conceivable(viewer, Action::see_terms)) page.link("/instellingen/bewaartermijnen", tr("Bewaartermijnen"));
    if (visit::conceivable(viewer, Action::keep_school_texts)) page.link("/instellingen/school-gesprek", tr("Teksten bij een gesprek op school"));
    if (!viewer.is(Role::buddy) && !viewer.is(Role::candidate) && visit::conceivable(viewer, Action::see_library)) page.link("/bibliotheek", tr("Bibliotheek"));
}

http::Response show_home(Visit& v) {
    return v.page(base::Sentence{tr("Welkom")}, [&](html::Page& page) {
        page.lead(base::Sentence{tr("Dag {name}."), {{"name", people::first_name(people::name_of(v.read(), v.keys(), v.me()))}}});
        auto const& viewer = v.viewer();
        bool const buddy = viewer.is(Role::buddy), candidate = viewer.is(Role::candidate);
        people::own_lock_told(page, v);
        first_part(page, v);
        if (viewer.is(Role::asking_parent)) parent_part(page);
        if (candidate) page.button("/mijn/aanmelding", tr("Mijn aanmelding"));
        if (buddy) buddy_part(page, v);
        if (buddy || candidate) learning_part(page, v);
        task_part(page, v);
        page.heading(tr("Over mij"));
        if (visit::conceivable(viewer, Action::see_own_messages)) page.link("/mijn/berichten", tr("Mijn berichten"));
        page.link("/mijn-gegevens", tr("Mijn gegevens"));
        if (visit::conceivable(viewer, Action::report_worry)) page.link("/zorg", tr("Ik maak mij zorgen over veiligheid"));
        if (buddy) page.link("/mijn/stoppen", tr("Ik stop als buddy"));
    },
                  {.quick_exit = v.viewer().is(Role::asking_parent)});
}

} // namespace

std::vector<reception::Route> home_routes() { return {reception::route<Action::see_home>("GET", "/mijn", show_home)}; }

} // namespace app
