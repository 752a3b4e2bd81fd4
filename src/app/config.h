#pragma once
// Settings: a TOML file, NAAST_… variables over it, and the command line over both. Unknown keys are errors.
#include <cstdint>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace app {

/// Something about the settings or the call is wrong; its text is for the person who typed it.
struct Wrong : std::runtime_error {
    using std::runtime_error::runtime_error;
};

struct Config {
    std::string data = "data"; ///< folder for the database, key store, journal and the socket for commands
    std::string database;      ///< empty: sqlite:DATA/naast.db
    std::string listen = "127.0.0.1:8080";
    std::string base_url;         ///< required outside the demonstration
    std::string keys;             ///< key store; empty: DATA/keys.db
    std::string master_key_file;  ///< empty: DATA/master.key
    std::string journal;          ///< erasure journal; empty: DATA/erasures.log
    std::string application_role; ///< PostgreSQL role that the server uses
    std::vector<std::string> trusted_proxies;
    std::string smtp_url, smtp_from, smtp_user, smtp_password_file;

    std::string database_url() const { return database.empty() ? "sqlite:" + data + "/naast.db" : database; }
    std::string keys_url() const { return "sqlite:" + (keys.empty() ? data + "/keys.db" : keys); }
    std::string master_key_path() const { return master_key_file.empty() ? data + "/master.key" : master_key_file; }
    std::string journal_path() const { return journal.empty() ? data + "/erasures.log" : journal; }
    std::string socket_path() const { return data + "/naast.sock"; }
};

/// Reads a file (may be empty for none) and the environment; throws `Wrong` with one clear line.
Config read_config(std::string const& file, std::map<std::string, std::string> const& environment);
/// The NAAST_… variables of this process.
std::map<std::string, std::string> environment();

} // namespace app
