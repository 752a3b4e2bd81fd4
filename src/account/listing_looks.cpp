#include "account/listing_looks.h"

#include "account/pages_session.h"
#include "confidentiality/store_access_log.h"
#include "people/store_people.h"

#include <algorithm>

namespace account {
using base::tr;

std::vector<LookedDay> looked_at_me(reception::Visit& v) {
    struct Day {
        base::Date date;
        std::string actor, role;
        std::vector<std::string> actions;
    };
    std::vector<Day> days;
    for (auto const& look : confidentiality::looks_at(v.read(), v.me())) {
        if (look.actor == v.me().value()) continue;
        auto date = base::local_date(look.at);
        auto at = std::find_if(days.begin(), days.end(), [&](auto const& day) { return day.date == date && day.actor == look.actor && day.role == look.role; });
        if (at == days.end()) at = days.insert(days.end(), Day{date, look.actor, look.role, {}});
        if (std::find(at->actions.begin(), at->actions.end(), look.action) == at->actions.end()) at->actions.push_back(look.action);
    }
    std::vector<LookedDay> all;
    for (auto const& day : days) {
        std::string why;
        for (auto const& word : day.actions)
            if (auto action = base::from_word<visit::Action>(word)) (why += why.empty() ? "" : "; ") += text::say(reason(*action), v.language());
        auto name = [&] { return people::name_of(v.read(), v.keys(), visit::PersonId{day.actor}) + ", "; };
        if (day.role == confidentiality::deputy || day.role == confidentiality::chosen_reader) {
            all.push_back({day.date, name() + text::say(day.role == confidentiality::deputy ? tr("waarnemend coördinator") : tr("lezer naar uw keuze"), v.language()), why});
            continue;
        }
        auto const role = base::from_word<visit::Role>(day.role);
        // buddies and parents stay nameless here: one who may still say no has no name yet, and a no is without blame
        bool const named = !day.actor.empty() && role && visit::is_staff(*role);
        all.push_back({day.date, (named ? name() : std::string{}) + (role ? text::say(visit::name(*role), v.language()) : ""), why});
    }
    return all;
}

} // namespace account
