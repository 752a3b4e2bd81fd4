#include "confidentiality/store_keyring.h"

#include "platform/base/log.h"
#include "platform/base/require.h"

#include <algorithm>
#include <cstdio>
#include <fcntl.h>
#include <stdexcept>
#include <sys/stat.h>
#include <unistd.h>

namespace confidentiality {
namespace {

constexpr std::string_view schema = R"(
create table if not exists data_keys (person text primary key, wrapped text not null) strict;
create table if not exists tombstones (person text primary key, destroyed_at integer not null) strict;
)";

/// A sealed value taken apart: the version, the persons and the box.
struct Parts {
    std::string_view persons, box;
};
std::optional<Parts> parts(std::string_view value) {
    if (!value.starts_with("1.")) return {};
    value.remove_prefix(2);
    auto const point = value.find('.');
    if (point == std::string_view::npos || value.find('.', point + 1) != std::string_view::npos) return {};
    return Parts{value.substr(0, point), value.substr(point + 1)};
}

std::vector<std::string> split(std::string_view text, char at) {
    std::vector<std::string> parts;
    for (;;) {
        auto end = text.find(at);
        parts.emplace_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

/// Letters that need no quoting in a list of ids.
bool is_id(std::string const& person) { return !person.empty() && person.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") == std::string::npos; }

struct WrappedRow {
    std::string person, wrapped;
};

/// As many keys as are kept open; a partnership with ten thousand sign-ups is searched by name without opening one again.
constexpr std::size_t most_kept = 30'000;

/// Keeps a key. When there are too many all are forgotten: whoever is needed is opened again.
template <class Kept>
crypto::Key const& keep(Kept& kept, std::string const& person, crypto::Key const& key) {
    if (kept.size() >= most_kept) kept.clear();
    return kept.emplace(person, key).first->second;
}

} // namespace

void Keyring::Store::look() {
    if (!shared) return;
    auto const now = data.read(db::Scope::of_hall())->one<std::int64_t>("pragma data_version").value_or(0);
    if (now != version) kept.clear();
    version = now;
}

Keyring::Keyring(db::Options store, crypto::Key master, base::Random& random) : its_{std::make_shared<Store>(std::move(store), master, random)} {
    its_->data.script(schema);
    // a key that opens nothing here is told before anything is sealed with it
    if (auto const any = its_->data.read(db::Scope::of_hall())->find<WrappedRow>("select person, wrapped from data_keys limit 1")) unwrapped(any->person, any->wrapped);
}

Keyring Keyring::shut(std::vector<visit::PersonId> const& persons) const {
    auto ring = *this;
    for (auto const& person : persons) ring.shut_.insert(person.value());
    return ring;
}

void Keyring::create(visit::PersonId const& person) {
    if (key(person.value())) return;
    auto const wrapped = wrapped_new(person.value());
    its_->data.write(db::Scope::of_hall(), [&](db::Write& tx) {
        auto gone = tx.one<std::string>("select person from tombstones where person = :person", person);
        base::require(!gone, "a person whose key was destroyed does not come back");
        tx.run("insert into data_keys (person, wrapped) values (:person, :wrapped) on conflict (person) do nothing", person, wrapped);
    });
}

void Keyring::create_all(std::vector<visit::PersonId> const& persons) {
    its_->data.write(db::Scope::of_hall(), [&](db::Write& tx) {
        for (auto const& person : persons) tx.run("insert into data_keys (person, wrapped) values (:person, :wrapped) on conflict (person) do nothing", person, wrapped_new(person.value()));
        auto gone = tx.one<std::int64_t>("select count(*) from tombstones join data_keys using (person)");
        base::require(gone.value_or(0) == 0, "a person whose key was destroyed does not come back");
    });
}

std::string Keyring::wrapped_new(std::string const& person) { return base::base64url(crypto::seal(its_->master, "data_keys|wrapped|" + person, crypto::Key::random(its_->random).bytes(), its_->random)); }

std::optional<crypto::Key> Keyring::key(std::string const& person, Look look) {
    // held while the store is read, so that a key that is being destroyed is not kept again
    std::scoped_lock hold{its_->mutex};
    if (look == Look::now) its_->look();
    if (auto at = its_->kept.find(person); at != its_->kept.end()) return at->second;
    auto wrapped = its_->data.read(db::Scope::of_hall())->one<std::string>("select wrapped from data_keys where person = :person", person);
    if (!wrapped) return {};
    return keep(its_->kept, person, unwrapped(person, *wrapped));
}

void Keyring::keep_all(std::vector<std::string> const& persons) {
    std::scoped_lock hold{its_->mutex};
    its_->look();
    std::string missing;
    for (auto const& person : persons)
        if (is_id(person) && !its_->kept.contains(person)) (missing += missing.empty() ? "[\"" : "\",\"") += person;
    if (missing.empty()) return;
    for (auto const& row : its_->data.read(db::Scope::of_hall())->list<WrappedRow>("select person, wrapped from data_keys where person in (select value from json_each(:persons))", missing + "\"]")) keep(its_->kept, row.person, unwrapped(row.person, row.wrapped));
}

crypto::Key Keyring::unwrapped(std::string const& person, std::string const& wrapped) const {
    auto bytes = crypto::open(its_->master, "data_keys|wrapped|" + person, base::from_base64url(wrapped));
    if (!bytes) throw std::runtime_error{"the master key does not open the key store"};
    return crypto::Key{*bytes};
}

std::optional<crypto::Key> Keyring::joint(std::vector<std::string> persons, Look look) {
    if (persons.size() == 1) {
        auto one = key(persons.front(), look);
        return one ? std::optional{crypto::Key{crypto::hash(its_->joint_master, one->bytes())}} : std::nullopt;
    }
    std::sort(persons.begin(), persons.end());
    persons.erase(std::unique(persons.begin(), persons.end()), persons.end());
    std::string all;
    for (auto const& person : persons) {
        auto one = key(person, std::exchange(look, Look::was_done));
        if (!one) return {};
        all += one->bytes();
    }
    return crypto::Key{crypto::hash(its_->joint_master, all)};
}

Sealed Keyring::seal(std::vector<visit::PersonId> const& concerned, Place const& place, std::string_view text) {
    if (text.empty()) return {};
    base::require(!concerned.empty(), "a sealed value concerns someone");
    std::vector<std::string> persons;
    for (auto const& person : concerned) persons.push_back(person.value());
    auto key = joint(persons);
    base::require(key.has_value(), "a value cannot be sealed for someone without a key");
    std::string names;
    for (auto const& person : persons) (names += names.empty() ? "" : ",") += person;
    return {"1." + names + "." + base::base64url(crypto::seal(*key, place.bound() + "|" + names, text, its_->random))};
}

std::optional<std::string> Keyring::open(Sealed const& sealed, Place const& place) { return opened(sealed, place, Look::now); }

std::optional<std::string> Keyring::opened(Sealed const& sealed, Place const& place, Look look) {
    if (sealed.empty()) return std::string{};
    auto its = parts(sealed.value);
    if (!its) return {};
    auto const persons = split(its->persons, ',');
    if (std::any_of(persons.begin(), persons.end(), [this](auto const& person) { return shut_.contains(person); })) return {};
    auto key = joint(persons, look);
    if (!key) return {};
    return crypto::open(*key, place.bound().append("|").append(its->persons), base::from_base64url(its->box));
}

std::vector<std::optional<std::string>> Keyring::open_all(std::vector<Standing> const& values) {
    std::vector<std::string> persons;
    persons.reserve(values.size());
    for (auto const& [sealed, place] : values)
        if (auto its = parts(sealed.value))
            for (auto& person : split(its->persons, ',')) persons.push_back(std::move(person));
    keep_all(persons);
    std::vector<std::optional<std::string>> all;
    all.reserve(values.size());
    for (auto const& [sealed, place] : values) all.push_back(opened(sealed, place, Look::was_done));
    return all;
}

std::vector<visit::PersonId> Keyring::concerned(Sealed const& sealed) {
    std::vector<visit::PersonId> all;
    if (auto const its = parts(sealed.value))
        for (auto const& person : split(its->persons, ',')) all.emplace_back(person);
    return all;
}

std::string Keyring::address_hash(std::string_view tidy_address) const { return base::base64url(crypto::hash(crypto::derive(its_->master, "address"), tidy_address)); }

crypto::Key Keyring::secret(std::string_view purpose) const { return crypto::derive(its_->master, "secret|" + std::string{purpose}); }

void Keyring::destroy(visit::PersonId const& person, base::Moment now) {
    {
        std::scoped_lock hold{its_->mutex};
        its_->data.write(db::Scope::of_hall(), [&](db::Write& tx) {
            tx.run("insert into tombstones (person, destroyed_at) values (:person, :now) on conflict (person) do nothing", person, now);
            tx.run("delete from data_keys where person = :person", person);
        });
        its_->kept.erase(person.value());
    }
    // the deleted key stays readable in the log until it is truncated
    if (!its_->data.checkpoint(true)) base::log::write(base::log::Level::warning, "keys.log_kept", {});
}

std::set<std::string> Keyring::tombstones() {
    auto all = its_->data.read(db::Scope::of_hall())->column<std::string>("select person from tombstones");
    return {all.begin(), all.end()};
}

std::set<std::string> Keyring::holders() {
    auto all = its_->data.read(db::Scope::of_hall())->column<std::string>("select person from data_keys");
    return {all.begin(), all.end()};
}

bool Keyring::has(visit::PersonId const& person) { return key(person.value()).has_value(); }

void Keyring::copy_to(std::string const& path) { its_->data.copy_to(path); }

crypto::Key master_key(std::string const& path, bool make, base::Random& random) {
    if (make && ::access(path.c_str(), F_OK) != 0) {
        auto key = crypto::Key::random(random);
        auto file = ::open(path.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0400);
        if (file < 0) throw std::runtime_error{"cannot make the master key " + path};
        auto text = base::base64url(key.bytes()) + "\n";
        auto wrote = ::write(file, text.data(), text.size());
        ::fsync(file);
        ::close(file);
        if (wrote != static_cast<ssize_t>(text.size())) throw std::runtime_error{"cannot write the master key " + path};
    }
    struct stat state{};
    if (::stat(path.c_str(), &state) != 0) throw std::runtime_error{"there is no master key at " + path};
    if ((state.st_mode & 077) != 0) throw std::runtime_error{"the master key " + path + " can be read by others: chmod 0400"};
    char text[128]{};
    auto file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    auto got = file < 0 ? -1 : ::read(file, text, sizeof text - 1);
    if (file >= 0) ::close(file);
    std::string_view given{text, got > 0 ? static_cast<std::size_t>(got) : 0};
    while (!given.empty() && (given.back() == '\n' || given.back() == ' ')) given.remove_suffix(1);
    auto bytes = base::from_base64url(given);
    if (bytes.size() != 32) throw std::runtime_error{"the master key " + path + " is not 32 bytes of base64url"};
    return crypto::Key{bytes};
}

} // namespace confidentiality
