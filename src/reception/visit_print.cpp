#include "reception/visit_print.h"

namespace reception {

http::Response print(Visit& v, std::string const& name, std::vector<Printed> const& parts) {
    pdf::Document document;
    document.author = document.top = v.house().support_point;
    document.language = std::string{base::word(v.language())};
    for (auto const& [part, words] : parts) {
        document.lines.push_back({part, words.in(v.language())});
        if (part == pdf::Part::title && document.title.empty()) document.title = document.lines.back().words;
    }
    return pdf_answer(pdf::render(document), name);
}

http::Response pdf_answer(std::string bytes, std::string const& name) {
    // as an attachment: a viewer inside the browser would need more than our content policy allows
    return {200, {{"Content-Type", "application/pdf"}, {"Content-Disposition", "attachment; filename=\"" + name + ".pdf\""}, {"Cache-Control", "no-store"}}, std::move(bytes), {}};
}

} // namespace reception
