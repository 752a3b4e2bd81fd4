#include "help_request/pages_other_task.h"

#include "help_request/listing_asking.h"
#include "help_request/pages_giving_back.h"
#include "help_request/store_kept_school.h"
#include "people/store_given_back.h"
#include "people/store_names.h"
#include "people/store_other_task.h"
#include "people/store_restriction.h"
#include "platform/jobs/jobs.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <set>

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

void tell_parent(db::Write& tx, Visit& v, visit::PersonId const& parent) { jobs::later(tx, v.services().random, "other_task.told", v.house().id.value(), parent.value(), "", v.now()); }

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
    auto const seen = people::reader_of(v.read(), entry->person);
    return v.act(entry->id.value(), entry->person.value(), [&](db::Write& tx) -> Acted {
        auto const handed = people::declare_and_hand_over(tx, v.me(), entry->person, to == others.end() ? std::nullopt : std::optional{*to}, seen, v.house().independence, v.now());
        if (handed == people::Handed::not_now) return base::Refusal::of(tr("Er veranderde intussen iets bij dit gezin. Kijk opnieuw wie het overneemt."));
        if (handed == people::Handed::over) jobs::later(tx, v.services().random, "reader.chosen", v.house().id.value(), to->value(), "", v.now());
        tell_parent(tx, v, entry->person);
        if (handed == people::Handed::already) return Done{"/taken/andere-taak", tr("Intussen leest een ander. Dat blijft zo. U leest hier niets meer van.")};
        return Done{"/taken/andere-taak", handed == people::Handed::over ? tr("Overgedragen. Vanaf nu leest u hier niets meer van. De ouder krijgt bericht.") : tr("Vanaf nu leest u hier niets meer van. Vraag de beheerder om een tweede lezer.")}; }, again);
}

