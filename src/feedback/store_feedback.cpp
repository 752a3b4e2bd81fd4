#include "feedback/store_feedback.h"

namespace feedback {
namespace {
constexpr std::string_view columns = "select id, parent, buddy, answers, for_buddy, given_at, read_at, match, helped, helped_for_buddy, counted, school_agreed, school_words, school_said_at, partner from feedbacks ";
constexpr char part = '\x1f';
} // namespace

bool add(db::Write& tx, confidentiality::Keyring& keys, FeedbackId const& id, matching::Ended const& match, Answers const& answers, base::Moment now) {
    std::vector<visit::PersonId> whose{match.parent, match.buddy};
    if (match.partner) whose.push_back(*match.partner);
    std::string text, marks;
    for (std::size_t i = 0; i < 3; ++i) (text += i ? std::string(1, part) : "") += answers.texts[i], marks += answers.for_buddy[i] ? 'j' : 'n';
    return tx.run("insert into feedbacks (id, partnership, match, parent, buddy, partner, answers, for_buddy, given_at, helped, helped_for_buddy, counted, school_agreed) values (:id, :partnership, :match, :parent, :buddy, :partner, :answers, :marks, :now, :helped, :helped_for_buddy, :counted, :school) on conflict do nothing", id, tx.scope().partnership, match.id, match.parent, match.buddy, match.partner,
                  keys.seal(whose, {"feedbacks", "answers", id.value()}, text), marks, now, answers.helped ? std::string{base::word(*answers.helped)} : "", answers.helped_for_buddy, answers.counted, answers.school_agreed) == 1;
}
std::optional<Entry> find(db::Door& door, FeedbackId const& id) { return door.find<Entry>(std::string{columns} + "where partnership = :partnership and id = :id", door.scope().partnership, id); }
std::optional<Entry> given(db::Door& door, matching::Ended const& match) { return door.find<Entry>(std::string{columns} + "where partnership = :partnership and match = :match", door.scope().partnership, match.id); }
std::vector<Entry> read_about(db::Door& door, visit::PersonId const& buddy) { return door.list<Entry>(std::string{columns} + "where partnership = :partnership and (buddy = :buddy or partner = :buddy) and read_at is not null order by given_at desc, id", door.scope().partnership, buddy); }
void note_read(db::Write& tx, FeedbackId const& id, base::Moment now) { tx.run("update feedbacks set read_at = :now where partnership = :partnership and id = :id and read_at is null", now, tx.scope().partnership, id); }
Answers answers_of(confidentiality::Keyring& keys, Entry const& entry) {
    Answers answers;
    auto text = keys.open(entry.answers, {"feedbacks", "answers", entry.id.value()}).value_or("");
    std::size_t at = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        auto end = text.find(part, at);
        answers.texts[i] = text.substr(at, end == std::string::npos ? end : end - at);
        answers.for_buddy[i] = i < entry.for_buddy.size() && entry.for_buddy[i] == 'j';
        if (end == std::string::npos) break;
        at = end + 1;
    }
    answers.helped = base::from_word<Helped>(entry.helped);
    answers.helped_for_buddy = entry.helped_for_buddy, answers.counted = entry.counted, answers.school_agreed = entry.school_agreed;
    return answers;
}
namespace {
constexpr std::string_view past = "from feedbacks where partnership = :partnership and match in (select id from matches where partnership = :partnership and ended_at < :until)";
base::Moment a_year_before(base::Moment now) { return now - std::chrono::hours{24 * 365}; }
} // namespace
void delete_old(db::Write& tx, base::Moment now) { tx.run("delete " + std::string{past}, tx.scope().partnership, a_year_before(now)); }
std::int64_t old(db::Door& door, base::Moment now) { return door.one<std::int64_t>("select count(*) " + std::string{past}, door.scope().partnership, a_year_before(now)).value_or(0); }
bool keep_school_words(db::Write& tx, confidentiality::Keyring& keys, Entry const& entry, std::string const& words, base::Moment now) {
    std::vector<visit::PersonId> whose{entry.parent, entry.buddy};
    if (entry.partner) whose.push_back(*entry.partner);
    return tx.run("update feedbacks set school_words = :words, school_said_at = :now where partnership = :partnership and id = :id and school_agreed = 1 and school_said_at is null and exists (select 1 from matches m where m.partnership = feedbacks.partnership and m.id = feedbacks.match and m.ended_at is not null)", keys.seal(whose, {"feedbacks", "school_words", entry.id.value()}, words), now, tx.scope().partnership, entry.id) == 1;
}
std::string school_words_of(confidentiality::Keyring& keys, Entry const& entry) { return keys.open(entry.school_words, {"feedbacks", "school_words", entry.id.value()}).value_or(""); }

} // namespace feedback
