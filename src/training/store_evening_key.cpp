#include "training/store_evening_key.h"

namespace training {
namespace {
struct Old {
    EveningId evening;
    base::Moment begins_at;
};
} // namespace

visit::PersonId key_of(EveningId const& evening) { return visit::PersonId{evening.value()}; }
void make_evening_key(confidentiality::Keyring& keys, EveningId const& evening) { keys.create(key_of(evening)); }

std::vector<EveningId> evenings_past(db::Door& door, base::Date today) {
    std::vector<EveningId> past;
    for (auto const& row : door.list<Old>("select e.id, e.begins_at from evenings e where e.partnership = :partnership and ("
                                          "exists (select 1 from tips t where t.partnership = e.partnership and t.evening = e.id and (t.top <> '' or t.tip <> '')) or "
                                          "exists (select 1 from preparations p where p.partnership = e.partnership and p.evening = e.id and (p.draft <> '' or p.answers <> '')) or "
                                          "exists (select 1 from reviews r where r.partnership = e.partnership and r.evening = e.id and r.answers <> ''))",
                                          door.scope().partnership))
        if (texts_past(base::local_date(row.begins_at), today)) past.push_back(row.evening);
    return past;
}

void blank_evening(db::Write& tx, EveningId const& evening) {
    auto const& partnership = tx.scope().partnership;
    tx.run("update tips set top = '', tip = '' where partnership = :partnership and evening = :evening", partnership, evening);
    tx.run("update preparations set draft = '', answers = '' where partnership = :partnership and evening = :evening", partnership, evening);
    tx.run("update reviews set answers = '' where partnership = :partnership and evening = :evening", partnership, evening);
}

} // namespace training
