#include "platform/html/page.h"

#include "gen/platform_html_views.h"

#include <algorithm>

namespace html {
namespace {

namespace v = views;
std::string const nothing;

std::string list_href(Listing const& listing, std::string const& sort, int page) {
    // values come from what was typed: each is encoded, the path is ours
    auto encoded = [](std::string_view text) {
        static constexpr char digits[] = "0123456789ABCDEF";
        std::string out;
        for (char c : text) {
            auto byte = static_cast<unsigned char>(c);
            if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.') out += c;
            else ((out += '%') += digits[byte >> 4U]) += digits[byte & 15U];
        }
        return out;
    };
    std::string out = listing.path + "?";
    if (!listing.search.empty()) out += "zoek=" + (listing.search_sealed.empty() ? encoded(listing.search) : listing.search_sealed) + "&";
    for (auto const& [name, value] : listing.filters)
        if (!value.empty()) out += name + "=" + encoded(value) + "&";
    if (!sort.empty()) out += "volgorde=" + encoded(sort) + "&";
    if (page > 1) out += "bladzijde=" + std::to_string(page) + "&";
    out.pop_back();
    return out;
}

} // namespace

std::string const& Form::value(std::string const& name) const {
    auto at = values_.find(name);
    return at == values_.end() ? nothing : at->second;
}

Data Form::part(View view, Field const& field) {
    // all field templates use the same names
    using n = v::text_;
    auto part = data_.include(v::form_::FIELDS, view);
    part.set(n::NAME, field.name).say(n::LABEL, field.label);
    if (field.hint) part.show(n::HINT, *field.hint);
    bool error = false;
    if (refusal_)
        for (auto const& [name, why] : refusal_->fields)
            if (name == field.name && !error) part.show(n::ERROR, why), error = true;
    if (field.hint || error) part.show(n::DESCRIBED);
    if (field.who_reads) {
        part.show(n::WHO, *field.who_reads);
        if (auto dutch = field.who_reads->dutch_beside(data_.language())) part.show(n::WHO_DUTCH, *dutch);
    }
    return part;
}

Form& Form::text(Field const& field) {
    auto part = this->part(v::text_::view, field);
    part.set(v::text_::TYPE, field.type).set(v::text_::VALUE, value(field.name)).set(v::text_::MOST, std::to_string(field.most ? field.most : 200));
    if (field.most && field.most <= 12) part.show(v::text_::SHORT);
    if (!field.autocomplete.empty()) part.show(v::text_::AUTOCOMPLETE, field.autocomplete);
    if (!field.inputmode.empty()) part.show(v::text_::INPUTMODE, field.inputmode);
    if (!field.suggestions.empty()) part.show(v::text_::SUGGESTED);
    for (auto const& each : field.suggestions) part.add(v::text_::SUGGESTION).set(v::text_::CHOICE, each);
    return *this;
}

Form& Form::area(Field const& field, int rows) {
    part(v::area_::view, field).set(v::area_::VALUE, value(field.name)).set(v::area_::ROWS, std::to_string(rows)).set(v::area_::MOST, std::to_string(field.most ? field.most : 4000));
    return *this;
}

namespace {
void options(Data part, std::string const& name, std::vector<Option> const& all, Values const& values) {
    auto [first, last] = values.equal_range(name);
    int n = 0;
    for (auto const& option : all) {
        auto one = part.add(v::radios_::OPTION);
        one.set(v::radios_::OPTION_ID, name + "-" + std::to_string(++n)).set(v::radios_::OPTION_VALUE, option.value).set(v::radios_::OPTION_LABEL, option.label);
        if (option.hint) one.show(v::radios_::OPTION_HINT, *option.hint);
        if (std::any_of(first, last, [&](auto const& held) { return held.second == option.value; })) one.show(v::radios_::CHECKED);
    }
}
} // namespace

Form& Form::radios(Field const& field, std::vector<Option> const& all) {
    options(part(v::radios_::view, field), field.name, all, values_);
    return *this;
}
Form& Form::checks(Field const& field, std::vector<Option> const& all) {
    options(part(v::checks_::view, field), field.name, all, values_);
    return *this;
}
Form& Form::select(Field const& field, std::vector<Option> const& all) {
    options(part(v::select_::view, field), field.name, all, values_);
    return *this;
}
Form& Form::box(Field const& field) {
    auto part = this->part(v::box_::view, field);
    if (value(field.name) == "ja") part.show(v::box_::CHECKED);
    return *this;
}
Form& Form::date(Field const& field) {
    part(v::date_::view, field).set(v::date_::DAY, value(field.name + "_dag")).set(v::date_::MONTH, value(field.name + "_maand")).set(v::date_::YEAR, value(field.name + "_jaar"));
    return *this;
}
Form& Form::scale(Field const& field, Said const& low, Said const& high) {
    auto part = this->part(v::scale_::view, field);
    part.set(v::scale_::LOW, low).set(v::scale_::HIGH, high);
    std::vector<Option> ten;
    for (int i = 1; i <= 10; ++i) ten.push_back({std::to_string(i), std::to_string(i)});
    options(part, field.name, ten, values_);
    return *this;
}
Form& Form::hidden(std::string const& name, std::string const& held) {
    data_.include(v::form_::FIELDS, v::hidden_::view).set(v::hidden_::NAME, name).set(v::hidden_::VALUE, held);
    return *this;
}
Form& Form::heading(Said const& words) {
    data_.include(v::form_::FIELDS, v::heading_::view).set(v::heading_::WORDS, words);
    return *this;
}
Form& Form::note(Said const& words) {
    data_.include(v::form_::FIELDS, v::paragraph_::view).say(v::paragraph_::WORDS, words);
    return *this;
}
Form& Form::quote(std::string const& words) {
    data_.include(v::form_::FIELDS, v::quote_::view).set(v::quote_::WORDS, words);
    return *this;
}
Form& Form::answered(Said const& question, std::vector<std::pair<Said, Said>> const& answers, Said const& label, std::string const& name, std::string const& value) {
    auto part = data_.include(v::form_::FIELDS, v::answered_::view);
    part.set(v::answered_::QUESTION, question).set(v::answered_::CHANGE, label).set(v::answered_::NAME, name).set(v::answered_::VALUE, value);
    for (auto const& [what, said] : answers) part.add(v::answered_::ROW).set(v::answered_::LABEL, what).set(v::answered_::WORDS, said);
    return *this;
}
Form& Form::trap() {
    data_.include(v::form_::FIELDS, v::trap_::view);
    return *this;
}
Form& Form::also(std::string const& name, Said const& label) {
    data_.add(v::form_::ALSO).set(v::form_::NAME, name).set(v::form_::LABEL, label);
    return *this;
}
Form& Form::or_go(std::string const& href, Said const& label) {
    data_.add(v::form_::OR).set(v::form_::HREF, href).set(v::form_::LABEL, label);
    return *this;
}
Form& Form::keeps_drafts(std::string const& href) {
    data_.show(v::form_::DRAFTS, href);
    return *this;
}

Table& Table::row(std::vector<Cell> const& cells) {
    auto row = data_.add(v::table_::ROW);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        auto cell = row.add(v::table_::CELL);
        cell.set(v::table_::LABEL, i < labels_.size() ? labels_[i] : nothing).set(v::table_::WORDS, cells[i].words);
        if (cells[i].href.empty()) cell.show(v::table_::PLAIN);
        else cell.show(v::table_::LINK).set(v::table_::HREF, cells[i].href);
        if (cells[i].number) cell.show(v::table_::NUMBER);
    }
    return *this;
}

