#include "reports/yield.h"

#include "reports/school_year.h"

#include <algorithm>
#include <map>

namespace reports {
using base::tr;

Reached total(std::vector<Reached> const& lines) {
    Reached sum{};
    for (auto const& line : lines)
        for (std::size_t step = 0; step < sum.size(); ++step) sum[step] += line[step];
    return sum;
}

Reached furthest(Reached const& reached) {
    Reached pieces{};
    auto so_far = reached[0];
    for (std::size_t step = 1; step < reached.size(); ++step) {
        auto const on = std::min(so_far, reached[step]);
        pieces[step - 1] = so_far - on;
        so_far = on;
    }
    pieces.back() = so_far;
    return pieces;
}

std::vector<Period> periods(base::Date today) {
    std::vector<Period> all{{"", tr("Altijd"), {}, {}}, {"drie-maanden", tr("De laatste drie maanden"), base::later(today, -91), {}}};
    for (int back = 0; back < 3; ++back) {
        SchoolYear const year{school_year(today).first - back};
        all.push_back({"schooljaar-" + std::to_string(year.first), {tr("Schooljaar {year}"), {{"year", year.name()}}}, base::local_date(year.from()), base::local_date(year.until())});
    }
    return all;
}

Period period(std::string const& word, base::Date today) {
    auto const all = periods(today);
    auto const at = std::find_if(all.begin(), all.end(), [&](Period const& each) { return each.word == word; });
    return at == all.end() ? all.front() : *at;
}

std::vector<MonthCount> by_month(std::vector<base::Date> const& buddies, std::vector<base::Date> const& parents, std::size_t most) {
    std::map<std::chrono::year_month, MonthCount> found;
    auto of = [&](base::Date day) -> MonthCount& {
        auto const month = day.year() / day.month();
        return found.try_emplace(month, MonthCount{month, 0, 0}).first->second;
    };
    for (auto day : buddies) ++of(day).buddies;
    for (auto day : parents) ++of(day).parents;
    std::vector<MonthCount> all;
    if (found.empty()) return all;
    for (auto month = found.begin()->first; month <= found.rbegin()->first; month += std::chrono::months{1}) all.push_back(found.contains(month) ? found.at(month) : MonthCount{month, 0, 0});
    if (all.size() > most) all.erase(all.begin(), all.end() - static_cast<std::ptrdiff_t>(most));
    return all;
}

} // namespace reports
