#pragma once
// How well a buddy fits a request (passend): per pair what forbids it, or a score with its parts, each with a sentence. Pure; people choose. Mission 3a, R10–R12, R15; report L742–760, L1349–1385.
#include "help_request/help_request.h"
#include "help_request/times.h"
#include "matching/few.h"
#include "platform/base/clock.h"
#include "visit/viewer.h"

#include <array>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace matching {

using help_request::Experience;
using help_request::Situation;
using help_request::Way;

/// Languages as the words of a free text ("Turks en een beetje Nederlands"), by alphabet; no words count as Dutch.
class Languages {
public:
    Languages(std::string const& text);
    Languages(char const* text) : Languages{std::string{text}} {}
    /// How many of them someone else has too.
    int shared(Languages const& other) const;
    void add(Languages const& other);
    std::vector<std::string> const& words() const { return words_; }

private:
    std::vector<std::string> words_;
};
/// Whether two people share a language.
bool share_language(Languages const& one, Languages const& other);

/// A point on the map, in millionths of a degree: the middle of a postcode, nobody's house.
struct Place {
    int latitude, longitude;
    bool operator==(Place const&) const = default;
};
/// How far two points lie apart over the earth, in whole hundreds of metres.
int distance(Place one, Place other);

/// What someone, or a school, thinks of a buddy from the parent's own school or village (R11).
enum class OwnSchool { rather_not,
                       not_said,
                       fine,
                       please };

/// What is known between one parent and one buddy; each of it forbids the pair.
struct Between {
    bool said_no = false;        ///< refused this request, or was refused, or said to know the other
    bool same_person = false;    ///< the parent and the buddy are the same human
    bool earlier_exit = false;   ///< a match between them ended because of one of them
    bool close = false;          ///< family, or people who know each other
    bool both_roles = false;     ///< the parent is buddy of this buddy
    bool own_class = false;      ///< their children are in one class
    bool never_together = false; ///< set by the coordinator, without a reason
    bool operator==(Between const&) const = default;
};

/// A buddy, or a couple as one; what is left out is not known.
struct Candidate {
    visit::PersonId buddy;
    Few<Situation> situations;
    Few<Way> ways;
    Languages languages;
    std::optional<int> postcode;
    int capacity = 1;
    int live_matches = 0;
    int earlier_matches = 0;
    bool ready = false; ///< training, decision, deployment talk and VOG are all there (R10)
    std::optional<base::Date> paused_until;
    Between between = {};                        ///< towards the one request that is ranked
    std::optional<visit::PersonId> partner = {}; ///< the other half of a couple
    bool offer_stands = true;                    ///< what was offered was said or confirmed within three months
    std::optional<Place> place = {};
    std::optional<int> travels = {}; ///< at most so many kilometres
    bool car = false;
    bool region_hard = false; ///< only as far as that
    help_request::Times times = {};
    bool times_hard = false;            ///< only at those times
    bool never_free = false;            ///< a couple whose two have no moment together
    std::set<std::string> schools = {}; ///< of the own children, by id
    std::set<std::string> classes = {}; ///< of the own children: school and group as one word
    OwnSchool own_school = OwnSchool::not_said;
    std::set<std::string> knowledge = {}; ///< what the buddy knows about, in words
    int waits = 0;                        ///< days without a parent
};

/// A request; what is left out is not known.
struct Wanted {
    Few<Situation> situations;
    Few<Way> ways;
    Languages languages;
    std::optional<int> postcode;
    Experience experience = Experience::none;
    std::string request = {}; ///< its id
    std::optional<Place> place = {};
    bool region_hard = false; ///< only a buddy who comes as far
    help_request::Times times = {};
    bool times_hard = false;                            ///< only at those times
    std::optional<std::string> school = {};             ///< by id
    std::optional<std::string> own_class = {};          ///< school and group of the child as one word
    OwnSchool own_school = OwnSchool::not_said;         ///< what the parent thinks of a buddy from the own school
    OwnSchool own_village = OwnSchool::not_said;        ///< and from the own village
    OwnSchool agreed_with_school = OwnSchool::not_said; ///< what was arranged with that school
    std::set<std::string> knowledge = {};               ///< what the parent hopes the buddy knows about, in words
    int waits = 0;                                      ///< days since it was asked
};

/// What forbids a match, whatever else speaks for it.
enum class Limit { not_ready,
                   full,
                   paused,
                   language,
                   way,
                   earlier_no,
                   same_person,
                   experience,
                   old_offer,
                   region,
                   times,
                   school,
                   earlier_exit,
                   close,
                   both_roles,
                   own_class,
                   never_together,
                   village };
