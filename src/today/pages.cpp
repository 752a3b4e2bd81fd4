#include "today/pages.h"

#include "gen/today_views.h"
#include "people/store_deputyship.h"
#include "people/store_names.h"
#include "people/store_reader.h"
#include "platform/jobs/jobs.h"
#include "reception/listing.h"
#include "today/listing.h"
#include "today/store_digest.h"
#include "today/worklist.h"

#include <algorithm>

namespace today {
using base::tr;
using reception::Visit;
using visit::Action;

namespace {

constexpr std::array tones{"veiligheid", "telaat", "vandaag", "binnenkort", "wacht"};

/// The names of the people these rows are about.
people::Names names_in(Visit& v, std::span<visit::Work const> rows) {
    std::vector<visit::PersonId> whose;
    for (auto const& work : rows)
        if (auto const* person = std::get_if<visit::PersonId>(&work.about)) whose.push_back(*person);
    return {v.read(), v.keys(), whose};
}
std::string const& about(people::Names const& names, visit::Work const& work) {
    if (auto const* person = std::get_if<visit::PersonId>(&work.about)) return names.of(*person);
    return std::get<std::string>(work.about);
}

http::Response show_held_up(Visit& v) {
    if (!v.grant<Action::see_worklist>()) return v.not_found();
    auto const held = held_up(v.read(), v.house().id.value());
    return v.page(held.others > 0 ? tr("Wat het programma niet lukt") : tr("Mail die niet weggaat"), [&](html::Page& page) {
        if (held.mails + held.others == 0) return void(page.empty(tr("Alle mail is weg of nog niet aan de beurt.")));
        if (held.mails > 0) {
            page.lead(base::Sentence{tr("Berichten die nog niet weg konden: {count}. Het programma probeert het vanzelf opnieuw."), {{"count", std::to_string(held.mails)}}});
            page.paragraph(tr("Vraag de beheerder om naar de mailserver te kijken. Bel intussen wie dringend iets moet weten."));
        }
        if (held.others > 0) {
            page.paragraph(tr("Ander werk van het programma lukt niet. Het programma probeert het vanzelf opnieuw."));
            page.paragraph(tr("Vraag de beheerder om bij Gezondheid te kijken."));
        }
    });
}

http::Response show_worklist(Visit& v) {
    auto granted = v.grant<Action::see_worklist>();
    if (!granted) return v.not_found();
    auto work = everything(v.read(), *granted, v.now());
    // what rests while someone stands in waits for the coordinator
    auto const rested = std::erase_if(work, [&](auto const& row) {
        auto const* person = std::get_if<visit::PersonId>(&row.about);
        return (person && v.viewer().closed_to(*person)) || (row.of_parent && v.viewer().closed_to(*row.of_parent));
    });
    // who reads for a few parents sees what waits for them, and nothing else
    if (v.viewer().reader)
        std::erase_if(work, [mine = people::read_by(v.read(), v.me())](auto const& row) {
            auto const* person = std::get_if<visit::PersonId>(&row.about);
            auto const is_mine = [&](visit::PersonId const& one) { return std::binary_search(mine.begin(), mine.end(), one); };
            return !(person && is_mine(*person)) && !(row.of_parent && is_mine(*row.of_parent));
        });
    arrange(work);
    auto asked = reception::asked(v, "/vandaag", "");
    asked.total = work.size();
    asked.per_page = 100;
    auto const rows = reception::shown(work, asked);
    auto const names = names_in(v, rows);
    return v.page(tr("Vandaag"), [&](html::Page& page) {
        page.lead(base::Sentence{tr("{day}. Dit wacht op u, het dringendste bovenaan."), {{"day", text::day(v.today(), v.language())}}});
        if (v.viewer().reader) page.alert(html::Tone::info, tr("U leest de vraag van een ouder. U doet voor deze ouder wat de coördinator anders doet."));
        if (v.viewer().deputy)
            if (auto its = people::deputyship_of(v.read(), v.me(), v.today())) {
                page.alert(html::Tone::info, base::Sentence{tr("Je neemt waar voor {name} tot en met {last}."), {{"name", people::name_of(v.read(), v.keys(), its->coordinator)}, {"last", text::plain_day(its->last_day, v.language())}}});
                page.link("/mijn/waarneming", tr("Wat betekent dat?"));
                if (rested > 0) page.paragraph(base::Sentence{tr("Wat nu rust, staat hier niet: {count}"), {{"count", std::to_string(rested)}}});
            }
        if (work.empty()) page.empty(tr("Er wacht niets. Tijd voor koffie met een school die u lang niet sprak."));
        for (std::size_t i = 0; i < rows.size();) {
            auto const urgency = rows[i].urgency;
            page.heading(name(urgency));
            auto list = page.own(views::list_::view);
            for (; i < rows.size() && rows[i].urgency == urgency; ++i) {
                auto row = list.add(views::list_::ROW);
                row.set(views::list_::TONE, tones[static_cast<std::size_t>(urgency)]).set(views::list_::ABOUT, about(names, rows[i])).set(views::list_::WHAT, rows[i].what).set(views::list_::HREF, rows[i].href).set(views::list_::BUTTON, rows[i].button);
                row.set(views::list_::SINCE, base::Sentence{tr("sinds {day}"), {{"day", text::plain_day(base::local_date(rows[i].since), v.language())}}});
            }
        }
        if (work.size() > rows.size()) page.pager(asked);
        bool const stands_in = v.viewer().reader || v.viewer().deputy, digest = wants_digest(v.read(), v.me());
        if (!stands_in) page.act("/vandaag/weekbericht", digest ? tr("Stop het weekbericht") : tr("Mail mij elke maandag dat er werk wacht"), {{"weekbericht", digest ? "nee" : "ja"}}, false);
        if (visit::conceivable(v.viewer(), Action::keep_deputies)) page.link("/waarneming", tr("Waarneming: wie neemt waar als u weg bent"));
    });
}

http::Response update_digest(Visit& v) {
    return v.act(v.me().value(), "", [&](db::Write& tx) -> reception::Acted {
        bool const wants = v.field("weekbericht") == "ja";
        if (!wants && v.field("weekbericht") != "nee") return base::Refusal::of(tr("Kies ja of nee."));
        choose_digest(tx, v.me(), wants);
        return reception::Done{"/vandaag", wants ? tr("U krijgt elke maandag een mail dat er werk wacht. Er staat niets in over mensen.") : tr("U krijgt geen weekbericht meer.")}; }, [&](base::Refusal const&) { return v.see("/vandaag"); });
}

/// On Monday: that work waits, and nothing of it.
void send_digest(people::Post& post, jobs::Job const& job) {
    people::write_letter(post, job.of_partnership, visit::PersonId{job.about}, {.subject = tr("Uw week"), .lines = {tr("Uw lijst van deze week staat klaar. Log in om te zien wat er wacht."), post.services.base_url + "/inloggen"}});
}

} // namespace

std::map<std::string, people::Worker> workers() {
    return {
        {"digest.send", send_digest},
        {"digest.round", [](people::Post& post, jobs::Job const& job) {
             auto& services = post.services;
             auto const now = services.clock.now();
             services.data.write(db::Scope::of(job.of_partnership), [&](db::Write& tx) {
                 for (auto const& person : digests_due(tx, now)) jobs::later(tx, services.random, "digest.send", job.of_partnership, person.value(), "", now);
             });
         }},
    };
}

std::vector<reception::Route> routes() {
    return {reception::route<Action::see_worklist>("GET", "/vandaag", show_worklist), reception::route<Action::see_worklist>("GET", "/vandaag/mail", show_held_up), reception::route<Action::see_worklist>("POST", "/vandaag/weekbericht", update_digest)};
}

} // namespace today
