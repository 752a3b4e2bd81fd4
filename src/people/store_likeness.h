#pragma once
// Who may be the same human (dezelfde persoon): found by equal address, phone number or name, shown side by side, decided by a person, never merged.
#include "people/store_people.h"

#include <array>
#include <optional>
#include <vector>

namespace people {

/// What two people have in common.
enum class Shared { mail,
                    phone,
                    name };

struct Likeness {
    PersonId other;
    std::vector<Shared> shared;
    std::optional<bool> same; ///< what was decided, if anything was
};

/// Everyone who has the same address, number or name as a person, by id; no one who was erased.
std::vector<Likeness> alike(db::Door& door, PersonId const& person);
/// Records whether two are the same; deciding again replaces it.
void decide_likeness(db::Write& tx, PersonId const& one, PersonId const& other, bool same, PersonId const& by, base::Moment now);

} // namespace people
