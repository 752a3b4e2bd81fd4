#include "help_request/listing_asking.h"

#include "help_request/listing_times.h"
#include "people/store_given_back.h"
#include "people/store_other_task.h"
#include "people/store_school_page.h"
#include "people/store_schools.h"
#include "platform/base/require.h"
#include "platform/crypto/crypto.h"
#include "recruitment/store_channel.h"

#include <algorithm>

namespace help_request {
using base::tr;
using reception::Visit;

std::vector<html::Option> channels(Visit& v) {
    std::vector<html::Option> all;
    for (auto const& [each, word] : base::Words<recruitment::Channel>::entries) all.push_back({std::string{word}, recruitment::name(each)});
    for (auto const& own : recruitment::own_channels(v.read(), false)) all.insert(all.end() - 1, {own.code, own.name});
    return all;
}

Answers answers_of(Visit& v, http::Fields const& fields) {
    Answers all;
    auto& draft = all.draft;
    for (auto const& word : fields.all("situatie"))
        if (auto each = base::from_word<Situation>(word)) draft.situations.insert(*each);
    for (auto const& word : fields.all("manier"))
        if (auto each = base::from_word<Way>(word)) draft.ways.insert(*each);
    draft.own_words = text::tidy_text(fields.get("woorden"));
    draft.languages = text::tidy_line(fields.get("taal"));
    draft.postcode = text::tidy_line(fields.get("postcode"));
    draft.contact = {text::tidy_line(fields.get("naam")), text::tidy_line(fields.get("mail")), text::tidy_line(fields.get("telefoon"))};
    draft.when = text::tidy_line(fields.get("wanneer"));
    auto const how = recruitment::came_by(v.read(), fields.get("kanaal"), fields.get("via"));
    draft.channel = how.channel;
    draft.origin = how.origin;
    draft.agrees = fields.get("akkoord") == "ja";
    draft.may_contact = fields.get("contact") == "ja";
    draft.times = times_of(fields);
    draft.own_school = base::from_word<OwnSchool>(fields.get("eigen_school")).value_or(OwnSchool::not_said);
    auto& wishes = all.wishes;
    wishes.others_read = base::from_word<OthersRead>(fields.get("meelezen")).value_or(OthersRead::nobody);
    wishes.interpreter = fields.get("tolk") == "ja";
    wishes.region_hard = fields.get("buurt") == "alleen";
    wishes.times_hard = fields.get("tijd_vast") == "ja";
    wishes.own_village = base::from_word<OwnSchool>(fields.get("eigen_dorp")).value_or(OwnSchool::not_said);
    for (auto const& word : fields.all("kennis"))
        if (auto each = base::from_word<Knowledge>(word)) wishes.knowledge.insert(*each);
    wishes.school = text::tidy_line(fields.get("school"));
    wishes.child_group = text::tidy_line(fields.get("groep"));
    wishes.child_sex = base::from_word<ChildSex>(fields.get("kind")).value_or(ChildSex::not_said);
    wishes.delicate = text::tidy_text(fields.get("gevoelig"));
    wishes.helper = base::from_word<people::Position>(fields.get("helper"));
    wishes.helper_words = text::tidy_text(fields.get("helper_woorden"));
    wishes.helper_read = fields.get("helper_gelezen") == "ja";
    return all;
}

Answers answers_of(Visit& v, Entry const& entry, WishRow const& row, std::string const& own_words, Told const& told) {
    Answers all;
    all.draft = {.contact = {}, .situations = split<Situation>(entry.situations), .own_words = own_words, .ways = split<Way>(entry.ways), .languages = entry.languages, .when = when_words(v.keys(), entry), .postcode = entry.postcode ? std::to_string(*entry.postcode) : std::string{}, .channel = entry.channel, .times = times_from(entry.times), .own_school = entry.own_school};
    all.wishes = {.interpreter = row.interpreter, .region_hard = row.region_hard, .times_hard = row.times_hard, .own_village = row.own_village, .knowledge = split<Knowledge>(row.knowledge), .child_group = row.child_group, .child_sex = row.child_sex, .delicate = told.delicate, .helper = base::from_word<people::Position>(row.helper_position), .helper_words = told.helper_words};
    if (row.school)
        if (auto school = people::find_school(v.read(), *row.school)) all.wishes.school = school->name + ", " + school->place;
    return all;
}

void fill(html::Values& values, Answers const& answers) {
    auto const& [draft, wishes] = answers;
    auto put = [&](char const* field, std::string const& value) { values.emplace(field, value); };
    auto box = [&](char const* field, bool on) { if (on) values.emplace(field, "ja"); };
    for (auto each : draft.situations) put("situatie", std::string{base::word(each)});
    for (auto each : draft.ways) put("manier", std::string{base::word(each)});
    put("woorden", draft.own_words);
    put("taal", draft.languages);
    put("wanneer", draft.when);
    put("postcode", draft.postcode);
    put("eigen_school", std::string{base::word(draft.own_school)});
    fill_times(values, draft.times);
    put("meelezen", std::string{base::word(wishes.others_read)});
    box("tolk", wishes.interpreter);
    put("buurt", wishes.region_hard ? "alleen" : "");
    box("tijd_vast", wishes.times_hard);
    put("eigen_dorp", std::string{base::word(wishes.own_village)});
    for (auto each : wishes.knowledge) put("kennis", std::string{base::word(each)});
    put("school", wishes.school);
    put("groep", wishes.child_group);
    put("kind", std::string{base::word(wishes.child_sex)});
    put("gevoelig", wishes.delicate);
}

base::Text title(Question question) {
    switch (question) {
    case Question::about: return tr("Waar gaat het over?");
    case Question::buddy: return tr("Wat zoekt u in een buddy?");
    case Question::ways: return tr("Hoe wilt u contact?");
    case Question::times: return tr("Wanneer kunt u?");
    case Question::postcode: return tr("Waar woont u ongeveer?");
    case Question::school: return tr("Op welke school zit uw kind?");
    case Question::reach: return tr("Hoe bereiken wij u?");
    case Question::helper: return tr("Wat wil de helper erbij zeggen?");
    case Question::overview: return tr("Klopt alles?");
    }
    throw base::Impossible{"a question without a title"};
}

std::vector<std::string> fields_of(Question question) {
    switch (question) {
    case Question::about: return {"situatie", "woorden"};
    case Question::buddy: return {"kennis", "gevoelig"};
    case Question::ways: return {"manier", "taal", "tolk"};
    case Question::times: {
        auto all = time_fields();
        all.emplace_back("tijd_vast");
        return all;
    }
    case Question::postcode: return {"postcode", "buurt", "eigen_dorp"};
    case Question::school: return {"school", "eigen_school", "groep", "kind"};
    case Question::reach: return {"naam", "telefoon", "mail", "meelezen", "wanneer"};
    case Question::helper: return {"helper", "helper_woorden"};
    case Question::overview: return {"lezer", "kanaal", "akkoord", "contact", "helper_gelezen"};
    }
    return {};
}

void put(html::Form& form, Visit& v, Question question, base::Sentence const& who) {
    switch (question) {
    case Question::about:
        form.checks({.name = "situatie", .label = tr("Kies wat op u lijkt"), .hint = tr("U mag er meer kiezen."), .who_reads = who}, options<Situation>());
        form.area({.name = "woorden", .label = tr("In uw eigen woorden (niet verplicht)"), .hint = tr("Schrijf het kort op. Noem de naam van uw kind niet."), .who_reads = who, .most = 2000}, 5);
        break;
    case Question::buddy:
        form.checks({.name = "kennis", .label = tr("Wat moet een buddy weten? (niet verplicht)"), .hint = tr("Kies wat u zou helpen.")}, options<Knowledge>());
        form.area({.name = "gevoelig", .label = tr("Is er iets waar wij voorzichtig mee moeten zijn? (niet verplicht)"), .hint = tr("Bijvoorbeeld uw geloof, of hoe iemand praat. Wij zoeken er niet op. Heeft u een buddy? Dan wissen wij dit."), .who_reads = who, .most = 500}, 3);
        break;
    case Question::ways:
        form.checks({.name = "manier", .label = tr("Zo wil ik contact met een buddy")}, options<Way>());
        form.text({.name = "taal", .label = tr("Welke taal spreekt u het liefst?"), .hint = tr("Bijvoorbeeld Nederlands, of Turks en een beetje Nederlands."), .most = 100});
        form.box({.name = "tolk", .label = tr("Ik wil graag een tolk (niet verplicht)"), .hint = tr("Een tolk is altijd een volwassene van buiten. Nooit een kind.")});
        break;
    case Question::times:
        form.note(tr("Kies wat meestal kan. Dit is niet verplicht."));
        put_times(form);
        form.box({.name = "tijd_vast", .label = tr("Alleen op deze momenten; anders kan ik niet")});
        break;
    case Question::postcode:
        form.text({.name = "postcode", .label = tr("De vier cijfers van uw postcode (niet verplicht)"), .hint = tr("Dan zoeken wij een buddy bij u in de buurt."), .autocomplete = "postal-code", .inputmode = "numeric", .most = 4});
        form.radios({.name = "buurt", .label = tr("Hoe dichtbij moet een buddy wonen? (niet verplicht)")}, {{"", tr("liefst in mijn buurt")}, {"alleen", tr("alleen in mijn buurt")}});
        form.radios({.name = "eigen_dorp", .label = tr("Mag een buddy uit uw eigen dorp of wijk komen? (niet verplicht)")}, options<OwnSchool>());
        break;
    case Question::school: {
        std::vector<std::string> names;
        for (auto const& school : people::school_pages(v.read())) names.push_back(school.name + ", " + school.place);
        form.text({.name = "school", .label = tr("School (niet verplicht)"), .hint = tr("Typ de naam en kies uit de lijst. De school hoort hier niets van."), .who_reads = who, .suggestions = names});
        form.radios({.name = "eigen_school", .label = tr("Mag een buddy van dezelfde school komen? (niet verplicht)")}, options<OwnSchool>());
        std::vector<html::Option> groups{{"", tr("zeg ik liever niet")}};
        for (auto const& group : child_groups()) groups.push_back({group, base::Sentence{tr("groep {number}"), {{"number", group}}}});
        form.select({.name = "groep", .label = tr("In welke groep zit uw kind? (niet verplicht)")}, groups);
        form.radios({.name = "kind", .label = tr("Uw kind is een (niet verplicht)"), .hint = tr("Meer hoeven wij van uw kind niet te weten.")}, options<ChildSex>());
        break;
    }
    case Question::reach:
        form.text({.name = "naam", .label = tr("Uw voornaam"), .autocomplete = "given-name", .most = 100}).text({.name = "telefoon", .label = tr("Uw telefoonnummer"), .type = "tel", .autocomplete = "tel", .inputmode = "tel", .most = 25});
        form.text({.name = "mail", .label = tr("Uw mailadres"), .hint = tr("Eén van de twee is genoeg. Met een mailadres volgt u uw vraag zelf op deze site."), .type = "email", .autocomplete = "email", .inputmode = "email"});
        form.radios({.name = "meelezen", .label = tr("Kan iemand anders dit lezen? (niet verplicht)"), .hint = tr("Bijvoorbeeld iemand die uw telefoon of mail ook gebruikt. Wij bewaren alleen wat veilig is.")}, {{"", tr("nee")}, {"bellen", tr("ja, bel mij alleen")}, {"mailen", tr("ja, mail mij alleen")}});
        form.text({.name = "wanneer", .label = tr("Wanneer mogen we bellen? (niet verplicht)"), .most = 100});
        break;
    case Question::helper: {
        auto all = options<people::Position>();
        all.insert(all.begin(), {"", tr("Maak een keuze")});
        form.note(tr("Deze bladzijde is voor wie met u meedenkt. U leest straks elk woord en beslist."));
        form.select({.name = "helper", .label = tr("Wat doet de helper? (niet verplicht)")}, all);
        form.area({.name = "helper_woorden", .label = tr("Wat wil de helper erbij zeggen? (niet verplicht)"), .hint = tr("De ouder leest dit voordat iemand anders het leest."), .most = 500}, 4);
        break;
    }
    case Question::overview: break;
    }
}

namespace {
std::vector<KnownSchool> known(Visit& v) {
    std::vector<KnownSchool> all;
    for (auto const& school : people::school_pages(v.read())) all.push_back({school.id, text::folded(school.name), text::folded(school.place)});
    return all;
}
template <class E>
std::string listed(Visit& v, std::set<E> const& all) {
    std::string words;
    for (auto each : all) (words += words.empty() ? "" : ", ") += text::say(name(each), v.language());
    return words;
}
html::Said or_not(std::string const& words) { return words.empty() ? html::Said{tr("niet ingevuld")} : html::Said{words}; }
html::Said yes_no(bool yes) { return yes ? tr("ja") : tr("nee"); }
} // namespace

base::Refusal refusal_of(Visit& v, Question question, Answers const& answers) {
    auto refusal = check(question, answers.draft);
    auto const here = fields_of(question);
    for (auto const& field : check(answers.wishes, answers.draft).fields) {
        bool const already = std::any_of(refusal.fields.begin(), refusal.fields.end(), [&](auto const& one) { return one.name == field.name; });
        if (!already && std::find(here.begin(), here.end(), field.name) != here.end()) refusal.fields.push_back(field);
    }
    if (question != Question::school) return refusal;
    if (auto school = school_typed(text::folded(answers.wishes.school), known(v)); !school)
        for (auto const& field : school.error().fields) refusal.fields.push_back(field);
    return refusal;
}
std::optional<people::SchoolId> school_of(Visit& v, Answers const& answers) {
    auto school = school_typed(text::folded(answers.wishes.school), known(v));
    return school ? *school : std::nullopt;
}

std::vector<std::pair<html::Said, html::Said>> said(Visit& v, Question question, Answers const& answers) {
    auto const& [draft, wishes] = answers;
    switch (question) {
    case Question::about: return {{tr("Gaat over"), or_not(listed(v, draft.situations))}, {tr("In eigen woorden"), or_not(draft.own_words)}};
    case Question::buddy: return {{tr("Een buddy die weet van"), or_not(listed(v, wishes.knowledge))}, {tr("Voorzichtig met"), or_not(wishes.delicate)}};
    case Question::ways: return {{tr("Contact"), or_not(listed(v, draft.ways))}, {tr("Taal"), or_not(draft.languages)}, {tr("Tolk"), yes_no(wishes.interpreter)}};
    case Question::times: {
        std::string when;
        for (auto const& line : times_said(draft.times, v.language())) (when += when.empty() ? "" : "; ") += line.in(v.language());
        return {{tr("Kan meestal"), when}, {tr("Alleen op deze momenten"), yes_no(wishes.times_hard)}};
    }
    case Question::postcode: return {{tr("Postcode"), or_not(draft.postcode)}, {tr("Hoe dichtbij"), wishes.region_hard ? tr("alleen in de eigen buurt") : tr("liefst in de eigen buurt")}, {tr("Buddy uit eigen dorp of wijk"), name(wishes.own_village)}};
    case Question::school: {
        std::string child = wishes.child_group.empty() ? std::string{} : text::say({tr("groep {number}"), {{"number", wishes.child_group}}}, v.language());
        if (wishes.child_sex != ChildSex::not_said) (child += child.empty() ? "" : ", ") += text::say(name(wishes.child_sex), v.language());
        return {{tr("School"), or_not(wishes.school)}, {tr("Buddy van dezelfde school"), name(draft.own_school)}, {tr("Kind"), or_not(child)}};
    }
    case Question::reach: {
        auto const kept = kept_contact(draft.contact, wishes.others_read);
        return {{tr("Naam"), or_not(kept.name)}, {tr("Telefoon"), or_not(kept.phone)}, {tr("Mailadres"), or_not(kept.mail)}, {tr("Iemand anders kan meelezen"), yes_no(wishes.others_read != OthersRead::nobody)}, {tr("Bellen"), or_not(draft.when)}};
    }
    case Question::helper: return {{tr("De helper is"), wishes.helper ? html::Said{people::name(*wishes.helper)} : html::Said{tr("niet ingevuld")}}, {tr("Zei erbij"), or_not(wishes.helper_words)}};
    case Question::overview: break;
    }
    return {};
}

base::Sentence who_reads(Visit& v, std::optional<visit::PersonId> const& reader) {
    auto const inside = v.house().independence == visit::Independence::inside;
    if (!reader) return {inside ? tr("{name}, de coördinator. De coördinator werkt bij {partnership}.") : tr("{name}, de coördinator. De coördinator werkt niet bij {partnership}."), {{"name", v.house().coordinator_name}, {"partnership", v.house().name}}};
    return {people::works_outside(v.read(), *reader) ? tr("{name}. Deze persoon werkt niet bij {partnership}.") : tr("{name}. Deze persoon werkt bij {partnership}."), {{"name", people::name_of(v.read(), v.keys(), *reader)}, {"partnership", v.house().name}}};
}
std::string reader_word(Visit& v, visit::PersonId const& reader) { return base::base64url(crypto::hash(v.services().keys.secret("reader"), reader.value())); }
namespace {
/// Whom this visitor may choose: nobody who has another task with this family.
std::vector<visit::PersonId> may_choose(Visit& v) {
    auto all = people::who_may_read(v.read(), v.house().independence);
    if (!v.viewer().person) return all;
    for (auto const& task : people::other_tasks_about(v.read(), v.me())) std::erase(all, task.coordinator);
    if (people::given_back(v.read(), v.me())) std::erase(all, *people::reader_of(v.read(), v.me()));
    return all;
}
} // namespace
std::vector<html::Option> reader_options(Visit& v) {
    std::vector<html::Option> all{{"", who_reads(v, {})}};
    for (auto const& person : may_choose(v)) all.push_back({reader_word(v, person), who_reads(v, person)});
    return all;
}
std::optional<std::optional<visit::PersonId>> reader_from(Visit& v, std::string const& word) {
    if (word.empty()) return std::optional<visit::PersonId>{};
    for (auto const& person : may_choose(v))
        if (reader_word(v, person) == word) return std::optional{person};
    return std::nullopt;
}

} // namespace help_request
