#include "training/post_training.h"

#include "training/store_catch_up.h"
#include "training/store_coming.h"
#include "training/store_pack.h"
#include "training/store_programme.h"

#include <algorithm>

namespace training {
using base::tr;

namespace {

/// From when people are welcome, when the programme begins, and until when it lasts: whoever knows the times helps to keep them.
std::optional<base::Sentence> times(db::Door& door, EveningPlace const& evening, text::Language language) {
    auto const programme = find_programme(door, programme_version(door, evening.edition));
    if (!programme || evening.number < 1 || evening.number > 2) return {};
    auto const informal = informal_minutes((*programme)[static_cast<std::size_t>(evening.number) - 1].parts);
    auto clock = [&](int minutes) { return text::time(base::local(evening.begins_at + std::chrono::minutes{minutes}).time, language); };
    return base::Sentence{tr("Welkom vanaf {doors}. We beginnen om {begin} en zijn klaar om {end}."), {{"doors", clock(0)}, {"begin", clock(informal)}, {"end", clock(evening.minutes)}}};
}

struct Opened {
    EveningPlace evening;
    std::optional<base::Sentence> times;
    bool takes_part;
    std::optional<bool> comes;
};
/// The evening of a job, for the person of the job.
std::optional<Opened> open(people::Post& post, jobs::Job const& job) {
    EveningId const id{job.about};
    visit::PersonId const person{job.extra};
    auto door = post.services.data.read(db::Scope::of(job.of_partnership));
    auto const evening = find_evening(*door, id);
    auto const known = people::find_person(*door, post.services.keys, person);
    if (!evening || !known) return {};
    return Opened{*evening, times(*door, *evening, known->language), joined_evening(*door, id, person).has_value(), said_of(coming_to(*door, evening->edition), id, person)};
}

void send(people::Post& post, jobs::Job const& job, Opened const& its, bool cancelled) {
    people::Invitation invitation{job.about + "-" + job.extra, its.evening.sequence + (cancelled ? 1 : 0), its.evening.begins_at, its.evening.minutes, its.evening.place, cancelled};
    if (!cancelled && its.times) invitation.after.emplace_back(*its.times);
    people::write_invitation(post, job.of_partnership, visit::PersonId{job.extra}, invitation);
}

void invite_to_evening(people::Post& post, jobs::Job const& job) {
    if (auto const its = open(post, job); its && its->takes_part) send(post, job, *its, false);
}
void call_off_evening(people::Post& post, jobs::Job const& job) {
    if (auto const its = open(post, job)) send(post, job, *its, true);
}

/// Some days before: when and where once more, unless the evening was moved, someone left, or cannot come.
void remind_of_evening(people::Post& post, jobs::Job const& job) {
    auto const its = open(post, job);
    auto const now = post.services.clock.now();
    if (!its || !its->takes_part || its->comes == false || its->evening.begins_at <= now || its->evening.begins_at - now > std::chrono::hours{24 * 3}) return;
    visit::PersonId const person{job.extra};
    auto const language = people::find_person(*post.services.data.read(db::Scope::of(job.of_partnership)), post.services.keys, person)->language;
    std::vector<html::Said> lines{base::Sentence{tr("We zien elkaar op {moment}."), {{"moment", text::moment(its->evening.begins_at, language)}}}, its->evening.place};
    if (its->times) lines.emplace_back(*its->times);
    lines.emplace_back(tr("Kun je niet? Laat het even weten."));
    people::write_letter(post, job.of_partnership, person, {.subject = tr("Afspraak"), .lines = lines});
}

void write_catch_up(people::Post& post, jobs::Job const& job) {
    visit::PersonId const person{job.extra};
    auto door = post.services.data.read(db::Scope::of(job.of_partnership));
    auto const row = find_catch_up(*door, CatchUpId{job.about});
    if (!row) return;
    auto const seats = seats_of(*door, row->id);
    door.reset();
    bool const off = row->cancelled_at || std::none_of(seats.begin(), seats.end(), [&](auto const& seat) { return seat.person == person; });
    people::write_invitation(post, job.of_partnership, person, {job.about + "-" + job.extra, off ? 1 : 0, row->begins_at, row->minutes, row->place, off});
}

/// Someone who withdrew or stopped leaves the groups that still meet or where something is still to come; who was there stays counted.
void leave_trainings(people::Post& post, jobs::Job const& job) {
    auto& services = post.services;
    auto const now = services.clock.now();
    visit::PersonId const person{job.about};
    services.data.write(db::Scope::of(job.of_partnership), [&](db::Write& tx) {
        for (auto const& id : joined_by(tx, person)) leave_group(tx, services.random, id, person, now);
    });
}

void notify(people::Post& post, jobs::Job const& job) { people::write_notice(post, job.of_partnership, visit::PersonId{job.about}); }

} // namespace

void leave_group(db::Write& tx, base::Random& random, EditionId const& edition, visit::PersonId const& person, base::Moment now) {
    auto const& partnership = tx.scope().partnership;
    auto evenings = evenings_of(tx, edition);
    bool const over = !evenings.empty() && evenings.back().begins_at <= now;
    for (auto const& id : leave_catch_ups(tx, edition, person, now)) jobs::later(tx, random, "catch_up.letter", partnership, id.value(), person.value(), now);
    if (auto const address = drop_address(tx, edition, person)) jobs::later(tx, random, "address.erase", partnership, address->value(), "", now);
    if (over) return;
    leave_edition(tx, edition, person, now);
    for (auto const& evening : evenings)
        if (evening.begins_at > now) jobs::later(tx, random, "evening.call_off", partnership, evening.id.value(), person.value(), now);
}

std::map<std::string, people::Worker> workers() {
    return {{"training.leave", leave_trainings}, {"evening.invite", invite_to_evening}, {"evening.call_off", call_off_evening}, {"evening.remind", remind_of_evening}, {"catch_up.letter", write_catch_up}, {"edition.ask_days", notify}, {"training.notice", notify}};
}

} // namespace training
