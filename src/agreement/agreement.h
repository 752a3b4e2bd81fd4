#pragma once
// The agreement (afspraken): volunteer agreement and house rules in one text. A partnership writes its own, each change is a new version; without one the text below stands as version 0. Report L2197, mission §1b.
#include "platform/base/clock.h"
#include "platform/base/result.h"

#include <optional>
#include <string>
#include <vector>

namespace agreement {

/// The text that stands until a partnership writes its own, one promise each.
std::vector<base::Text> const& first_text();

/// Checks an own text: something, of at most 6000 characters, and not the same as what stands. Field: tekst.
base::Result<std::string, base::Refusal> write(std::string const& words, std::string const& standing);

/// What a buddy accepted last.
struct Accepted {
    int version;
    base::Moment accepted_at;
};
/// Whether the newest version is accepted.
bool up_to_date(std::optional<Accepted> const& accepted, int newest);

} // namespace agreement
