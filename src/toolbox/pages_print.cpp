#include "toolbox/pages_print.h"

#include "gen/toolbox_views.h"
#include "platform/base/require.h"
#include "platform/pdf/pdf.h"
#include "platform/pdf/qr.h"
#include "reception/visit_print.h"

namespace toolbox {
using reception::Visit;

namespace {

std::string without_scheme(std::string const& address) {
    auto const at = address.find("://");
    return at == std::string::npos ? address : address.substr(at + 3);
}

/// A phone number that stays on one line.
std::string unbroken(std::string number) {
    for (auto at = number.find(' '); at != std::string::npos; at = number.find(' ', at)) number.replace(at, 1, "\u00A0");
    return number;
}

pdf::Part part_of(Mark mark) {
    switch (mark) {
    case Mark::title: return pdf::Part::title;
    case Mark::heading: return pdf::Part::heading;
    case Mark::paragraph: return pdf::Part::paragraph;
    case Mark::bullet: return pdf::Part::bullet;
    case Mark::box: return pdf::Part::box;
    case Mark::page: return pdf::Part::page;
    }
    throw base::Impossible{"a mark without a part"};
}
pdf::Look look_of(Shape shape) {
    switch (shape) {
    case Shape::sheet: return pdf::Look::sheet;
    case Shape::poster: return pdf::Look::poster;
    case Shape::slides: return pdf::Look::slides;
    case Shape::card: return pdf::Look::card;
    }
    throw base::Impossible{"a shape without a look"};
}

std::vector<std::pair<std::string, std::string>> facts_of(Visit& v, Print const& print) {
    auto const tongue = print.sheet.tongue;
    std::vector<std::pair<std::string, std::string>> facts{{std::string{say(Phrase::support_point, tongue)}, v.house().phone}, {std::string{say(Phrase::coordinator, tongue)}, v.house().coordinator_phone}};
    if (!print.code.empty()) facts.emplace_back(std::string{say(Phrase::website, tongue)}, print.site);
    return facts;
}

/// Rows of the same kind stand in one list.
enum class Kind { none,
                  bullets,
                  boxes };
Kind kind_of(Mark mark) { return mark == Mark::bullet ? Kind::bullets : mark == Mark::box ? Kind::boxes
                                                                                          : Kind::none; }

} // namespace

std::string print_address(Visit& v, Target const& target) {
    auto query = target.channel.empty() ? std::string{} : "via=" + http::encoded(target.channel);
    if (auto const first = people::first_partnership(v.read()); first && first->id == v.house().id) return v.services().base_url + "/" + target.page + (query.empty() ? "" : "?" + query);
    auto const page = target.page.empty() ? std::string{} : "naar=" + target.page + (query.empty() ? "" : "&");
    return v.services().base_url + "/steunpunt/" + v.house().slug + (page.empty() && query.empty() ? "" : "?" + page + query);
}

Print print_of(Visit& v, Sheet const& sheet, std::string const& text, std::optional<people::SchoolPage> const& school) {
    auto const& house = v.house();
    auto const site = without_scheme(print_address(v, {}));
    Print print{sheet, {}, site.ends_with('/') ? site.substr(0, site.size() - 1) : site, {}, false};
    print.blocks = filled(blocks(text), {house.support_point, house.name, unbroken(house.phone), house.coordinator_name, unbroken(house.coordinator_phone), print.site, school ? school->name : std::string{}}, right_to_left(sheet.tongue));
    if (auto its = target(sheet.material)) print.code = print_address(v, *its);
    return print;
}

void put(html::Page& page, Visit& v, Print const& print) {
    namespace n = views;
    auto const tongue = print.sheet.tongue;
    auto sheet = page.own(n::sheet_::view);
    sheet.set(n::sheet_::LANG, std::string{base::word(tongue)}).set(n::sheet_::DIR, right_to_left(tongue) ? "rtl" : "ltr").set(n::sheet_::TOP, v.house().support_point);
    std::optional<html::Data> list;
    Kind open = Kind::none;
    for (auto const& block : print.blocks) {
        auto const kind = kind_of(block.mark);
        if (kind != Kind::none) {
            if (kind != open) {
                list.emplace(sheet.add(n::sheet_::BLOCK).add(n::sheet_::LIST));
                list->set(n::sheet_::KIND, kind == Kind::boxes ? "vakjes" : "punten");
            }
            list->add(n::sheet_::ITEM).set(n::sheet_::WORDS, block.words);
        } else if (block.mark == Mark::page) sheet.add(n::sheet_::BLOCK).show(n::sheet_::BREAK);
        else if (block.mark == Mark::title) sheet.add(n::sheet_::BLOCK).show(n::sheet_::TITLE, block.words);
        else if (block.mark == Mark::heading) sheet.add(n::sheet_::BLOCK).show(n::sheet_::HEADING, block.words);
        else if (block.dutch) sheet.add(n::sheet_::BLOCK).show(n::sheet_::DUTCH, block.words);
        else sheet.add(n::sheet_::BLOCK).show(n::sheet_::PARAGRAPH, block.words);
        open = kind;
    }
    for (auto const& [label, value] : facts_of(v, print)) sheet.add(n::sheet_::FACT).set(n::sheet_::LABEL, label).set(n::sheet_::VALUE, value);
    if (print.code.empty()) return;
    int size = 0;
    auto const path = pdf::svg_path(pdf::qr(print.code), size);
    sheet.add(n::sheet_::CODE).set(n::sheet_::SCAN, std::string{say(Phrase::scan, tongue)}).set(n::sheet_::ADDRESS, print.code).set(n::sheet_::PATH, path).set(n::sheet_::SIZE, std::to_string(size));
}

http::Response as_pdf(Visit& v, Print const& print) {
    auto const tongue = print.sheet.tongue;
    pdf::Document document;
    document.title = text::say(name(print.sheet.material), v.language());
    document.author = v.house().support_point;
    document.language = std::string{base::word(tongue)};
    document.right_to_left = right_to_left(tongue);
    document.top = document.right_to_left ? apart(v.house().support_point) : v.house().support_point;
    if (print.draft) document.top += " – " + text::say(base::tr("concept"), v.language());
    document.look = look_of(shape(print.sheet.material));
    document.one_page = one_page(print.sheet.material);
    for (auto const& block : print.blocks) document.lines.push_back({part_of(block.mark), block.words, block.dutch});
    document.facts = facts_of(v, print);
    if (document.right_to_left)
        for (auto& [label, value] : document.facts) value = apart(value);
    document.code = print.code;
    if (!print.code.empty()) document.code_label = std::string{say(Phrase::scan, tongue)};
    return reception::pdf_answer(pdf::render(document), word(print.sheet));
}

void put_code(html::Page& page, html::Said const& label, std::string const& address) {
    int size = 0;
    auto const path = pdf::svg_path(pdf::qr(address), size);
    page.picture(label, path, size);
}

} // namespace toolbox
