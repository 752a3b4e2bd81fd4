#include "training/running_order.h"

#include <algorithm>

namespace training {

std::vector<KeptPart> running_order(std::vector<ProgrammePart> const& parts, std::vector<KeptPart> const& kept) {
    std::vector<KeptPart> order;
    auto const in_order = [&](std::string const& name) { return std::any_of(order.begin(), order.end(), [&](auto const& one) { return one.part == name; }); };
    for (auto const& one : kept)
        if (!in_order(one.part) && std::any_of(parts.begin(), parts.end(), [&](auto const& part) { return part.name == one.part; })) order.push_back(one);
    for (auto const& part : parts)
        if (!in_order(part.name)) order.push_back({part.name, false});
    return order;
}

std::vector<KeptPart> moved(std::vector<KeptPart> order, std::string const& part, Direction direction) {
    auto const at = std::find_if(order.begin(), order.end(), [&](auto const& one) { return one.part == part; });
    if (at == order.end()) return order;
    auto const held = [](KeptPart const& one) { return !one.skipped; };
    if (direction == Direction::later) {
        auto const next = std::find_if(at + 1, order.end(), held);
        if (next != order.end()) std::rotate(at, at + 1, next + 1);
    } else {
        auto const before = std::find_if(std::make_reverse_iterator(at), order.rend(), held);
        if (before != order.rend()) std::rotate(before.base() - 1, at, at + 1);
    }
    return order;
}

std::vector<KeptPart> with_skipped(std::vector<KeptPart> order, std::string const& part, bool skipped) {
    for (auto& one : order)
        if (one.part == part) one.skipped = skipped;
    return order;
}

std::vector<TimedPart> timed(std::vector<ProgrammePart> const& parts, std::vector<KeptPart> const& order, base::Moment begins_at) {
    std::vector<TimedPart> all;
    auto at = begins_at;
    for (auto const& [name, skipped] : order) {
        auto const its = std::find_if(parts.begin(), parts.end(), [&](auto const& part) { return part.name == name; });
        if (its == parts.end()) continue;
        auto const end = skipped ? at : at + std::chrono::minutes{its->minutes};
        all.push_back({*its, skipped, at, end});
        at = end;
    }
    return all;
}

TimedPart const* held_at(std::vector<TimedPart> const& parts, base::Moment now) {
    auto const at = std::find_if(parts.begin(), parts.end(), [&](auto const& one) { return !one.skipped && one.begins_at <= now && now < one.ends_at; });
    return at == parts.end() ? nullptr : &*at;
}

} // namespace training
