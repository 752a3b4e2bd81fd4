#pragma once
// Materials (materialen): what is printed or handed out, for whom, in which languages, and where its QR code leads. Report L506–591, L745, L2161–2175.
#include "platform/base/text.h"
#include "platform/base/words.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace toolbox {

enum class Material { poster,
                      poster_for_parents,
                      leaflet,
                      letter,
                      workshop,
                      support_levels,
                      newsletter,
                      buddy_profile,
                      house_rules,
                      role_card,
                      first_talk,
                      talk_points,
                      meeting_steps,
                      thank_you_card,
                      school_newsletter,
                      school_checklist,
                      team_slides,
                      outreach_mail,
                      year_plan };
/// For whom a material is meant, first of all.
enum class Audience { parent,
                      buddy,
                      school,
                      coordinator };
/// The languages of prints: more than those of the pages.
enum class Tongue { nl,
                    en,
                    ar,
                    tr,
                    pl,
                    uk,
                    ti };
/// How a material is printed.
enum class Shape { sheet,
                   poster,
                   slides,
                   card };

/// A material in one language (blad).
struct Sheet {
    Material material;
    Tongue tongue;
    bool operator==(Sheet const&) const = default;
};

/// All materials for an audience, in the order in which they are shown.
std::vector<Material> materials(Audience audience);
/// Whether only the coordinator comes to a material; all others anybody may read and print.
bool for_coordinator_only(Material material);
/// Whether the standard text is a concept: nobody but the coordinator comes to a sheet of it until the partnership approved it or published a text of its own.
bool draft_until_approved(Material material);
Audience audience(Material material);
Shape shape(Material material);
/// Whether a print is made to fit on one page.
bool one_page(Material material);
/// The languages in which a material has a standard text, Dutch first.
std::vector<Tongue> tongues(Material material);
/// A sheet by its word in an address, such as "folder-ar"; nothing when there is no such text.
std::optional<Sheet> sheet(std::string_view word);
std::string word(Sheet const& sheet);
/// The text that comes with the program, in light marks.
std::string_view standard_text(Sheet const& sheet);
/// What a print offers: the page of ours that its QR code opens, with the channel in it; nothing for prints that ask nothing.
struct Target {
    std::string page;    ///< "buddy-worden", "buddy-vragen", or empty for the first page
    std::string channel; ///< the stored word of a channel, or empty
};
std::optional<Target> target(Material material);

base::Text name(Material material);
base::Text name(Audience audience);
/// The name of a language in itself.
std::string_view own_name(Tongue tongue);
bool right_to_left(Tongue tongue);
/// Whether a native speaker has read the standard texts in this language.
bool read_by_a_speaker(Tongue tongue);

/// The few words a print itself says, around its text.
enum class Phrase { support_point,
                    coordinator,
                    website,
                    scan };
std::string_view say(Phrase phrase, Tongue tongue);

} // namespace toolbox

template <>
struct base::Words<toolbox::Material> {
    using M = toolbox::Material;
    static constexpr std::array entries{Word<M>{M::poster, "poster"}, Word<M>{M::poster_for_parents, "poster-ouders"}, Word<M>{M::leaflet, "folder"}, Word<M>{M::letter, "informatiebrief"}, Word<M>{M::workshop, "workshop"},
                                        Word<M>{M::support_levels, "ondersteuning"}, Word<M>{M::newsletter, "nieuwsbericht"}, Word<M>{M::buddy_profile, "buddyprofiel"}, Word<M>{M::house_rules, "huisregels"}, Word<M>{M::role_card, "rolkaart"},
                                        Word<M>{M::first_talk, "eerste-gesprek"}, Word<M>{M::talk_points, "aandachtspunten"}, Word<M>{M::meeting_steps, "stappen-overleg"}, Word<M>{M::thank_you_card, "bedankkaart"}, Word<M>{M::school_newsletter, "nieuwsbericht-school"}, Word<M>{M::school_checklist, "checklist-school"},
                                        Word<M>{M::team_slides, "teampresentatie"}, Word<M>{M::outreach_mail, "eerste-mail"}, Word<M>{M::year_plan, "jaarplan"}};
};
template <>
struct base::Words<toolbox::Tongue> {
    using T = toolbox::Tongue;
    static constexpr std::array entries{Word<T>{T::nl, "nl"}, Word<T>{T::en, "en"}, Word<T>{T::ar, "ar"}, Word<T>{T::tr, "tr"}, Word<T>{T::pl, "pl"}, Word<T>{T::uk, "uk"}, Word<T>{T::ti, "ti"}};
};
