#include "training/programme.h"

#include "platform/base/length.h"
#include "platform/base/number.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <numeric>
#include <set>

namespace training {
using base::tr;

namespace {

constexpr std::size_t longest_title = 80, longest_text = 300;

struct Placed {
    int evening = 0;
    std::size_t at = 0;
    ProgrammePart const* part = nullptr;
};
std::map<std::string, Placed> by_name(Programme const& programme) {
    std::map<std::string, Placed> all;
    for (std::size_t evening = 0; evening < programme.size(); ++evening)
        for (std::size_t i = 0; i < programme[evening].parts.size(); ++i) all[programme[evening].parts[i].name] = {static_cast<int>(evening) + 1, i, &programme[evening].parts[i]};
    return all;
}

/// As many parts of an evening as can be said to stand still: the longest row of them that was in this order before.
std::set<std::string> in_old_order(std::map<std::string, Placed> const& before, std::vector<ProgrammePart> const& parts, int evening) {
    std::vector<std::pair<std::size_t, std::string>> common;
    for (auto const& part : parts)
        if (auto const was = before.find(part.name); was != before.end() && was->second.evening == evening) common.emplace_back(was->second.at, part.name);
    std::vector<std::vector<std::size_t>> rows;
    std::vector<std::size_t> longest;
    for (std::size_t i = 0; i < common.size(); ++i) {
        std::vector<std::size_t> best;
        for (std::size_t j = 0; j < i; ++j)
            if (common[j].first < common[i].first && rows[j].size() > best.size()) best = rows[j];
        best.push_back(i);
        if (best.size() > longest.size()) longest = best;
        rows.push_back(std::move(best));
    }
    std::set<std::string> names;
    for (auto const i : longest) names.insert(common[i].second);
    return names;
}

} // namespace

base::Result<std::vector<ProgrammePart>, base::Refusal> plan_evening(std::vector<TypedPart> const& typed, int version, int number) {
    base::Refusal refusal;
    auto const too_long = [&](std::string const& field, std::string const& words, std::size_t most) {
        if (base::characters(words) <= most) return;
        refusal.add(field, most == longest_title ? tr("Dit is te lang. Gebruik hoogstens 80 tekens.") : tr("Dit is te lang. Gebruik hoogstens 300 tekens."));
    };
    std::vector<std::pair<int, ProgrammePart>> placed;
    for (std::size_t i = 0; i < typed.size(); ++i) {
        auto part = typed[i].part;
        auto const at = std::to_string(i);
        if (part.title.empty()) {
            if (part.name.empty() && !(typed[i].minutes.empty() && part.goal.empty() && part.form_of_work.empty() && part.material.empty() && part.attention.empty())) refusal.add("titel-" + at, tr("Geef dit onderdeel een naam, of maak de rest ook leeg."));
            continue; // a known part whose title was emptied is taken out
        }
        auto const minutes = base::number_from(typed[i].minutes);
        if (!minutes || *minutes < 1 || *minutes > evening_minutes) refusal.add("minuten-" + at, tr("Vul de minuten in, van 1 tot 150."));
        part.minutes = minutes.value_or(0);
        too_long("titel-" + at, part.title, longest_title);
        too_long("doel-" + at, part.goal, longest_text);
        too_long("werkvorm-" + at, part.form_of_work, longest_text);
        too_long("materiaal-" + at, part.material, longest_text);
        too_long("aandacht-" + at, part.attention, longest_text);
        if (part.name.empty()) part.name = "deel-" + std::to_string(version) + "-" + std::to_string(number) + "-" + at;
        placed.emplace_back(base::number_from(typed[i].place).value_or(999), std::move(part));
    }
    if (!refusal.empty()) return refusal;
    if (placed.empty()) return base::Refusal::of(tr("Houd minstens één onderdeel over."));
    if (placed.size() > most_parts) return base::Refusal::of(tr("Een avond heeft hoogstens veertien onderdelen."));
    std::stable_sort(placed.begin(), placed.end(), [](auto const& a, auto const& b) { return a.first < b.first; });
    std::vector<ProgrammePart> parts;
    for (auto& [place, part] : placed) parts.push_back(std::move(part));
    if (!std::is_partitioned(parts.begin(), parts.end(), [](auto const& part) { return part.informal; })) return base::Refusal::of(tr("Zet kennismaken vooraan, vóór de andere onderdelen."));
    auto const over = total_minutes(parts) - evening_minutes;
    if (over > 0) return base::Refusal::of(base::Sentence{tr("Een avond duurt 150 minuten. Dit is {count} minuten te veel."), {{"count", std::to_string(over)}}});
    if (over < 0) return base::Refusal::of(base::Sentence{tr("Een avond duurt 150 minuten. Dit is {count} minuten te weinig."), {{"count", std::to_string(-over)}}});
    return parts;
}

int total_minutes(std::vector<ProgrammePart> const& parts) {
    return std::accumulate(parts.begin(), parts.end(), 0, [](int sum, auto const& part) { return sum + part.minutes; });
}
int informal_minutes(std::vector<ProgrammePart> const& parts) {
    return std::accumulate(parts.begin(), parts.end(), 0, [](int sum, auto const& part) { return sum + (part.informal ? part.minutes : 0); });
}
int informal_minutes_needed(int people) { return 45 + 10 * std::max(0, people - 5); }

std::vector<Change> differences(Programme const& older, Programme const& newer) {
    auto const before = by_name(older);
    auto const after = by_name(newer);
    std::vector<Change> all;
    for (std::size_t evening = 0; evening < newer.size(); ++evening) {
        auto const number = static_cast<int>(evening) + 1;
        auto const stayed = in_old_order(before, newer[evening].parts, number);
        for (auto const& part : newer[evening].parts) {
            auto const was = before.find(part.name);
            if (was == before.end()) {
                all.push_back({ChangeKind::added, number, part.title, {}});
                continue;
            }
            auto const& old = *was->second.part;
            if (old != part) {
                all.push_back({ChangeKind::changed, number, part.title, old.minutes == part.minutes ? std::optional<std::array<int, 2>>{} : std::array{old.minutes, part.minutes}});
                continue;
            }
            bool const moved = was->second.evening != number || !stayed.contains(part.name);
            if (moved) all.push_back({ChangeKind::moved, number, part.title, {}});
        }
    }
    for (std::size_t evening = 0; evening < older.size(); ++evening)
        for (auto const& part : older[evening].parts)
            if (!after.contains(part.name)) all.push_back({ChangeKind::removed, static_cast<int>(evening) + 1, part.title, {}});
    return all;
}

bool looks_like_school(std::string const& place, std::vector<std::string> const& names) {
    if (place.find("school") != std::string::npos) return true;
    return std::any_of(names.begin(), names.end(), [&](auto const& name) {
        if (name.empty() || !place.starts_with(name)) return false;
        return place.size() == name.size() || !std::isalnum(static_cast<unsigned char>(place[name.size()]));
    });
}

} // namespace training
