#pragma once
// A dilemma for an expert (klankbord): what the coordinator made of a buddy's question, without the case. The expert learns nobody's name and nothing of the question itself. Report L1440–1470.
#include "platform/base/id.h"
#include "platform/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace support {

struct Dilemma;
using DilemmaId = base::Id<Dilemma>;

/// How words are made alike: lower case, without accents.
using Fold = std::string (*)(std::string_view);
/// Checks the coordinator's version: something is said in at most 2000 characters, it repeats no six words of the buddy in a row, and holds none of these names. Field: tekst.
base::Result<std::string, base::Refusal> rewritten(std::string const& typed, std::vector<std::string> const& of_buddy, std::vector<std::string> const& names, Fold fold);

} // namespace support
