#include "toolbox/store_version.h"

namespace toolbox {
namespace {

constexpr std::string_view columns = "select id, material, tongue, words, written_by, written_at from material_texts ";

struct Counted {
    std::string material, tongue;
    std::int64_t count;
};
struct Latest {
    std::string material, tongue;
    std::optional<std::string> version;
};

} // namespace

std::string text_of(db::Door& door, Sheet const& sheet) {
    auto words = door.one<std::string>("select t.words from material_publications p join material_texts t on t.id = p.version where p.partnership = :partnership and p.material = :material and p.tongue = :tongue "
                                       "and p.number = (select max(number) from material_publications where partnership = :partnership and material = :material and tongue = :tongue)",
                                       door.scope().partnership, sheet.material, sheet.tongue);
    return words ? *words : std::string{standard_text(sheet)};
}

bool open_to_everyone(db::Door& door, Sheet const& sheet) {
    return !draft_until_approved(sheet.material) ||
           door.one<std::int64_t>("select count(*) from material_publications where partnership = :partnership and material = :material and tongue = :tongue", door.scope().partnership, sheet.material, sheet.tongue).value_or(0) > 0;
}

std::vector<Publication> publications(db::Door& door, Keep const& granted, Sheet const& sheet) {
    return door.list<Publication>("select version, published_by, published_at from material_publications where partnership = :partnership and material = :material and tongue = :tongue order by number desc", granted.record(), sheet.material, sheet.tongue);
}
std::vector<VersionRow> versions(db::Door& door, Keep const& granted, Sheet const& sheet) {
    return door.list<VersionRow>(std::string{columns} + "where partnership = :partnership and material = :material and tongue = :tongue order by written_at desc, id", granted.record(), sheet.material, sheet.tongue);
}
std::optional<VersionRow> find(db::Door& door, Keep const& granted, VersionId const& id) { return door.find<VersionRow>(std::string{columns} + "where partnership = :partnership and id = :id", granted.record(), id); }
std::optional<VersionRow> find_for_link(db::Door& door, VersionId const& id) { return door.find<VersionRow>(std::string{columns} + "where partnership = :partnership and id = :id", door.scope().partnership, id); }

void add(db::Write& tx, Keep const& granted, VersionId const& id, Sheet const& sheet, std::string const& words, base::Moment now) {
    tx.run("insert into material_texts (id, partnership, material, tongue, words, written_by, written_at) values (:id, :partnership, :material, :tongue, :words, :by, :now)", id, granted.record(), sheet.material, sheet.tongue, words, *granted.viewer().person, now);
}
void publish(db::Write& tx, Keep const& granted, std::string const& id, Sheet const& sheet, std::optional<VersionId> const& version, base::Moment now) {
    // two at once: the unique number refuses one of them
    auto const number = tx.one<std::int64_t>("select max(number) from material_publications where partnership = :partnership and material = :material and tongue = :tongue", granted.record(), sheet.material, sheet.tongue).value_or(0) + 1;
    tx.run("insert into material_publications (id, partnership, material, tongue, version, published_by, published_at, number) values (:id, :partnership, :material, :tongue, :version, :by, :now, :number)", id, granted.record(), sheet.material, sheet.tongue, version,
           *granted.viewer().person, now, number);
}
void add_asking(db::Write& tx, Keep const& granted, std::string const& id, VersionId const& version, base::Moment now, base::Moment ends) {
    tx.run("insert into material_askings (id, partnership, version, asked_by, asked_at, ends_at) values (:id, :partnership, :version, :by, :now, :ends)", id, granted.record(), version, *granted.viewer().person, now, ends);
}
std::vector<Asking> askings(db::Door& door, Keep const& granted, VersionId const& version) {
    return door.list<Asking>("select asked_by, asked_at, ends_at from material_askings where partnership = :partnership and version = :version order by asked_at, id", granted.record(), version);
}
bool add_comment(db::Write& tx, std::string const& id, VersionId const& version, Comment const& comment, base::Moment now) {
    if (tx.one<std::int64_t>("select count(*) from material_comments where partnership = :partnership and version = :version", tx.scope().partnership, version).value_or(0) >= most_comments) return false;
    tx.run("insert into material_comments (id, partnership, version, reader, words, given_at) values (:id, :partnership, :version, :reader, :words, :now)", id, tx.scope().partnership, version, comment.reader, comment.words, now);
    return true;
}
std::vector<CommentRow> comments(db::Door& door, Keep const& granted, VersionId const& version) {
    return door.list<CommentRow>("select reader, words, given_at from material_comments where partnership = :partnership and version = :version order by given_at, id", granted.record(), version);
}

std::map<std::string, Own> own_texts(db::Door& door, Keep const& granted) {
    std::map<std::string, Own> found;
    for (auto const& row : door.list<Counted>("select material, tongue, count(*) from material_texts where partnership = :partnership group by material, tongue", granted.record())) found[row.material + "-" + row.tongue].versions = row.count;
    for (auto const& row : door.list<Counted>("select t.material, t.tongue, count(*) from material_comments c join material_texts t on t.id = c.version where c.partnership = :partnership group by t.material, t.tongue", granted.record()))
        found[row.material + "-" + row.tongue].comments = row.count;
    for (auto const& row : door.list<Latest>("select p.material, p.tongue, p.version from material_publications p where p.partnership = :partnership and p.number = (select max(q.number) from material_publications q where q.partnership = p.partnership and q.material = "
                                             "p.material and q.tongue = p.tongue)",
                                             granted.record()))
        found[row.material + "-" + row.tongue].published = row.version.has_value();
    return found;
}

} // namespace toolbox
