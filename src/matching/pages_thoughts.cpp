#include "matching/pages_thoughts.h"

#include "account/store_accounts.h"
#include "help_request/listing_times.h"
#include "help_request/store_help_request.h"
#include "matching/store_thoughts.h"
#include "people/store_restriction.h"
#include "platform/jobs/jobs.h"
#include "reception/visit.h"

namespace matching {
using base::tr;
using help_request::Entry;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

template <class E>
std::string said(std::string const& words, text::Language language) {
    std::string all;
    for (auto each : help_request::split<E>(words)) (all += all.empty() ? "" : ", ") += text::say(help_request::name(each), language);
    return all.empty() ? "–" : all;
}

/// What was released of a request, and nothing else.
void show_items(html::Page& page, Visit& v, Entry const& request, std::string const& items) {
    auto const released = help_request::split<Item>(items);
    if (released.contains(Item::short_text) && request.text_approved_at) page.quote(help_request::short_text(v.keys(), request));
    if (released.contains(Item::situations)) page.facts().row(tr("Gaat over"), said<help_request::Situation>(request.situations, v.language()));
    if (!released.contains(Item::wishes)) return;
    page.facts().row(tr("Contact"), said<help_request::Way>(request.ways, v.language())).row(tr("Taal"), request.languages.empty() ? std::string{"–"} : request.languages);
    page.paragraph(tr("Tijden:")).bullets(help_request::times_said(help_request::times_from(request.times), v.language()));
}

/// The viewer's own open request, for thinking along about it.
std::optional<Entry> own(Visit& v) {
    auto request = help_request::newest_of(v.read(), v.me());
    if (!request || !request->open()) return {};
    return request;
}

http::Response own_page(Visit& v, base::Refusal const* refusal) {
    auto const request = own(v);
    auto const thought = request ? thought_about(v.read(), request->id) : std::nullopt;
    if (thought && !v.grant<Action::ask_to_think_along>(thought->id, v.me().value(), {visit::Tie::own})) return v.not_found();
    return v.page(tr("Iemand laten meedenken"), [&](html::Page& page) {
        if (!request) return void(page.empty(tr("U heeft nu geen vraag open staan.")));
        if (!thought) {
            page.lead(tr("Kent iemand van school u goed? Die mag meedenken over een buddy, als u dat wilt. U leest het antwoord als eerste."));
            auto form = page.form("/mijn/vraag/meedenken", tr("Vraag deze persoon"), v.values(), refusal);
            form.text({.name = "naam", .label = tr("Wie?"), .hint = tr("Bijvoorbeeld de intern begeleider: degene die op school hulp regelt."), .most = 100}).text({.name = "mail", .label = tr("Mailadres van deze persoon"), .type = "email", .inputmode = "email", .most = 200});
            std::vector<html::Option> items;
            for (auto const& [item, word] : base::Words<Item>::entries)
                if (item != Item::short_text || request->text_approved_at) items.push_back({std::string{word}, name(item)});
            form.checks({.name = "wat", .label = tr("Wat mag deze persoon lezen?"), .hint = tr("Wat u niet aankruist, ziet deze persoon niet.")}, items);
            form.box({.name = "akkoord", .label = tr("Ik wil dat deze persoon een mail krijgt.")});
            form.note(tr("In de mail staat niets over u. De link werkt veertien dagen. U kunt dit elk moment terugnemen."));
            return;
        }
        page.lead(base::Sentence{tr("{name} mag meedenken."), {{"name", people::name_of(v.read(), v.keys(), thought->professional)}}});
        page.paragraph(tr("Dit mag deze persoon lezen:"));
        show_items(page, v, *request, thought->items);
        if (!thought->written_at) page.paragraph(base::Sentence{tr("Er is nog geen antwoord. De link werkt tot en met {day}."), {{"day", text::plain_day(base::local_date(thought_until(thought->asked_at)), v.language())}}});
        else {
            page.heading(tr("Het antwoord, woord voor woord"));
            page.quote(words_of(v.keys(), *thought));
            if (thought->released_at) page.alert(html::Tone::info, tr("De coördinator mag dit lezen."));
            else {
                page.paragraph(tr("Alleen u leest dit nu. Mag de coördinator het lezen?"));
                page.act("/mijn/vraag/meedenken/vrijgeven", tr("Ja, de coördinator mag dit lezen"));
            }
        }
        page.heading(tr("Liever niet meer?"));
        page.paragraph(tr("Neemt u het terug, dan werkt de link niet meer. Het antwoord wordt gewist, en de coördinator ziet het niet meer."));
        page.act("/mijn/vraag/meedenken/terug", tr("Ik neem dit terug"), {}, false);
        page.link("/mijn/vraag", tr("Terug"));
    },
                  {.status = refusal ? 422 : 200, .quick_exit = true});
}
http::Response show_own(Visit& v) { return own_page(v, nullptr); }

http::Response create_thought(Visit& v) {
    auto const request = own(v);
    if (!request) return v.see("/mijn/vraag/meedenken");
    auto again = [&](base::Refusal const& refusal) { return own_page(v, &refusal); };
    std::set<Item> items;
    for (auto const& word : v.form().all("wat"))
        if (auto item = base::from_word<Item>(word); item && (*item != Item::short_text || request->text_approved_at)) items.insert(*item);
    auto const asked = ask_thought({{text::tidy_line(v.field("naam")), people::tidy_mail(v.field("mail")).value_or(""), ""}, items, v.field("akkoord") == "ja"});
    if (!asked) return again(asked.error());
    auto const id = v.new_id<Thought>();
    auto const professional = v.new_id<people::Person>();
    return v.act(id.value(), v.me().value(), [&](db::Write& tx) -> Acted {
        if (thought_about(tx, request->id)) return base::Refusal::of(tr("Er denkt al iemand mee. Neem dat eerst terug."));
        v.keys().create(professional);
        if (!ask(tx, v.keys(), id, request->id, v.me(), professional, *asked, v.now())) return base::Refusal::of(tr("Er denkt al iemand mee. Neem dat eerst terug."));
        jobs::later(tx, v.services().random, "thought.ask", v.house().id.value(), id.value(), "", v.now());
        return Done{"/mijn/vraag/meedenken", tr("Deze persoon krijgt een mail. U leest het antwoord als eerste.")}; }, again);
}

/// Does something with the thought that stands for the viewer's own request.
http::Response change(Visit& v, void (*what)(db::Write&, ThoughtId const&, base::Moment), base::Text const& done) {
    auto const request = own(v);
    auto const thought = request ? thought_about(v.read(), request->id) : std::nullopt;
    if (!thought) return v.see("/mijn/vraag/meedenken");
    if (!v.grant<Action::ask_to_think_along>(thought->id, v.me().value(), {visit::Tie::own})) return v.not_found();
    return v.act(thought->id.value(), v.me().value(), [&](db::Write& tx) -> Acted {
        what(tx, thought->id, v.now());
        return Done{"/mijn/vraag/meedenken", done}; }, [&](base::Refusal const&) { return v.not_found(); });
}
http::Response create_release(Visit& v) { return change(v, release, tr("Goed. De coördinator mag dit lezen.")); }
http::Response create_end(Visit& v) { return change(v, take_back, tr("U nam dit terug. De link werkt niet meer.")); }

struct Linked {
    ThoughtRow thought;
    Entry request;
};
/// What stands behind a link, as long as the parent lets it stand and still asks.
std::optional<Linked> linked(Visit& v) {
    auto const link = account::find_action_link(v.read(), v.part("thinking"), v.now());
    if (!link || link->act != "thought") return {};
    auto const thought = find_thought(v.read(), ThoughtId{link->object});
    auto const request = thought && !thought->withdrawn_at ? help_request::find(v.read(), thought->request) : std::nullopt;
    if (!request || !request->open() || people::restricted_since(v.read(), request->person)) return {};
    return Linked{*thought, *request};
}

http::Response show_link(Visit& v) {
    auto const its = linked(v);
    if (!its) return v.not_found();
    return v.page(tr("Meedenken met een ouder"), [&](html::Page& page) {
        if (its->thought.written_at) return void(page.paragraph(tr("Dank u wel. De ouder leest wat u schreef.")));
        page.lead(tr("Een ouder die u kent, vraagt u om mee te denken. De ouder koos zelf wat u mag lezen."));
        page.paragraph(tr("Lees dit op een plek waar niemand meekijkt. Bewaar of print het niet."));
        // a program that follows links in mails opens nothing
        page.act("/meedenken/" + v.part("thinking"), tr("Lees wat de ouder deelt"), {{"openen", "1"}});
    });
}

http::Response reading_page(Visit& v, Linked const& its, base::Refusal const* refusal) {
    v.note(Action::use_link, its.thought.id.value(), its.thought.parent.value());
    return v.page(tr("Meedenken met een ouder"), [&](html::Page& page) {
        page.lead(base::Sentence{tr("{name} zoekt een ouder die meedenkt, een buddy. Dit mag u lezen:"), {{"name", people::first_name(people::name_of(v.read(), v.keys(), its.thought.parent))}}});
        show_items(page, v, its.request, its.thought.items);
        auto form = page.form("/meedenken/" + v.part("thinking"), tr("Verstuur aan de ouder"), v.form().has("openen") ? html::Values{} : v.values(), refusal);
        form.area({.name = "tekst", .label = tr("Waar moeten we op letten?"), .hint = tr("Hoogstens 600 tekens. Noem geen diagnose en geen naam van een kind."), .most = thought_length});
        form.note(tr("De ouder leest precies wat u schrijft, en bepaalt of de coördinator het ook leest."));
    },
                  {.status = refusal ? 422 : 200});
}

http::Response create_words(Visit& v) {
    auto const its = linked(v);
    if (!its) return v.not_found();
    if (its->thought.written_at) return show_link(v);
    if (v.form().has("openen")) return reading_page(v, *its, nullptr);
    auto again = [&](base::Refusal const& refusal) { return reading_page(v, *its, &refusal); };
    auto const words = thought_said(text::tidy_text(v.field("tekst")));
    if (!words) return again(words.error());
    return v.act(its->thought.id.value(), its->thought.parent.value(), [&](db::Write& tx) -> Acted {
        if (write(tx, v.keys(), its->thought, *words, v.now())) jobs::later(tx, v.services().random, "thought.written", v.house().id.value(), its->thought.parent.value(), "", v.now());
        return Done{"/meedenken/" + v.part("thinking"), tr("Dank u wel. De ouder leest wat u schreef.")}; }, again);
}

} // namespace

