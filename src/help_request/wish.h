#pragma once
// What a parent wishes of help and buddy (wensen), beside what it is about: how private the contact must be, near or not, school and village, what the buddy should know. Report L742–756, L1349.
#include "help_request/help_request.h"
#include "people/school.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace help_request {

/// Whether someone else may read what is sent to a parent, and which way is safe then.
enum class OthersRead { nobody,
                        call_only,
                        mail_only };
enum class ChildSex { not_said,
                      boy,
                      girl };

/// The wishes as typed.
struct WishDraft {
    OthersRead others_read = OthersRead::nobody;
    bool interpreter = false, region_hard = false, times_hard = false;
    OwnSchool own_village = OwnSchool::not_said;
    std::set<Knowledge> knowledge = {};
    std::string school = {}, child_group = {};
    ChildSex child_sex = ChildSex::not_said;
    std::string delicate = {};
    std::optional<people::Position> helper = {}; ///< who asks together with the parent
    std::string helper_words = {};
    bool helper_read = false; ///< the parent read these words and lets them be read
};
/// Wishes that may be stored.
struct Wishes {
    OthersRead others_read = OthersRead::nobody;
    bool interpreter = false, region_hard = false, times_hard = false;
    OwnSchool own_village = OwnSchool::not_said;
    std::set<Knowledge> knowledge = {};
    std::optional<people::SchoolId> school = {};
    std::string child_group = {};
    ChildSex child_sex = ChildSex::not_said;
    std::string delicate = {};
    std::optional<people::Position> helper = {};
    std::string helper_words = {};
};

/// A school by which a typed name is known, folded as the typed name is.
struct KnownSchool {
    people::SchoolId id;
    std::string name, place;
};
/// The school that was typed, as "name" or "name, place"; none for an empty text. Field: school.
base::Result<std::optional<people::SchoolId>, base::Refusal> school_typed(std::string const& typed, std::vector<KnownSchool> const& known);

/// The contact that is kept: what others may read is left out.
people::Contact kept_contact(people::Contact contact, OthersRead others_read);

/// Checks the wishes beside the request they belong to. Fields: meelezen, postcode, tijd_vast, groep, gevoelig, helper, helper_woorden.
base::Refusal check(WishDraft const& wishes, Draft const& draft);
/// The wishes to store, once they are good; words of a helper only when the parent lets them be read.
Wishes wishes(WishDraft const& draft, std::optional<people::SchoolId> const& school);

/// What a coordinator adds to the wishes in the talk; all of it is for the parent to read.
struct Talk {
    OwnSchool own_school = OwnSchool::not_said, own_village = OwnSchool::not_said;
    bool region_hard = false, times_hard = false;
    std::string criteria, matters;
};
/// Checks those: at most 600 characters each, and nothing made hard that was not said. Fields: criteria, belangrijk, tijd_vast, buurt.
base::Refusal check(Talk const& talk, bool times_said, bool place_said);

base::Text name(ChildSex sex);
/// The groups of a primary school, as words "1" to "8".
std::vector<std::string> child_groups();

} // namespace help_request

template <>
struct base::Words<help_request::OthersRead> {
    using O = help_request::OthersRead;
    static constexpr std::array entries{Word<O>{O::nobody, ""}, Word<O>{O::call_only, "bellen"}, Word<O>{O::mail_only, "mailen"}};
};
template <>
struct base::Words<help_request::ChildSex> {
    using S = help_request::ChildSex;
    static constexpr std::array entries{Word<S>{S::not_said, ""}, Word<S>{S::boy, "boy"}, Word<S>{S::girl, "girl"}};
};