Facts& Facts::row(Said const& label, Said const& value) {
    auto row = data_.add(v::facts_::ROW);
    row.set(v::facts_::LABEL, label).set(v::facts_::VALUE, value).show(v::facts_::PLAIN);
    return *this;
}
Facts& Facts::link(Said const& label, Said const& value, std::string const& href) {
    auto row = data_.add(v::facts_::ROW);
    row.set(v::facts_::LABEL, label).set(v::facts_::VALUE, value).set(v::facts_::HREF, href).show(v::facts_::LINK);
    return *this;
}

namespace {
constexpr Name parts{"PARTS"};
Page& plain(Page& page, Data& data, View view, Said const& words) {
    data.include(parts, view).say(v::paragraph_::WORDS, words);
    return page;
}
} // namespace

Page& Page::step(int step, int of) {
    data_.include(parts, v::step_::view).set(v::step_::STEP, std::to_string(step)).set(v::step_::OF, std::to_string(of));
    return *this;
}
Page& Page::heading(Said const& words) { return plain(*this, data_, v::heading_::view, words); }
Page& Page::lead(Said const& words) { return plain(*this, data_, v::lead_::view, words); }
Page& Page::paragraph(Said const& words) { return plain(*this, data_, v::paragraph_::view, words); }
Page& Page::quote(std::string const& text) { return plain(*this, data_, v::quote_::view, text); }
Page& Page::empty(Said const& words) { return plain(*this, data_, v::empty_::view, words); }
Page& Page::bullets(std::vector<Said> const& lines) {
    auto part = data_.include(parts, v::bullets_::view);
    for (auto const& line : lines) part.add(v::bullets_::LINE).say(v::bullets_::WORDS, line);
    return *this;
}
Page& Page::alert(Tone tone, Said const& words) {
    static constexpr char const* tones[] = {"info", "ok", "warning", "error"};
    data_.include(parts, v::alert_::view).set(v::alert_::TONE, tones[static_cast<int>(tone)]).set(v::alert_::ROLE, tone == Tone::error ? "alert" : "status").say(v::alert_::WORDS, words);
    return *this;
}
Page& Page::details(Said const& summary, std::vector<Said> const& lines) {
    auto part = data_.include(parts, v::details_::view);
    part.set(v::details_::SUMMARY, summary);
    for (auto const& line : lines) part.add(v::details_::LINE).say(v::details_::WORDS, line);
    return *this;
}
Page& Page::link(std::string const& href, Said const& label) {
    data_.include(parts, v::link_::view).set(v::link_::HREF, href).set(v::link_::LABEL, label);
    return *this;
}
Page& Page::button(std::string const& href, Said const& label, bool primary) {
    data_.include(parts, v::button_::view).set(v::button_::HREF, href).set(v::button_::LABEL, label).set(v::button_::KIND, primary ? "primary-action" : "secondary-action");
    return *this;
}
Page& Page::act(std::string const& action, Said const& label, std::vector<std::pair<std::string, std::string>> const& hidden, bool primary) {
    auto part = data_.include(parts, v::act_::view);
    auto once = std::find_if(hidden.begin(), hidden.end(), [](auto const& field) { return field.first == "_once"; });
    part.set(v::act_::ACTION, action).set(v::act_::CSRF, keys_.csrf).set(v::act_::ONCE, once == hidden.end() ? keys_.once : once->second).set(v::act_::LABEL, label).set(v::act_::KIND, primary ? "primary-action" : "secondary-action");
    for (auto const& [name, value] : hidden)
        if (name != "_once") part.add(v::act_::HIDDEN).set(v::act_::NAME, name).set(v::act_::VALUE, value);
    return *this;
}
Page& Page::tongues(Said const& label, std::string const& href) {
    std::optional<Data> part;
    for (auto language : text::asking_languages()) {
        if (text::of_all_pages(language)) continue;
        if (!part) part = data_.include(parts, v::tongues_::view).set(v::tongues_::LABEL, label);
        std::string const code{base::word(language)};
        part->add(v::tongues_::LANGUAGE).set(v::tongues_::CODE, code).set(v::tongues_::OWN_NAME, text::own_name(language)).set(v::tongues_::HREF, href + "?taal=" + code);
    }
    return *this;
}
Page& Page::phone(Said const& label, std::string const& number) {
    std::string dial;
    for (char c : number)
        if (c >= '0' && c <= '9') dial += c;
        else if (c == '+' && dial.empty()) dial = "00";
    data_.include(parts, v::phone_::view).set(v::phone_::LABEL, label).set(v::phone_::NUMBER, number).set(v::phone_::DIAL, dial);
    return *this;
}
Page& Page::code(Said const& label, std::string const& code) {
    data_.include(parts, v::code_::view).set(v::code_::LABEL, label).set(v::code_::CODE, code);
    return *this;
}
Page& Page::picture(Said const& label, std::string const& svg_path, int size) {
    data_.include(parts, v::picture_::view).set(v::picture_::LABEL, label).set(v::picture_::PATH, svg_path).set(v::picture_::SIZE, std::to_string(size));
    return *this;
}
Page& Page::timeline(std::vector<Happening> const& happenings) {
    auto part = data_.include(parts, v::timeline_::view);
    for (auto const& happening : happenings) {
        auto entry = part.add(v::timeline_::ENTRY);
        entry.set(v::timeline_::WHEN, happening.when).set(v::timeline_::WHAT, happening.what);
        if (!happening.by.empty()) entry.show(v::timeline_::BY, happening.by);
    }
    return *this;
}
Facts Page::facts() { return Facts{data_.include(parts, v::facts_::view)}; }

