#pragma once
// A request for a buddy (hulpvraag). Situations, never a diagnosis; no name or birth date of a child (R24). Report L1327–1347.
#include "help_request/times.h"
#include "people/person.h"
#include "platform/base/clock.h"
#include "platform/base/id.h"
#include "platform/base/result.h"
#include "platform/base/words.h"
#include "recruitment/channel.h"

#include <array>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace help_request {

struct HelpRequest;
using HelpRequestId = base::Id<HelpRequest>;

enum class Kind { buddy,
                  call_back,
                  question }; ///< someone who only wants to ask something
/// What it is about; a parent may choose more than one.
enum class Situation { talk_at_school,
                       assessment,
                       extra_support,
                       special_school,
                       at_home,
                       tension,
                       moving_on,
                       something_else };
/// How buddy and parent may meet.
enum class Way { call,
                 message,
                 video,
                 in_person };
/// What a case asks of a buddy's experience (R12).
enum class Experience { none,
                        some,
                        much };
enum class EndReason { withdrawn,
                       matched,
                       other_help,
                       no_answer,
                       answered }; ///< it was only a question
/// What someone says of a buddy, or a parent, of the own school or village; what was not said is no yes.
enum class OwnSchool { not_said,
                       fine,
                       rather,
                       rather_not };
/// What a parent may hope that a buddy knows about; never a diagnosis (R24).
enum class Knowledge { rights,
                       reports,
                       meetings,
                       special_schools,
                       care,
                       home,
                       moving_on };

/// A set of enumerators as one stored word: "a b c".
template <base::Worded E>
std::string join(std::set<E> const& all) {
    std::string out;
    for (auto each : all) (out += out.empty() ? "" : " ") += base::word(each);
    return out;
}
template <base::Worded E>
std::set<E> split(std::string const& text) {
    std::set<E> all;
    for (std::size_t at = 0; at < text.size();) {
        auto end = std::min(text.find(' ', at), text.size());
        if (auto each = base::from_word<E>(text.substr(at, end - at))) all.insert(*each);
        at = end + 1;
    }
    return all;
}

/// What a parent typed, all questions together.
struct Draft {
    people::Contact contact;
    std::set<Situation> situations;
    std::string own_words;
    std::set<Way> ways;
    std::string languages;
    std::string when;
    std::string postcode;
    std::optional<recruitment::Channel> channel;
    bool agrees = false;      ///< the coordinator may read it
    bool may_contact = false; ///< and get in touch
    recruitment::Origin origin = {};
    Times times = {};
    OwnSchool own_school = OwnSchool::not_said;
};
/// A request that may be stored.
struct Asked {
    people::Contact contact;
    std::set<Situation> situations;
    std::string own_words;
    std::set<Way> ways;
    std::string languages;
    std::string when;
    std::optional<int> postcode;
    recruitment::Channel channel;
    recruitment::Origin origin = {};
    Times times = {};
    OwnSchool own_school = OwnSchool::not_said;
};

/// The questions a parent answers one by one.
enum class Question { about,
                      buddy,
                      ways,
                      times,
                      postcode,
                      school,
                      reach,
                      helper,     ///< only for who asks together with a professional
                      overview }; ///< everything together, before sending
inline constexpr std::array questions{Question::about, Question::buddy, Question::ways, Question::times, Question::postcode, Question::school, Question::reach, Question::helper, Question::overview};

/// Checks the answer to one question; an empty refusal means it is good.
base::Refusal check(Question question, Draft const& draft);
/// Checks all questions together. Fields: situatie, woorden, manier, taal, postcode, naam, mail, telefoon, wanneer, kanaal, akkoord, contact.
base::Result<Asked, base::Refusal> ask(Draft const& draft);

/// What must be there to be called back: a name and a number. Fields: naam, telefoon.
base::Result<Asked, base::Refusal> call_back(Draft const& draft);

