#pragma once
// What stands beside a sheet, the same for the parent and the buddy.
#include "reception/visit.h"
#include "sharing/store_talk.h"

#include <string>
#include <vector>

namespace sharing {

/// The two texts of the partnership, folded.
void put_texts(html::Page& page, reception::Visit& v);
/// The parts of a sheet that hold something, as a buddy reads them.
void put_sheet(html::Page& page, Sheet const& sheet);
/// When the talk is, in the words of the parent, or a dash.
std::string when_of(Sheet const& sheet);

} // namespace sharing
