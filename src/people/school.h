#pragma once
// Schools (scholen): their facts, what was arranged with them, who to talk to there, and what was done. A school that has gone is closed, never deleted. Report L506–591, L700–760, L1349.
#include "platform/base/clock.h"
#include "platform/base/id.h"
#include "platform/base/result.h"
#include "platform/base/words.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>

namespace people {

struct School;
using SchoolId = base::Id<School>;
struct SchoolMoment;
using SchoolMomentId = base::Id<SchoolMoment>;
struct SchoolContact;
using SchoolContactId = base::Id<SchoolContact>;

/// The kinds of school that a partnership for primary education has: ordinary, special primary, special.
enum class SchoolKind { bo,
                        sbo,
                        so };
/// Whether a school lets a buddy and a parent of the same school be matched (R11).
enum class SameSchool { no,
                        allowed,
                        preferred };
/// Who leads publicity and meetings at a school; never a case.
enum class Lead { coordinator,
                  school };
/// Who of the professionals may be at a first meeting, if the parent wants it.
enum class AtFirstMeeting { coordinator,
                            supervisor,
                            teacher,
                            school_leader };
/// What someone is at a school.
enum class Position { supervisor,
                      care_coordinator,
                      teacher,
                      school_leader,
                      other };
/// What was done at a school; all of it counts as contact.
enum class SchoolMomentKind { team_told,
                              leaflet,
                              poster,
                              coffee_morning,
                              contact };

/// What everyone may know of a school. A postcode or number of pupils of 0 is not known; an address is one line.
struct SchoolFacts {
    std::string name;
    SchoolKind kind = SchoolKind::bo;
    std::string place;
    int postcode = 0;
    std::string address, denomination, phone, web;
    int pupils = 0;
};
/// A school as typed.
struct SchoolDraft {
    std::string name, place, postcode, address, phone, web, pupils, site;
    std::optional<SchoolKind> kind;
};
/// A school that may be stored; `site` is its vestigingscode, by which an import knows it again, or empty.
struct SchoolGiven {
    SchoolFacts facts;
    std::string site;
};
/// Checks a school: a name, a kind, a place and a postcode ("4201" or "4201 AB"); the rest may be empty. Denomination is not asked.
/// Fields: naam, soort, plaats, postcode, adres, telefoon, website, leerlingen, vestigingscode.
base::Result<SchoolGiven, base::Refusal> school(SchoolDraft const& typed);

/// The first four digits of a postcode with or without letters; nothing when it is none.
std::optional<int> postcode_from(std::string_view typed);
/// A vestigingscode as DUO writes it, such as 12AB00; nothing when it is none.
std::optional<std::string> site_code(std::string typed);

struct Arrangements {
    SameSchool same_school;
    Lead led_by;
    std::set<AtFirstMeeting> at_first_meetings; ///< empty: only buddy and parent
    std::string languages;                      ///< that parents at this school speak, in words
};
/// Checks what was arranged: both choices are made, at most 100 characters of languages. Fields: zelfde_school, leiding, talen.
base::Result<Arrangements, base::Refusal> arrange(std::optional<SameSchool> same_school, std::optional<Lead> led_by, std::set<AtFirstMeeting> at_first_meetings, std::string const& languages);

struct MomentGiven {
    SchoolMomentKind kind;
    base::Date happened_on;
    std::string note;
};
/// Checks something that was done: a kind, a day of the past two years or today, at most 200 characters of note. Fields: soort, dag, notitie.
base::Result<MomentGiven, base::Refusal> happened(std::optional<SchoolMomentKind> kind, std::optional<base::Date> day, std::string const& note, base::Date today);

/// How many days nothing may happen at a school before it is silent.
inline constexpr int silent_after = 60;
/// How many days of the running school year lie between two days: those of July and August do not count.
int school_days_between(base::Date from, base::Date to);
/// Whether a school is silent (stil): nothing happened for sixty days of the running school year, counted from `last`, the last thing done or else the day on which it became known. Over the summer nothing changes.
bool is_silent(base::Date last, base::Date today);

base::Text name(SchoolKind kind);
base::Text name(SameSchool same_school);
base::Text name(Lead lead);
base::Text name(AtFirstMeeting who);
base::Text name(Position position);
base::Text name(SchoolMomentKind kind);

} // namespace people

template <>
struct base::Words<people::SchoolKind> {
    using K = people::SchoolKind;
    static constexpr std::array entries{Word<K>{K::bo, "bo"}, Word<K>{K::sbo, "sbo"}, Word<K>{K::so, "so"}};
};
template <>
struct base::Words<people::SameSchool> {
    using S = people::SameSchool;
    static constexpr std::array entries{Word<S>{S::no, "no"}, Word<S>{S::allowed, "allowed"}, Word<S>{S::preferred, "preferred"}};
};
template <>
struct base::Words<people::Lead> {
    using L = people::Lead;
    static constexpr std::array entries{Word<L>{L::coordinator, "coordinator"}, Word<L>{L::school, "school"}};
};
template <>
struct base::Words<people::AtFirstMeeting> {
    using W = people::AtFirstMeeting;
    static constexpr std::array entries{Word<W>{W::coordinator, "coordinator"}, Word<W>{W::supervisor, "supervisor"}, Word<W>{W::teacher, "teacher"}, Word<W>{W::school_leader, "school_leader"}};
};
template <>
struct base::Words<people::Position> {
    using P = people::Position;
    static constexpr std::array entries{Word<P>{P::supervisor, "supervisor"}, Word<P>{P::care_coordinator, "care_coordinator"}, Word<P>{P::teacher, "teacher"}, Word<P>{P::school_leader, "school_leader"}, Word<P>{P::other, "other"}};
};
template <>
struct base::Words<people::SchoolMomentKind> {
    using K = people::SchoolMomentKind;
    static constexpr std::array entries{Word<K>{K::team_told, "team_told"}, Word<K>{K::leaflet, "leaflet"}, Word<K>{K::poster, "poster"}, Word<K>{K::coffee_morning, "coffee_morning"}, Word<K>{K::contact, "contact"}};
};
