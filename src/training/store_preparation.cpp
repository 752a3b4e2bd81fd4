#include "training/store_preparation.h"

#include "platform/base/bundle.h"
#include "training/store_evening_key.h"

namespace training {
namespace {

struct Row {
    EveningId evening;
    confidentiality::Sealed draft, answers;
    std::optional<base::Moment> handed_in_at;
};
constexpr std::string_view columns = "select evening, draft, answers, handed_in_at from preparations where partnership = :partnership and evening = :evening and person = :person";

std::string row_of(EveningId const& evening, visit::PersonId const& person) { return evening.value() + "-" + person.value(); }

confidentiality::Sealed sealed(confidentiality::Keyring& keys, char const* column, EveningId const& evening, visit::PersonId const& person, HomeAnswers const& answers) {
    if (answers.empty()) return {};
    return keys.seal({person, key_of(evening)}, {"preparations", column, row_of(evening, person)}, base::bundled(answers));
}
HomeAnswers opened(confidentiality::Keyring& keys, char const* column, EveningId const& evening, visit::PersonId const& person, confidentiality::Sealed const& text) {
    return base::unbundled(keys.open(text, {"preparations", column, row_of(evening, person)}).value_or(""));
}

} // namespace

void keep_preparation(db::Write& tx, confidentiality::Keyring& keys, EveningId const& evening, visit::PersonId const& person, HomeAnswers const& typed) {
    tx.run("insert into preparations (partnership, evening, person, draft, answers) values (:partnership, :evening, :person, :draft, '') on conflict (partnership, evening, person) do update set draft = :draft", tx.scope().partnership, evening, person, sealed(keys, "draft", evening, person, typed));
}
void hand_in(db::Write& tx, confidentiality::Keyring& keys, EveningId const& evening, visit::PersonId const& person, HomeAnswers const& answers, base::Moment now) {
    tx.run("insert into preparations (partnership, evening, person, draft, answers, handed_in_at) values (:partnership, :evening, :person, '', :answers, :now) on conflict (partnership, evening, person) do update set draft = '', answers = :answers, handed_in_at = :now", tx.scope().partnership, evening,
           person, sealed(keys, "answers", evening, person, answers), now);
}
void take_back_preparation(db::Write& tx, confidentiality::Keyring& keys, EveningId const& evening, visit::PersonId const& person) {
    auto const its = preparation_of(tx, keys, evening, person);
    if (!its || !its->handed_in_at) return;
    tx.run("update preparations set draft = :draft, answers = '', handed_in_at = null where partnership = :partnership and evening = :evening and person = :person", sealed(keys, "draft", evening, person, its->draft.empty() ? its->answers : its->draft), tx.scope().partnership, evening, person);
}
std::optional<HomeWork> preparation_of(db::Door& door, confidentiality::Keyring& keys, EveningId const& evening, visit::PersonId const& person) {
    auto const row = door.find<Row>(columns, door.scope().partnership, evening, person);
    if (!row) return {};
    return HomeWork{evening, opened(keys, "draft", evening, person, row->draft), opened(keys, "answers", evening, person, row->answers), row->handed_in_at};
}
std::vector<HandedIn> handed_in(db::Door& door, EditionId const& edition) {
    return door.list<HandedIn>("select p.evening, p.person from preparations p join evenings e on e.partnership = p.partnership and e.id = p.evening join edition_people t on t.partnership = e.partnership and t.edition = e.edition and t.person = p.person and t.part = 'participant' and t.left_at is null where p.partnership = :partnership and e.edition = :edition and p.handed_in_at is not null and p.answers <> ''", door.scope().partnership, edition);
}
HomeAnswers answers_of(db::Door& door, confidentiality::Keyring& keys, EveningId const& evening, visit::Granted<visit::Action::see_participant, people::Person> const& granted) {
    visit::PersonId const person{granted.record().value()};
    auto const row = door.find<Row>(columns, door.scope().partnership, evening, person);
    return row && row->handed_in_at ? opened(keys, "answers", evening, person, row->answers) : HomeAnswers{};
}

} // namespace training
