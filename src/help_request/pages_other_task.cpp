#include "help_request/pages_other_task.h"

#include "help_request/listing_asking.h"
#include "people/store_names.h"
#include "people/store_other_task.h"
#include "people/store_schools.h"
#include "platform/jobs/jobs.h"

#include <algorithm>

namespace help_request {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

std::string href(Entry const& entry) { return "/hulpvragen/" + entry.id.value() + "/andere-taak"; }

/// The request behind the address, for a coordinator to whom it is not shut.
std::optional<Entry> opened(Visit& v) {
    auto entry = find(v.read(), v.id<HelpRequest>("request"));
    if (!entry || !v.grant<Action::declare_other_task>(entry->id, entry->person.value())) return {};
    return entry;
}

/// Whether someone else shut the family out and nobody took over.
bool waits(db::Door& door, visit::PersonId const& parent) {
    auto const all = people::waiting_other_tasks(door);
    return std::any_of(all.begin(), all.end(), [&](auto const& task) { return task.parent == parent; });
}

http::Response declare_page(Visit& v, base::Refusal const* refusal) {
    auto const entry = opened(v);
    if (!entry) return v.not_found();
    auto const others = people::who_may_take_over(v.read(), v.house().independence, entry->person, v.me());
    std::vector<visit::PersonId> whose{entry->person};
    auto const tasks = people::other_tasks_about(v.read(), entry->person);
    for (auto const& task : tasks) whose.push_back(task.coordinator);
    people::Names const names{v.read(), v.keys(), whose};
    return v.page(tr("Een andere taak bij dit gezin"), [&](html::Page& page) {
        if (waits(v.read(), entry->person)) {
            page.alert(html::Tone::info, base::Sentence{tr("{who} heeft een andere taak bij het gezin van {name}. Er is nog niemand die overneemt."), {{"who", names.of(tasks.front().coordinator)}, {"name", names.of(entry->person)}}});
            page.act(href(*entry) + "/overnemen", tr("Ik neem het over"));
            page.heading(tr("Kent u dit gezin zelf ook?"));
        }
        page.lead(base::Sentence{tr("Wie ook beslist of adviseert over dit kind, leest deze vraag niet. Dat beschermt {name}."), {{"name", names.of(entry->person)}}});
        page.paragraph(tr("U ziet dan alleen nog de naam en de school. Alles van dit gezin gaat voor u dicht. De ouder krijgt bericht, en mag een ander kiezen."));
        auto values = v.values();
        auto form = page.form(href(*entry), tr("Ja, ik draag het over"), values, refusal);
        if (others.empty()) form.note(base::Sentence{tr("Nu kan niemand het overnemen. Toch gaat het voor u dicht. Vraag de beheerder om een tweede lezer. De ouder kan bellen: {phone}."), {{"phone", v.house().phone}}});
        else {
            std::vector<html::Option> all;
            for (auto const& person : others) all.push_back({reader_word(v, person), who_reads(v, person)});
            form.radios({.name = "lezer", .label = tr("Wie neemt het over?"), .hint = tr("Overleg eerst of dat lukt. Vertel niets over de vraag zelf.")}, all);
        }
        form.or_go("/hulpvragen/" + entry->id.value(), tr("Terug"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response new_declaration(Visit& v) { return declare_page(v, nullptr); }

http::Response create_declaration(Visit& v) {
    auto const entry = opened(v);
    if (!entry) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return declare_page(v, &refusal); };
    auto const others = people::who_may_take_over(v.read(), v.house().independence, entry->person, v.me());
    auto const to = std::find_if(others.begin(), others.end(), [&](auto const& person) { return reader_word(v, person) == v.field("lezer"); });
    if (!others.empty() && to == others.end()) return again(base::Refusal::of("lezer", tr("Kies wie het overneemt.")));
    return v.act(entry->id.value(), entry->person.value(), [&](db::Write& tx) -> Acted {
        people::declare_other_task(tx, v.me(), entry->person, v.now());
        if (to != others.end()) {
            people::hand_over(tx, entry->person, *to, v.house().independence, v.now());
            jobs::later(tx, v.services().random, "reader.chosen", v.house().id.value(), to->value(), "", v.now());
        }
        jobs::later(tx, v.services().random, "other_task.told", v.house().id.value(), entry->person.value(), "", v.now());
        return Done{"/taken/andere-taak", to != others.end() ? tr("Overgedragen. Vanaf nu leest u hier niets meer van. De ouder krijgt bericht.") : tr("Vanaf nu leest u hier niets meer van. Vraag de beheerder om een tweede lezer.")}; }, again);
}

http::Response create_taking_over(Visit& v) {
    auto const entry = opened(v);
    if (!entry) return v.not_found();
    return v.act(entry->id.value(), entry->person.value(), [&](db::Write& tx) -> Acted {
        if (!waits(tx, entry->person)) return Done{"/hulpvragen/" + entry->id.value(), tr("Iemand was u voor.")};
        people::hand_over(tx, entry->person, v.me(), v.house().independence, v.now());
        jobs::later(tx, v.services().random, "other_task.told", v.house().id.value(), entry->person.value(), "", v.now());
        return Done{"/hulpvragen/" + entry->id.value(), tr("U leest dit vanaf nu. De ouder krijgt bericht.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

/// The name and school of a family that is shut; the only words that stay, and each look is written in the log.
struct Kept {
    std::string name, school;
};
Kept kept_of(Visit& v, visit::PersonId const& parent) {
    v.note(Action::declare_other_task, parent.value(), parent.value());
    Kept its{people::name_of(v.read(), v.services().keys, parent), {}};
    auto const entry = newest_of(v.read(), parent);
    auto const row = entry ? wishes_of(v.read(), entry->id) : std::nullopt;
    if (auto const school = row && row->school ? people::find_school(v.read(), *row->school) : std::nullopt) its.school = school->name + ", " + school->place;
    return its;
}

http::Response list_declarations(Visit& v) {
    if (!v.grant<Action::declare_other_task>()) return v.not_found();
    auto const all = people::other_tasks_of(v.read(), v.me());
    std::vector<visit::PersonId> readers;
    for (auto const& task : all)
        if (task.reader) readers.push_back(*task.reader);
    people::Names const names{v.read(), v.keys(), readers};
    return v.page(tr("Gezinnen met een andere taak"), [&](html::Page& page) {
        page.lead(tr("Deze gezinnen kent u ook van ander werk. U leest niets meer van hun vraag."));
        if (all.empty()) page.empty(tr("U droeg nog geen gezin over. Dat doet u op de bladzijde van een hulpvraag."));
        for (auto const& task : all) {
            auto const its = kept_of(v, task.parent);
            page.heading(its.name);
            page.facts().row(tr("School"), its.school.empty() ? html::Said{tr("niet ingevuld")} : html::Said{its.school}).row(tr("Overgenomen door"), task.reader ? html::Said{names.of(*task.reader)} : html::Said{tr("nog niemand: vraag de beheerder om een tweede lezer")}).row(tr("Sinds"), text::plain_day(base::local_date(task.declared_at), v.language()));
            page.act("/taken/andere-taak", base::Sentence{tr("Dit was een vergissing, of de taak bij {name} is voorbij"), {{"name", its.name}}}, {{"ouder", task.parent.value()}}, false);
        }
        if (!all.empty()) page.paragraph(tr("Ook daarna blijft lezen wie het overnam, tot de ouder iets anders kiest."));
        page.link("/hulpvragen", tr("Naar de hulpvragen"));
    });
}

http::Response end_declaration(Visit& v) {
    if (!v.grant<Action::declare_other_task>()) return v.not_found();
    visit::PersonId const parent{v.field("ouder")};
    auto const mine = people::other_tasks_of(v.read(), v.me());
    if (std::none_of(mine.begin(), mine.end(), [&](auto const& task) { return task.parent == parent; })) return v.not_found();
    // about nobody for the wall, which shuts this family still; in the log it is about the parent
    v.note(Action::declare_other_task, parent.value(), parent.value());
    return v.act(v.me().value(), "", [&](db::Write& tx) -> Acted {
        people::end_other_task(tx, v.me(), parent, v.now());
        return Done{"/taken/andere-taak", tr("Genoteerd. Wie het overnam, leest door tot de ouder iets anders kiest.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

} // namespace

base::Sentence reads_now(Visit& v) {
    if (people::nobody_reads(v.read(), v.me())) return {tr("Nu leest niemand uw vraag.")};
    return who_reads(v, people::reader_of(v.read(), v.me()));
}

void other_task_told(html::Page& page, Visit& v) {
    auto const tasks = people::other_tasks_about(v.read(), v.me());
    for (auto const& task : tasks) page.alert(html::Tone::info, base::Sentence{tr("{name} kent uw gezin ook van ander werk. Daarom leest {name} niets meer van u."), {{"name", people::name_of(v.read(), v.keys(), task.coordinator)}}});
    if (tasks.empty()) return;
    if (people::nobody_reads(v.read(), v.me())) page.paragraph(base::Sentence{tr("Het steunpunt zoekt iemand die wel leest. Bellen kan altijd: {phone}."), {{"phone", v.house().phone}}});
    else page.paragraph(tr("U mag altijd zelf kiezen wie leest."));
}

void other_task_desk_part(html::Page& page, Visit& v, Entry const& entry, bool without_mail) {
    if (!people::other_tasks_about(v.read(), entry.person).empty()) {
        page.alert(html::Tone::info, tr("U leest dit omdat een collega dit gezin kent van een andere taak. Vertel die collega hier niets over."));
        if (without_mail) page.paragraph(tr("Deze ouder heeft geen mailadres. Vertel zelf dat u nu leest, en dat een ander kiezen mag."));
    }
    if (visit::conceivable(v.viewer(), Action::declare_other_task)) page.link(href(entry), tr("Kent u dit gezin ook van een andere taak?"));
}

std::vector<reception::Route> other_task_routes() {
    using reception::route;
    return {
        route<Action::declare_other_task>("GET", "/hulpvragen/{request}/andere-taak", new_declaration),
        route<Action::declare_other_task>("POST", "/hulpvragen/{request}/andere-taak", create_declaration),
        route<Action::declare_other_task>("POST", "/hulpvragen/{request}/andere-taak/overnemen", create_taking_over),
        route<Action::declare_other_task>("GET", "/taken/andere-taak", list_declarations),
        route<Action::declare_other_task>("POST", "/taken/andere-taak", end_declaration),
    };
}

} // namespace help_request
