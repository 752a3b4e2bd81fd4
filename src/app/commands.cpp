#include "app/commands.h"

#include "account/store_accounts.h"
#include "app/demo.h"
#include "app/erasure.h"
#include "app/program.h"
#include "confidentiality/store_access_log.h"
#include "gen/migrations.h"
#include "platform/base/log.h"
#include "platform/crypto/crypto.h"
#include "platform/http/server.h"

#include <atomic>
#include <charconv>
#include <CLI/CLI.hpp>
#include <condition_variable>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <thread>

namespace app {
namespace {

struct Common {
    std::string data, database, config;
    Config settings() const {
        auto environment_settings = environment();
        if (!data.empty()) environment_settings["data"] = data;
        if (!database.empty()) environment_settings["database"] = database;
        return read_config(config, environment_settings);
    }
    void on(CLI::App& command) {
        command.add_option("--data", data, "folder of the database and the key store");
        command.add_option("--database", database, "sqlite:PATH or postgresql://…");
        command.add_option("--config", config, "settings file (TOML)");
    }
};

http::Listen listen_of(std::string const& text) {
    auto split = text.rfind(':');
    int port = -1;
    if (split != std::string::npos) std::from_chars(text.data() + split + 1, text.data() + text.size(), port);
    if (port < 0 || port > 65535) throw Wrong{"listen must be ADDRESS:PORT, such as 127.0.0.1:8080"};
    return {text.substr(0, split), static_cast<std::uint16_t>(port)};
}

/// What runs beside the server: jobs every second, checkpoints every minute.
class Background {
public:
    explicit Background(Program& program) : program_{program}, thread_{[this] { work(); }} {}
    ~Background() {
        {
            std::scoped_lock hold{mutex_};
            ending_ = true;
        }
        wake_.notify_all();
        thread_.join();
    }

private:
    void work() {
        std::unique_lock hold{mutex_};
        for (int second = 1; !wake_.wait_for(hold, std::chrono::seconds{1}, [this] { return ending_; }); ++second) {
            hold.unlock();
            try {
                program_.run_jobs();
                if (second % 60 == 0) program_.data().checkpoint(false);
                if (second % 3600 == 0) program_.sweep();
            } catch (std::exception const& error) {
                base::log::write(base::log::Level::error, "background", {{"why", error.what()}});
            }
            hold.lock();
        }
    }
    Program& program_;
    std::mutex mutex_;
    std::condition_variable wake_;
    bool ending_ = false;
    std::thread thread_;
};

int serve(Config config, std::ostream& out) {
    base::log::start(true);
    auto listen = listen_of(config.listen);
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    bool const own_url = !config.base_url.empty();
    Program program{config, Program::Schema::must_be_current};
    if (!own_url && !program.demonstration()) throw Wrong{"base_url is not set: say under which address people reach this server (see naast.example.toml)"};
    http::Server server{listen, {}, [&](http::Request& request) { return program.answer(request); }, [](std::string const& method, std::string const& path) {
                            if (method != "POST") return false;
                            for (auto const& route : routes())
                                if (route.haste == reception::Haste::urgent && route.method == "POST" && reception::fits(route.pattern, path)) return true;
                            return false; }, [https = program.services().base_url.starts_with("https://")](http::Response& response) { reception::secure(response, https); }, config.trusted_proxies};
    Background background{program};
    out << "Naast is te bereiken op " << program.services().base_url << "\n";
    if (program.demonstration()) {
        out << "\nInloggen als:\n";
        for (auto const& [mail, what] : demonstration_accounts())
            if (auto link = program.demonstration_link(mail); !link.empty()) out << "  " << std::string{what} << std::string(what ? std::max<std::size_t>(1, 34 - std::min<std::size_t>(33, std::string{what}.size())) : 1, ' ') << link << "\n";
        out << "\nStoppen: Ctrl-C\n";
    }
    out.flush();
    int signal = 0;
    sigwait(&signals, &signal);
    server.stop();
    return 0;
}

int print_routes(std::ostream& out) {
    out << "[";
    bool first = true;
    for (auto const& route : routes()) {
        out << (first ? "\n" : ",\n") << R"({"method":")" << route.method << R"(","path":)" << base::log::json_string(route.pattern) << R"(,"action":")" << base::word(route.action) << R"(","roles":[)";
        bool first_role = true;
        for (auto role : visit::roles_of(route.action)) out << (std::exchange(first_role, false) ? "" : ",") << '"' << base::word(role) << '"';
        out << R"(],"confidential":)" << (visit::rule(route.action).confidential ? "true" : "false") << "}";
        first = false;
    }
    out << "\n]\n";
    return 0;
}

int verify_log(Program& program, std::ostream& out) {
    int code = 0;
    for (auto const& partnership : people::partnerships(*program.data().read(db::Scope::of_hall()))) {
        auto door = program.data().read(db::Scope::of(partnership.id.value()));
        auto result = confidentiality::verify(*door);
        out << partnership.slug << ": " << result.entries << " entries, " << (result.broken_at ? "BROKEN at " + std::to_string(*result.broken_at) : "unbroken") << "\n";
        if (result.broken_at) code = 1;
    }
    return code;
}

} // namespace

int run(std::vector<std::string> const& arguments, std::ostream& out, std::ostream& err) {
    CLI::App cli{"Naast: a buddy system for parents in education", "naast"};
    cli.require_subcommand(1);
    Common common;
    std::string listen, mail, person, file, keys, journal;
    std::uint64_t seed = 1;
    std::string scale = "pilot";
    bool json = false;
    auto* serve_command = cli.add_subcommand("serve", "serve the pages");
    serve_command->add_option("--listen", listen, "ADDRESS:PORT");
    auto* demo_command = cli.add_subcommand("demo", "make demonstration data in an empty folder");
    demo_command->add_option("--scale", scale, "pilot")->check(CLI::IsMember({"pilot"}));
    demo_command->add_option("--seed", seed, "the same seed gives the same data");
    auto* migrate_command = cli.add_subcommand("migrate", "bring the database up to date");
    auto* check_command = cli.add_subcommand("check-config", "read the settings and say what is wrong");
    auto* backup_command = cli.add_subcommand("backup", "copy database and keys while the server is stopped");
    backup_command->add_option("file", file, "the copy of the database")->required();
    backup_command->add_option("--keys", keys, "the copy of the key store; keep it elsewhere")->required();
    auto* restore_command = cli.add_subcommand("restore", "put a backup back; erasures are done again");
    restore_command->add_option("file", file, "the copy of the database")->required();
    restore_command->add_option("--keys", keys, "the copy of the key store")->required();
    restore_command->add_option("--journal", journal, "the erasure journal of the lost installation")->required();
    auto* erase_command = cli.add_subcommand("erase", "erase a person for good");
    erase_command->add_option("person", person, "id of the person")->required();
    auto* audit_command = cli.add_subcommand("audit", "the access log");
    audit_command->require_subcommand(1);
    auto* verify_command = audit_command->add_subcommand("verify", "check that the log was not altered");
    auto* link_command = cli.add_subcommand("login-link", "a one-time link for someone with an account");
    link_command->add_option("email", mail, "mail address")->required();
    auto* routes_command = cli.add_subcommand("routes", "all addresses with the roles that may use them");
    routes_command->add_flag("--json", json, "as JSON");
    for (auto* each : {serve_command, demo_command, migrate_command, check_command, backup_command, restore_command, erase_command, verify_command, link_command}) common.on(*each);

    try {
        auto words = arguments;
        std::reverse(words.begin(), words.end());
        cli.parse(words);
    } catch (CLI::CallForHelp const&) {
        auto const chosen = cli.get_subcommands();
        out << (chosen.empty() ? cli.help() : chosen.front()->help());
        return 0;
    } catch (CLI::ParseError const& error) {
        err << "naast: " << error.what() << "\n";
        return 2;
    }
    try {
        if (routes_command->parsed()) return print_routes(out);
        auto config = common.settings();
        if (!listen.empty()) config.listen = listen;
        if (check_command->parsed()) {
            listen_of(config.listen);
            if (config.base_url.empty()) throw Wrong{"base_url is not set"};
            out << "the settings are good\n";
            return 0;
        }
        if (serve_command->parsed()) return serve(config, out);
        if (demo_command->parsed()) {
            make_demonstration(config, seed, out);
            return 0;
        }
        if (restore_command->parsed()) {
            namespace fs = std::filesystem;
            auto database = config.database_url(), store = config.keys_url();
            if (!database.starts_with("sqlite:")) throw Wrong{"restore PostgreSQL with its own tools, then start the server with the journal in place"};
            if (fs::exists(database.substr(7))) throw Wrong{database.substr(7) + " exists already; restore into an empty folder"};
            fs::create_directories(config.data);
            fs::copy_file(file, database.substr(7));
            fs::copy_file(keys, store.substr(7));
            if (!fs::exists(config.journal_path())) fs::copy_file(journal, config.journal_path());
            Program program{config, Program::Schema::migrate};
            out << "restored; erasures since the backup were done again\n";
            return 0;
        }
        Program program{config, migrate_command->parsed() ? Program::Schema::migrate : Program::Schema::must_be_current};
        if (migrate_command->parsed()) {
            out << "the database is up to date\n";
            return 0;
        }
        if (backup_command->parsed()) {
            if (std::filesystem::exists(file) || std::filesystem::exists(keys)) throw Wrong{"a backup does not overwrite a file"};
            program.keys().copy_to(keys);
            program.data().copy_to(file);
            out << "written; keep the keys elsewhere than the database, and the master key and the erasure journal too\n";
            return 0;
        }
        if (erase_command->parsed()) {
            bool known = false;
            for (auto const& partnership : people::partnerships(*program.data().read(db::Scope::of_hall())))
                known = known || people::find_person(*program.data().read(db::Scope::of(partnership.id.value())), program.keys(), visit::PersonId{person});
            if (!known) throw Wrong{"nobody has this id"};
            erase(program.services(), config.journal_path(), visit::PersonId{person});
            out << "erased\n";
            return 0;
        }
        if (verify_command->parsed()) return verify_log(program, out);
        if (link_command->parsed()) {
            auto tidy = people::tidy_mail(mail);
            auto hall = program.data().read(db::Scope::of_hall());
            auto account = tidy ? account::find_by_mail(*hall, program.keys(), *tidy) : std::nullopt;
            auto all = account ? account::memberships(*hall, *account) : std::vector<account::Membership>{};
            hall.reset();
            if (all.empty()) throw Wrong{"nobody has an account with this address"};
            bool staff = false;
            for (auto const& each : all)
                for (auto const& row : people::roles_of(*program.data().read(db::Scope::of(each.partnership.value())), each.person)) staff = staff || visit::is_staff(row.role);
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
        return 2;
    } catch (Wrong const& wrong) {
        err << "naast: " << wrong.what() << "\n";
        return 1;
    } catch (std::exception const& error) {
        err << "naast: " << error.what() << "\n";
        return 1;
    }
}

} // namespace app
