#pragma once
// The list of materials as a part of a page: each with its languages, as a page and as PDF.
#include "reception/visit.h"
#include "toolbox/material.h"

#include <functional>
#include <string>
#include <vector>

namespace toolbox {

/// Lists the sheets of materials that `shown` lets through, and no material without one; each sheet's address is `before` and its word. `note` may say something beside a material.
void put_list(html::Page& page, std::vector<Material> const& all, std::string const& before, std::function<bool(Sheet const&)> const& shown, std::function<html::Said(Material)> const& note = {});

} // namespace toolbox
