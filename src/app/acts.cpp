#include "app/acts.h"

#include "account/store_accounts.h"
#include "app/erasure.h"
#include "app/founding.h"
#include "app/importing.h"
#include "app/planning.h"
#include "app/program.h"
#include "confidentiality/store_access_log.h"
#include "platform/base/log.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <ostream>
#include <unistd.h>

namespace app {
namespace {

/// A new, empty file that only its owner can read; it goes again unless it is kept.
class NewFile {
public:
    explicit NewFile(std::string path) : path_{std::move(path)}, file_{::open(path_.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600)} {
        if (file_ < 0 && errno == EEXIST) throw Wrong{"a backup does not overwrite a file"};
        if (file_ < 0) throw Wrong{"cannot write " + path_ + " (" + std::strerror(errno) + ")"};
    }
    NewFile(NewFile const&) = delete;
    NewFile& operator=(NewFile const&) = delete;
    ~NewFile() {
        ::close(file_);
        if (!kept_) ::unlink(path_.c_str());
    }
    void keep() {
        if (::fsync(file_) != 0) throw Wrong{"cannot write " + path_ + " (" + std::strerror(errno) + ")"};
        kept_ = true;
    }

private:
    std::string path_;
    int file_;
    bool kept_ = false;
};

int back_up(Program& program, Act const& act, std::ostream& out) {
    bool const embedded = program.data().embedded();
    if (embedded && act["file"].empty()) throw Misused{"say where the copy of the database goes too: naast backup FILE --keys FILE"};
    if (!embedded && !act["file"].empty()) throw Misused{"PostgreSQL is copied by its own tools (pg_dump); then the keys alone: naast backup --keys FILE"};
    // the keys last: whoever is in the copy of the data has a key in the copy of the keys, or was erased meanwhile
    std::optional<NewFile> data;
    if (embedded) data.emplace(act["file"]);
    NewFile keys{act["keys"]};
    if (embedded) program.data().copy_to(act["file"]);
    program.keys().copy_to(act["keys"]);
    if (data) data->keep();
    keys.keep();
    program.data().write(db::Scope::of_hall(), [&](db::Write& hall) {
        hall.run("insert into facts (name, value) values ('keys_copied_at', :now) on conflict (name) do update set value = :now", std::to_string(program.services().clock.now().time_since_epoch().count()));
    });
    out << "written; keep the keys elsewhere than the database, and the master key and the erasure journal too\n";
    return 0;
}

int erase_person(Program& program, Act const& act, std::ostream& out) {
    visit::PersonId const person{act["person"]};
    auto const all = people::partnerships(*program.data().read(db::Scope::of_hall()));
    auto const its = std::find_if(all.begin(), all.end(), [&](auto const& each) { return people::find_person(*program.data().read(db::Scope::of(each.id.value())), program.keys(), person).has_value(); });
    if (its == all.end()) {
        // whom it stopped halfway for is nobody any more, but not wholly gone
        auto const begun = begun_erasures(program.services());
        if (std::find(begun.begin(), begun.end(), person) == begun.end()) throw Wrong{"nobody has this id"};
    }
    erase(program.services(), program.config().journal_path(), person, its == all.end() ? "" : its->id.value());
    out << "erased\n";
    return 0;
}

int verify_log(Program& program, Act const& act, std::ostream& out) {
    bool const json = !act["json"].empty();
    int code = 0;
    std::string separator = "[\n";
    for (auto const& partnership : people::partnerships(*program.data().read(db::Scope::of_hall()))) {
        auto const door = program.data().read(db::Scope::of(partnership.id.value()));
        for (auto book : {confidentiality::Book::access, confidentiality::Book::worry}) {
            auto const result = confidentiality::verify(*door, book);
            bool const worries = book == confidentiality::Book::worry;
            if (worries && result.entries == 0 && !result.broken_at) continue;
            if (result.broken_at) code = 1;
            if (json)
                out << std::exchange(separator, ",\n") << R"({"partnership":)" << base::log::json_string(partnership.slug) << (worries ? R"(,"book":"worries")" : "") << R"(,"entries":)" << result.entries << R"(,"broken_at":)" << (result.broken_at ? std::to_string(*result.broken_at) : "null") << "}";
            else out << partnership.slug << (worries ? " (worries)" : "") << ": " << result.entries << " entries, " << (result.broken_at ? "BROKEN at " + std::to_string(*result.broken_at) : "unbroken") << "\n";
        }
    }
    if (json) out << (separator.front() == '[' ? "[]\n" : "\n]\n");
    return code;
}

int login_link(Program& program, Act const& act, std::ostream& out) {
    auto const tidy = people::tidy_mail(act["email"]);
    auto hall = program.data().read(db::Scope::of_hall());
    auto const first = tidy ? account::find_by_mail(*hall, program.keys(), *tidy) : std::nullopt;
    std::optional<account::AccountId> account;
    std::vector<account::Membership> all;
    bool staff = false;
    // of several accounts with this address the one with a task: an older one may have lost its own
    for (auto const& each : first ? account::all_with_mail_of(*hall, *first) : std::vector<account::AccountId>{}) {
        auto const places = account::memberships(*hall, each);
        bool works = false;
        for (auto const& place : places)
            for (auto const& row : people::roles_of(*program.data().read(db::Scope::of(place.partnership.value())), place.person)) works = works || visit::is_staff(row.role);
        if (places.empty() || (account && (staff || !works))) continue;
        account = each;
        all = places;
        staff = works;
    }
    hall.reset();
    if (!account) throw Wrong{"nobody has an account with this address"};
    auto& services = program.services();
    if (!staff) {
        services.data.write(db::Scope::of_hall(), [&](db::Write& tx) { jobs::later(tx, services.random, "login", all.front().partnership.value(), account->value(), "", services.clock.now()); });
        program.run_jobs();
        out << "the link was mailed to this person; for parents and buddies it is never shown here\n";
        return 0;
    }
    auto token = base::random_text(services.random, 32);
    services.data.write(db::Scope::of_hall(), [&](db::Write& tx) { account::add_link(tx, token, *account, "", services.clock.now() + account::link_lasts); });
    services.data.write(db::Scope::of(all.front().partnership.value()), [&](db::Write& tx) {
        tx.before_commit([&](db::Write& last) { confidentiality::append(last, {{"console", "administrator", "account.log_in", account->value(), all.front().person.value(), "P2", "console"}}, services.clock.now()); });
    });
    out << services.base_url << "/inloggen/" << token << "\n";
    return 0;
}

using Doer = int (*)(Program&, Act const&, std::ostream&);
std::map<std::string_view, Doer> const doers{{"audit verify", verify_log}, {"backup", back_up}, {"erase", erase_person}, {"import postcodes", import_postcodes}, {"import schools", import_schools}, {"login-link", login_link}, {"match", match}, {"new-partnership", found_partnership}};

} // namespace

std::string const& Act::operator[](std::string const& option) const {
    static std::string const nothing;
    auto at = given.find(option);
    return at == given.end() ? nothing : at->second;
}

int perform(Program& program, Act const& act, std::ostream& out, std::ostream& err) {
    return guarded(err, [&] {
        auto doer = doers.find(act.name);
        if (doer == doers.end()) throw Wrong{"the process that serves does not know '" + act.name + "'; start it again with the newest program"};
        return doer->second(program, act, out);
    });
}

int guarded(std::ostream& err, std::function<int()> const& work) {
    int code = 1;
    std::string why;
    try {
        return work();
    } catch (Misused const& misused) {
        code = 2;
        why = misused.what();
    } catch (std::exception const& error) {
        why = error.what();
    }
    std::replace(why.begin(), why.end(), '\n', ' ');
    err << "naast: " << why << "\n";
    return code;
}

} // namespace app
