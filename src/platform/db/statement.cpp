#include "platform/db/statement.h"

#include "platform/base/require.h"

#include <algorithm>
#include <cctype>
#include <soci/sqlite3/soci-sqlite3.h>

namespace db {
namespace {

std::vector<std::string> names_in(std::string_view sql) {
    std::vector<std::string> names;
    bool quoted = false;
    for (std::size_t i = 0; i < sql.size(); ++i) {
        if (sql[i] == '\'') quoted = !quoted;
        if (quoted || sql[i] != ':') continue;
        auto end = i + 1;
        while (end < sql.size() && (std::isalnum(static_cast<unsigned char>(sql[end])) || sql[end] == '_')) ++end;
        std::string name{sql.substr(i + 1, end - i - 1)};
        if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
        i = end - 1;
    }
    return names;
}

} // namespace

Kind kind_of(Value const& value) { return std::holds_alternative<std::int64_t>(value) ? Kind::number : std::holds_alternative<double>(value) ? Kind::real
                                                                                                                                             : Kind::text; }

Statement::Statement(soci::session& session, std::string_view sql, std::vector<Value> const& args, std::vector<Kind> const& columns) : statement_{session} {
    auto names = names_in(sql);
    base::require(names.size() == args.size(), "a query got another number of values than it names");
    for (auto kind : columns) {
        auto& slot = intos_.emplace_back();
        slot.kind = kind;
        if (kind == Kind::text) statement_.exchange(soci::into(slot.text, slot.state));
        else if (kind == Kind::number) statement_.exchange(soci::into(slot.number, slot.state));
        else statement_.exchange(soci::into(slot.real, slot.state));
    }
    for (std::size_t i = 0; i < args.size(); ++i) {
        auto& slot = uses_.emplace_back();
        slot.kind = kind_of(args[i]);
        if (slot.kind == Kind::text) statement_.exchange(soci::use(slot.text, slot.state, names[i]));
        else if (slot.kind == Kind::number) statement_.exchange(soci::use(slot.number, slot.state, names[i]));
        else statement_.exchange(soci::use(slot.real, slot.state, names[i]));
    }
    statement_.alloc();
    statement_.prepare(std::string{sql});
    statement_.define_and_bind();
}

bool Statement::execute(std::vector<Value>& args) {
    for (std::size_t i = 0; i < args.size(); ++i) put(uses_[i], args[i]);
    // with data exchange: without it SOCI binds no values; it brings the first row along
    return statement_.execute(true);
}

void Statement::read(std::vector<Value>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) cells[i] = got(intos_[i]);
}

void Statement::rest() {
    if (auto* back = static_cast<soci::sqlite3_statement_backend*>(statement_.get_backend()); back->stmt_) sqlite_api::sqlite3_reset(back->stmt_);
}

void Statement::put(Slot& slot, Value& value) {
    slot.state = std::holds_alternative<std::monostate>(value) ? soci::i_null : soci::i_ok;
    if (auto* text = std::get_if<std::string>(&value)) slot.text = std::move(*text);
    else if (auto* number = std::get_if<std::int64_t>(&value)) slot.number = *number;
    else if (auto* real = std::get_if<double>(&value)) slot.real = *real;
}
Value Statement::got(Slot& slot) {
    if (slot.state == soci::i_null) return {};
    if (slot.kind == Kind::text) return slot.text;
    if (slot.kind == Kind::number) return std::int64_t{slot.number};
    return slot.real;
}

} // namespace db
