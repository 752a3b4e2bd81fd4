#include "app/commands.h"

#include "app/clock_watch.h"
#include "app/console.h"
#include "app/demo.h"
#include "app/erasure.h"
#include "app/program.h"
#include "platform/base/log.h"
#include "platform/http/server.h"

#include <atomic>
#include <charconv>
#include <CLI/CLI.hpp>
#include <condition_variable>
#include <csignal>
#include <deque>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

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

/// The socket on which systemd listened for us before we started; none when we were started otherwise.
int given_socket() {
    auto const* whose = std::getenv("LISTEN_PID");
    auto const* count = std::getenv("LISTEN_FDS");
    if (!whose || !count || std::string_view{count} != "1" || std::to_string(getpid()) != whose) return -1;
    int listens = 0;
    socklen_t size = sizeof listens;
    if (getsockopt(3, SOL_SOCKET, SO_ACCEPTCONN, &listens, &size) != 0 || listens == 0) throw Wrong{"LISTEN_FDS says that a socket is given, but number 3 does not listen"};
    // ours alone, not of what we start
    fcntl(3, F_SETFD, FD_CLOEXEC);
    return 3;
}

/// What runs beside the server: jobs every second, checkpoints and a look at the clock every minute.
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
                // before any work: what a jump says of the clock counts for that work
                if (second % 60 == 1) look_at_clock(program_.services());
                program_.run_jobs();
                if (second % 60 == 0) program_.data().checkpoint(false);
                if (second % 3600 == 1) program_.go_round();
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

/// Which threads take a request: what may never wait goes first, what writes waits for the disk beside others.
http::Lane lane_of(std::string const& method, std::string const& path) {
    if (method == "GET" || method == "HEAD") return http::Lane::pages;
    for (auto const& route : routes())
        if (route.haste == reception::Haste::urgent && route.method == method && reception::fits(route.pattern, path)) return http::Lane::urgent;
    return http::Lane::forms;
}

/// As many connections as there are files to open them, beside those of the databases.
http::Limits limits_here() {
    constexpr rlim_t wanted = 8192, others = 128;
    http::Limits limits;
    rlimit files{};
    if (getrlimit(RLIMIT_NOFILE, &files) != 0) return limits;
    files.rlim_cur = std::max(files.rlim_cur, std::min(files.rlim_max, wanted));
    if (setrlimit(RLIMIT_NOFILE, &files) != 0) getrlimit(RLIMIT_NOFILE, &files);
    limits.connections = std::min<std::size_t>(limits.connections, std::max<rlim_t>(files.rlim_cur, others + 64) - others);
    return limits;
}