Table Page::table(Said const& caption, std::vector<Column> const& columns, Listing const* listing) {
    auto part = data_.include(parts, v::table_::view);
    part.set(v::table_::CAPTION, caption);
    Table table{part};
    for (auto const& column : columns) {
        auto one = part.add(v::table_::COLUMN);
        table.labels_.push_back(column.label.in(data_.language()));
        one.set(v::table_::LABEL, table.labels_.back());
        if (column.number) one.show(v::table_::NUMBER);
        if (!listing || column.sort.empty()) {
            one.show(v::table_::PLAIN);
            continue;
        }
        bool const up = listing->sort == column.sort, down = listing->sort == "-" + column.sort;
        one.show(v::table_::SORT).set(v::table_::HREF, list_href(*listing, up ? "-" + column.sort : column.sort, 1));
        if (up || down) one.show(v::table_::SORTED, std::string{up ? "ascending" : "descending"});
    }
    return table;
}

Page& Page::search(Listing const& listing, Said const& label, std::vector<std::pair<Field, std::vector<Option>>> const& filters, Values const& values) {
    auto part = data_.include(parts, v::search_::view);
    part.set(v::search_::PATH, listing.path).set(v::search_::LABEL, label).set(v::search_::SEARCH, listing.search);
    if (keys_.logged_in) part.show(v::search_::POSTED).set(v::search_::CSRF, keys_.csrf);
    else part.show(v::search_::GOTTEN);
    bool narrowed = !listing.search.empty();
    for (auto const& [field, all] : filters) {
        auto filter = part.add(v::search_::FILTER);
        filter.set(v::search_::NAME, field.name).set(v::search_::FILTER_LABEL, field.label);
        auto at = values.find(field.name);
        for (auto const& option : all) {
            auto one = filter.add(v::search_::OPTION);
            one.set(v::search_::VALUE, option.value).set(v::search_::OPTION_LABEL, option.label);
            if (at != values.end() && at->second == option.value) one.show(v::search_::SELECTED), narrowed = narrowed || !option.value.empty();
        }
    }
    if (narrowed) part.show(v::search_::CLEAR);
    part.set(v::search_::COUNT, listing.total == 1 ? base::Sentence{base::tr("1 gevonden")} : base::Sentence{base::tr("{count} gevonden"), {{"count", std::to_string(listing.total)}}});
    return *this;
}

