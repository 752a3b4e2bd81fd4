#include "app/demo_pattern.h"

#include "people/store_people.h"
#include "platform/base/require.h"

#include <algorithm>
#include <boost/json.hpp>
#include <set>

namespace app {
namespace {
using confidentiality::Sealed;
namespace json = boost::json;

constexpr std::size_t id_length = 22;

/// Where ids stand that others refer to.
constexpr std::array<std::string_view, 2> id_columns{"id", "page_key"};

/// What is no part of a programme, or chained to what was before it.
bool left_out(std::string const& table) {
    static std::set<std::string> const its{"access_log", "access_log_heads", "worry_log", "worry_log_heads", "outbox", "done_forms", "request_drafts", "digests"};
    return its.contains(table);
}

class Reader {
public:
    Reader(Program& program, std::string const& slug) : program_{program}, catalogue_{program.data()} {
        auto const found = people::find_partnership_by_slug(*program.data().read(db::Scope::of_hall()), slug);
        base::require(found.has_value(), "there is no partnership of this name");
        partnership_ = found->id.value();
    }

    Pattern read() {
        auto const here = program_.data().read(db::Scope::of(partnership_));
        auto const hall = program_.data().read(db::Scope::of_hall());
        auto const raw = rows(*here, *hall);
        for (auto const& [table, all] : raw)
            for (auto const& row : all) note_ids(table, row);
        note_people(*here);
        its_.partnership = its_.id_at.at(partnership_);
        its_.coordinator = its_.id_at.at(here->one<std::string>("select person from person_roles where partnership = :partnership and role = 'coordinator' and until is null order by since limit 1", partnership_).value());
        for (auto const& id : its_.ids)
            if (program_.keys().has(visit::PersonId{id})) its_.key_holders.push_back(its_.id_at.at(id));
        for (auto const& [table, all] : raw) {
            if (all.empty()) continue;
            PatternRows made{table, {}};
            for (auto const& row : all) made.rows.push_back(object(table, row));
            (table.has("partnership") || table.name == "partnerships" ? its_.of_partnership : its_.of_hall).push_back(std::move(made));
        }
        return std::move(its_);
    }

private:
    using Rows = std::pair<db::Table, std::vector<json::array>>;

    std::vector<json::array> parsed(std::vector<std::string> const& texts) {
        std::vector<json::array> all;
        for (auto const& text : texts) all.push_back(json::parse(text).as_array());
        return all;
    }

    /// Every row of the partnership by table, in the order in which they can be put; the accounts of its people too.
    std::vector<Rows> rows(db::Door& here, db::Door& hall) {
        auto const& id = partnership_;
        std::vector<Rows> all;
        std::vector<std::string> accounts;
        for (auto const& table : catalogue_.tables()) {
            if (left_out(table.name)) continue;
            if (table.name == "partnerships") all.emplace_back(table, parsed(catalogue_.rows(here, table, "id", id)));
            else if (table.name == "accounts") all.emplace_back(table, std::vector<json::array>{});
            else if (table.name == "memberships" || table.name == "jobs") all.emplace_back(table, parsed(catalogue_.rows(hall, table, "of_partnership", id)));
            else if (table.has("partnership")) all.emplace_back(table, parsed(catalogue_.rows(here, table, "partnership", id)));
        }
        auto const of = [&](std::string_view name) { return std::find_if(all.begin(), all.end(), [&](auto const& one) { return one.first.name == name; }); };
        auto const memberships = of("memberships"), its = of("accounts");
        for (auto const& row : memberships->second)
            for (auto& account : parsed(catalogue_.rows(hall, its->first, "id", std::string{row[at(memberships->first, "account")].as_string()}))) its->second.push_back(std::move(account));
        return all;
    }

    static std::size_t at(db::Table const& table, std::string_view column) { return static_cast<std::size_t>(std::find(table.columns.begin(), table.columns.end(), column) - table.columns.begin()); }

    void note_ids(db::Table const& table, json::array const& row) {
        for (auto const column : id_columns) {
            if (!table.has(column) || !row[at(table, column)].is_string()) continue;
            auto const id = std::string{row[at(table, column)].as_string()};
            if (id.size() != id_length) continue;
            if (its_.id_at.emplace(id, its_.ids.size()).second) its_.ids.push_back(id);
        }
    }

    std::optional<std::size_t> mark(std::optional<std::string> const& hash) {
        if (!hash) return {};
        auto const [found, fresh] = mark_at_.emplace(*hash, its_.marks.size());
        if (fresh) its_.marks.push_back(*hash);
        return found->second;
    }

    void note_people(db::Door& here) {
        for (std::size_t i = 0; i < its_.ids.size(); ++i) {
            auto const known = people::find_person(here, program_.keys(), visit::PersonId{its_.ids[i]});
            if (!known) continue;
            people::Contact const contact{known->name, known->mail, known->phone};
            auto const marks = people::marks(program_.keys(), contact);
            person_at_.emplace(its_.ids[i], its_.people.size());
            its_.people.push_back({i, contact, mark(marks.mail), mark(marks.phone), mark(marks.name)});
        }
    }

