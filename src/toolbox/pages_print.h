#pragma once
// A sheet as people see it: filled in for this support point, and for one school when there is one; on a page that prints well, and as PDF.
#include "people/store_school_page.h"
#include "reception/visit.h"
#include "toolbox/marks.h"
#include "toolbox/material.h"

#include <optional>
#include <string>
#include <vector>

namespace toolbox {

struct Print {
    Sheet sheet;
    std::vector<Block> blocks; ///< filled in
    std::string site, code;    ///< the address as people type it, and the whole address in the QR code (empty: none)
    bool draft = false;        ///< the file says that it is a concept
};

/// Where this support point's own pages are found from a print: the first partnership at the root, others through a page that chooses them.
std::string print_address(reception::Visit& v, Target const& target);
/// A text of a sheet, filled in; `school` gives its name to it.
Print print_of(reception::Visit& v, Sheet const& sheet, std::string const& text, std::optional<people::SchoolPage> const& school);
/// The print as a part of a page.
void put(html::Page& page, reception::Visit& v, Print const& print);
/// The print as a file to keep.
http::Response as_pdf(reception::Visit& v, Print const& print);
/// A QR code with its words, as a part of a page.
void put_code(html::Page& page, html::Said const& label, std::string const& address);

} // namespace toolbox
