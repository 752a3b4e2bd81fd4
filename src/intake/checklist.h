#pragma once
// The checklist of the interview (gesprekslijst) as a partnership words it itself; each version stays for the interviews that began with it. Report L2575–2640.
#include "platform/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace intake {

/// The version that stands for the standard list.
inline constexpr int standard_checklist = 1;

/// One point of the own list. Its name stays the same over versions, so that answers stay with it.
struct OwnPoint {
    std::string name;
    std::string title;
    std::string prompt;
    bool yes_no;
    bool operator==(OwnPoint const&) const = default;
};

/// Checks a list as typed: lines without a title fall away; 1 to 20 points are left, each with a prompt, a title of at most 60 and a prompt of at most 300 characters. New points (without a name) get one that no other has. Fields: titel-N and vraag-N, N counting from 0 as typed; the list as a whole has no field.
base::Result<std::vector<OwnPoint>, base::Refusal> checklist(std::vector<OwnPoint> const& typed, int version);

} // namespace intake
