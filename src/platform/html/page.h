#pragma once
// A page as a row of parts: what it says and asks, without any markup. The templates of the parts hold the look and the accessibility.
#include "platform/base/result.h"
#include "platform/html/view.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace html {

/// What a form holds: as typed, under the names of the fields.
using Values = std::multimap<std::string, std::string, std::less<>>;

/// What makes a form ours: the session's token, and a key by which a repeat is known.
struct FormKeys {
    std::string csrf;
    std::string once;
    bool logged_in = false; ///< whether a search may be posted
};

struct Option {
    std::string value;
    Said label;
    std::optional<Said> hint = {};
};

struct Field {
    std::string name;
    Said label;
    std::optional<Said> hint = {};
    std::optional<Said> who_reads = {}; ///< stands under the field behind "Wie ziet dit?"
    std::string type = "text";
    std::string autocomplete = {};
    std::string inputmode = {};
    int most = 0;                              ///< characters a person may type, 0 for the default of the part
    std::vector<std::string> suggestions = {}; ///< what a person may choose from while typing, in a text field
};

/// The fields of one form, added in the order in which they stand.
class Form {
public:
    Form(Data data, Values values, base::Refusal const* refusal) : data_{data}, values_{std::move(values)}, refusal_{refusal} {}
    Form& text(Field const& field);
    Form& area(Field const& field, int rows = 4);
    Form& radios(Field const& field, std::vector<Option> const& options);
    Form& checks(Field const& field, std::vector<Option> const& options);
    Form& select(Field const& field, std::vector<Option> const& options);
    /// One box; its value is "ja" when ticked.
    Form& box(Field const& field);
    /// Three fields: NAME_dag, NAME_maand, NAME_jaar.
    Form& date(Field const& field);
    /// Ten radios, with words at both ends.
    Form& scale(Field const& field, Said const& low, Said const& high);
    Form& hidden(std::string const& name, std::string const& value);
    Form& heading(Said const& words);
    Form& note(Said const& words);
    /// Someone's words to read before answering.
    Form& quote(std::string const& words);
    /// What was answered before, under its question, with a button to change it that sends the whole form with `name` and `value`.
    Form& answered(Said const& question, std::vector<std::pair<Said, Said>> const& answers, Said const& label, std::string const& name, std::string const& value);
    /// A field that people do not see and programs fill in.
    Form& trap();
    /// Another button in the same form, with a name of its own.
    Form& also(std::string const& name, Said const& label);
    /// A link beside the buttons.
    Form& or_go(std::string const& href, Said const& label);
    /// What is typed here is kept by itself under this address while typing.
    Form& keeps_drafts(std::string const& href);

private:
    std::string const& value(std::string const& name) const;
    Data part(View view, Field const& field);
    Data data_;
    Values values_;
    base::Refusal const* refusal_;
};

struct Cell {
    Said words;
    std::string href = {};
    bool number = false;
};

struct Column {
    Said label;
    std::string sort = {}; ///< the word by which the list sorts on this column; empty: it does not
    bool number = false;
};

/// A list on a page: what is asked, what is shown.
struct Listing {
    std::string path;
    std::string search; ///< as typed
    std::string sort;   ///< a column's word, with "-" in front for downwards
    int page = 1;
    int per_page = 50;
    std::size_t total = 0;                                         ///< after filtering
    std::vector<std::pair<std::string, std::string>> filters = {}; ///< kept in every link
    std::string search_sealed = {};                                ///< the word as it stands in the address, when it came sealed
};

class Table {
public:
    Table(Data data) : data_{data} {}
    Table& row(std::vector<Cell> const& cells);

private:
    Data data_;
    std::vector<std::string> labels_;
    friend class Page;
};

class Facts {
public:
    explicit Facts(Data data) : data_{data} {}
    Facts& row(Said const& label, Said const& value);
    Facts& link(Said const& label, Said const& value, std::string const& href);

private:
    Data data_;
};

struct Happening {
    std::string when;
    Said what;
    Said by;
};

enum class Tone { info,
                  good,
                  warning,
                  error };

/// The body of a page.
class Page {
public:
    Page(Data data, FormKeys keys) : data_{data}, keys_{std::move(keys)} {}
    text::Language language() const { return data_.language(); }
    Page& step(int step, int of);
    Page& heading(Said const& words); ///< second level
    Page& lead(Said const& words);
    Page& paragraph(Said const& words);
    Page& bullets(std::vector<Said> const& lines);
    Page& quote(std::string const& text); ///< someone's own words, line ends kept
    Page& alert(Tone tone, Said const& words);
    Page& empty(Said const& words); ///< an empty state: what to do next
    Page& details(Said const& summary, std::vector<Said> const& lines);
    Page& link(std::string const& href, Said const& label);
    Page& button(std::string const& href, Said const& label, bool primary = true);
    /// A form that is only a button; a hidden _once goes before a new one.
    Page& act(std::string const& action, Said const& label, std::vector<std::pair<std::string, std::string>> const& hidden = {}, bool primary = true);
    /// Leads to the same page of ours in the languages that only the pages have on which a parent asks; nothing when there are none.
    Page& tongues(Said const& label, std::string const& href);
    Page& phone(Said const& label, std::string const& number);
    Page& code(Said const& label, std::string const& code);
    Page& picture(Said const& label, std::string const& svg_path, int size);
    Page& timeline(std::vector<Happening> const& happenings);
    Facts facts();
    Table table(Said const& caption, std::vector<Column> const& columns, Listing const* listing = nullptr);
    /// Search box, count and pages around a table that was made from the same listing.
    Page& search(Listing const& listing, Said const& label, std::vector<std::pair<Field, std::vector<Option>>> const& filters = {}, Values const& values = {});
    Page& pager(Listing const& listing);
    Form form(std::string const& action, Said const& submit, Values const& values = {}, base::Refusal const* refusal = nullptr);
    /// A room's own template as a part.
    Data own(View view);

private:
    Data data_;
    FormKeys keys_;
};

} // namespace html
