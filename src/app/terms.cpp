#include "app/terms.h"

#include "app/erasure.h"
#include "check_in/store_check_in.h"
#include "competence/store_terms.h"
#include "confidentiality/store_log_term.h"
#include "feedback/store_feedback.h"
#include "help_request/store_terms.h"
#include "intake/store_terms.h"
#include "keep_warm/store_terms.h"
#include "matching/store_terms.h"
#include "people/store_terms.h"
#include "platform/base/number.h"
#include "recruitment/store_terms.h"
#include "recruitment/store_terms_gatherings.h"
#include "sharing/store_terms.h"
#include "support/store_terms.h"
#include "training/store_evening_key.h"
#include "training/store_pack.h"
#include "training/store_terms.h"
#include "trajectory/store_contact.h"
#include "visit/term.h"

#include <map>
#include <mutex>

namespace app {
namespace {

constexpr std::string_view by_term = "term.past";

struct RowTerm {
    TermKind kind;
    std::int64_t (*old)(db::Door&, base::Moment);
    void (*erase)(db::Write&, base::Moment);
};
/// What lies under the key of someone who stays: rows go.
std::vector<RowTerm> const& row_terms() {
    static std::vector<RowTerm> const all{
        {TermKind::messages, keep_warm::old, keep_warm::delete_old},
        {TermKind::contacts, trajectory::old, trajectory::delete_old},
        {TermKind::check_ins, check_in::old, check_in::delete_old},
        {TermKind::feedback, feedback::old, feedback::delete_old},
        {TermKind::shared, [](db::Door& door, base::Moment at) { return sharing::old(door, base::local_date(at)); }, [](db::Write& tx, base::Moment at) { sharing::delete_old(tx, base::local_date(at)); }},
        {TermKind::questions, support::old, support::delete_old},
    };
    return all;
}

/// How many rows one entry of the log stands for: "round", or "round 12".
std::int64_t rows_of(std::string const& request) {
    auto const space = request.find(' ');
    return space == std::string::npos ? 1 : base::number_from(request.substr(space + 1)).value_or(1);
}

void note(db::Write& tx, std::string const& object, std::string const& about, std::string const& request, base::Moment now) {
    tx.before_commit([=](db::Write& last) { confidentiality::append(last, {{"system", "public", std::string{by_term}, object, about, "R28", request}}, now); });
}

} // namespace

std::vector<Due> keys_due(db::Door& door, base::Moment at) {
    auto const day = base::local_date(at);
    struct Last {
        TermKind kind;
        std::optional<base::Date> on;
    };
    std::vector<visit::Term> terms;
    std::map<visit::PersonId, Last> last;
    struct OfRoom {
        TermKind kind;
        std::vector<visit::Term> (*terms)(db::Door&);
    };
    for (auto const& [kind, of_room] : {OfRoom{TermKind::stopped, people::terms}, OfRoom{TermKind::sign_up, recruitment::terms}, OfRoom{TermKind::interview, intake::terms}, OfRoom{TermKind::stopped, training::terms}, OfRoom{TermKind::request, help_request::terms}, OfRoom{TermKind::match, matching::terms}})
        for (auto const& term : of_room(door)) {
            terms.push_back(term);
            auto& its = last.try_emplace(term.person, Last{kind, {}}).first->second;
            if (!its.on || (term.erased_on && *term.erased_on >= *its.on)) its = {kind, term.erased_on};
        }
    std::vector<Due> all;
    for (auto const& person : visit::past(terms, day)) all.push_back({last.at(person).kind, person});
    for (auto const& address : training::addresses_past(door, day)) all.push_back({TermKind::address, visit::PersonId{address.value()}});
    for (auto const& evening : training::evenings_past(door, day)) all.push_back({TermKind::evening_text, visit::PersonId{evening.value()}});
    for (auto const& meeting : support::notes_past(door, at)) all.push_back({TermKind::evening_text, visit::PersonId{meeting.value()}});
    for (auto const& talk : intake::texts_past(door, day)) all.push_back({TermKind::interview_text, visit::PersonId{talk.value()}});
    return all;
}

std::vector<std::pair<TermKind, std::int64_t>> due(db::Door& door, base::Moment until) {
    std::map<TermKind, std::int64_t> counts;
    for (auto const& each : keys_due(door, until)) ++counts[each.kind];
    counts[TermKind::registration] += static_cast<std::int64_t>(recruitment::registrations_past(door, until).size());
    for (auto const& rows : row_terms()) counts[rows.kind] += rows.old(door, until);
    counts[TermKind::scores] += static_cast<std::int64_t>(competence::scores_past(door, base::local_date(until)).size());
    counts[TermKind::looks] += confidentiality::old_entries(door, until);
    std::vector<std::pair<TermKind, std::int64_t>> all;
    for (auto const& [kind, count] : counts)
        if (count > 0) all.emplace_back(kind, count);
    return all;
}

std::vector<TermRound> last_rounds(db::Door& door, std::size_t most) {
    struct Row {
        base::Moment at;
        std::string request;
    };
    std::vector<TermRound> all;
    for (auto const& row : door.list<Row>("select at, request from access_log where partnership = :partnership and action = :action order by sequence desc limit 2000", door.scope().partnership, by_term)) {
        auto const day = base::local_date(row.at);
        if (all.empty() || all.back().day != day) {
            if (all.size() == most) break;
            all.push_back({day, 0});
        }
        all.back().count += rows_of(row.request);
    }
    return all;
}

bool claim_by_term(reception::Services& services, std::string const& partnership, visit::PersonId const& key) {
    bool first = false;
    auto const now = services.clock.now();
    services.data.write(db::Scope::of_hall(), [&](db::Write& hall) { first = hall.run("insert into erasures (person, intended_at) values (:person, :now) on conflict (person) do nothing", key, now) == 1; });
    if (first) services.data.write(db::Scope::of(partnership), [&](db::Write& tx) { note(tx, key.value(), key.value(), "round", now); });
    return first;
}

int erase_past_terms(reception::Services& services, std::string const& journal, std::string const& partnership) {
    // two rounds at once would both find the same
    static std::mutex one_at_a_time;
    std::scoped_lock const hold{one_at_a_time};
    auto const now = services.clock.now();
    auto const past = keys_due(*services.data.read(db::Scope::of(partnership)), now);
    services.data.write(db::Scope::of(partnership), [&](db::Write& tx) {
        for (auto const& rows : row_terms()) {
            if (auto const count = rows.old(tx, now); count > 0) note(tx, std::string{base::word(rows.kind)}, "", "round " + std::to_string(count), now);
            rows.erase(tx, now);
        }
        // sealed with the key of a person who may be needed elsewhere: rows go, not the key
        for (auto const& one : competence::scores_past(tx, base::local_date(now))) {
            competence::delete_scores(tx, one);
            note(tx, one.value(), one.value(), "round", now);
        }
        // not noted where people come: a note of each day would outnumber what is kept, and the head says how far it went
        confidentiality::delete_old_entries(tx, now);
    });
    int erased = 0;
    for (auto const& each : past) {
        erased += claim_by_term(services, partnership, each.key);
        // also what another process began and may not have finished
        erase(services, journal, each.key, partnership);
    }
    return erased;
}

} // namespace app
