#pragma once
// Requests in the database. What a parent wrote is confidential: it opens for who may read the request, and that is logged.
#include "confidentiality/store_confidential.h"
#include "help_request/help_request.h"
#include "people/store_people.h"

#include <optional>
#include <vector>

namespace help_request {

struct Entry {
    HelpRequestId id;
    visit::PersonId person;
    Kind kind;
    recruitment::Channel channel;
    std::string situations, ways, languages;
    std::optional<int> postcode;
    base::Moment asked_at;
    std::optional<base::Moment> answered_at, clarified_at;
    std::optional<Experience> experience;
    std::optional<base::Moment> text_approved_at, ended_at;
    std::optional<EndReason> end_reason;
    confidentiality::Sealed own_words, when_words, short_text;
    int version;
    std::optional<std::string> own_channel, campaign; ///< their names
    std::string times;                                ///< see `times_from`
    OwnSchool own_school;
    std::optional<base::Date> paused_until; ///< rests, at the parent's wish
    bool open() const { return !ended_at; }
    bool rests(base::Date today) const { return paused_until && *paused_until > today; }
};

/// Where a request stands, for lists and for the parent.
base::Text standing(Entry const& entry, bool matched);

/// Adds a request with its person, whose key exists; gives the role of asking parent.
void add(db::Write& tx, confidentiality::Keyring& keys, HelpRequestId const& id, visit::PersonId const& person, Kind kind, Asked const& asked, text::Language language, std::string const& entered_by, base::Moment now);
/// Adds a new request of someone who asked before; nothing ties the two.
void add_again(db::Write& tx, confidentiality::Keyring& keys, HelpRequestId const& id, visit::PersonId const& person, Asked const& asked, base::Moment now);
std::vector<Entry> list(db::Door& door, visit::Granted<visit::Action::list_requests, people::Partnership> const& granted);
/// Open requests whose text the parent approved and that do not rest.
std::vector<Entry> ready(db::Door& door, base::Date today);
std::optional<Entry> find(db::Door& door, HelpRequestId const& id);
std::optional<Entry> newest_of(db::Door& door, visit::PersonId const& person);
/// The parent's own words, for who was granted reading this request.
std::string own_words(confidentiality::Keyring& keys, Entry const& entry, visit::Granted<visit::Action::read_request, HelpRequest> const& granted);
/// The parent's own words, for the parent.
std::string own_words(confidentiality::Keyring& keys, Entry const& entry, visit::Granted<visit::Action::see_own_request, HelpRequest> const& granted);
std::string when_words(confidentiality::Keyring& keys, Entry const& entry);
/// The text a buddy may read; the parent approved it before any buddy does.
std::string short_text(confidentiality::Keyring& keys, Entry const& entry);
void note_answered(db::Write& tx, HelpRequestId const& id, base::Moment now);
/// Keeps a clarification; a changed text must be approved again.
void clarify(db::Write& tx, confidentiality::Keyring& keys, Entry const& entry, Clarified const& clarified, base::Moment now);
/// Keeps what the parent changed: situations, ways, languages, times, postcode, the wish about the school, the own words. The text that was approved stays.
void change(db::Write& tx, confidentiality::Keyring& keys, Entry const& entry, Asked const& asked);
/// Lets a request rest until a day, or wakes it without one.
void rest(db::Write& tx, HelpRequestId const& id, std::optional<base::Date> until);
/// Makes a question or a call the request for a buddy that it turned out to be.
void become_request(db::Write& tx, HelpRequestId const& id, base::Moment now);
void approve_text(db::Write& tx, HelpRequestId const& id, base::Moment now);
/// Ends a request; once there is a buddy the delicate wishes are erased (R24).
bool end(db::Write& tx, HelpRequestId const& id, EndReason reason, base::Moment now);
/// For how many days a parent may take a withdrawal back.
inline constexpr int days_to_reopen = 7;
/// Whether a request that its parent stopped may go on as it was.
bool may_reopen(Entry const& entry, base::Moment now);
/// Lets a request go on that its parent stopped; true when it does.
bool reopen(db::Write& tx, Entry const& entry, base::Moment now);
/// Since when the text lies with a buddy, while it does; nothing of whom.
std::optional<base::Moment> proposed_at(db::Door& door, HelpRequestId const& id);

} // namespace help_request
