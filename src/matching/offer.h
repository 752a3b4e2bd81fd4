#pragma once
// What a buddy offers (aanbod): what was lived through and is known, how, when and how far, and the schools of the own children, so that nobody is put beside a parent of the own class. Situations, never a diagnosis (R24). Report L637–660, L742–756.
#include "help_request/help_request.h"
#include "people/school.h"

#include <array>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace matching {

/// The most schools one buddy gives: those of the own children now.
inline constexpr std::size_t most_schools = 2;
/// The groups of a primary school.
inline constexpr int first_group = 1, last_group = 8;

/// What someone gives the other to be reached by.
enum class Gives { phone,
                   mail,
                   appointment }; ///< nothing but the day and the place of a meeting

/// A school of own children and their groups there, such as "3 6".
struct OwnChild {
    std::string school, groups;
};

/// A school elsewhere, of which nothing more is kept.
inline constexpr char const* elsewhere = "elders";

/// A school of own children as chosen (its id, `elsewhere` or nothing), with the groups that were given; 0 for words that are none.
struct ChildDraft {
    std::string school;
    std::set<int> groups;
};
struct OfferDraft {
    std::set<help_request::Situation> situations;
    std::set<help_request::Way> ways;
    std::set<help_request::Knowledge> knowledge;
    std::set<people::SchoolKind> school_kinds;
    std::string languages, postcode, village, distance, capacity;
    std::vector<ChildDraft> children;
    std::optional<Gives> gives;
    help_request::OwnSchool own_school = help_request::OwnSchool::not_said;
    help_request::Times times = {};
    bool car = false, region_hard = false, times_hard = false, shown = false;
    std::optional<base::Date> paused_until = {};
    bool paused_typed = false; ///< something stands in the fields of that day
};
/// A school that can be chosen.
struct KnownSchool {
    std::string id, name;
};
/// An offer that may be stored.
struct Offered {
    OfferDraft draft;
    std::optional<int> postcode, distance;
    int capacity;
    std::string school; ///< as the parent may read it once this buddy said yes
    std::vector<OwnChild> children;
};

/// Checks an offer: a way, a language, a village and a way to be reached; kilometres from 1 to 300, and they are said where they are hard; a school from the list, and groups from 1 to 8, only with a school.
/// Fields: manier, postcode, geeft, taal, woonplaats, school1, school2, groep1, groep2, afstand, tijden_vast, pauze.
base::Result<Offered, base::Refusal> offer(OfferDraft const& draft, std::vector<KnownSchool> const& schools);

} // namespace matching

template <>
struct base::Words<matching::Gives> {
    using G = matching::Gives;
    static constexpr std::array entries{Word<G>{G::phone, "phone"}, Word<G>{G::mail, "mail"}, Word<G>{G::appointment, "appointment"}};
};
