#include "sharing/listing_talk.h"

#include "sharing/store_school_text.h"

namespace sharing {
using base::tr;

namespace {
std::vector<html::Said> said(std::string const& own, std::vector<base::Text> const& first) {
    std::vector<html::Said> all;
    for (auto const& each : lines(own)) all.emplace_back(each);
    if (all.empty()) all.assign(first.begin(), first.end());
    return all;
}
} // namespace

void put_texts(html::Page& page, reception::Visit& v) {
    auto const own = newest_text(v.read()).value_or(TextRow{0, "", "", {}});
    page.details(tr("Waar u op kunt letten"), said(own.points, first_points()));
    page.details(tr("Hoe een gesprek op school kan verlopen"), said(own.steps, first_steps()));
}
void put_sheet(html::Page& page, Sheet const& sheet) {
    for (std::size_t i = 0; i < sheet.size(); ++i) {
        if (sheet[i].empty()) continue;
        page.heading(read_name(base::Words<Part>::entries[i].first));
        page.quote(sheet[i]);
    }
}
std::string when_of(Sheet const& sheet) {
    auto const& when = sheet[0];
    auto const first = when.substr(0, when.find('\n'));
    return first.empty() ? "–" : first;
}

} // namespace sharing