/// What must be there for someone who only has a question: the question, a name, a way to answer, and a yes to being read. Fields: woorden, naam, mail, telefoon, akkoord.
base::Result<Asked, base::Refusal> only_a_question(Draft const& draft);

/// Checks until when a request rests: a day still to come, within half a year. Field: tot.
base::Result<base::Date, base::Refusal> rest_until(std::optional<base::Date> day, base::Date today);

/// What a coordinator adds in the talk.
struct Clarified {
    std::set<Situation> situations;
    Experience experience;
    std::string short_text;
};
/// Checks a clarification: situations, an experience, and a short text of 20 to 600 characters for the buddy. Fields: situatie, ervaring, tekst.
base::Result<Clarified, base::Refusal> clarify(std::set<Situation> situations, std::optional<Experience> experience, std::string const& short_text);

base::Text name(Situation situation);
base::Text name(Way way);
base::Text name(Experience experience);
base::Text name(OwnSchool wish);
base::Text name(Knowledge knowledge);

} // namespace help_request

template <>
struct base::Words<help_request::Kind> {
    using K = help_request::Kind;
    static constexpr std::array entries{Word<K>{K::buddy, "buddy"}, Word<K>{K::call_back, "call_back"}, Word<K>{K::question, "question"}};
};
template <>
struct base::Words<help_request::Question> {
    using Q = help_request::Question;
    static constexpr std::array entries{Word<Q>{Q::about, "vraag"}, Word<Q>{Q::buddy, "buddy"}, Word<Q>{Q::ways, "manier"}, Word<Q>{Q::times, "tijden"}, Word<Q>{Q::postcode, "buurt"}, Word<Q>{Q::school, "school"}, Word<Q>{Q::reach, "bereiken"}, Word<Q>{Q::helper, "helper"}, Word<Q>{Q::overview, "overzicht"}};
};
template <>
struct base::Words<help_request::Situation> {
    using S = help_request::Situation;
    static constexpr std::array entries{Word<S>{S::talk_at_school, "gesprek"}, Word<S>{S::assessment, "onderzoek"}, Word<S>{S::extra_support, "extra-hulp"}, Word<S>{S::special_school, "speciaal"},
                                        Word<S>{S::at_home, "thuis"}, Word<S>{S::tension, "spanning"}, Word<S>{S::moving_on, "overstap"}, Word<S>{S::something_else, "anders"}};
};
template <>
struct base::Words<help_request::Way> {
    using W = help_request::Way;
    static constexpr std::array entries{Word<W>{W::call, "bellen"}, Word<W>{W::message, "berichten"}, Word<W>{W::video, "video"}, Word<W>{W::in_person, "ontmoeten"}};
};
template <>
struct base::Words<help_request::Experience> {
    using E = help_request::Experience;
    static constexpr std::array entries{Word<E>{E::none, "none"}, Word<E>{E::some, "some"}, Word<E>{E::much, "much"}};
};
template <>
struct base::Words<help_request::OwnSchool> {
    using W = help_request::OwnSchool;
    static constexpr std::array entries{Word<W>{W::not_said, ""}, Word<W>{W::fine, "fine"}, Word<W>{W::rather, "rather"}, Word<W>{W::rather_not, "rather_not"}};
};
template <>
struct base::Words<help_request::Knowledge> {
    using K = help_request::Knowledge;
    static constexpr std::array entries{Word<K>{K::rights, "rechten"}, Word<K>{K::reports, "verslagen"}, Word<K>{K::meetings, "gesprekken"}, Word<K>{K::special_schools, "speciaal"}, Word<K>{K::care, "hulp"}, Word<K>{K::home, "thuis"}, Word<K>{K::moving_on, "overstap"}};
};
template <>
struct base::Words<help_request::EndReason> {
    using R = help_request::EndReason;
    static constexpr std::array entries{Word<R>{R::withdrawn, "withdrawn"}, Word<R>{R::matched, "matched"}, Word<R>{R::other_help, "other_help"}, Word<R>{R::no_answer, "no_answer"}, Word<R>{R::answered, "answered"}};
};
