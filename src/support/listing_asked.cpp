#include "support/listing_asked.h"

#include "people/store_people.h"
#include "platform/crypto/crypto.h"
#include "support/store_asked.h"

#include <algorithm>

namespace support {
using base::tr;
using reception::Visit;

std::string asked_word(Visit& v, visit::PersonId const& person) { return base::base64url(crypto::hash(v.services().keys.secret("asked"), person.value())); }

base::Sentence asked_name(Visit& v, visit::PersonId const& person) {
    auto const roles = people::roles_of(v.read(), person);
    auto const its = std::find_if(roles.begin(), roles.end(), [](auto const& row) { return visit::is_staff(row.role); });
    return {tr("{name}, {task}"), {{"name", people::name_of(v.read(), v.keys(), person)}, {"task", its == roles.end() ? std::string{"–"} : text::say(visit::name(its->role), v.language())}}};
}

std::vector<html::Option> asked_options(Visit& v) {
    std::vector<html::Option> all;
    if (coordinator_reads(v.read(), v.me())) all.push_back({"", base::Sentence{tr("de coördinator, {name}"), {{"name", v.house().coordinator_name}}}});
    for (auto const& person : who_may_be_asked(v.read(), v.house().independence, v.me())) all.push_back({asked_word(v, person), asked_name(v, person)});
    return all;
}

std::optional<std::optional<visit::PersonId>> asked_from(Visit& v, std::string const& word) {
    if (word.empty()) {
        if (coordinator_reads(v.read(), v.me())) return std::optional<visit::PersonId>{};
        return std::nullopt;
    }
    for (auto const& person : who_may_be_asked(v.read(), v.house().independence, v.me()))
        if (asked_word(v, person) == word) return std::optional{person};
    return std::nullopt;
}

std::string answerer(Visit& v, Entry const& entry) { return entry.reader ? people::name_of(v.read(), v.keys(), *entry.reader) : text::say(tr("de coördinator"), v.language()); }

} // namespace support