int serve(Config config, std::ostream& out) {
    base::log::start(true);
    auto listen = listen_of(config.listen);
    listen.socket = given_socket();
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    bool const own_url = !config.base_url.empty();
    auto const limits = limits_here();
    Brought brought;
    // as many as may ask at once where whoever writes takes one too; on SQLite a form reads for a moment only
    brought.database.readers = config.database_url().starts_with("postgresql://") ? limits.pages + limits.forms + 2 : 6;
    Program program{config, Program::Schema::must_be_current, std::move(brought)};
    if (!own_url && !program.demonstration()) throw Wrong{"base_url is not set: say under which address people reach this server (see naast.example.toml)"};
    http::Server server{listen, limits, [&](http::Request& request) { return program.answer(request); }, lane_of, [https = program.services().base_url.starts_with("https://")](http::Response& response) { reception::secure(response, https); }, config.trusted_proxies};
    Background background{program};
    Console console{program};
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

int restore(Config const& config, std::string const& file, std::string const& keys, std::string const& journal, std::ostream& out) {
    namespace fs = std::filesystem;
    auto database = config.database_url(), store = config.keys_url();
    if (!database.starts_with("sqlite:")) throw Wrong{"restore PostgreSQL with its own tools, then start the server with the journal in place"};
    if (fs::exists(database.substr(7))) throw Wrong{database.substr(7) + " exists already; restore into an empty folder"};
    fs::create_directories(config.data);
    // the database comes last: with less than all there is nothing to serve
    auto const half = database.substr(7) + ".restoring", half_keys = store.substr(7) + ".restoring";
    try {
        join_journals(journal, config.journal_path());
        fs::copy_file(file, half, fs::copy_options::overwrite_existing);
        fs::copy_file(keys, half_keys, fs::copy_options::overwrite_existing);
    } catch (std::exception const& error) {
        std::error_code ignored;
        fs::remove(half, ignored);
        fs::remove(half_keys, ignored);
        throw Wrong{error.what()};
    }
    fs::rename(half_keys, store.substr(7));
    fs::rename(half, database.substr(7));
    Program program{config, Program::Schema::migrate};
    out << "restored; erasures since the backup were done again\n";
    return 0;
}

/// Has an act done by the process that serves, or else on an installation opened here.
int do_act(Config const& config, Act const& act, std::ostream& out, std::ostream& err) {
    if (auto reply = ask(config, act)) {
        out << reply->out;
        err << reply->err;
        return reply->code;
    }
    Program program{config, Program::Schema::must_be_current};
    return perform(program, act, out, err);
}

/// The commands that are an act, and what was typed for it.
class Acts {
public:
    explicit Acts(CLI::App& cli) {
        auto* backup = add(cli, "backup", "copy database and keys");
        file(*backup, "file", "the copy of the database (not with PostgreSQL)", false);
        file(*backup, "--keys", "the copy of the key store; keep it elsewhere");
        text(*add(cli, "erase", "erase a person for good"), "person", "id of the person");
        auto* audit = cli.add_subcommand("audit", "the access log");
        audit->require_subcommand(1);
        flag(*add(*audit, "verify", "check that the log was not altered", "audit verify"), "--json", "as JSON");
        text(*add(cli, "login-link", "a one-time link for someone with an account"), "email", "mail address");
        auto* founding = add(cli, "new-partnership", "make a partnership with its administrator and first coordinator");
        text(*founding, "--slug", "its short name in addresses, such as waterrijk");
        text(*founding, "--name", "its name");
        text(*founding, "--support-point", "the name of its support point for parents");
        text(*founding, "--phone", "phone number of the support point");
        text(*founding, "--mail", "mail address of the support point");
        text(*founding, "--administrator", "NAME,EMAIL");
        text(*founding, "--coordinator", "NAME,EMAIL");
        text(*founding, "--coordinator-phone", "phone number of the coordinator");
        text(*founding, "--adviser", "name of the confidential adviser (vertrouwenspersoon)", false);
        text(*founding, "--adviser-phone", "phone number of the confidential adviser", false);
        text(*founding, "--hosted-by", "who keeps the server and the mail, for the page on privacy", false);
        flag(*founding, "--coordinator-outside", "the coordinator works for another organisation");
        flag(*founding, "--vog-required", "buddies show a certificate of conduct (VOG)");
        auto* matches = add(cli, "match", "what the engine of matching says, as JSON with ids only");
        flag(*matches, "--plan", "the best plan for the whole waiting list");
        flag(*matches, "--candidates", "with the plan: every pair that may be, and what forbids the others");
        text(*matches, "--explain", "the ranked buddies for one request, by its id", false);
        text(*matches, "--partnership", "its short name; not needed when there is only one", false);
        auto* import = cli.add_subcommand("import", "read schools or postcodes from a file");
        import->require_subcommand(1);
        auto* schools = add(*import, "schools", "bring the schools of a partnership up to date with a file of DUO; schools that have gone are closed", "import schools");
        file(*schools, "file", "the file (CSV of DUO)");
        text(*schools, "--partnership", "its short name; not needed when there is only one", false);
        text(*schools, "--postcodes", "which schools are of this partnership, such as 4201-4209,4301", false);
        file(*schools, "--list", "a file with postcodes and codes of schools (vestigingscode) of this partnership, one a line", false);
        text(*schools, "--without", "denominations that are not of this partnership, parted by commas", false);
        text(*schools, "--kind", "bo, sbo or so, when the file does not say (bo)", false);
        import_flags(*schools);
        auto* postcodes = add(*import, "postcodes", "bring the coordinates of postcodes up to date with a file of GeoNames", "import postcodes");
        file(*postcodes, "file", "the file (NL.txt)");
        import_flags(*postcodes);
    }
    /// The act that was typed, files from the root of the file system; nothing for another command.
    std::optional<Act> typed() const {
        for (auto const& [command, name] : commands_) {
            if (!command->parsed()) continue;
            Act act{name, {}};
            for (auto const& option : options_)
                if (option.command == command && !option.typed.empty()) act.given.emplace(option.name, option.file ? std::filesystem::absolute(option.typed).lexically_normal().string() : option.typed);
            return act;
        }
        return {};
    }
    void on(Common& common) const {
        for (auto const& [command, name] : commands_) common.on(*command);
    }

private:
    struct Option {
        CLI::App* command;
        std::string name, typed;
        bool file = false;
    };
    CLI::App* add(CLI::App& above, std::string const& name, std::string const& help, std::string const& act = {}) {
        commands_.emplace_back(above.add_subcommand(name, help), act.empty() ? name : act);
        return commands_.back().first;
    }
    Option& option(CLI::App& command, std::string const& name) { return options_.emplace_back(Option{&command, name.substr(std::min(name.find_first_not_of('-'), name.size())), {}}); }
    void text(CLI::App& command, std::string const& name, std::string const& help, bool needed = true) { command.add_option(name, option(command, name).typed, help)->required(needed); }
    void import_flags(CLI::App& command) {
        flag(command, "--preview", "say what would change and change nothing");
        flag(command, "--all-or-nothing", "do nothing when a row is broken; otherwise the others go on");
    }
    void file(CLI::App& command, std::string const& name, std::string const& help, bool needed = true) {
        text(command, name, help, needed);
        options_.back().file = true;
    }
    void flag(CLI::App& command, std::string const& name, std::string const& help) {
        auto& typed = option(command, name).typed;
        command.add_flag_callback(name, [&typed] { typed = "yes"; }, help);
    }

    std::deque<Option> options_; // options keep their places: the parser fills them
    std::vector<std::pair<CLI::App*, std::string>> commands_;
};

} // namespace

