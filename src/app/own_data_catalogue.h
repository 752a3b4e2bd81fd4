#pragma once
// The parts of the catalogue of own data (mijn gegevens), by what they are about, and short words to write them in.
#include "app/own_data.h"
#include "platform/base/words.h"

namespace app {

/// Names, roles, consents, the account and letters.
std::vector<OwnTable> own_account();
/// The request of a parent, and what followed from it.
std::vector<OwnTable> own_request();
/// What a parent shares and says about having a buddy.
std::vector<OwnTable> own_sharing();
/// From signing up to the outcome of the talk.
std::vector<OwnTable> own_sign_up();
/// The training and growing in the role.
std::vector<OwnTable> own_training();
/// Standing beside parents.
std::vector<OwnTable> own_buddy();
/// Tasks of people who work here or at a school.
std::vector<OwnTable> own_work();

namespace own {

inline OwnColumn words(std::string_view key, base::Text label, std::string_view sql = {}) { return {key, label, Reads::words, nullptr, sql, {}}; }
inline OwnColumn day(std::string_view key, base::Text label, std::string_view sql = {}) { return {key, label, Reads::day, nullptr, sql, {}}; }
inline OwnColumn moment(std::string_view key, base::Text label, std::string_view sql = {}) { return {key, label, Reads::moment, nullptr, sql, {}}; }
inline OwnColumn number(std::string_view key, base::Text label, std::string_view sql = {}) { return {key, label, Reads::number, nullptr, sql, {}}; }
inline OwnColumn yes_no(std::string_view key, base::Text label, std::string_view sql = {}) { return {key, label, Reads::yes_no, nullptr, sql, {}}; }
inline OwnColumn sealed(std::string_view key, base::Text label, InWords say = nullptr) { return {key, label, Reads::sealed, say, {}, {}}; }
inline OwnColumn as(std::string_view key, base::Text label, InWords say, std::string_view sql = {}) { return {key, label, Reads::words, say, sql, {}}; }

/// A coded word by the name that its room gives it.
template <base::Worded E>
std::string one(std::string const& stored, text::Language language) {
    auto const known = base::from_word<E>(stored);
    return known ? text::say(name(*known), language) : stored;
}
template <base::Worded E>
OwnColumn coded(std::string_view key, base::Text label, std::string_view sql = {}) { return as(key, label, one<E>, sql); }
/// Coded words with spaces in between.
template <base::Worded E>
std::string every(std::string const& stored, text::Language language) {
    std::string said;
    for (std::size_t at = 0; at < stored.size();) {
        auto const end = std::min(stored.find(' ', at), stored.size());
        if (end > at) (said += said.empty() ? "" : ", ") += one<E>(stored.substr(at, end - at), language);
        at = end + 1;
    }
    return said;
}
template <base::Worded E>
OwnColumn all_coded(std::string_view key, base::Text label) { return as(key, label, every<E>); }

/// The sentence that belongs to a word; the word itself when it is not among them.
std::string pick(std::string const& stored, text::Language language, std::vector<std::pair<std::string_view, base::Text>> const& all);
/// The name of a language in itself.
std::string language_name(std::string const& stored, text::Language language);
/// What was typed in a form, without the names of its fields.
std::string of_form(std::string const& stored, text::Language language);
/// Texts that were kept together under names.
std::string of_bundle(std::string const& stored, text::Language language);
/// Texts that were kept together one after the other.
std::string in_lines(std::string const& stored, text::Language language);

/// The evening and the group that a row belongs to.
inline constexpr std::string_view evening_at = "(select e.begins_at from evenings e where e.partnership = t.partnership and e.id = t.evening)";
inline constexpr std::string_view edition_name = "(select e.name from editions e where e.partnership = t.partnership and e.id = t.edition)";
inline constexpr std::string_view school_name = "(select s.name from schools s where s.partnership = t.partnership and s.id = t.school)";
/// The matches of someone, from either side.
inline constexpr std::string_view of_parent = "t.match in (select id from matches where partnership = :partnership and parent = :person)";
inline constexpr std::string_view of_buddy = "t.match in (select id from matches where partnership = :partnership and (buddy = :person or partner = :person))";

} // namespace own
} // namespace app
