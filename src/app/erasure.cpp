#include "app/erasure.h"

#include "account/store_accounts.h"
#include "matching/store_couples.h"
#include "people/store_people.h"
#include "platform/base/log.h"
#include "platform/jobs/jobs.h"
#include "training/store_evening_key.h"
#include "training/store_pack.h"

#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <set>
#include <unistd.h>

namespace app {
namespace {

void append_to_journal(std::string const& path, std::string const& person) {
    auto file = ::open(path.c_str(), O_CREAT | O_RDWR | O_APPEND | O_CLOEXEC, 0600);
    if (file < 0) throw std::runtime_error{"cannot open the erasure journal"};
    // an entry that was written in part spoils no other
    char last = 0;
    auto const size = ::lseek(file, 0, SEEK_END);
    bool const whole = size == 0 || (size > 0 && ::pread(file, &last, 1, size - 1) == 1 && last == '\n');
    auto const line = (whole ? "" : "\n") + person + "\n";
    bool const good = ::write(file, line.data(), line.size()) == static_cast<ssize_t>(line.size()) && ::fsync(file) == 0;
    ::close(file);
    if (!good) throw std::runtime_error{"cannot write the erasure journal"};
}

std::set<std::string> journal_entries(std::string const& path) {
    std::set<std::string> found;
    std::ifstream file{path};
    for (std::string line; std::getline(file, line);)
        if (!line.empty()) found.insert(line);
    return found;
}

/// What each room keeps of a person: rows that are only about the person go, facts that others count keep no text.
void delete_rows(db::Write& tx, reception::Services& services, visit::PersonId const& person) {
    auto const& partnership = tx.scope().partnership;
    tx.run("update sign_ups set motive = '', channel_note = '' where partnership = :partnership and person = :person", partnership, person);
    tx.run("delete from registrations where partnership = :partnership and person = :person", partnership, person);
    // what nobody confirmed waits no longer
    tx.run("update sign_ups set ended_at = signed_up_at, end_reason = 'no_answer' where partnership = :partnership and person = :person and ended_at is null and confirmed_at is null and taken_up_at is null", partnership, person);
    tx.run("update approaches set words = '', next_words = '', next_on = null where partnership = :partnership and person = :person", partnership, person);
    tx.run("update professionals set school = null, ended_at = coalesce(ended_at, added_at) where partnership = :partnership and person = :person", partnership, person);
    tx.run("update mailings set words = '' where partnership = :partnership and written_by = :person", partnership, person);
    tx.run("update hours set words = '' where partnership = :partnership and noted_by = :person", partnership, person);
    tx.run("update interviews set notes = '', place = '' where partnership = :partnership and person = :person", partnership, person);
    // the text of a talk has a key of its own, and goes by that
    tx.run("update interviews set notes = '' where partnership = :partnership and id = :talk", partnership, person);
    // who is gone agreed to nothing any more: a recording with this person goes dead
    tx.run("update recording_answers set agrees = 0, language = '' where partnership = :partnership and person = :person", partnership, person);
    tx.run("delete from coming where partnership = :partnership and person = :person", partnership, person);
    // what an evening left behind has a key of its own too
    training::blank_evening(tx, training::EveningId{person.value()});
    training::forget_address(tx, training::PackAddressId{person.value()});
    tx.run("delete from pack_addresses where partnership = :partnership and person = :person and sent_on is null", partnership, person);
    tx.run("delete from day_answers where partnership = :partnership and person = :person", partnership, person);
    tx.run("update preparations set draft = '', answers = '' where partnership = :partnership and person = :person", partnership, person);
    tx.run("update reviews set answers = '' where partnership = :partnership and person = :person and handed_in_at is null", partnership, person);
    tx.run("update observers set ended_at = appointed_at where partnership = :partnership and person = :person and ended_at is null", partnership, person);
    tx.run("delete from tips_given where partnership = :partnership and person = :person", partnership, person);
    tx.run("update learning_points set words = '' where partnership = :partnership and person = :person", partnership, person);
    tx.run("update outcomes set words = '', answer_words = '' where partnership = :partnership and person = :person", partnership, person);
    tx.run("delete from agreements where partnership = :partnership and person = :person", partnership, person);
    tx.run("delete from messages where partnership = :partnership and person = :person", partnership, person);
    for (auto const* table : {"assessment_shares", "learning_questions", "assessment_drafts", "assessment_asks"}) tx.run(std::string{"delete from "} + table + " where partnership = :partnership and person = :person", partnership, person);
    tx.run("delete from self_assessments where partnership = :partnership and person = :person", partnership, person);
    tx.run("update readiness set exempted_because = '', reason = '' where partnership = :partnership and person = :person", partnership, person);
    tx.run("update help_requests set own_words = '', when_words = '', short_text = '', languages = '', postcode = null, school = null, helper_position = '', helper_words = '', delicate = '', criteria = '', matters = '', end_note = '', child_group = '', child_sex = '' where partnership = :partnership and person = :person", partnership, person);
    tx.run("update offers set village = '', school = '', languages = '', postcode = null, shown = 0 where partnership = :partnership and person = :person", partnership, person);
    tx.run("delete from offer_schools where partnership = :partnership and person = :person", partnership, person);
    tx.run("delete from kept_apart where partnership = :partnership and (one = :person or other = :person)", partnership, person);
    // a couple goes on as one, as long as the parent wants
    for (auto const& match : matching::live_matches_of_buddy(tx, person))
        if (matching::leave_match(tx, base::new_id<matching::Departure>(services.random), match.id, person, services.clock.now())) jobs::later(tx, services.random, matching::departed, partnership, match.id.value(), person.value(), services.clock.now());
    tx.run("update couples set parted_at = made_at, left_by = :person where partnership = :partnership and (one = :person or other = :person) and parted_at is null", person, partnership);
    tx.run("update proposal_questions set question = '', answer = '' where partnership = :partnership and buddy = :person", partnership, person);
    tx.run("delete from meeting_answers where partnership = :partnership and person = :person", partnership, person);
    tx.run("update thoughts set words = '', withdrawn_at = coalesce(withdrawn_at, asked_at) where partnership = :partnership and parent = :person", partnership, person);
    tx.run("delete from pair_answers where partnership = :partnership and person = :person", partnership, person);
    tx.run("update pairs set ended_at = made_at where partnership = :partnership and (parent = :person or buddy = :person) and ended_at is null", partnership, person);
    tx.run("delete from trial_answers where partnership = :partnership and person = :person", partnership, person);
    tx.run("update check_ins set well = '', better = '', fits = '', goes_on = '', skipped_at = coalesce(skipped_at, answered_at, asked_at) where partnership = :partnership and person = :person", partnership, person);
    tx.run("delete from digests where partnership = :partnership and person = :person", partnership, person);
    tx.run("delete from check_in_wishes where partnership = :partnership and person = :person", partnership, person);
    // nobody is left to be called
    tx.run("update closures set later_answer = '', talk_parent = 'niet', told_at = coalesce(told_at, closed_at) where partnership = :partnership and match in (select id from matches where partnership = :partnership and parent = :person)", partnership, person);
    tx.run("update closures set talk_buddy = 'niet', told_at = coalesce(told_at, closed_at) where partnership = :partnership and match in (select id from matches where partnership = :partnership and (buddy = :person or partner = :person))", partnership, person);
    tx.run("update meetings set invited = null where partnership = :partnership and invited = :person", partnership, person);
    tx.run("update proposals set ended_at = made_at where partnership = :partnership and (buddy = :person or partner = :person) and ended_at is null", partnership, person);
    tx.run("update matches set ended_at = begun_at, end_reason = 'stopped_not_asked' where partnership = :partnership and (parent = :person or buddy = :person) and ended_at is null", partnership, person);
    tx.run("update meetings set cancelled_at = planned_at where partnership = :partnership and cancelled_at is null and match in (select id from matches where partnership = :partnership and (parent = :person or buddy = :person))", partnership, person);
    // an expert who is gone answers no more; what was asked about a buddy goes with the buddy
    tx.run("update dilemmas set taken_back_at = sent_at where partnership = :partnership and expert = :person and answered_at is null and taken_back_at is null", partnership, person);
    for (auto const* table : {"dilemmas", "consults"}) tx.run(std::string{"delete from "} + table + " where partnership = :partnership and buddy = :person", partnership, person);
    for (auto const* table : {"intervision_answers", "buddy_list"}) tx.run(std::string{"delete from "} + table + " where partnership = :partnership and person = :person", partnership, person);
    tx.run("update feedbacks set answers = '', helped = '', school_words = '' where partnership = :partnership and (parent = :person or buddy = :person or partner = :person)", partnership, person);
    tx.run("delete from disclosures where partnership = :partnership and parent = :person", partnership, person);
    tx.run("delete from school_talks where partnership = :partnership and parent = :person", partnership, person);
    tx.run("delete from school_errands where partnership = :partnership and parent = :person", partnership, person);
    tx.run("update school_talks set reply = null, replied_by = null where partnership = :partnership and replied_by = :person", partnership, person);
    tx.run("update referrals set words = '' where partnership = :partnership and person = :person", partnership, person);
    tx.run("update doubts set reachable = '' where partnership = :partnership and person = :person", partnership, person);
    tx.run("delete from deputyship_notices where partnership = :partnership and person = :person", partnership, person);
    tx.run("update deputyships set ended_at = made_at where partnership = :partnership and (coordinator = :person or deputy = :person) and ended_at is null", partnership, person);
    tx.run("delete from chosen_readers where partnership = :partnership and (person = :person or reader = :person)", partnership, person);
    tx.run("delete from other_tasks where partnership = :partnership and (coordinator = :person or parent = :person)", partnership, person);
    tx.run("update other_tasks set reader = null where partnership = :partnership and reader = :person", partnership, person);
    // what was noted of a meeting has a key under the id of that meeting
    tx.run("update intervisions set notes = '' where partnership = :partnership and id = :person", partnership, person);
    tx.run("delete from mail_changes where partnership = :partnership and person = :person", partnership, person);
    tx.run("delete from restrictions where partnership = :partnership and person = :person", partnership, person);
    tx.run("delete from likenesses where partnership = :partnership and (one = :person or other = :person)", partnership, person);
    tx.run("delete from action_links where partnership = :partnership and person = :person", partnership, person);
    tx.run("delete from consents where partnership = :partnership and person = :person", partnership, person);
    tx.run("update school_contacts set until = since where partnership = :partnership and person = :person and until is null", partnership, person);
    tx.run("update person_roles set until = since where partnership = :partnership and person = :person and until is null", partnership, person);
    tx.run("update people set name = '', mail = '', mail_hash = null, phone = '', phone_hash = null, name_hash = null where partnership = :partnership and id = :person", partnership, person);
}

void finish(reception::Services& services, visit::PersonId const& person, std::string const& partnership = {}) {
    services.keys.destroy(person, services.clock.now());
    std::optional<visit::AccountId> account;
    std::size_t others = 0;
    {
        auto hall = services.data.read(db::Scope::of_hall());
        account = account::find_by_person(*hall, person);
        if (account) others = account::memberships(*hall, *account).size() - 1;
    }
    // an account that served only this person goes with it
    if (account && others == 0) services.keys.destroy(visit::PersonId{account->value()}, services.clock.now());
    std::vector<std::string> places;
    if (!partnership.empty()) places.push_back(partnership);
    else
        for (auto const& each : people::partnerships(*services.data.read(db::Scope::of_hall()))) places.push_back(each.id.value());
    for (auto const& place : places) services.data.write(db::Scope::of(place), [&](db::Write& tx) { delete_rows(tx, services, person); });
    services.data.write(db::Scope::of_hall(), [&](db::Write& hall) {
        hall.run("delete from memberships where person = :person", person);
        if (account && others == 0) {
            hall.run("delete from parked_forms where account = :account", *account);
            hall.run("update sessions set revoked_at = created_at, device = '' where account = :account", *account);
            for (auto const* table : {"login_links", "proof_codes", "passkeys"}) hall.run(std::string{"delete from "} + table + " where account = :account", *account);
            hall.run("update accounts set mail_hash = '', totp = '', recovery = '', ended_at = created_at where id = :account", *account);
        }
        hall.run("delete from jobs where about = :person", person);
        hall.run("insert into erasures (person, intended_at, done_at) values (:person, :now, :now) on conflict (person) do update set done_at = :now", person, services.clock.now());
    });
    if (!services.data.checkpoint(true)) base::log::write(base::log::Level::warning, "data.log_kept", {});
}

} // namespace

void erase(reception::Services& services, std::string const& journal, visit::PersonId const& person, std::string const& partnership) {
    services.data.write(db::Scope::of_hall(), [&](db::Write& hall) { hall.run("insert into erasures (person, intended_at) values (:person, :now) on conflict (person) do nothing", person, services.clock.now()); });
    append_to_journal(journal, person.value());
    finish(services, person, partnership);
}

std::vector<visit::PersonId> begun_erasures(reception::Services& services) { return services.data.read(db::Scope::of_hall())->column<visit::PersonId>("select person from erasures where done_at is null order by person"); }

void finish_erasures(reception::Services& services, std::string const& journal) {
    auto const destroyed = services.keys.tombstones();
    auto begun = destroyed;
    begun.merge(journal_entries(journal));
    std::set<std::string> done;
    for (auto const& person : begun_erasures(services))
        if (begun.insert(person.value()).second) append_to_journal(journal, person.value());
    for (auto const& person : services.data.read(db::Scope::of_hall())->column<std::string>("select person from erasures where done_at is not null")) done.insert(person);
    for (auto const& person : begun)
        if (!done.contains(person) || (!destroyed.contains(person) && services.keys.has(visit::PersonId{person}))) finish(services, visit::PersonId{person});
}

void join_journals(std::string const& from, std::string const& into) {
    if (!std::filesystem::exists(from)) throw std::runtime_error{"there is no erasure journal at " + from};
    auto const there = journal_entries(into);
    for (auto const& person : journal_entries(from))
        if (!there.contains(person)) append_to_journal(into, person);
}

} // namespace app
