#include "trajectory/pages_first_talk.h"

#include "platform/base/require.h"
#include "reception/visit_print.h"
#include "trajectory/first_talk.h"

namespace trajectory {
using base::tr;
using reception::Visit;
using visit::Action;

namespace {

pdf::Part part_of(TalkPart part) {
    switch (part) {
    case TalkPart::title: return pdf::Part::title;
    case TalkPart::heading: return pdf::Part::heading;
    case TalkPart::paragraph: return pdf::Part::paragraph;
    case TalkPart::bullet: return pdf::Part::bullet;
    }
    throw base::Impossible{"a line without a part"};
}

base::Sentence to_call(Visit& v) { return {tr("Vragen? Bel {name}, de coördinator: {phone}."), {{"name", v.house().coordinator_name}, {"phone", v.house().coordinator_phone}}}; }

http::Response on_page(Visit& v, std::vector<TalkLine> const& lines, std::string const& pdf_address) {
    return v.page(lines.front().words, [&](html::Page& page) {
        std::vector<html::Said> bullets;
        auto close = [&] {
            if (!bullets.empty()) page.bullets(bullets);
            bullets.clear();
        };
        for (auto const& [part, words] : lines) {
            if (part == TalkPart::bullet) {
                bullets.emplace_back(words);
                continue;
            }
            close();
            if (part == TalkPart::heading) page.heading(words);
            if (part == TalkPart::paragraph) page.lead(words);
        }
        close();
        page.phone(base::Sentence{tr("Vragen? Bel {name}, de coördinator:"), {{"name", v.house().coordinator_name}}}, v.house().coordinator_phone);
        page.link(pdf_address, tr("Als PDF, om te printen"));
    },
                  {.quick_exit = v.viewer().is(visit::Role::asking_parent)});
}
http::Response on_paper(Visit& v, std::vector<TalkLine> const& lines, std::string const& name) {
    std::vector<reception::Printed> parts;
    for (auto const& [part, words] : lines) parts.push_back({part_of(part), words});
    parts.push_back({pdf::Part::paragraph, to_call(v)});
    return reception::print(v, name, parts);
}

http::Response show_leaflet(Visit& v) { return on_page(v, leaflet(), "/eerste-gesprek/pdf"); }
http::Response print_leaflet(Visit& v) { return on_paper(v, leaflet(), "eerste-gesprek"); }
http::Response show_guide(Visit& v) { return on_page(v, guide(), "/eerste-gesprek/buddy/pdf"); }
http::Response print_guide(Visit& v) { return on_paper(v, guide(), "eerste-gesprek-buddy"); }

} // namespace

void first_talk_part(html::Page& page, bool for_buddy) {
    if (for_buddy) page.link("/eerste-gesprek/buddy", tr("Je eerste gesprek met een ouder: een leidraad"));
    else page.link("/eerste-gesprek", tr("Zo gaat een eerste gesprek"));
}

std::vector<reception::Route> first_talk_routes() {
    using reception::route;
    return {
        route<Action::plan_meeting>("GET", "/eerste-gesprek", show_leaflet),
        route<Action::plan_meeting>("GET", "/eerste-gesprek/pdf", print_leaflet),
        route<Action::plan_meeting>("GET", "/eerste-gesprek/buddy", show_guide),
        route<Action::plan_meeting>("GET", "/eerste-gesprek/buddy/pdf", print_guide),
    };
}

} // namespace trajectory
