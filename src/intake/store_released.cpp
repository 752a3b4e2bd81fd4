#include "intake/store_released.h"

#include "confidentiality/store_confidential.h"

#include <algorithm>

namespace intake {

std::vector<Released> released(db::Door& door, std::vector<visit::PersonId> const& people) {
    auto all = door.list<Released>("select id, person, words from learning_points where partnership = :partnership and answer = 'yes' and taken_back_at is null and words <> '' order by written_at, id", door.scope().partnership);
    std::erase_if(all, [&](Released const& each) { return std::find(people.begin(), people.end(), each.person) == people.end(); });
    return all;
}
std::string words_of(confidentiality::Keyring& keys, Released const& point, visit::Granted<visit::Action::see_learning_points, LearningPoint> const& granted) {
    return confidentiality::Confidential<LearningPoint, visit::Action::see_learning_points>{point.id, point.words, "learning_points", "words"}.open(granted, keys).value_or("");
}

} // namespace intake
