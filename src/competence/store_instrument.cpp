#include "competence/store_instrument.h"

namespace competence {
namespace {
struct Row {
    int number;
    std::string words, low, high;
};
} // namespace

int current_instrument(db::Door& door) { return static_cast<int>(door.one<std::int64_t>("select max(version) from instruments where partnership = :partnership", door.scope().partnership).value_or(standard_instrument)); }
std::vector<InstrumentRow> instruments(db::Door& door) { return door.list<InstrumentRow>("select version, weeks_1, weeks_2, made_by, made_at from instruments where partnership = :partnership order by version desc", door.scope().partnership); }
OwnInstrument instrument_of(db::Door& door, int version) {
    OwnInstrument its;
    for (auto const& row : instruments(door))
        if (row.version == version) its.weeks_1 = row.weeks_1, its.weeks_2 = row.weeks_2;
    for (auto& row : door.list<Row>("select number, words, low, high from instrument_statements where partnership = :partnership and version = :version", door.scope().partnership, version))
        its.statements.at(static_cast<std::size_t>(row.number - 1)) = {std::move(row.words), std::move(row.low), std::move(row.high)};
    return its;
}
bool add_instrument(db::Write& tx, int version, OwnInstrument const& instrument, visit::PersonId const& by, base::Moment now) {
    auto const& partnership = tx.scope().partnership;
    if (tx.run("insert into instruments (partnership, version, weeks_1, weeks_2, made_by, made_at) values (:partnership, :version, :weeks_1, :weeks_2, :by, :now) on conflict do nothing", partnership, version, instrument.weeks_1, instrument.weeks_2, by, now) == 0) return false;
    int number = 0;
    for (auto const& each : instrument.statements) tx.run("insert into instrument_statements (partnership, version, number, words, low, high) values (:partnership, :version, :number, :words, :low, :high)", partnership, version, ++number, each.words, each.low, each.high);
    return true;
}

} // namespace competence
