#include "competence/store_assessment.h"

#include <charconv>

namespace competence {
namespace {
struct Row {
    SelfAssessmentId id;
    Moment moment;
    base::Moment filled_at;
    confidentiality::Sealed answers;
};
constexpr char part = '\x1f';
} // namespace

void add(db::Write& tx, confidentiality::Keyring& keys, SelfAssessmentId const& id, visit::PersonId const& person, Answers const& answers, base::Moment now) {
    std::string text;
    for (auto const& [number, score] : answers.scores) text += std::to_string(number) + "=" + std::to_string(score) + ",";
    ((((text += part) += answers.own_point) += part) += answers.goal) += part;
    text += answers.help;
    tx.run("insert into self_assessments (id, partnership, person, moment, list_version, filled_at, answers) values (:id, :partnership, :person, :moment, 1, :now, :answers)", id, tx.scope().partnership, person, *answers.moment, now,
           keys.seal({person}, {"self_assessments", "answers", id.value()}, text));
}

std::vector<Filled> of(db::Door& door, confidentiality::Keyring& keys, visit::PersonId const& person) {
    std::vector<Filled> found;
    for (auto const& row : door.list<Row>("select id, moment, filled_at, answers from self_assessments where partnership = :partnership and person = :person order by filled_at, id", door.scope().partnership, person)) {
        auto text = keys.open(row.answers, {"self_assessments", "answers", row.id.value()});
        if (!text || text->empty()) continue;
        Filled filled{row.moment, row.filled_at, {}};
        auto scores = text->substr(0, text->find(part));
        for (std::size_t at = 0; at < scores.size();) {
            auto end = scores.find(',', at);
            int number = 0, score = 0;
            auto equals = scores.find('=', at);
            std::from_chars(scores.data() + at, scores.data() + equals, number);
            std::from_chars(scores.data() + equals + 1, scores.data() + end, score);
            filled.answers.scores[number] = score;
            at = end + 1;
        }
        std::string* rest[] = {&filled.answers.own_point, &filled.answers.goal, &filled.answers.help};
        auto at = text->find(part);
        for (auto* each : rest) {
            auto end = text->find(part, at + 1);
            *each = text->substr(at + 1, end == std::string::npos ? end : end - at - 1);
            at = end;
            if (at == std::string::npos) break;
        }
        found.push_back(std::move(filled));
    }
    return found;
}

} // namespace competence
