#pragma once
// Confidential text (K2): it belongs to one record and opens with one kind of grant for that record only. It cannot be printed.
#include "confidentiality/store_keyring.h"
#include "visit/policy.h"

#include <iosfwd>
#include <optional>
#include <string>

namespace confidentiality {

template <class Record, visit::Action A>
class Confidential {
public:
    Confidential(base::Id<Record> record, Sealed sealed, std::string_view table, std::string_view column) : record_{std::move(record)}, sealed_{std::move(sealed)}, table_{table}, column_{column} {}
    /// The text for who was granted this action on this record; nothing for a grant of another record or when a key is gone. Granting is what is logged.
    std::optional<std::string> open(visit::Granted<A, Record> const& granted, Keyring& keys) const {
        if (granted.record() != record_) return {};
        return keys.open(sealed_, {table_, column_, record_.value()});
    }
    bool empty() const { return sealed_.empty(); }
    friend std::ostream& operator<<(std::ostream&, Confidential const&) = delete;

private:
    base::Id<Record> record_;
    Sealed sealed_;
    std::string_view table_, column_;
};

} // namespace confidentiality