inline constexpr std::size_t limits_known = 18;

/// What a score consists of.
enum class PartKind { situations,
                      knowledge,
                      distance,
                      times,
                      school,
                      experience,
                      languages,
                      ways,
                      request_waits,
                      load,
                      buddy_waits };
inline constexpr std::size_t parts_known = 11;

/// For, against, or neither.
enum class Side { pro,
                  con,
                  none };

struct Part {
    PartKind kind = PartKind::situations;
    Side side = Side::none;
    int points = 0, most = 0; ///< and how many there could be
    int detail = 0;           ///< kilometres, moments or weeks, for the sentence; -1 says another one
};

/// The most points of each part; of the situations and the knowledge for each that is shared.
struct Weights {
    int situations = 30, knowledge = 20, distance = 20, times = 15, school = 15, experience = 10, languages = 5, ways = 5, request_waits = 20, load = 10, buddy_waits = 10;
    bool operator==(Weights const&) const = default;
};

/// Areas of postcodes (their first two digits) that cannot be reached from each other, such as across a river, the smaller first.
using Apart = std::set<std::pair<int, int>>;

/// What all pairs are held against.
struct Yardstick {
    base::Date today;
    Weights weights = {};
    Apart apart = {};
};

/// One pair held against the yardstick.
struct Fit {
    Few<Limit> limits; ///< none: may be proposed
    int score = 0;     ///< the sum of the points
    std::array<Part, parts_known> every{};
    bool allowed() const { return limits.empty(); }
    std::span<Part const> parts() const { return every; }
};

/// Whether the pair may be, and how well it fits. A longer wait, of either, never gives fewer points.
Fit fit(Wanted const& wanted, Candidate const& candidate, Between const& between, Yardstick const& by);
/// How far a buddy comes, in kilometres: what was said, or else what is usual with or without a car.
int reach(Candidate const& candidate);
/// Whether buddy and parent both want a way for which nobody travels; it lifts distance.
bool may_be_online(Wanted const& wanted, Candidate const& candidate);

/// The parts for or against that weigh most, at most so many; equal ones in the order of their kinds.
std::vector<Part> best(std::span<Part const> parts, Side side, std::size_t most);
/// A part in words.
base::Sentence say(Part const& part);
base::Text name(Limit limit);
/// Limits a coordinator may overrule with a reason (R12).
bool may_overrule(Limit limit);
/// Limits that a yes of the parent lifts, and that the parent was not asked about: a buddy of the own school or village is proposed only after that yes.
Few<Limit> to_ask_parent(Wanted const& wanted, Candidate const& candidate, Fit const& fit);

} // namespace matching

template <>
struct base::Words<matching::OwnSchool> {
    using S = matching::OwnSchool;
    static constexpr std::array entries{Word<S>{S::rather_not, "rather_not"}, Word<S>{S::not_said, ""}, Word<S>{S::fine, "fine"}, Word<S>{S::please, "please"}};
};
template <>
struct base::Words<matching::Limit> {
    using L = matching::Limit;
    static constexpr std::array entries{Word<L>{L::not_ready, "not_ready"}, Word<L>{L::full, "full"}, Word<L>{L::paused, "paused"}, Word<L>{L::language, "language"}, Word<L>{L::way, "way"}, Word<L>{L::earlier_no, "earlier_no"},
                                        Word<L>{L::same_person, "same_person"}, Word<L>{L::experience, "experience"}, Word<L>{L::old_offer, "old_offer"}, Word<L>{L::region, "region"}, Word<L>{L::times, "times"}, Word<L>{L::school, "school"},
                                        Word<L>{L::earlier_exit, "earlier_exit"}, Word<L>{L::close, "close"}, Word<L>{L::both_roles, "both_roles"}, Word<L>{L::own_class, "own_class"}, Word<L>{L::never_together, "never_together"}, Word<L>{L::village, "village"}};
    static_assert(entries.size() == matching::limits_known);
};
template <>
struct base::Words<matching::PartKind> {
    using K = matching::PartKind;
    static constexpr std::array entries{Word<K>{K::situations, "situations"}, Word<K>{K::knowledge, "knowledge"}, Word<K>{K::distance, "distance"}, Word<K>{K::times, "times"}, Word<K>{K::school, "school"}, Word<K>{K::experience, "experience"},
                                        Word<K>{K::languages, "languages"}, Word<K>{K::ways, "ways"}, Word<K>{K::request_waits, "request_waits"}, Word<K>{K::load, "load"}, Word<K>{K::buddy_waits, "buddy_waits"}};
    static_assert(entries.size() == matching::parts_known);
};
