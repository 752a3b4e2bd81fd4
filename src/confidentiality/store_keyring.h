#pragma once
// One data key per person, in a store apart from the data; a value is sealed with the keys of everyone it concerns,
// so that destroying any one key makes it unreadable for good, in backups too (R28).
#include "platform/base/random.h"
#include "platform/crypto/crypto.h"
#include "platform/db/database.h"
#include "visit/viewer.h"

#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace confidentiality {

/// A text that only keys open; safe to store and to copy, not to read. Empty when nothing was said.
struct Sealed {
    std::string value;
    bool empty() const { return value.empty(); }
    bool operator==(Sealed const&) const = default;
};

/// Where a sealed value stands: it opens nowhere else.
struct Place {
    std::string_view table, column;
    std::string row;
    std::string bound() const { return std::string{table} + "|" + std::string{column} + "|" + row; }
};

/// A sealed value where it stands.
struct Standing {
    Sealed sealed;
    Place place;
};

class Keyring {
public:
    /// Opens the key store (its own SQLite file, made when missing) under the master key. Where the store is shared (`store.shared`), what another process destroyed opens nothing here from the moment it is gone.
    Keyring(db::Options store, crypto::Key master, base::Random& random);
    /// The same ring for one reader, to whom nothing opens that concerns any of these persons.
    Keyring shut(std::vector<visit::PersonId> const& persons) const;

    /// Makes the key of a person, durable before it returns; an existing one stays. Call before writing any data about the person.
    void create(visit::PersonId const& person);
    /// The same for many at once, in one commit; none of them may have been destroyed.
    void create_all(std::vector<visit::PersonId> const& persons);
    /// Seals a text for a place with the keys of all persons concerned; all must have a key.
    Sealed seal(std::vector<visit::PersonId> const& concerned, Place const& place, std::string_view text);
    /// The text, or nothing when a key is gone or the value is not from this place.
    std::optional<std::string> open(Sealed const& sealed, Place const& place);
    /// The same of many values, in their order; the keys not used before are read from the store in one question.
    std::vector<std::optional<std::string>> open_all(std::vector<Standing> const& values);
    /// The persons with whose keys a value was sealed, in the order in which they were given; nobody when this is no sealed value.
    static std::vector<visit::PersonId> concerned(Sealed const& sealed);
    /// The hash by which an address is found again without being readable.
    std::string address_hash(std::string_view tidy_address) const;
    /// A secret of this installation for one purpose (form tokens, drafts).
    crypto::Key secret(std::string_view purpose) const;
    /// Leaves a tombstone and destroys the key, then truncates the log of the store. Cannot be undone.
    void destroy(visit::PersonId const& person, base::Moment now);
    /// Everyone whose key was destroyed.
    std::set<std::string> tombstones();
    /// Everyone who has a key.
    std::set<std::string> holders();
    bool has(visit::PersonId const& person);
    /// A copy of the key store as a file.
    void copy_to(std::string const& path);

private:
    /// Whether others may have changed the store since it was last asked.
    enum class Look { now,
                      was_done };
    std::optional<crypto::Key> key(std::string const& person, Look look = Look::now);
    void keep_all(std::vector<std::string> const& persons);
    /// A new key for a person, as it is kept.
    std::string wrapped_new(std::string const& person);
    crypto::Key unwrapped(std::string const& person, std::string const& wrapped) const;
    std::optional<crypto::Key> joint(std::vector<std::string> persons, Look look = Look::now);
    std::optional<std::string> opened(Sealed const& sealed, Place const& place, Look look);

    struct Store {
        Store(db::Options options, crypto::Key master, base::Random& random) : shared{options.shared}, data{read_by_one(std::move(options))}, master{master}, joint_master{crypto::derive(master, "joint")}, random{random} {}
        /// One connection for reading where others write too: each counts for itself what others wrote.
        static db::Options read_by_one(db::Options options) {
            if (options.shared) options.readers = 1;
            return options;
        }
        /// Forgets the keys when another connection wrote to the store; with `mutex` held.
        void look();
        bool shared;
        db::Database data;
        crypto::Key master, joint_master;
        base::Random& random;
        std::mutex mutex;
        std::unordered_map<std::string, crypto::Key> kept;
        std::int64_t version = 0; ///< as the one connection for reading counts what others wrote
    };
    std::shared_ptr<Store> its_;
    std::set<std::string> shut_ = {};
};

/// Reads the master key from a file that only its owner can read (mode 0400 or 0600); makes one when `make` and none is there.
crypto::Key master_key(std::string const& path, bool make, base::Random& random);

} // namespace confidentiality

template <>
struct db::Column<confidentiality::Sealed> {
    static constexpr Kind kind = Kind::text;
    static confidentiality::Sealed from(std::string const& text) { return {text}; }
};
namespace confidentiality {
inline db::Value value(Sealed const& sealed) { return sealed.value; }
} // namespace confidentiality
