#include "training/store_review.h"

#include "platform/base/bundle.h"
#include "platform/base/number.h"
#include "training/store_evening_key.h"

namespace training {
namespace {

struct Row {
    visit::PersonId person;
    Guide guide;
    confidentiality::Sealed answers;
    std::optional<base::Moment> handed_in_at;
};
constexpr std::string_view columns = "select person, guide, answers, handed_in_at from reviews where partnership = :partnership and evening = :evening";

confidentiality::Place place(EveningId const& evening, visit::PersonId const& person, Guide guide) { return {"reviews", "answers", evening.value() + "-" + person.value() + "-" + std::string{base::word(guide)}}; }

ReviewRow opened(confidentiality::Keyring& keys, EveningId const& evening, Row const& row) {
    ReviewRow its{row.person, row.guide, {}, row.handed_in_at};
    for (auto const& [name, words] : base::unbundled(keys.open(row.answers, place(evening, row.person, row.guide)).value_or("")))
        if (auto const number = base::number_from(name); number && *number >= 1 && *number <= static_cast<int>(headings_count)) its.answers[static_cast<std::size_t>(*number) - 1] = words;
    return its;
}

} // namespace

bool appoint_observer(db::Write& tx, EveningId const& evening, visit::PersonId const& person, visit::PersonId const& by, base::Moment now) {
    return tx.run("insert into observers (partnership, evening, person, appointed_by, appointed_at) values (:partnership, :evening, :person, :by, :now) on conflict (partnership, evening, person) do update set ended_at = null, appointed_by = :by, appointed_at = :now where observers.ended_at is not null", tx.scope().partnership, evening,
                  person, by, now) == 1;
}
bool end_observer(db::Write& tx, EveningId const& evening, visit::PersonId const& person, base::Moment now) {
    return tx.run("update observers set ended_at = :now where partnership = :partnership and evening = :evening and person = :person and ended_at is null", now, tx.scope().partnership, evening, person) == 1;
}
std::vector<ObserverRow> observers_of(db::Door& door, EditionId const& edition) {
    return door.list<ObserverRow>("select o.evening, o.person, o.appointed_at from observers o join evenings e on e.partnership = o.partnership and e.id = o.evening where o.partnership = :partnership and e.edition = :edition and o.ended_at is null order by e.number, o.appointed_at, o.person", door.scope().partnership, edition);
}
std::vector<EveningRow> watched_by(db::Door& door, visit::PersonId const& person) {
    return door.list<EveningRow>("select e.id, e.edition, e.number, e.begins_at, e.minutes, e.sequence from evenings e join observers o on o.partnership = e.partnership and o.evening = e.id where e.partnership = :partnership and o.person = :person and o.ended_at is null order by e.begins_at desc, e.id", door.scope().partnership, person);
}

void keep_review(db::Write& tx, confidentiality::Keyring& keys, EveningId const& evening, visit::PersonId const& person, Guide guide, Review const& answers, bool handed_in, base::Moment now) {
    std::map<std::string, std::string> texts;
    for (std::size_t i = 0; i < answers.size(); ++i)
        if (!answers[i].empty()) texts.emplace(std::to_string(i + 1), answers[i]);
    auto const sealed = keys.seal({key_of(evening)}, place(evening, person, guide), base::bundled(texts));
    auto const at = handed_in ? std::optional{now} : std::optional<base::Moment>{};
    tx.run("insert into reviews (partnership, evening, person, guide, answers, kept_at, handed_in_at) values (:partnership, :evening, :person, :guide, :answers, :now, :at) on conflict (partnership, evening, person, guide) do update set answers = :answers, kept_at = :now, handed_in_at = :at where reviews.handed_in_at is null or :handed_in = 1",
           tx.scope().partnership, evening, person, guide, sealed, now, at, handed_in);
}
std::optional<ReviewRow> review_of(db::Door& door, confidentiality::Keyring& keys, EveningId const& evening, visit::PersonId const& person, Guide guide) {
    auto const row = door.find<Row>(std::string{columns} + " and person = :person and guide = :guide", door.scope().partnership, evening, person, guide);
    return row ? std::optional{opened(keys, evening, *row)} : std::nullopt;
}
std::vector<ReviewRow> reviews_of(db::Door& door, confidentiality::Keyring& keys, EveningId const& evening, TipsGrant const& granted) {
    std::vector<ReviewRow> all;
    for (auto const& row : door.list<Row>(std::string{columns} + " and handed_in_at is not null and answers <> '' order by guide, handed_in_at, person", door.scope().partnership, granted.record())) all.push_back(opened(keys, evening, row));
    return all;
}

} // namespace training
