#include "recruitment/post_registrations.h"

#include "account/store_accounts.h"
#include "recruitment/store_registrations.h"

namespace recruitment {
using base::tr;

namespace {

struct Known {
    RegistrationRow registration;
    GatheringRow gathering;
    text::Language language;
};

std::optional<Known> known(people::Post& post, jobs::Job const& job) {
    auto door = post.services.data.read(db::Scope::of(job.of_partnership));
    auto registration = find_registration_for_link(*door, RegistrationId{job.about});
    auto gathering = registration ? find_gathering(*door, registration->gathering) : std::nullopt;
    auto person = gathering ? people::find_person(*door, post.services.keys, registration->person) : std::nullopt;
    if (!person || person->mail.empty()) return {};
    return Known{*registration, *gathering, person->language};
}

std::string link(people::Post& post, std::string const& partnership, Known const& its) {
    std::string token;
    auto const now = post.services.clock.now();
    post.services.data.write(db::Scope::of(partnership), [&](db::Write& tx) { token = account::add_action_link(tx, post.services.random, seat_act, its.registration.id.value(), its.registration.person, now, registrations_until(its.gathering.begins_at)); });
    return post.services.base_url + "/plek/" + token;
}

void invite(people::Post& post, std::string const& partnership, Known const& its, bool off, int sequence, std::vector<html::Said> before) {
    std::vector<html::Said> after;
    auto const& [registration, gathering, language] = its;
    if (!off) {
        if (!gathering.place.empty() && !gathering.link.empty()) after = {tr("Online doet u mee met deze link:"), gathering.link};
        after.insert(after.end(), {tr("Met deze link past u het aantal mensen aan of zegt u af:"), link(post, partnership, its)});
    }
    people::write_invitation(post, partnership, registration.person, {registration.id.value(), sequence, gathering.begins_at, gathering.minutes, gathering.place.empty() ? gathering.link : gathering.place, off, std::move(before), std::move(after)});
}

void say(people::Post& post, std::string const& partnership, Known const& its, std::vector<html::Said> lines, bool with_link = true) {
    if (with_link) lines.insert(lines.end(), {tr("Met deze link past u het aantal mensen aan of zegt u af:"), link(post, partnership, its)});
    people::write_letter(post, partnership, its.registration.person, {.subject = tr("Uw bericht aan ons"), .lines = std::move(lines)});
}

void write(people::Post& post, jobs::Job const& job, SeatMail why) {
    auto its = known(post, job);
    if (!its) return;
    auto const& [registration, gathering, language] = *its;
    bool const off = gathering.cancelled_at.has_value(), gone = registration.cancelled_at.has_value(), placed = registration.placed_at.has_value();
    // a mail that waited is written by what is true now
    bool const about_the_end = why == SeatMail::cancelled || why == SeatMail::withdrawn;
    if (!about_the_end && (off || gone || gathering.begins_at <= post.services.clock.now())) return;
    base::Sentence const no_place{tr("Op {moment} is nu geen plek meer. U staat op de wachtlijst. Komt er een plek vrij? Dan krijgt u een mail."), {{"moment", text::moment(gathering.begins_at, language)}}};
    switch (why) {
    case SeatMail::confirm:
        if (placed) return invite(post, job.of_partnership, *its, false, gathering.sequence, {});
        return say(post, job.of_partnership, *its, {tr("Dank u wel voor uw bericht."), no_place});
    case SeatMail::again: {
        bool calm = false;
        post.services.data.write(db::Scope::of_hall(), [&](db::Write& hall) { calm = account::attempt(hall, "registration.again|" + registration.id.value(), 3, std::chrono::hours{24}, post.services.clock.now()); });
        if (!calm) return;
        return say(post, job.of_partnership, *its, {tr("Met dit mailadres had u zich al aangemeld. Wij veranderden niets."), placed ? html::Said{base::Sentence{tr("We spreken elkaar op {moment}."), {{"moment", text::moment(gathering.begins_at, language)}}}} : html::Said{no_place}});
    }
    case SeatMail::placed: return invite(post, job.of_partnership, *its, false, gathering.sequence, {tr("Er is een plek voor u vrij.")});
    case SeatMail::changed:
        if (placed) return invite(post, job.of_partnership, *its, false, gathering.sequence, {tr("Onze afspraak is veranderd.")});
        return say(post, job.of_partnership, *its, {tr("Onze afspraak is veranderd."), no_place});
    case SeatMail::remind: {
        std::vector<html::Said> lines{base::Sentence{tr("Weet u het nog? We spreken elkaar op {moment}."), {{"moment", text::moment(gathering.begins_at, language)}}}};
        for (auto const& where : {gathering.place, gathering.link})
            if (!where.empty()) lines.emplace_back(where);
        return say(post, job.of_partnership, *its, std::move(lines));
    }
    case SeatMail::cancelled:
    case SeatMail::withdrawn:
        if (placed) return invite(post, job.of_partnership, *its, true, gathering.sequence + (why == SeatMail::withdrawn ? 1 : 0), {});
        return say(post, job.of_partnership, *its, {base::Sentence{tr("Onze afspraak van {moment} gaat niet door."), {{"moment", text::moment(gathering.begins_at, language)}}}}, false);
    }
}

/// Reminds who comes tomorrow, and gives places that came free without anyone pressing a button (someone was erased) to who waits.
void go_round(people::Post& post, std::string const& partnership) {
    auto const now = post.services.clock.now();
    std::vector<GatheringRow> coming;
    {
        auto door = post.services.data.read(db::Scope::of(partnership));
        coming = gatherings_to_come(*door, now);
    }
    if (coming.empty()) return;
    post.services.data.write(db::Scope::of(partnership), [&](db::Write& tx) {
        for (auto const& each : coming)
            if (auto gathering = lock_gathering(tx, each.id))
                for (auto const& id : fill_places(tx, *gathering, now)) write_later(tx, post.services.random, partnership, id, SeatMail::placed, now);
        for (auto const& id : note_reminders(tx, now)) write_later(tx, post.services.random, partnership, id, SeatMail::remind, now);
    });
}

} // namespace

void write_later(db::Write& tx, base::Random& random, std::string const& partnership, RegistrationId const& registration, SeatMail why, base::Moment now) {
    jobs::later(tx, random, std::string{base::word(why)}, partnership, registration.value(), "", now);
}

std::map<std::string, people::Worker> registration_workers() {
    std::map<std::string, people::Worker> all{{"gathering.round", [](people::Post& post, jobs::Job const& job) { go_round(post, job.of_partnership); }}};
    for (auto const& [why, word] : base::Words<SeatMail>::entries)
        all.emplace(word, [why = why](people::Post& post, jobs::Job const& job) { write(post, job, why); });
    return all;
}

} // namespace recruitment
