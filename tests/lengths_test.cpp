// How long what is typed may be: letters are counted and not bytes, the last that fits is taken, one more is refused at its field.
#include "agreement/agreement.h"
#include "competence/assessment.h"
#include "feedback/asking.h"
#include "help_request/help_request.h"
#include "help_request/later.h"
#include "intake/learning_point.h"
#include "keep_warm/warmth.h"
#include "matching/proposal.h"
#include "matching/thought.h"
#include "people/person.h"
#include "sharing/talk.h"
#include "support/consult.h"
#include "support/intervision.h"
#include "training/pack.h"
#include "training/recording.h"

#include <gtest/gtest.h>

namespace {

/// The fields that are refused, as one text.
template <class T>
std::string refused(base::Result<T, base::Refusal> const& result) {
    std::string names;
    if (!result)
        for (auto const& [name, why] : result.error().fields) names += (names.empty() ? "" : " ") + name;
    return names;
}

std::string letters(std::size_t count, std::string_view letter) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += letter;
    return out;
}

std::string call_back(std::string const& name, std::string const& language, std::string const& when) {
    help_request::Draft draft;
    draft.contact = {name, "", "0612345678"};
    draft.languages = language, draft.when = when;
    return refused(help_request::call_back(draft));
}

std::string assess(std::string const& point, std::string const& goal, std::string const& help) {
    competence::Answers answers{competence::Moment::evening_1, {}, point, goal, help};
    for (int number = 1; number <= competence::own_number - (point.empty() ? 1 : 0); ++number) answers.scores[number] = 5;
    return refused(competence::assess(answers));
}

struct Case {
    char const* field;
    std::size_t most;
    std::string (*refused)(std::string const& typed);
};
Case const cases[] = {
    {"naam", 100, [](auto const& typed) { return refused(people::contact({typed, "", "0612345678"})); }},
    {"naam", 100, [](auto const& typed) { return call_back(typed, "", ""); }},
    {"taal", 100, [](auto const& typed) { return call_back("Noor", typed, ""); }},
    {"wanneer", 100, [](auto const& typed) { return call_back("Noor", "", typed); }},
    {"code", 100, [](auto const& typed) { auto const refusal = help_request::check_code(typed); return refusal.empty() ? std::string{} : refusal.fields.front().name; }},
    {"eigen", 150, [](auto const& typed) { return assess(typed, "", ""); }},
    {"doel", 500, [](auto const& typed) { return assess("", typed, ""); }},
    {"hulp", 500, [](auto const& typed) { return assess("", "", typed); }},
    {"tekst", 6000, [](auto const& typed) { return refused(agreement::write(typed, "")); }},
    {"school", 1000, [](auto const& typed) { return refused(feedback::said_by_school(typed)); }},
    {"leerpunt", 300, [](auto const& typed) { return refused(intake::learning_point(typed)); }},
    {"bericht", 2000, [](auto const& typed) { return refused(keep_warm::message(typed)); }},
    {"tekst", 2000, [](auto const& typed) { return refused(matching::question_said(typed)); }},
    {"tekst", 600, [](auto const& typed) { return refused(matching::thought_said(typed)); }},
    {"notities", 4000, [](auto const& typed) { return refused(sharing::notes(typed)); }},
    {"tekst", 2000, [](auto const& typed) { return refused(support::said(typed)); }},
    {"notities", 4000, [](auto const& typed) { return refused(support::notes(typed)); }},
    {"inhoud", 1000, [](auto const& typed) { return refused(training::contents(typed)); }},
    {"waarvan", 100, [](auto const& typed) { return refused(training::ask_for_recording(typed)); }},
};

TEST(Lengths, TheLastLetterThatFitsIsTakenAndOneMoreIsRefusedAtItsField) {
    for (auto const& [field, most, refused] : cases)
        for (auto const* letter : {"a", "ë", "ل", "🙂"}) {
            EXPECT_EQ(refused(letters(most, letter)), "") << field << " of " << most << " " << letter;
            EXPECT_EQ(refused(letters(most + 1, letter)), field) << field << " of " << most << " and one " << letter;
        }
}

TEST(Lengths, APhoneNumberIsNotMadeLongWithSigns) {
    EXPECT_TRUE(people::is_phone("+31 (0)6 - 12 34 56 78"));
    EXPECT_FALSE(people::is_phone("06" + letters(100'000, "-") + "12345678"));
    EXPECT_EQ(refused(people::contact({"Noor", "", "06" + letters(24, " ") + "12345678"})), "telefoon");
}

} // namespace
