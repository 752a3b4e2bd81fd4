#include "training/store_programme.h"

namespace training {

int current_programme(db::Door& door) { return static_cast<int>(door.one<std::int64_t>("select max(version) from programmes where partnership = :partnership", door.scope().partnership).value_or(standard_programme)); }
std::vector<ProgrammeRow> programmes(db::Door& door) { return door.list<ProgrammeRow>("select version, made_by, made_at from programmes where partnership = :partnership order by version desc", door.scope().partnership); }

std::optional<Programme> find_programme(db::Door& door, int version) {
    if (version == standard_programme) return standard();
    auto const preparations = door.column<std::string>("select preparation from programme_evenings where partnership = :partnership and version = :version order by number", door.scope().partnership, version);
    Programme programme;
    if (preparations.size() != programme.size()) return {};
    for (std::size_t i = 0; i < programme.size(); ++i)
        programme[i] = {{preparations[i], door.list<Assignment>("select name, words, link, box from programme_assignments where partnership = :partnership and version = :version and number = :number order by position", door.scope().partnership, version, static_cast<int>(i) + 1)},
                        door.list<ProgrammePart>("select name, title, minutes, informal, goal, form_of_work, material, attention from programme_parts where partnership = :partnership and version = :version and number = :number order by position", door.scope().partnership, version, static_cast<int>(i) + 1)};
    return programme;
}

bool add_programme(db::Write& tx, int version, Programme const& programme, visit::PersonId const& by, base::Moment now) {
    if (tx.run("insert into programmes (partnership, version, made_by, made_at) values (:partnership, :version, :by, :now) on conflict do nothing", tx.scope().partnership, version, by, now) == 0) return false;
    int number = 0;
    for (auto const& evening : programme) {
        ++number;
        tx.run("insert into programme_evenings (partnership, version, number, preparation) values (:partnership, :version, :number, :preparation)", tx.scope().partnership, version, number, evening.preparation.words);
        int position = 0;
        for (auto const& one : evening.preparation.assignments)
            tx.run("insert into programme_assignments (partnership, version, number, position, name, words, link, box) values (:partnership, :version, :number, :position, :name, :words, :link, :box)", tx.scope().partnership, version, number, position++, one.name, one.words, one.link, one.box);
        position = 0;
        for (auto const& part : evening.parts)
            tx.run("insert into programme_parts (partnership, version, number, position, name, title, minutes, informal, goal, form_of_work, material, attention) values (:partnership, :version, :number, :position, :name, :title, :minutes, :informal, :goal, :form, :material, :attention)",
                   tx.scope().partnership, version, number, position++, part.name, part.title, part.minutes, part.informal, part.goal, part.form_of_work, part.material, part.attention);
    }
    return true;
}

int programme_version(db::Door& door, EditionId const& edition) {
    return static_cast<int>(door.one<std::int64_t>("select programme_version from editions where partnership = :partnership and id = :id", door.scope().partnership, edition).value_or(standard_programme));
}
void take_programme(db::Write& tx, EditionId const& edition, int version) {
    auto const kept = version == standard_programme ? std::optional<int>{} : std::optional{version};
    tx.run("update editions set programme_version = :version where partnership = :partnership and id = :id", kept, tx.scope().partnership, edition);
}

std::vector<KeptPart> kept_parts(db::Door& door, EveningId const& evening) {
    return door.list<KeptPart>("select part, case when skipped_at is null then 0 else 1 end from evening_parts where partnership = :partnership and evening = :evening order by position", door.scope().partnership, evening);
}

void keep_order(db::Write& tx, EveningId const& evening, std::vector<KeptPart> const& order, visit::PersonId const& by, base::Moment now) {
    int position = 0;
    for (auto const& [part, skipped] : order) {
        auto const at = skipped ? std::optional{now} : std::optional<base::Moment>{};
        auto const who = skipped ? std::optional{by} : std::optional<visit::PersonId>{};
        tx.run("insert into evening_parts (partnership, evening, part, position, skipped_at, skipped_by) values (:partnership, :evening, :part, :position, :at, :who) on conflict (partnership, evening, part) do update set position = :position", tx.scope().partnership, evening, part, position++, at, who);
        if (skipped) tx.run("update evening_parts set skipped_at = :at, skipped_by = :who where partnership = :partnership and evening = :evening and part = :part and skipped_at is null", now, by, tx.scope().partnership, evening, part);
        else tx.run("update evening_parts set skipped_at = null, skipped_by = null where partnership = :partnership and evening = :evening and part = :part and skipped_at is not null", tx.scope().partnership, evening, part);
    }
}

std::map<std::string, std::vector<std::string>> skipped_in(db::Door& door) {
    struct Skipped {
        std::string part, edition;
    };
    std::map<std::string, std::vector<std::string>> all;
    for (auto& [part, edition] : door.list<Skipped>("select s.part, d.name from evening_parts s join evenings e on e.partnership = s.partnership and e.id = s.evening join editions d on d.partnership = e.partnership and d.id = e.edition where s.partnership = :partnership and s.skipped_at is not null order by d.made_at desc, d.id, e.number", door.scope().partnership))
        all[part].push_back(edition);
    return all;
}

} // namespace training
