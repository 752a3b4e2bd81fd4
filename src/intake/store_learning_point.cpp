#include "intake/store_learning_point.h"

#include "confidentiality/store_consent.h"

namespace intake {
namespace {
constexpr std::string_view columns = "select id, interview, person, words, written_at, answer, answered_at from learning_points where partnership = :partnership and taken_back_at is null ";
}

void add_point(db::Write& tx, confidentiality::Keyring& keys, LearningPointId const& id, Entry const& interview, std::string const& words, visit::PersonId const& by, base::Moment now) {
    tx.run("insert into learning_points (id, partnership, interview, person, words, written_by, written_at) values (:id, :partnership, :interview, :person, :words, :by, :now)", id, tx.scope().partnership, interview.id, interview.person,
           keys.seal({interview.person}, {"learning_points", "words", id.value()}, words), by, now);
}
std::vector<PointRow> points_of(db::Door& door, visit::PersonId const& person) { return door.list<PointRow>(std::string{columns} + "and person = :person order by written_at, id", door.scope().partnership, person); }
std::optional<PointRow> find_point(db::Door& door, LearningPointId const& id) { return door.find<PointRow>(std::string{columns} + "and id = :id", door.scope().partnership, id); }
void answer_point(db::Write& tx, PointRow const& point, Release answer, int text_version, text::Language language, base::Moment now) {
    tx.run("update learning_points set answer = :answer, answered_at = :now where partnership = :partnership and id = :id and taken_back_at is null", answer, now, tx.scope().partnership, point.id);
    auto released = tx.one<std::int64_t>("select count(*) from learning_points where partnership = :partnership and person = :person and answer = 'yes' and taken_back_at is null", tx.scope().partnership, point.person).value_or(0);
    using confidentiality::Purpose;
    if (released == 0) confidentiality::withdraw(tx, point.person, Purpose::learning_points_to_trainers, now);
    else if (answer == Release::yes) confidentiality::give(tx, point.person, Purpose::learning_points_to_trainers, text_version, language, now);
}
void take_back(db::Write& tx, LearningPointId const& id, base::Moment now) {
    tx.run("update learning_points set words = '', taken_back_at = :now where partnership = :partnership and id = :id and taken_back_at is null", now, tx.scope().partnership, id);
}

} // namespace intake
