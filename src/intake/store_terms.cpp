#include "intake/store_terms.h"

#include "intake/term.h"

namespace intake {
namespace {
struct Row {
    visit::PersonId person;
    Advice advice;
    base::Moment recorded_at;
    std::optional<base::Date> discussed_on, talk_again_on;
    std::optional<Answer> answer;
    std::optional<base::Moment> answered_at, next_talk_at;
    std::int64_t longer;
};
constexpr std::string_view standing = "select o.person, o.outcome, o.recorded_at, o.discussed_on, o.talk_again_on, o.answer, o.answered_at, "
                                      "(select max(i.begins_at) from interviews i where i.partnership = o.partnership and i.person = o.person and i.cancelled_at is null and i.id <> o.interview and i.begins_at > o.recorded_at "
                                      "and not exists (select 1 from outcomes x where x.partnership = i.partnership and x.interview = i.id)) as next_talk_at, "
                                      "(select count(*) from consents c where c.partnership = o.partnership and c.person = o.person and c.purpose = 'longer_keeping' and c.withdrawn_at is null) as longer "
                                      "from outcomes o join people p on p.id = o.person where o.partnership = :partnership and p.name <> '' and o.replaced_at is null";

std::optional<base::Date> day_of(std::optional<base::Moment> const& moment) { return moment ? std::optional{base::local_date(*moment)} : std::nullopt; }

std::optional<base::Date> erased_on(Row const& row) {
    return erased_on(Standing{row.advice, row.discussed_on.value_or(base::local_date(row.recorded_at)), row.talk_again_on, row.longer > 0, row.answer == Answer::objects ? day_of(row.answered_at) : std::nullopt, day_of(row.next_talk_at)});
}
} // namespace

std::vector<visit::Term> terms(db::Door& door) {
    std::vector<visit::Term> all;
    for (auto const& row : door.list<Row>(standing, door.scope().partnership))
        if (auto on = erased_on(row)) all.push_back({row.person, on});
    return all;
}
std::optional<base::Date> erased_on(db::Door& door, visit::PersonId const& person) {
    auto row = door.find<Row>(std::string{standing} + " and o.person = :person", door.scope().partnership, person);
    return row ? erased_on(*row) : std::nullopt;
}
std::optional<base::Date> text_erased_on(db::Door& door, InterviewId const& id) {
    auto first = door.one<base::Moment>("select min(recorded_at) from outcomes where partnership = :partnership and interview = :id", door.scope().partnership, id);
    return first ? std::optional{text_erased_on(base::local_date(*first))} : std::nullopt;
}
std::vector<InterviewId> texts_past(db::Door& door, base::Date today) {
    struct Text {
        InterviewId id;
        base::Moment recorded_at;
    };
    std::vector<InterviewId> found;
    for (auto const& [id, recorded_at] : door.list<Text>("select i.id, min(o.recorded_at) from interviews i join outcomes o on o.partnership = i.partnership and o.interview = i.id where i.partnership = :partnership and i.notes <> '' group by i.id order by i.id", door.scope().partnership))
        if (text_erased_on(base::local_date(recorded_at)) <= today) found.push_back(id);
    return found;
}

} // namespace intake
