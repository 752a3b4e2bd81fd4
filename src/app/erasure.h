#pragma once
// Erasing a person (wissen): the one act that touches every room. Intent, then the key, then the rows; any interruption is finished by the next round, or at the next start.
#include "reception/visit.h"

#include <string>
#include <vector>

namespace app {

/// The kind of the job that finishes an erasure that stopped halfway, in every partnership.
constexpr char const* finishes_erasure = "halfway.erase";

/// Erases a person everywhere: notes the intent in the database and in the journal, destroys the key, deletes or blanks the rows: in the partnership where the person is known, or in every one when none is given. The text of a talk, which has a key of its own, is erased by the id of that talk.
void erase(reception::Services& services, std::string const& journal, visit::PersonId const& person, std::string const& partnership = {});
/// Those whose erasure was begun and is not finished, as the database knows them.
std::vector<visit::PersonId> begun_erasures(reception::Services& services);
/// Finishes erasures that were begun: the union of the database, the journal and the tombstones of the key store.
void finish_erasures(reception::Services& services, std::string const& journal);

/// Adds to one journal what another says and it does not; the other must be there.
void join_journals(std::string const& from, std::string const& into);

} // namespace app
