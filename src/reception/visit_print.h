#pragma once
// Prints of what staff need on paper, made on the way out of a visit; the page beside it is the accessible form.
#include "platform/pdf/pdf.h"
#include "reception/visit.h"

#include <string>
#include <vector>

namespace reception {

/// A part of a print and what it says.
struct Printed {
    pdf::Part part;
    html::Said words;
};
/// A print with the name of the support point above it, in the language of the visit, as a file to keep under a name; the first title is its title.
http::Response print(Visit& v, std::string const& name, std::vector<Printed> const& parts);
/// Bytes of a PDF as an answer under a name.
http::Response pdf_answer(std::string bytes, std::string const& name);

} // namespace reception
