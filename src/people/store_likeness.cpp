#include "people/store_likeness.h"

#include <algorithm>

namespace people {

std::vector<Likeness> alike(db::Door& door, PersonId const& person) {
    struct Row {
        PersonId id;
        bool mail, phone, name;
        std::optional<bool> same;
    };
    std::vector<Likeness> found;
    for (auto const& row : door.list<Row>("select b.id, case when a.mail_hash = b.mail_hash then 1 else 0 end, case when a.phone_hash = b.phone_hash then 1 else 0 end, case when a.name_hash = b.name_hash then 1 else 0 end, l.same "
                                          "from people a join people b on b.partnership = a.partnership and b.id <> a.id and (b.mail_hash = a.mail_hash or b.phone_hash = a.phone_hash or b.name_hash = a.name_hash) "
                                          "left join likenesses l on l.partnership = a.partnership and ((l.one = a.id and l.other = b.id) or (l.one = b.id and l.other = a.id)) "
                                          "where a.partnership = :partnership and a.id = :person and b.name <> '' order by b.created_at, b.id",
                                          door.scope().partnership, person)) {
        Likeness its{row.id, {}, row.same};
        if (row.mail) its.shared.push_back(Shared::mail);
        if (row.phone) its.shared.push_back(Shared::phone);
        if (row.name) its.shared.push_back(Shared::name);
        found.push_back(std::move(its));
    }
    return found;
}

void decide_likeness(db::Write& tx, PersonId const& one, PersonId const& other, bool same, PersonId const& by, base::Moment now) {
    auto const& [first, second] = std::minmax(one, other);
    tx.run("insert into likenesses (partnership, one, other, same, decided_by, decided_at) values (:partnership, :one, :other, :same, :by, :now) on conflict (partnership, one, other) do update set same = :same, decided_by = :by, decided_at = :now", tx.scope().partnership, first, second, same, by, now);
}

} // namespace people
