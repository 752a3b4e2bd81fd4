#include "tests/world/typed_texts.h"

#include <regex>
#include <set>

namespace world {
namespace {

struct NotTyped {
    char const* fields;
    char const* why;
};
std::vector<NotTyped> const not_typed{
    {R"((access_log|worry_log)(_heads)?\..*|(migrations|facts|attempts|used_challenges|login_links|proof_codes|action_links|memberships|erasures|sqlite_\w+)\..*)", "written by the program: ids, hashes and names of actions"},
    {R"(done_forms\..*)", "where a form led and which sentence of the program it said"},
    {R"(jobs\..*)", "work on its way: kinds, ids and what a mail server said"},
    {R"(outbox\..*)", "mails of a demonstration, made of other fields; tools/hostile_mails.py reads mails"},
    {R"(\w+\.(id|partnership|of_partnership|record|campaign|match|partner|follows|invited|interview|sign_up|assessment|edition|own_channel|card)|consults\.reader|(doubts|sign_ups|help_requests)\.school)", "an id"},
    {R"(\w+\.\w+_by)", "who did it: an id"},
    {R"(\w+\.(\w+_on|\w*until|first_day|last_day|rests_since))", "a day"},
    {R"(\w+\.\w*hash|accounts\.(totp|recovery)|passkeys\.public_key)", "a hash or a key"},
    {R"(\w+\.(slug|code|page_key)|parked_forms\.path|(checklist_points|programme_parts|programme_assignments)\.name)", "a name or address that the program makes"},
    {R"(mail_changes\.mail)", "a mail address that waits: shown on no page, for who reads the old mailbox may come in"},
    {R"(request_drafts\.sealed)", "opens only with a code that is not here"},
    {R"(group_pictures\.sums|matching_settings\.weights|schools\.imported)", "figures, or what a list of schools said last, which is compared and never shown"},
    {R"(approaches\.means|assessment_asks\.moment|assessment_shares\.audience|attendances\.presence|buddy_list\.themes|campaigns\.(kind|fallback_answer)|cards\.kind|catch_ups\.kind|check_ins\.(fits|goes_on)|closures\.(reason|teller|talk_parent|talk_buddy|later_answer|reopen_reason)|consents\.(purpose|language)|consults\.enough|contacts\.way|courses\.rhythm|day_answers\.answer|disclosures\.(given_as|kind)|edition_people\.part|evening_parts\.part|feedbacks\.(for_buddy|helped)|gatherings\.kind|group_pictures\.moment|help_requests\.(kind|channel|situations|ways|experience|end_reason|times|own_school|child_group|child_sex|own_village|knowledge|helper_position)|hours\.whose|improvements\.part|interview_times\.way|interviews\.way|intervision_answers\.theme|intervisions\.(kind|notes_for)|kept_apart\.kind|learning_points\.answer|mailings\.template|matches\.(parent_gives|buddy_gives|partner_gives|end_reason|meeting_way)|material_comments\.reader|material_publications\.(material|tongue)|material_texts\.(material|tongue)|meeting_answers\.answer|meetings\.(place|introduced_by)|messages\.kind|offer_schools\.child_groups|offers\.(situations|ways|gives|times|own_school|knowledge|school_kinds)|outcomes\.(outcome|answer)|pair_answers\.gives|people\.language|person_roles\.role|professionals\.task|proposals\.(reason|buddy_answer|parent_answer|partner_answer|buddy_gives|partner_gives)|readiness\.(decision|reason)|recording_answers\.language|referrals\.(channel|agreed_how)|reviews\.guide|school_contacts\.position|school_moments\.kind|school_talks\.reply|schools\.(kind|same_school|led_by|at_first_meetings)|self_assessments\.moment|sign_ups\.(channel|end_reason|withdrawn_because)|thoughts\.items|trial_answers\.answer|worries\.parent_knows|worry_steps\.code)",
     "words of a list of the program"},
};

} // namespace

std::map<std::string, std::string> const& shown_elsewhere() {
    static std::map<std::string, std::string> const all{
        {"referrals.words", "read by a personal link only"},
        {"material_texts.words", "on the pages of materials, which the crawl of the tests passes by; tests/browser/hostile.mjs opens them"},
        {"material_comments.words", "on the pages of materials too"}};
    return all;
}

bool TextColumn::is_link() const { return column == "link" || column == "url" || column == "slides" || column == "recording" || column == "web"; }

std::vector<TextColumn> typed_texts(db::Door& door) {
    static auto const none = [] {
        std::vector<std::regex> all;
        for (auto const& each : not_typed) all.emplace_back(each.fields);
        return all;
    }();
    struct Found {
        std::string table, column;
    };
    std::set<std::string> ids;
    for (auto const& [table, column] : door.list<Found>("select m.name, f.\"from\" from sqlite_master m, pragma_foreign_key_list(m.name) f where m.type = 'table'")) ids.insert(table + "." + column);
    std::vector<TextColumn> typed;
    for (auto const& [table, column] : door.list<Found>("select m.name, c.name from sqlite_master m, pragma_table_info(m.name) c where m.type = 'table' and c.type in ('TEXT', 'text') order by m.name, c.cid")) {
        TextColumn one{table, column};
        if (!ids.contains(one.field()) && std::none_of(none.begin(), none.end(), [&](auto const& each) { return std::regex_match(one.field(), each); })) typed.push_back(one);
    }
    return typed;
}

} // namespace world