int run(std::vector<std::string> const& arguments, std::istream&, std::ostream& out, std::ostream& err) {
    // whatever a command makes is for its owner only: the database, the key store, copies
    ::umask(077);
    CLI::App cli{"Naast: a buddy system for parents in education", "naast"};
    cli.require_subcommand(1);
    Common common;
    std::string listen, file, keys, journal;
    std::uint64_t seed = 1;
    std::int64_t people = 0;
    std::string scale = "pilot";
    bool json = false;
    auto* serve_command = cli.add_subcommand("serve", "serve the pages");
    serve_command->add_option("--listen", listen, "ADDRESS:PORT");
    auto* demo_command = cli.add_subcommand("demo", "make demonstration data in an empty folder");
    demo_command->add_option("--scale", scale, "pilot and partnership: the pilot and one partnership of today; country: 150 partnerships")->check(CLI::IsMember({"pilot", "partnership", "country"}));
    demo_command->add_option("--people", people, "more partnerships, until there are so many people")->check(CLI::Range(std::int64_t{1}, std::int64_t{10000000}));
    demo_command->add_option("--seed", seed, "the same seed gives the same data");
    auto* migrate_command = cli.add_subcommand("migrate", "bring the database up to date");
    auto* check_command = cli.add_subcommand("check-config", "read the settings and say what is wrong");
    auto* restore_command = cli.add_subcommand("restore", "put a backup back; erasures are done again");
    restore_command->add_option("file", file, "the copy of the database")->required();
    restore_command->add_option("--keys", keys, "the copy of the key store")->required();
    restore_command->add_option("--journal", journal, "the erasure journal of the lost installation")->required();
    Acts acts{cli};
    auto* routes_command = cli.add_subcommand("routes", "all addresses with the roles that may use them");
    routes_command->add_flag("--json", json, "as JSON");
    for (auto* each : {serve_command, demo_command, migrate_command, check_command, restore_command}) common.on(*each);
    acts.on(common);

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
    return guarded(err, [&] {
        if (routes_command->parsed()) return print_routes(out);
        auto config = common.settings();
        if (!listen.empty()) config.listen = listen;
        if (serve_command->parsed()) return serve(config, out);
        if (restore_command->parsed()) return restore(config, file, keys, journal, out);
        if (auto act = acts.typed()) return do_act(config, *act, out, err);
        if (check_command->parsed()) {
            listen_of(config.listen);
            if (config.base_url.empty()) throw Wrong{"base_url is not set"};
            if (!config.base_url.starts_with("https://")) throw Wrong{"base_url must begin with https://"};
            if (config.base_url.find('/', 8) != std::string::npos) throw Wrong{"base_url is a name without anything behind it, not even a slash"};
            if (!config.smtp_password_file.empty() && !std::ifstream{config.smtp_password_file}) throw Wrong{"cannot read " + config.smtp_password_file};
            if (!config.master_key_file.empty() && !std::ifstream{config.master_key_file}) throw Wrong{"cannot read " + config.master_key_file + " (its owner only may, so run this as the user who serves)"};
            if (config.data.empty() || config.data.front() != '/') out << "look again: data is no whole path, so it lies beside wherever the program is started\n";
            if (config.master_key_file.empty()) out << "look again: master_key_file is empty, so the master key lies beside the data, and a copy of that folder opens everything\n";
            out << "the settings are good\n";
        } else if (demo_command->parsed()) {
            make_demonstration(config, seed, out, scale == "country" ? std::max(people, people_of_a_country) : people);
        } else if (migrate_command->parsed()) {
            Program program{config, Program::Schema::migrate};
            out << "the database is up to date\n";
        }
        return 0;
    });
}

} // namespace app