Page& Page::pager(Listing const& listing) {
    auto const pages = std::max<std::size_t>(1, (listing.total + static_cast<std::size_t>(listing.per_page) - 1) / static_cast<std::size_t>(listing.per_page));
    if (pages == 1) return *this;
    auto part = data_.include(parts, v::pager_::view);
    part.set(v::pager_::PAGE, std::to_string(listing.page)).set(v::pager_::PAGES, std::to_string(pages));
    if (listing.page > 1) part.add(v::pager_::PREVIOUS).set(v::pager_::HREF, list_href(listing, listing.sort, listing.page - 1));
    if (static_cast<std::size_t>(listing.page) < pages) part.add(v::pager_::NEXT).set(v::pager_::HREF, list_href(listing, listing.sort, listing.page + 1));
    return *this;
}

Form Page::form(std::string const& action, Said const& submit, Values const& values, base::Refusal const* refusal) {
    auto part = data_.include(parts, v::form_::view);
    part.set(v::form_::ACTION, action).set(v::form_::CSRF, keys_.csrf).set(v::form_::ONCE, keys_.once).set(v::form_::SUBMIT, submit);
    if (refusal && !refusal->empty()) {
        auto errors = part.add(v::form_::ERRORS);
        errors.set(v::form_::ERRORS_TITLE, refusal->fields.size() == 1 ? base::Sentence{base::tr("Er klopt iets nog niet.")} : base::Sentence{base::tr("Controleer {count} antwoorden."), {{"count", std::to_string(refusal->fields.size())}}});
        for (auto const& [name, why] : refusal->fields) {
            auto error = errors.add(v::form_::ERROR);
            error.set(v::form_::WHY, why);
            if (name.empty()) error.show(v::form_::PLAIN);
            else error.show(v::form_::LINKED).set(v::form_::NAME, name);
        }
    }
    return Form{part, values, refusal};
}

Data Page::own(View view) { return data_.include(parts, view); }

} // namespace html
