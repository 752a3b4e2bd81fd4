#include "app/config.h"

#include <fmt/format.h>
#include <functional>
#include <toml++/toml.h>
#include <unistd.h>

namespace app {
namespace {

using Set = std::function<void(Config&, std::string const&)>;

std::map<std::string, Set> const& keys() {
    static std::map<std::string, Set> const all{
        {"data", [](Config& c, std::string const& v) { c.data = v; }},
        {"database", [](Config& c, std::string const& v) { c.database = v; }},
        {"listen", [](Config& c, std::string const& v) { c.listen = v; }},
        {"base_url", [](Config& c, std::string const& v) { c.base_url = v; }},
        {"keys", [](Config& c, std::string const& v) { c.keys = v; }},
        {"master_key_file", [](Config& c, std::string const& v) { c.master_key_file = v; }},
        {"journal", [](Config& c, std::string const& v) { c.journal = v; }},
        {"application_role", [](Config& c, std::string const& v) { c.application_role = v; }},
        {"trusted_proxies",
         [](Config& c, std::string const& v) {
             c.trusted_proxies.clear();
             for (std::size_t at = 0; at < v.size();) {
                 auto end = std::min(v.find(',', at), v.size());
                 if (end > at) c.trusted_proxies.push_back(v.substr(at, end - at));
                 at = end + 1;
             }
         }},
        {"smtp_url", [](Config& c, std::string const& v) { c.smtp_url = v; }},
        {"smtp_from", [](Config& c, std::string const& v) { c.smtp_from = v; }},
        {"smtp_user", [](Config& c, std::string const& v) { c.smtp_user = v; }},
        {"smtp_password_file", [](Config& c, std::string const& v) { c.smtp_password_file = v; }},
    };
    return all;
}

} // namespace

Config read_config(std::string const& file, std::map<std::string, std::string> const& environment) {
    Config config;
    if (!file.empty()) {
        try {
            auto table = toml::parse_file(file);
            for (auto const& [key, value] : table) {
                auto at = keys().find(std::string{key.str()});
                if (at == keys().end()) throw Wrong{fmt::format("{}: unknown setting '{}'", file, std::string{key.str()})};
                if (auto text = value.value<std::string>(); text && value.is_string()) at->second(config, *text);
                else if (auto* list = value.as_array()) {
                    std::string joined;
                    for (auto const& item : *list) joined += (joined.empty() ? "" : ",") + item.value_or(std::string{});
                    at->second(config, joined);
                } else throw Wrong{fmt::format("{}: setting '{}' must be a text", file, std::string{key.str()})};
            }
        } catch (toml::parse_error const& error) {
            throw Wrong{fmt::format("{}: line {}: {}", file, error.source().begin.line, std::string{error.description()})};
        }
    }
    for (auto const& [name, value] : environment) {
        auto at = keys().find(name);
        if (at == keys().end()) {
            std::string typed = name;
            for (auto& c : typed)
                if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
            throw Wrong{"unknown setting in the environment: NAAST_" + typed};
        }
        at->second(config, value);
    }
    return config;
}

std::map<std::string, std::string> environment() {
    std::map<std::string, std::string> found;
    for (char** each = environ; each && *each; ++each) {
        std::string_view text = *each;
        if (!text.starts_with("NAAST_")) continue;
        auto split = text.find('=');
        std::string name;
        for (char c : text.substr(6, split - 6)) name += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        if (name == "build") continue; // the scripts' own
        found.emplace(name, text.substr(split + 1));
    }
    return found;
}

} // namespace app
