#include "training/pages.h"

#include "training/pages_buddies.h"
#include "training/pages_card.h"
#include "training/pages_catch_up.h"
#include "training/pages_coming.h"
#include "training/pages_days.h"
#include "training/pages_edition.h"
#include "training/pages_editions.h"
#include "training/pages_evening.h"
#include "training/pages_observer.h"
#include "training/pages_own.h"
#include "training/pages_pack.h"
#include "training/pages_participant.h"
#include "training/pages_preparation.h"
#include "training/pages_programme.h"
#include "training/pages_review.h"
#include "training/store_programme.h"

namespace training {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

std::string href(EditionId const& id) { return "/trainingen/" + id.value(); }

http::Response edition_form(Visit& v, base::Refusal const* refusal) {
    return v.page(tr("Nieuwe training"), [&](html::Page& page) {
        page.lead(tr("Twee avonden van tweeënhalf uur. Zeg de dagen vroeg, en kies liever geen school."));
        auto values = v.values();
        if (!refusal) values.emplace("tijd", "19.00");
        auto form = page.form("/trainingen", tr("Training maken"), values, refusal);
        form.text({.name = "naam", .label = tr("Naam van de groep"), .hint = tr("Bijvoorbeeld Voorjaar 2027"), .most = 100}).text({.name = "plaats", .label = tr("Plaats"), .most = 100});
        form.date({.name = "dag1", .label = tr("Eerste avond")}).date({.name = "dag2", .label = tr("Tweede avond")}).text({.name = "tijd", .label = tr("Begintijd"), .hint = tr("Begin met eten of koffie; reken daar drie kwartier voor."), .most = 5});
        form.or_go("/trainingen", tr("Terug"));
        page.link("/trainingen/nieuw/dagen", tr("Weet u de dagen nog niet? Laat de groep kiezen"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response new_edition(Visit& v) { return edition_form(v, nullptr); }

http::Response create_edition(Visit& v) {
    auto again = [&](base::Refusal const& refusal) { return edition_form(v, &refusal); };
    auto planned = plan_edition({text::tidy_line(v.field("naam")), text::tidy_line(v.field("plaats")), {v.date_field("dag1"), v.date_field("dag2")}, base::time_from(text::tidy_line(v.field("tijd")))});
    if (!planned) return again(planned.error());
    auto id = v.new_id<Edition>();
    return v.act(id.value(), "", [&](db::Write& tx) -> Acted {
        add_edition(tx, v.services().random, id, *planned, v.me(), v.now());
        take_programme(tx, id, current_programme(tx));
        return Done{href(id), tr("De training staat er. Nodig nu mensen uit.")}; }, again);
}

struct Opened {
    EditionRow edition;
    EveningRow evening;
    std::vector<visit::PersonId> participants;
};
std::optional<Opened> open_evening(Visit& v) {
    auto edition = find_edition(v.read(), v.id<Edition>("edition"));
    if (!edition) return {};
    if (!v.grant<Action::record_attendance>(edition->id, "", ties_to(v, edition->id))) return {};
    auto evening = evening_asked(v, edition->id);
    if (!evening) return {};
    return Opened{*edition, *evening, people_of(v.read(), edition->id, "participant")};
}

http::Response edit_attendance(Visit& v) {
    auto opened = open_evening(v);
    if (!opened) return v.not_found();
    html::Values values;
    for (auto const& row : attendances(v.read(), opened->edition.id))
        if (row.evening == opened->evening.id) values.emplace("p-" + row.person.value(), std::string{base::word(row.presence)});
    std::vector<html::Option> options;
    for (auto const& [presence, word] : base::Words<Presence>::entries) options.push_back({std::string{word}, name(presence)});
    return v.page(base::Sentence{tr("Aanwezigheid avond {number}"), {{"number", v.part("number")}}}, [&](html::Page& page) {
        page.lead(text::moment(opened->evening.begins_at, v.language()));
        auto form = page.form(v.request().path, tr("Opslaan"), values);
        for (auto const& person : opened->participants) form.radios({.name = "p-" + person.value(), .label = people::name_of(v.read(), v.keys(), person)}, options);
        form.or_go(href(opened->edition.id), tr("Terug"));
    });
}

http::Response update_attendance(Visit& v) {
    auto opened = open_evening(v);
    if (!opened) return v.not_found();
    return v.act(opened->evening.id.value(), "", [&](db::Write& tx) -> Acted {
        for (auto const& person : opened->participants)
            if (auto presence = base::from_word<Presence>(v.field("p-" + person.value()))) note_presence(tx, v, opened->evening, person, *presence);
        return Done{href(opened->edition.id), tr("De aanwezigheid is opgeslagen.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

} // namespace

std::vector<reception::Route> routes() {
    using reception::route;
    std::vector<reception::Route> all{
        route<Action::manage_edition>("POST", "/trainingen", create_edition),
        route<Action::manage_edition>("GET", "/trainingen/nieuw", new_edition),
        route<Action::record_attendance>("GET", "/trainingen/{edition}/aanwezigheid/{number}", edit_attendance),
        route<Action::record_attendance>("POST", "/trainingen/{edition}/aanwezigheid/{number}", update_attendance),
    };
    for (auto const& its : {edition_list_routes(), edition_routes(), day_routes(), programme_routes(), preparation_routes(), participant_routes(), evening_routes(), catch_up_routes(), review_routes(), observer_routes(), pack_routes(), card_routes(), buddy_routes(), own_routes(), coming_routes()}) all.insert(all.end(), its.begin(), its.end());
    return all;
}

} // namespace training