    /// A text with a hole wherever an id stands in it.
    Pieces with_holes(std::string const& text) const {
        Pieces all;
        std::string plain;
        auto const close = [&] {
            if (!plain.empty()) all.push_back({Piece::Kind::plain, std::exchange(plain, {})});
        };
        for (std::size_t i = 0; i < text.size();) {
            auto const found = i + id_length <= text.size() ? its_.id_at.find(text.substr(i, id_length)) : its_.id_at.end();
            if (found == its_.id_at.end()) plain += text[i++];
            else {
                close();
                all.push_back({Piece::Kind::id, {}, found->second});
                i += id_length;
            }
        }
        close();
        return all;
    }

    /// What a sealed value says and the row of its place, which is made of up to three cells.
    SealedText opened(db::Table const& table, std::string const& column, std::string const& value, std::vector<std::string> const& cells) {
        auto const opens = [&](std::string const& row) { return program_.keys().open({value}, {table.name, column, row}); };
        std::vector<std::string> rows = cells;
        for (auto const& one : cells)
            for (auto const& other : cells) rows.push_back(one + "-" + other);
        for (auto const& one : cells)
            for (auto const& other : cells)
                for (auto const& third : cells) rows.push_back(one + "-" + other + "-" + third);
        for (auto const& row : rows)
            if (auto const says = opens(row)) {
                SealedText made{table.name, column, with_holes(row), {}, *says};
                for (auto const& person : confidentiality::Keyring::concerned({value})) made.concerned.push_back(its_.id_at.at(person.value()));
                return made;
            }
        throw base::Impossible{"a sealed value of " + table.name + "." + column + " opens nowhere"};
    }

    bool is_sealed(std::string const& value) const {
        auto const concerned = confidentiality::Keyring::concerned({value});
        return !concerned.empty() && std::all_of(concerned.begin(), concerned.end(), [&](auto const& person) { return its_.id_at.contains(person.value()); });
    }

    Piece sealed(db::Table const& table, std::string const& column, std::string const& value, json::array const& row) {
        std::vector<std::string> cells;
        for (auto const& cell : row)
            if (cell.is_string() && cell.as_string().size() <= 40 && !cell.as_string().empty()) cells.emplace_back(cell.as_string());
        auto text = opened(table, column, value, cells);
        if (table.name == "people") text.person = person_at_.at(std::string{row[at(table, "id")].as_string()});
        its_.sealed.push_back(std::move(text));
        return {Piece::Kind::sealed, {}, its_.sealed.size() - 1};
    }

    /// One cell as JSON.
    Pieces cell(db::Table const& table, std::string const& column, json::value const& value, json::array const& row) {
        if (!value.is_string()) return {{Piece::Kind::plain, table.name == "partnerships" && column == "position" ? "9" : json::serialize(value)}};
        auto const text = std::string{value.as_string()};
        Pieces inside;
        if (auto const found = mark_at_.find(text); found != mark_at_.end()) inside = {{Piece::Kind::mark, {}, found->second}};
        else if (is_sealed(text)) inside = {sealed(table, column, text, row)};
        else {
            inside = with_holes(text);
            for (auto& piece : inside)
                if (piece.kind == Piece::Kind::plain) {
                    auto const quoted = json::serialize(json::string{piece.text});
                    piece.text = quoted.substr(1, quoted.size() - 2);
                }
            if (table.name == "partnerships" && (column == "slug" || column == "name" || column == "support_point")) inside.push_back({Piece::Kind::name});
        }
        inside.insert(inside.begin(), {Piece::Kind::plain, "\""});
        inside.push_back({Piece::Kind::plain, "\""});
        return inside;
    }

    /// A row as one JSON object, its plain pieces joined.
    Pieces object(db::Table const& table, json::array const& row) {
        Pieces all;
        auto const add = [&](Piece piece) {
            if (piece.kind == Piece::Kind::plain && !all.empty() && all.back().kind == Piece::Kind::plain) all.back().text += piece.text;
            else all.push_back(std::move(piece));
        };
        for (std::size_t i = 0; i < row.size(); ++i) {
            add({Piece::Kind::plain, (i == 0 ? "{\"" : ",\"") + table.columns[i] + "\":"});
            for (auto& piece : cell(table, table.columns[i], row[i], row)) add(std::move(piece));
        }
        add({Piece::Kind::plain, "}"});
        return all;
    }

    Program& program_;
    db::Catalogue catalogue_;
    std::string partnership_;
    Pattern its_;
    std::map<std::string, std::size_t> mark_at_, person_at_;
};

} // namespace

Pattern pattern_of(Program& program, std::string const& slug) { return Reader{program, slug}.read(); }

} // namespace app
