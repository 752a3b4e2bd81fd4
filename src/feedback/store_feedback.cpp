#include "feedback/store_feedback.h"

namespace feedback {
namespace {
constexpr std::string_view columns = "select id, parent, buddy, answers, for_buddy, given_at, read_at from feedbacks ";
constexpr char part = '\x1f';
} // namespace

bool add(db::Write& tx, confidentiality::Keyring& keys, FeedbackId const& id, matching::Ended const& match, Answers const& answers, base::Moment now) {
    std::vector<visit::PersonId> whose{match.parent, match.buddy};
    if (match.partner) whose.push_back(*match.partner);
    std::string text, marks;
    for (std::size_t i = 0; i < 3; ++i) (text += i ? std::string(1, part) : "") += answers.texts[i], marks += answers.for_buddy[i] ? 'j' : 'n';
    return tx.run("insert into feedbacks (id, partnership, match, parent, buddy, partner, answers, for_buddy, given_at) values (:id, :partnership, :match, :parent, :buddy, :partner, :answers, :marks, :now) on conflict do nothing", id, tx.scope().partnership, match.id, match.parent, match.buddy, match.partner,
                  keys.seal(whose, {"feedbacks", "answers", id.value()}, text), marks, now) == 1;
}
std::optional<Entry> find(db::Door& door, FeedbackId const& id) { return door.find<Entry>(std::string{columns} + "where partnership = :partnership and id = :id", door.scope().partnership, id); }
bool given(db::Door& door, matching::Ended const& match) { return door.one<std::int64_t>("select count(*) from feedbacks where partnership = :partnership and match = :match", door.scope().partnership, match.id).value_or(0) > 0; }
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
    return answers;
}

} // namespace feedback
