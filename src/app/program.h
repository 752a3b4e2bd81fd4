#pragma once
// The program put together: databases opened and trusted, services, all routes, all jobs.
#include "app/config.h"
#include "people/post.h"
#include "reception/visit.h"

#include <memory>

namespace app {

/// All routes of the house, in the order in which they are tried.
std::vector<reception::Route> const& routes();
/// All kinds of jobs.
std::map<std::string, people::Worker> workers();
/// The menu of people who are logged in.
std::vector<reception::MenuItem> menu();

/// What may be brought in from outside, for tests and the demonstration.
struct Brought {
    base::Clock const* clock = nullptr;
    base::Random* random = nullptr;
    mail::Sender sender;
    db::Options database; ///< url is taken from the settings
};

/// An opened installation. Construction refuses (Wrong) a database that is not ours, newer, altered or unsafe.
class Program {
public:
    enum class Schema { must_be_current,
                        migrate };
    Program(Config config, Schema schema, Brought brought = {});
    ~Program();

    reception::Services& services() { return *services_; }
    db::Database& data() { return *data_; }
    confidentiality::Keyring& keys() { return *keys_; }
    Config const& config() const { return config_; }
    bool demonstration() const { return services_->demonstration; }
    /// Answers one request; never throws.
    http::Response answer(http::Request& request);
    /// Runs the jobs that are due; gives how many.
    int run_jobs(int most = 100);
    /// Puts every round (kinds of jobs that end in ".round") on the queue for every partnership whose clock runs; once, however many processes ask.
    void go_round();
    /// Deletes what only served for a while: keys of forms and parked forms after seven days, counted attempts and login links after one, action links a day after their end.
    void sweep();
    /// A link that logs in directly, for the demonstration only; lives as long as this program.
    std::string demonstration_link(std::string const& mail);

private:
    /// Whether the clock went on long enough for terms to count.
    bool may_erase();
    /// All kinds of jobs, with those that need the whole installation.
    std::map<std::string, jobs::Doer> doers();
    std::optional<http::Response> static_answer(http::Request const& request);
    http::Response visit_answer(http::Request& request);
    http::Response demonstration_login(http::Request& request, std::string const& token);

    Config config_;
    base::SystemClock clock_;
    base::SystemRandom random_;
    std::unique_ptr<db::Database> data_;
    std::unique_ptr<confidentiality::Keyring> keys_;
    std::unique_ptr<reception::Services> services_;
    std::unique_ptr<people::Post> post_;
    std::mutex demonstration_mutex_;
    std::map<std::string, visit::AccountId> demonstration_tokens_;
};

} // namespace app
