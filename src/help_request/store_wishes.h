#pragma once
// Wishes in the database, and what the coordinator wrote in the talk. Delicate words are sealed with the parent's key and open for who may read the request.
#include "help_request/store_help_request.h"
#include "help_request/wish.h"

#include <optional>
#include <string>

namespace help_request {

struct WishRow {
    bool interpreter;
    std::string child_group;
    ChildSex child_sex;
    bool others_read;
    OwnSchool own_village;
    std::string knowledge;
    bool region_hard, times_hard;
    std::optional<people::SchoolId> school;
    std::string helper_position;
    confidentiality::Sealed delicate, criteria, matters, end_note, helper_words;
};
/// What stands sealed beside a request, opened.
struct Told {
    std::string delicate, criteria, matters, end_note, helper_words;
};

std::optional<WishRow> wishes_of(db::Door& door, HelpRequestId const& id);
/// Opens the sealed words for who was granted reading or clarifying this request, or for the parent.
Told told(confidentiality::Keyring& keys, WishRow const& row, visit::Granted<visit::Action::read_request, HelpRequest> const& granted);
Told told(confidentiality::Keyring& keys, WishRow const& row, visit::Granted<visit::Action::clarify_request, HelpRequest> const& granted);
Told told(confidentiality::Keyring& keys, WishRow const& row, visit::Granted<visit::Action::see_own_request, HelpRequest> const& granted);
/// Keeps the wishes of a request that stands there already; what a helper said stays as it was unless words are given.
void keep_wishes(db::Write& tx, confidentiality::Keyring& keys, HelpRequestId const& id, visit::PersonId const& person, Wishes const& wishes);
/// Keeps what was added in the talk.
void keep_talk(db::Write& tx, confidentiality::Keyring& keys, HelpRequestId const& id, visit::PersonId const& person, Talk const& talk);
/// Keeps a few words to the parent about other help.
void keep_end_note(db::Write& tx, confidentiality::Keyring& keys, HelpRequestId const& id, visit::PersonId const& person, std::string const& words);
/// Erases what a helper said, at the parent’s wish.
void drop_helper(db::Write& tx, HelpRequestId const& id);

} // namespace help_request
