#include "training/pages_own.h"

#include "platform/calendar/calendar.h"
#include "reception/visit.h"
#include "training/pages_coming.h"
#include "training/pages_recording.h"
#include "training/store_completion.h"
#include "training/store_edition.h"
#include "training/tip.h"

#include <algorithm>

namespace training {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

http::Response show_own_training(Visit& v) {
    auto edition = edition_of(v.read(), v.me());
    return v.page(tr("Mijn training"), [&](html::Page& page) {
        if (!edition) {
            page.empty(tr("Je doet nu niet mee aan een training. Word je uitgenodigd, dan krijg je een mail."));
            return recordings_part(page, v);
        }
        auto facts = page.facts();
        facts.row(tr("Groep"), edition->name).row(tr("Plaats"), edition->place);
        auto rows = attendances(v.read(), edition->id);
        for (auto const& evening : evenings_of(v.read(), edition->id)) {
            auto at = std::find_if(rows.begin(), rows.end(), [&](auto const& row) { return row.evening == evening.id && row.person == v.me(); });
            auto words = text::moment(evening.begins_at, v.language()) + (at == rows.end() ? "" : " – " + text::say(name(at->presence), v.language()));
            facts.row(base::Sentence{tr("Avond {number}"), {{"number", std::to_string(evening.number)}}}, words);
        }
        coming_part(page, v, evenings_of(v.read(), edition->id));
        for (auto const& evening : evenings_of(v.read(), edition->id))
            if (evening.begins_at <= v.now() && !tips_past(base::local_date(evening.begins_at), v.today())) page.link("/mijn/training/tips/" + evening.id.value(), base::Sentence{tr("Tips en tops van avond {number}"), {{"number", std::to_string(evening.number)}}});
        page.link("/mijn/training/bewijs", followed_all(steps_of(v.read(), v.me(), false)) ? tr("Bewijs van deelname (PDF)") : tr("Bewijs van deelname"));
        recordings_part(page, v);
        page.link("/mijn/groei", tr("Mijn groei: de vragenlijst"));
    });
}

/// Someone who withdrew leaves the groups that still meet; the evenings to come are called off, and who was there stays counted.
void leave_trainings(people::Post& post, jobs::Job const& job) {
    auto& services = post.services;
    auto const now = services.clock.now();
    visit::PersonId const person{job.about};
    services.data.write(db::Scope::of(job.of_partnership), [&](db::Write& tx) {
        for (auto const& id : joined_by(tx, person)) {
            auto evenings = evenings_of(tx, id);
            std::erase_if(evenings, [&](auto const& evening) { return evening.begins_at <= now; });
            if (!evenings.empty()) leave_edition(tx, id, person, now);
            for (auto const& evening : evenings) jobs::later(tx, services.random, "evening.call_off", job.of_partnership, evening.id.value(), person.value(), now);
        }
    });
}

void call_off_evening(people::Post& post, jobs::Job const& job) {
    auto evening = find_evening(*post.services.data.read(db::Scope::of(job.of_partnership)), EveningId{job.about});
    if (evening) people::write_invitation(post, job.of_partnership, visit::PersonId{job.extra}, {job.about + "-" + job.extra, 1, evening->begins_at, evening->minutes, evening->place, true});
}

} // namespace

std::vector<reception::Route> own_routes() {
    return {reception::route<Action::see_own_training>("GET", "/mijn/training", show_own_training)};
}

std::map<std::string, people::Worker> workers() {
    return {{"training.leave", leave_trainings}, {"evening.call_off", call_off_evening}, {"evening.invite", [](people::Post& post, jobs::Job const& job) {
                                                                                              auto& services = post.services;
                                                                                              auto door = services.data.read(db::Scope::of(job.of_partnership));
                                                                                              auto evening = find_evening(*door, EveningId{job.about});
                                                                                              visit::PersonId id{job.extra};
                                                                                              auto person = people::find_person(*door, services.keys, id);
                                                                                              auto house = people::find_partnership(*door, visit::PartnershipId{job.of_partnership});
                                                                                              door.reset();
                                                                                              if (!evening || !person || !house || person->mail.empty()) return;
                                                                                              calendar::Event event{job.about + "-" + job.extra + "@naast", 0, text::say(tr("Afspraak"), person->language), evening->place, evening->begins_at, evening->begins_at + std::chrono::minutes{evening->minutes}, house->mail, person->mail, false};
                                                                                              people::write_letter(post, job.of_partnership, id, {.subject = tr("Afspraak"), .lines = {base::Sentence{tr("We zien elkaar op {moment}."), {{"moment", text::moment(evening->begins_at, person->language)}}}, evening->place}, .calendar = calendar::file(event, services.clock.now()), .calendar_method = "REQUEST"});
                                                                                          }}};
}

} // namespace training
