#include "app/own_data_file.h"

#include <boost/json.hpp>

namespace app {
namespace {

namespace json = boost::json;

json::value value_of(OwnValue const& value) {
    if (value.column->say) return json::value(value.said);
    switch (value.column->reads) {
    case Reads::moment: return json::value(base::iso(base::Moment{std::chrono::seconds{std::stoll(value.stored)}}));
    case Reads::number: return json::value(std::stoll(value.stored));
    case Reads::yes_no: return json::value(value.stored != "0");
    case Reads::day:
    case Reads::words:
    case Reads::sealed: return json::value(value.stored);
    }
    throw base::Impossible{"a way of reading that nobody knows"};
}

} // namespace

std::string own_data_file(std::vector<OwnGroup> const& groups, std::vector<LookedLine> const& looked, text::Language language, base::Moment made_at) {
    json::object file;
    file["format"] = "naast own data";
    file["version"] = 1;
    file["made_at"] = base::iso(made_at);
    file["language"] = std::string{base::word(language)};
    json::object all;
    for (auto const& group : groups) {
        json::array rows;
        for (auto const& row : group.rows) {
            json::object its;
            for (auto const& value : row) its[std::string{value.column->key}] = value_of(value);
            rows.push_back(std::move(its));
        }
        all[std::string{group.table->key}] = std::move(rows);
    }
    file["data"] = std::move(all);
    json::array days;
    for (auto const& day : looked) days.push_back(json::object{{"day", base::iso(day.date)}, {"who", day.who}, {"why", day.why}});
    file["who_looked"] = std::move(days);
    return json::serialize(file);
}

} // namespace app