std::vector<reception::Route> thought_routes() {
    using reception::route;
    return {
        route<Action::ask_to_think_along>("GET", "/mijn/vraag/meedenken", show_own),
        route<Action::ask_to_think_along>("POST", "/mijn/vraag/meedenken", create_thought),
        route<Action::ask_to_think_along>("POST", "/mijn/vraag/meedenken/vrijgeven", create_release),
        route<Action::ask_to_think_along>("POST", "/mijn/vraag/meedenken/terug", create_end),
        route<Action::use_link>("GET", "/meedenken/{thinking}", show_link),
        route<Action::use_link>("POST", "/meedenken/{thinking}", create_words),
    };
}

std::map<std::string, people::Worker> thought_workers() {
    return {{"thought.ask", [](people::Post& post, jobs::Job const& job) {
                 auto& services = post.services;
                 auto const row = find_thought(*services.data.read(db::Scope::of(job.of_partnership)), ThoughtId{job.about});
                 if (!row || row->withdrawn_at || row->written_at) return;
                 std::string token;
                 auto const now = services.clock.now();
                 services.data.write(db::Scope::of(job.of_partnership), [&](db::Write& tx) { token = account::add_action_link(tx, services.random, "thought", job.about, row->professional, now, thought_until(row->asked_at)); });
                 people::write_letter(post, job.of_partnership, row->professional, {.subject = tr("Een vraag aan u"), .lines = {tr("Iemand die u kent, vraagt of u wilt meedenken. Lees hier waarover het gaat:"), services.base_url + "/meedenken/" + token, tr("De link werkt veertien dagen.")}});
             }},
            {"thought.written", [](people::Post& post, jobs::Job const& job) { people::write_notice(post, job.of_partnership, visit::PersonId{job.about}); }}};
}

} // namespace matching