http::Response create_taking_over(Visit& v) {
    auto const entry = opened(v);
    if (!entry) return v.not_found();
    return v.act(entry->id.value(), entry->person.value(), [&](db::Write& tx) -> Acted {
        // whoever came first may read, so the request itself may be shut by now
        if (!people::take_over(tx, entry->person, v.me(), v.house().independence, v.now())) return Done{"/hulpvragen", tr("Iemand was u voor.")};
        tell_parent(tx, v, entry->person);
        return Done{"/hulpvragen/" + entry->id.value(), tr("U leest dit vanaf nu. De ouder krijgt bericht.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

/// The declarations of a coordinator, with the only words that stay: the name and school of each family.
class Kept {
public:
    explicit Kept(Visit& v)
        : all{people::other_tasks_of(v.read(), v.me())}, locked_{people::restricted(v.read())}, names_{v.read(), v.services().keys, readable()}, schools_{kept_schools(v.read(), v.me())} {
        // each look is written in the log
        for (auto const& parent : readable()) v.note(Action::declare_other_task, parent.value(), parent.value());
    }
    /// Whether the parent put the own data under lock; then neither name nor school is known here.
    bool locked(visit::PersonId const& parent) const { return locked_.contains(parent); }
    std::string const& name(visit::PersonId const& parent) const { return names_.of(parent); }
    html::Said school(visit::PersonId const& parent) const {
        if (locked(parent)) return tr("gegevens op slot");
        auto const at = schools_.find(parent);
        return at == schools_.end() || at->second.empty() ? html::Said{tr("niet ingevuld")} : html::Said{at->second};
    }

    std::vector<people::OtherTask> const all;

private:
    std::vector<visit::PersonId> readable() const {
        std::vector<visit::PersonId> some;
        for (auto const& task : all)
            if (!locked(task.parent)) some.push_back(task.parent);
        return some;
    }

    std::set<visit::PersonId> locked_;
    people::Names names_;
    std::map<visit::PersonId, std::string> schools_;
};

/// Who may take over each family of these declarations that nobody reads for; nobody is asked about one under lock.
std::map<visit::PersonId, std::vector<visit::PersonId>> takers_of(Visit& v, Kept const& kept) {
    std::map<visit::PersonId, std::vector<visit::PersonId>> takers;
    if (std::all_of(kept.all.begin(), kept.all.end(), [](auto const& task) { return task.reader.has_value(); })) return takers;
    std::set<visit::PersonId> waiting;
    for (auto const& task : people::waiting_other_tasks(v.read())) waiting.insert(task.parent);
    // a reader whom the parent chose and who declared this is nobody who reads either
    for (auto const& choice : people::chosen_readers(v.read()))
        if (choice.reader == v.me()) waiting.insert(choice.person);
    for (auto const& task : kept.all)
        if (!task.reader && waiting.contains(task.parent) && !kept.locked(task.parent)) takers.emplace(task.parent, people::who_may_take_over(v.read(), v.house().independence, task.parent, v.me()));
    return takers;
}

http::Response declarations_page(Visit& v, base::Refusal const* refusal) {
    if (!v.grant<Action::declare_other_task>()) return v.not_found();
    Kept const kept{v};
    auto const takers = takers_of(v, kept);
    std::vector<visit::PersonId> readers;
    for (auto const& task : kept.all)
        if (task.reader) readers.push_back(*task.reader);
    for (auto const& [parent, some] : takers) readers.insert(readers.end(), some.begin(), some.end());
    people::Names const names{v.read(), v.keys(), readers};
    return v.page(tr("Gezinnen met een andere taak"), [&](html::Page& page) {
        if (refusal) page.alert(html::Tone::warning, refusal->fields.front().why);
        page.lead(tr("Deze gezinnen kent u ook van ander werk. U leest niets meer van hun vraag."));
        if (kept.all.empty()) page.empty(tr("U droeg nog geen gezin over. Dat doet u op de bladzijde van een hulpvraag."));
        for (auto const& task : kept.all) {
            auto const& name = kept.name(task.parent);
            auto const its = takers.find(task.parent);
            bool const possible = its != takers.end() && !its->second.empty();
            page.heading(name);
            page.facts().row(tr("School"), kept.school(task.parent)).row(tr("Overgenomen door"), task.reader ? html::Said{names.of(*task.reader)} : possible ? html::Said{tr("nog niemand")}
                                                                                                                                                             : html::Said{tr("nog niemand: vraag de beheerder om een tweede lezer")})
                .row(tr("Sinds"), text::plain_day(base::local_date(task.declared_at), v.language()));
            // nothing is done about a family under lock
            if (kept.locked(task.parent)) continue;
            if (possible) {
                page.paragraph(base::Sentence{tr("Nu kan iemand {name} overnemen. Overleg eerst. Vertel niets over de vraag."), {{"name", name}}});
                for (auto const& person : its->second) page.act("/taken/andere-taak/overdragen", base::Sentence{tr("Draag {name} over aan {who}"), {{"name", name}, {"who", names.of(person)}}}, {{"ouder", task.parent.value()}, {"lezer", reader_word(v, person)}});
            }
            page.act("/taken/andere-taak", base::Sentence{tr("Dit was een vergissing, of de taak bij {name} is voorbij"), {{"name", name}}}, {{"ouder", task.parent.value()}}, false);
        }
        if (!kept.all.empty()) page.paragraph(tr("Ook daarna blijft lezen wie het overnam, tot de ouder iets anders kiest."));
        page.link("/hulpvragen", tr("Naar de hulpvragen"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response list_declarations(Visit& v) { return declarations_page(v, nullptr); }

/// The parent that a form on the list means, when this coordinator declared so and nothing is under lock; the look is about the parent in the log, and about nobody for the wall, which shuts this family still.
std::optional<visit::PersonId> meant(Visit& v) {
    if (!v.grant<Action::declare_other_task>()) return {};
    visit::PersonId const parent{v.field("ouder")};
    auto const mine = people::other_tasks_of(v.read(), v.me());
    if (std::none_of(mine.begin(), mine.end(), [&](auto const& task) { return task.parent == parent; }) || people::restricted_since(v.read(), parent)) return {};
    v.note(Action::declare_other_task, parent.value(), parent.value());
    return parent;
}

http::Response end_declaration(Visit& v) {
    auto const parent = meant(v);
    if (!parent) return v.not_found();
    return v.act(v.me().value(), "", [&](db::Write& tx) -> Acted {
        bool const first = people::end_other_task(tx, v.me(), *parent, v.now());
        auto const reader = people::reader_of(tx, *parent);
        if (reader && *reader != v.me()) return Done{"/taken/andere-taak", tr("Genoteerd. Wie het overnam, leest door tot de ouder iets anders kiest.")};
        if (first) tell_parent(tx, v, *parent);
        return Done{"/taken/andere-taak", tr("Genoteerd. U leest nu weer. De ouder krijgt bericht.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

http::Response create_handing_on(Visit& v) {
    auto const parent = meant(v);
    if (!parent) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return declarations_page(v, &refusal); };
    auto const some = people::who_may_take_over(v.read(), v.house().independence, *parent, v.me());
    auto const to = std::find_if(some.begin(), some.end(), [&](auto const& person) { return reader_word(v, person) == v.field("lezer"); });
    base::Refusal const changed = base::Refusal::of(tr("Er veranderde intussen iets bij dit gezin. Kijk opnieuw wie het overneemt."));
    if (to == some.end()) return again(changed);
    return v.act(v.me().value(), "", [&](db::Write& tx) -> Acted {
        if (!people::hand_on(tx, v.me(), *parent, *to, v.house().independence, v.now())) return changed;
        jobs::later(tx, v.services().random, "reader.chosen", v.house().id.value(), to->value(), "", v.now());
        tell_parent(tx, v, *parent);
        return Done{"/taken/andere-taak", tr("Overgedragen. De ouder krijgt bericht.")}; }, again);
}

} // namespace

base::Sentence reads_now(Visit& v) {
    if (people::nobody_reads(v.read(), v.me())) return {tr("Nu leest niemand uw vraag.")};
    return who_reads(v, people::reader_of(v.read(), v.me()));
}

void other_task_told(html::Page& page, Visit& v) {
    auto const tasks = people::other_tasks_about(v.read(), v.me());
    // what was told stays so until it is told that it ended
    auto const ended = people::ended_other_tasks_about(v.read(), v.me(), v.now() - std::chrono::days{28});
    for (auto const& task : ended) page.alert(html::Tone::info, base::Sentence{tr("{name} heeft geen ander werk bij uw gezin."), {{"name", people::name_of(v.read(), v.keys(), task.coordinator)}}});
    if (tasks.empty() && !ended.empty()) page.paragraph(base::Sentence{tr("Vanaf nu leest: {who}"), {{"who", text::say(reads_now(v), v.language())}}}).paragraph(tr("U mag altijd zelf kiezen wie leest."));
    for (auto const& task : tasks) page.alert(html::Tone::info, base::Sentence{tr("{name} kent uw gezin ook van ander werk. Daarom leest {name} niets meer van u."), {{"name", people::name_of(v.read(), v.keys(), task.coordinator)}}});
    if (people::given_back(v.read(), v.me())) return void(page.alert(html::Tone::warning, tr("Wie u koos, kan uw vraag niet lezen. Nu leest niemand. Kies iemand anders.")).paragraph(base::Sentence{tr("Bellen kan altijd: {phone}."), {{"phone", v.house().phone}}}));
    if (tasks.empty()) return;
    if (people::nobody_reads(v.read(), v.me())) page.paragraph(base::Sentence{tr("Het steunpunt zoekt iemand die wel leest. Bellen kan altijd: {phone}."), {{"phone", v.house().phone}}});
    else page.paragraph(tr("U mag altijd zelf kiezen wie leest."));
}

void other_task_desk_part(html::Page& page, Visit& v, Entry const& entry, bool without_mail) {
    if (!people::other_tasks_about(v.read(), entry.person).empty()) {
        page.alert(html::Tone::info, tr("U leest dit omdat een collega dit gezin kent van een andere taak. Vertel die collega hier niets over."));
        if (without_mail) page.paragraph(tr("Deze ouder heeft geen mailadres. Vertel zelf dat u nu leest, en dat een ander kiezen mag."));
    }
    giving_back_part(page, v, entry);
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
        route<Action::declare_other_task>("POST", "/taken/andere-taak/overdragen", create_handing_on),
    };
}

} // namespace help_request
