#include "keep_warm/pages.h"

#include "people/store_reader.h"

#include "keep_warm/post_draft.h"
#include "keep_warm/store_message.h"
#include "reception/visit.h"

#include <algorithm>

namespace keep_warm {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

base::Text name(Kind kind) {
    switch (kind) {
    case Kind::written: return tr("Bericht");
    case Kind::automatic: return tr("Bericht dat vanzelf ging");
    case Kind::called: return tr("Gebeld");
    }
    throw base::Impossible{"a kind of message without a name"};
}

/// Someone to whom the coordinator may write: who is candidate, buddy or asking parent now.
std::optional<people::Known> reader_of(Visit& v) {
    auto id = v.id<people::Person>("reader");
    auto const roles = people::roles_of(v.read(), id);
    bool const here = std::any_of(roles.begin(), roles.end(), [](auto const& row) { return row.role == visit::Role::candidate || row.role == visit::Role::buddy || row.role == visit::Role::asking_parent; });
    // who reads for a parent writes to that parent; what goes to others is the coordinator's
    if (v.viewer().reader && people::reader_of(v.read(), id) != v.me()) return {};
    if (!here || !v.grant<Action::write_message>(id, id.value())) return {};
    return people::find_person(v.read(), v.keys(), id);
}

Writer writer_of(reception::House const& house) { return {house.coordinator_name, house.coordinator_phone}; }

/// What there is to know before writing: since when, the last word, the steps.
void waiting_part(html::Page& page, Visit& v, people::Known const& person, Waiting const& waiting) {
    auto const day = [&](base::Date date) { return text::plain_day(date, v.language()); };
    if (base::days_between(without_step_since(waiting.hearing), v.today()) >= days_to_call) page.alert(html::Tone::warning, tr("Er was al acht weken geen stap. Bel, en bied iets anders: een gesprek, een koffieochtend, of stoppen zonder uitleg."));
    auto facts = page.facts();
    facts.row(tr("Wacht sinds"), day(waiting.hearing.since)).row(tr("Hoorde laatst iets op"), day(last_heard(waiting.hearing)));
    facts.row(tr("Telefoon"), person.phone.empty() ? html::Said{tr("niet ingevuld")} : html::Said{person.phone});
}

std::vector<html::Said> lines_of(std::string const& words) {
    std::vector<html::Said> lines;
    for (std::size_t at = 0; at < words.size();) {
        auto end = std::min(words.find('\n', at), words.size());
        if (end > at) lines.emplace_back(words.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

void earlier_part(html::Page& page, Visit& v, people::PersonId const& person) {
    auto const all = messages_to(v.read(), person);
    if (all.empty()) return;
    page.heading(tr("Wat er al ging"));
    for (auto const& each : all) {
        auto words = text::say(name(each.kind), v.language()) + ", " + text::plain_day(base::local_date(each.sent_at), v.language());
        auto granted = each.words.empty() ? std::nullopt : v.grant<Action::write_message>(each.id, person.value());
        if (granted) page.details(words, lines_of(each.confidential<Action::write_message>().open(*granted, v.keys()).value_or("")));
        else page.paragraph(words);
    }
}

http::Response message_form(Visit& v, base::Refusal const* refusal) {
    auto person = reader_of(v);
    if (!person) return v.not_found();
    auto const all = all_waiting(v.read(), v.now());
    auto const at = all.find(person->id);
    auto const address = "/berichten/" + person->id.value();
    auto values = v.values();
    if (!refusal && at != all.end()) values.emplace("bericht", draft(people::first_name(person->name), at->second, writer_of(v.house()), Kind::written, person->language));
    return v.page(base::Sentence{tr("Bericht aan {name}"), {{"name", person->name}}}, [&](html::Page& page) {
        if (at != all.end()) waiting_part(page, v, *person, at->second);
        page.act(address + "/gebeld", tr("Ik belde vandaag"), {}, false);
        if (person->mail.empty()) page.alert(html::Tone::info, tr("Hier is geen mailadres bekend. Bellen is de enige weg."));
        else {
            auto form = page.form(address, tr("Verstuur"), values, refusal);
            form.area({.name = "bericht", .label = tr("Bericht"), .hint = tr("De mail zegt alleen dat er iets klaarstaat. De tekst staat op de eigen bladzijde, na inloggen."), .who_reads = reception::readers(Action::write_message, v.house(), v.language()), .most = 2000}, 12);
            form.or_go("/vandaag", tr("Terug"));
        }
        earlier_part(page, v, person->id);
    },
                  {.status = refusal ? 422 : 200});
}
http::Response new_message(Visit& v) { return message_form(v, nullptr); }

http::Response create_message(Visit& v) {
    auto person = reader_of(v);
    if (!person) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return message_form(v, &refusal); };
    auto words = message(text::tidy_text(v.field("bericht")));
    if (!words) return again(words.error());
    auto id = v.new_id<Message>();
    return v.act(id.value(), person->id.value(), [&](db::Write& tx) -> Acted {
        add(tx, v.keys(), id, person->id, Kind::written, *words, v.me(), v.now());
        jobs::later(tx, v.services().random, "message.sent", v.house().id.value(), person->id.value(), "", v.now());
        return Done{"/vandaag", tr("Het bericht staat klaar. Er gaat een mail dat er iets te lezen is.")}; }, again);
}

http::Response create_call(Visit& v) {
    auto person = reader_of(v);
    if (!person) return v.not_found();
    auto id = v.new_id<Message>();
    return v.act(id.value(), person->id.value(), [&](db::Write& tx) -> Acted {
        add(tx, v.keys(), id, person->id, Kind::called, "", v.me(), v.now());
        return Done{"/vandaag", tr("Vastgelegd dat u belde.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

http::Response list_own(Visit& v) {
    auto all = messages_to(v.read(), v.me());
    std::erase_if(all, [](auto const& each) { return each.words.empty(); });
    return v.page(tr("Mijn berichten"), [&](html::Page& page) {
        if (all.empty()) return void(page.empty(tr("Er zijn nog geen berichten.")));
        for (auto const& each : all) {
            auto granted = v.grant<Action::see_own_messages>(each.id, v.me().value(), {visit::Tie::own});
            if (!granted) continue;
            page.heading(text::plain_day(base::local_date(each.sent_at), v.language()));
            page.quote(each.confidential<Action::see_own_messages>().open(*granted, v.keys()).value_or(""));
        }
    },
                  {.quick_exit = v.viewer().is(visit::Role::asking_parent)});
}

/// Writes to everyone who heard nothing for five weeks, so that nobody drifts away while the coordinator is away.
void write_to_the_silent(people::Post& post, std::string const& partnership) {
    auto& services = post.services;
    auto const now = services.clock.now();
    struct Letter {
        visit::PersonId to;
        std::string words;
    };
    std::vector<Letter> letters;
    {
        auto door = services.data.read(db::Scope::of(partnership));
        auto house = people::find_partnership(*door, visit::PartnershipId{partnership});
        if (!house) return;
        for (auto const& [person, waiting] : all_waiting(*door, now)) {
            if (!goes_by_itself(waiting.hearing, base::local_date(now))) continue;
            auto known = people::find_person(*door, services.keys, person);
            if (known) letters.push_back({person, draft(people::first_name(known->name), waiting, {house->coordinator_name, house->coordinator_phone}, Kind::automatic, known->language)});
        }
    }
    for (auto const& letter : letters)
        services.data.write(db::Scope::of(partnership), [&](db::Write& tx) {
            add(tx, services.keys, base::new_id<Message>(services.random), letter.to, Kind::automatic, letter.words, {}, now);
            jobs::later(tx, services.random, "message.sent", partnership, letter.to.value(), "", now);
        });
}

} // namespace

std::vector<reception::Route> routes() {
    using reception::route;
    return {
        route<Action::write_message>("GET", "/berichten/{reader}", new_message),
        route<Action::write_message>("POST", "/berichten/{reader}", create_message),
        route<Action::write_message>("POST", "/berichten/{reader}/gebeld", create_call),
        route<Action::see_own_messages>("GET", "/mijn/berichten", list_own),
    };
}

std::map<std::string, people::Worker> workers() {
    return {
        {"message.sent", [](people::Post& post, jobs::Job const& job) { people::write_notice(post, job.of_partnership, visit::PersonId{job.about}); }},
        {"warm.round", [](people::Post& post, jobs::Job const& job) { write_to_the_silent(post, job.of_partnership); }},
    };
}

} // namespace keep_warm
