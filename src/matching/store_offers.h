#pragma once
// What buddies offer (aanbod), in the database: what they lived through and know, when, how and how far, and where the own children go to school.
#include "confidentiality/store_keyring.h"
#include "help_request/help_request.h"
#include "platform/db/database.h"
#include "visit/viewer.h"

#include <optional>
#include <string>
#include <vector>

namespace matching {

enum class Gives { phone,
                   mail,
                   appointment }; ///< nothing but the day and the place of a meeting

struct Offer {
    visit::PersonId person;
    std::string situations, ways, languages;
    std::optional<int> postcode;
    int capacity;
    std::optional<base::Date> paused_until;
    confidentiality::Sealed village, school;
    Gives gives;
    base::Moment confirmed_at;
    std::string times = {}; ///< see `help_request::times_from`
    help_request::OwnSchool own_school = help_request::OwnSchool::not_said;
    std::optional<int> distance_km = {};
    bool car = false;
    std::string knowledge = {};    ///< words of `help_request::Knowledge`
    std::string school_kinds = {}; ///< of `people::SchoolKind`: the kinds of school someone knows as a parent
    bool region_hard = false;      ///< no farther than that
    bool times_hard = false;       ///< at no other times
    bool shown = false;            ///< agreed that a bundled version stands on school pages
};
/// A school of own children and their groups there, such as "3 6".
struct OwnChild {
    std::string school, groups;
};

std::optional<Offer> offer_of(db::Door& door, visit::PersonId const& person);
/// Keeps an offer with the village, the school in own words, and the own children's schools and groups, which take the place of those before.
void keep_offer(db::Write& tx, confidentiality::Keyring& keys, Offer const& offer, std::string const& village, std::string const& school, std::vector<OwnChild> const& children, base::Moment now);
/// The schools and groups of the own children.
std::vector<OwnChild> own_children(db::Door& door, visit::PersonId const& person);
/// Notes that an offer still holds.
void confirm_offer(db::Write& tx, visit::PersonId const& person, base::Moment now);
/// Buddies whose offer is older than three months and who were not asked about it since they confirmed it; they count as asked from now on.
std::vector<visit::PersonId> ask_about_old_offers(db::Write& tx, base::Moment now);
std::string village_of(confidentiality::Keyring& keys, Offer const& offer);
std::string school_of(confidentiality::Keyring& keys, Offer const& offer);

} // namespace matching

template <>
struct base::Words<matching::Gives> {
    using G = matching::Gives;
    static constexpr std::array entries{Word<G>{G::phone, "phone"}, Word<G>{G::mail, "mail"}, Word<G>{G::appointment, "appointment"}};
};
