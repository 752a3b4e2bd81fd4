#include "intake/store_worklist.h"

#include "intake/store_interview.h"

namespace intake {
using base::tr;
using visit::Urgency;
namespace {
struct Held {
    InterviewId id;
    visit::PersonId person;
    base::Moment begins_at;
};
struct Asked {
    recruitment::SignUpId sign_up;
    visit::PersonId person;
    base::Moment offered_at;
    std::optional<base::Moment> none_fits_at;
};
struct Told {
    InterviewId interview;
    visit::PersonId person;
    base::Moment recorded_at;
    std::optional<base::Date> discussed_on;
    std::optional<Answer> answer;
    std::optional<base::Date> talk_again_on;
    std::optional<bool> other_person;
    std::int64_t next_talks;
};
/// Rows are about people who are still candidate or buddy; who withdrew or was erased asks for nothing.
constexpr std::string_view still_here = " and t.person in (select r.person from person_roles r where r.partnership = :partnership and r.role in ('candidate', 'buddy') and r.until is null) ";
} // namespace

std::vector<visit::Work> worklist(db::Door& door, visit::Granted<visit::Action::see_worklist, people::Partnership> const& granted, base::Moment now) {
    std::vector<visit::Work> work;
    auto const today = base::local_date(now);
    for (auto const& row : door.list<Held>(std::string{"select id, person, begins_at from interviews t where partnership = :partnership and cancelled_at is null and no_show_at is null "} +
                                               "and not exists (select 1 from outcomes o where o.partnership = t.partnership and o.interview = t.id)" + std::string{still_here} + "order by begins_at, id",
                                           granted.record())) {
        auto const day = base::local_date(row.begins_at);
        auto const& name = row.person;
        auto const href = "/gesprekken/" + row.id.value();
        if (row.begins_at > now) work.push_back({"interview.to_hold", day == today ? Urgency::today : Urgency::waiting, tr("Kennismakingsgesprek staat gepland"), name, row.begins_at, href, tr("Open gesprek")});
        else work.push_back({"outcome.to_record", base::days_between(day, today) > 2 ? Urgency::overdue : Urgency::today, tr("Gesprek gehad: leg de uitkomst vast"), name, row.begins_at, href + "/uitkomst", tr("Leg uitkomst vast")});
    }
    // who was asked to choose a time stands here until an interview is planned or held
    for (auto const& row : door.list<Asked>("select o.sign_up, o.person, o.offered_at, o.none_fits_at from interview_offers o join sign_ups s on s.partnership = o.partnership and s.id = o.sign_up where o.partnership = :partnership and s.ended_at is null and s.taken_up_at is not null "
                                            "and not exists (select 1 from interviews i where i.partnership = o.partnership and i.sign_up = o.sign_up and i.cancelled_at is null and i.no_show_at is null and i.planned_at >= o.offered_at) "
                                            "and not exists (select 1 from outcomes t where t.partnership = o.partnership and t.person = o.person and t.recorded_at >= o.offered_at) order by o.offered_at, o.sign_up",
                                            granted.record())) {
        auto const href = "/aanmeldingen/" + row.sign_up.value() + "/gesprek";
        if (row.none_fits_at) work.push_back({"interview.none_fits", Urgency::today, tr("Geen tijd past: bel om een gesprek af te spreken"), row.person, *row.none_fits_at, href, tr("Plan gesprek")});
        else work.push_back({"interview.to_choose", base::working_days_between(base::local_date(row.offered_at), today) > 5 ? Urgency::soon : Urgency::waiting, tr("Kiest nog een tijd voor het gesprek"), row.person, row.offered_at, href, tr("Plan zelf")});
    }
    for (auto const& row : door.list<Told>(std::string{"select interview, person, recorded_at, discussed_on, answer, talk_again_on, other_person, "
                                                       "(select count(*) from interviews i where i.partnership = t.partnership and i.person = t.person and i.cancelled_at is null and i.no_show_at is null and i.id <> t.interview and i.begins_at > t.recorded_at "
                                                       "and not exists (select 1 from outcomes x where x.partnership = i.partnership and x.interview = i.id)) as next_talks from outcomes t where partnership = :partnership and replaced_at is null"} +
                                               std::string{still_here} + "order by recorded_at, id",
                                           granted.record())) {
        // a next talk has a row of its own
        if (row.next_talks > 0) continue;
        auto const& name = row.person;
        auto const href = "/gesprekken/" + row.interview.value();
        if (!row.discussed_on) work.push_back({"outcome.to_tell", Urgency::soon, tr("Uitkomst nog te bespreken"), name, row.recorded_at, href, tr("Bespreek uitkomst")});
        else if (row.answer == Answer::objects) work.push_back({"outcome.objection", Urgency::today, row.other_person.value_or(false) ? tr("Bezwaar tegen de uitkomst: plan een tweede gesprek, met iemand anders") : tr("Bezwaar tegen de uitkomst: plan een tweede gesprek"), name, row.recorded_at, href, tr("Lees bezwaar")});
        else if (row.talk_again_on && *row.talk_again_on <= today) work.push_back({"outcome.talk_again", Urgency::today, tr("Afgesproken om weer te praten"), name, base::moment_of({*row.talk_again_on, {}}), href, tr("Open gesprek")});
    }
    return work;
}

} // namespace intake
