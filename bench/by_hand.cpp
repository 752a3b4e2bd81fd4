// The limit that our pages are measured against: a session and a list of fifty people over the same HTTP layer,
// straight on SQLite and written out by hand; nothing of the house between the two. At /alle a word is looked for
// in ten thousand names that are not sealed, and the first fifty in their order are shown.
#include "platform/http/server.h"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <sqlite3.h>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace {

std::string path;

void must(bool good, char const* what) {
    if (!good) throw std::runtime_error{what};
}

/// One connection and its prepared statements; each worker keeps its own.
class Kept {
public:
    Kept() {
        must(sqlite3_open_v2(path.c_str(), &db_, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nullptr) == SQLITE_OK, "no database");
        auto prepare = [&](char const* sql) {
            sqlite3_stmt* made = nullptr;
            must(sqlite3_prepare_v3(db_, sql, -1, SQLITE_PREPARE_PERSISTENT, &made, nullptr) == SQLITE_OK, sql);
            return made;
        };
        begin = prepare("begin");
        commit = prepare("commit");
        session = prepare("select person from sessions where secret = ?1 and ends_at > ?2");
        people = prepare("select id, name, lacks from people where partnership = ?1 order by since, id");
        many = prepare("select id, name, lacks from many where partnership = ?1");
    }
    ~Kept() {
        for (auto* each : {begin, commit, session, people, many}) sqlite3_finalize(each);
        sqlite3_close(db_);
    }
    Kept(Kept const&) = delete;
    Kept& operator=(Kept const&) = delete;

    sqlite3_stmt *begin = nullptr, *commit = nullptr, *session = nullptr, *people = nullptr, *many = nullptr;

private:
    sqlite3* db_ = nullptr;
};

void run(sqlite3_stmt* statement) {
    sqlite3_step(statement);
    sqlite3_reset(statement);
}
std::string_view text(sqlite3_stmt* row, int column) { return {reinterpret_cast<char const*>(sqlite3_column_text(row, column)), static_cast<std::size_t>(sqlite3_column_bytes(row, column))}; }

void escaped(std::string& out, std::string_view text) {
    for (char c : text) switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        default: out += c;
        }
}

void row(std::string& out, std::string_view id, std::string_view name, std::string_view lacks) {
    out += "<tr><th scope=\"row\"><a href=\"/buddys/";
    out += id;
    out += "\">";
    escaped(out, name);
    out += "</a></th><td>";
    escaped(out, lacks);
    out += "</td></tr>\n";
}

struct Person {
    std::string id, name, lacks;
};
std::vector<Person> found(Kept& kept, std::string const& word) {
    std::vector<Person> all;
    sqlite3_bind_text(kept.many, 1, "waterrijk", -1, SQLITE_STATIC);
    while (sqlite3_step(kept.many) == SQLITE_ROW)
        if (text(kept.many, 1).find(word) != std::string_view::npos) all.push_back({std::string{text(kept.many, 0)}, std::string{text(kept.many, 1)}, std::string{text(kept.many, 2)}});
    sqlite3_reset(kept.many);
    std::sort(all.begin(), all.end(), [](Person const& a, Person const& b) { return a.name < b.name; });
    return all;
}

http::Response answer(http::Request& request) {
    thread_local Kept kept;
    auto secret = request.cookie("session");
    if (!secret) return {303, {{"Location", "/inloggen"}}, {}, {}};
    run(kept.begin);
    sqlite3_bind_text(kept.session, 1, secret->data(), static_cast<int>(secret->size()), SQLITE_STATIC);
    sqlite3_bind_int64(kept.session, 2, 1'800'000'000);
    bool const known = sqlite3_step(kept.session) == SQLITE_ROW;
    sqlite3_reset(kept.session);
    http::Response response{known ? 200 : 303, {{"Content-Type", "text/html; charset=utf-8"}, {"Cache-Control", "no-store"}}, {}, {}};
    auto& out = response.body;
    if (known) {
        out.reserve(8192);
        out += "<!doctype html><html lang=\"nl\"><head><meta charset=\"utf-8\"><title>Buddy’s</title><link rel=\"stylesheet\" href=\"/bestanden/naast.css\"></head><body><nav><a href=\"/vandaag\">Vandaag</a><a href=\"/buddys\">Buddy’s</a></nav>"
               "<main><h1>Buddy’s</h1><table><caption>Buddy’s en deelnemers</caption><thead><tr><th scope=\"col\">Naam</th><th scope=\"col\">Nog te doen</th></tr></thead><tbody>";
        if (request.path == "/alle") {
            auto const all = found(kept, request.query.get("zoek"));
            for (std::size_t i = 0; i < std::min<std::size_t>(all.size(), 50); ++i) row(out, all[i].id, all[i].name, all[i].lacks);
        } else {
            sqlite3_bind_text(kept.people, 1, "waterrijk", -1, SQLITE_STATIC);
            while (sqlite3_step(kept.people) == SQLITE_ROW) row(out, text(kept.people, 0), text(kept.people, 1), text(kept.people, 2));
            sqlite3_reset(kept.people);
        }
        out += "</tbody></table></main></body></html>\n";
    }
    run(kept.commit);
    return response;
}

void fill() {
    sqlite3* db = nullptr;
    must(sqlite3_open(path.c_str(), &db) == SQLITE_OK, "no database");
    auto say = [&](std::string const& sql) { must(sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK, "the database cannot be filled"); };
    say("pragma journal_mode=wal");
    say("begin");
    say("create table sessions (secret text primary key, person text not null, ends_at integer not null)");
    say("create table people (id text primary key, partnership text not null, name text not null, lacks text not null, since integer not null)");
    say("create index people_of on people (partnership, since, id)");
    for (int n = 0; n < 200; ++n) say("insert into sessions values ('secret-" + std::to_string(n) + "', 'p', 1900000000)");
    for (int n = 0; n < 50; ++n) say("insert into people values ('person-0123456789-" + std::to_string(n) + "', 'waterrijk', 'Buddy " + std::to_string(n) + " van den Voorbeeld', 'klaar om te koppelen', " + std::to_string(n) + ")");
    say("create table many (id text primary key, partnership text not null, name text not null, lacks text not null)");
    for (int n = 0; n < 10000; ++n) say("insert into many values ('person-0123456789-" + std::to_string(n) + "', 'waterrijk', '" + (n % 10 ? "Noor van den Voorbeeld " : "Noor Aksoy ") + std::to_string(n * 7919 % 10000) + "', 'wacht')");
    say("commit");
    sqlite3_close(db);
}

} // namespace

/// usage: by_hand NEW_DATABASE; says on which port it answers and ends at SIGTERM
int main(int count, char** words) {
    if (count != 2) return 2;
    path = words[1];
    fill();
    sigset_t ending;
    sigemptyset(&ending);
    sigaddset(&ending, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &ending, nullptr);
    http::Server server{{"127.0.0.1", 0}, {}, answer, [](std::string const&, std::string const&) { return http::Lane::pages; }, [](http::Response&) {}, {}};
    std::printf("%d\n", server.port());
    std::fflush(stdout);
    int got = 0;
    sigwait(&ending, &got);
    server.stop();
}
