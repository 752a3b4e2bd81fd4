// A parent changes the own request, or asks again with the old wishes to start from.
#include "confidentiality/store_consent.h"

#include "help_request/pages_asking.h"
#include "help_request/pages_own.h"
#include "people/listing_restriction.h"
#include "platform/base/length.h"

#include <array>

namespace help_request {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

constexpr int consent_version = 2;
constexpr std::array asked_again{Question::about, Question::buddy, Question::ways, Question::times, Question::postcode, Question::school};

/// The newest request of the viewer, with the right to see it.
struct Own {
    Entry entry;
    WishRow row;
    visit::Granted<Action::see_own_request, HelpRequest> granted;
};
std::optional<Own> own(Visit& v, bool open) {
    auto entry = newest_of(v.read(), v.me());
    if (!entry || entry->open() != open) return {};
    auto granted = v.grant<Action::see_own_request>(entry->id, v.me().value(), {visit::Tie::own});
    auto row = wishes_of(v.read(), entry->id);
    if (!granted || !row) return {};
    return Own{*entry, *row, *granted};
}
http::Response nothing(Visit& v, base::Text why) {
    return v.page(tr("Mijn vraag"), [&](html::Page& page) {
        page.empty(why);
        page.link("/mijn/vraag", tr("Terug naar mijn vraag"));
    },
                  {.quick_exit = true});
}

void put_all(html::Form& form, Visit& v, WishRow const& row) {
    auto const who = reception::readers(Action::read_request, v.house(), v.language());
    for (auto question : asked_again) {
        form.heading(title(question));
        put(form, v, question, who);
    }
    form.heading(title(Question::reach));
    form.text({.name = "wanneer", .label = tr("Wanneer mogen we bellen? (niet verplicht)"), .most = 100});
    if (row.others_read) form.note(tr("U zei dat iemand anders kan meelezen. Daar houden wij ons aan."));
    else form.note(tr("Kan iemand anders meelezen? Of verandert uw nummer? Bel ons even, dan regelen wij dat veilig."));
}
void fill_from(html::Values& values, Visit& v, Own const& its) { fill(values, answers_of(v, its.entry, its.row, own_words(v.keys(), its.entry, its.granted), told(v.keys(), its.row, its.granted))); }

/// What was typed in such a form; how the parent is reached stays as it was.
base::Result<std::pair<Asked, Wishes>, base::Refusal> typed(Visit& v, Own const& its) {
    auto const answers = answers_of(v, v.form());
    base::Refusal refusal;
    for (auto question : asked_again)
        for (auto& field : refusal_of(v, question, answers).fields) refusal.fields.push_back(field);
    if (base::characters(answers.draft.when) > 100) refusal.add("wanneer", tr("Dit is te lang. Gebruik hoogstens 100 tekens."));
    if (!refusal.empty()) return refusal;
    auto const& d = answers.draft;
    auto kept = wishes(answers.wishes, school_of(v, answers));
    // only that others may read is kept of it; the way itself is in what is known of the person
    kept.others_read = its.row.others_read ? OthersRead::call_only : OthersRead::nobody;
    return std::pair{Asked{{}, d.situations, d.own_words, d.ways, d.languages, d.when, d.postcode.empty() ? std::optional<int>{} : std::stoi(d.postcode), its.entry.channel, {}, d.times, d.own_school}, kept};
}

http::Response change_form(Visit& v, base::Refusal const* refusal) {
    auto const its = own(v, true);
    if (!its) return nothing(v, tr("U heeft nu geen open vraag."));
    auto values = v.values();
    if (!refusal) fill_from(values, v, *its);
    return v.page(tr("Mijn vraag veranderen"), [&](html::Page& page) {
        people::own_lock_told(page, v);
        if (its->entry.text_approved_at) page.paragraph(tr("De tekst die u goedkeurde voor de buddy blijft zoals die is. Klopt die niet meer? Bel de coördinator."));
        auto form = page.form("/mijn/vraag/wijzigen", tr("Bewaar"), values, refusal);
        put_all(form, v, its->row);
        form.or_go("/mijn/vraag", tr("Terug"));
    },
                  {.status = refusal ? 422 : 200, .quick_exit = true});
}
http::Response edit_own(Visit& v) { return change_form(v, nullptr); }

http::Response update_own(Visit& v) {
    auto const its = own(v, true);
    if (!its) return nothing(v, tr("U heeft nu geen open vraag."));
    auto again = [&](base::Refusal const& refusal) { return change_form(v, &refusal); };
    auto const changed = typed(v, *its);
    if (!changed) return again(changed.error());
    return v.act(its->entry.id.value(), v.me().value(), [&](db::Write& tx) -> Acted {
        change(tx, v.keys(), its->entry, changed->first);
        keep_wishes(tx, v.keys(), its->entry.id, v.me(), changed->second);
        return Done{"/mijn/vraag", tr("Bewaard. De coördinator ziet wat u veranderde.")}; }, again);
}

http::Response again_form(Visit& v, base::Refusal const* refusal) {
    auto const its = own(v, false);
    if (!its) return nothing(v, tr("Opnieuw vragen kan als uw vorige vraag gestopt is."));
    auto values = v.values();
    if (!refusal) fill_from(values, v, *its);
    return v.page(tr("Opnieuw een buddy vragen"), [&](html::Page& page) {
        people::own_lock_told(page, v);
        page.lead(tr("Uw antwoorden van toen staan al ingevuld. Verander wat nu anders is, en haal weg wat u niet meer wilt zeggen."));
        page.paragraph(base::Sentence{tr("Dit leest: {who}"), {{"who", text::say(who_reads(v, people::reader_of(v.read(), v.me())), v.language())}}});
        auto form = page.form("/mijn/vraag/opnieuw", tr("Verstuur mijn vraag"), values, refusal);
        put_all(form, v, its->row);
        form.box({.name = "akkoord", .label = tr("Wie hierboven staat, mag mijn vraag lezen.")});
        form.box({.name = "contact", .label = tr("Diezelfde persoon mag contact met mij opnemen.")});
        form.or_go("/mijn/vraag", tr("Terug"));
    },
                  {.status = refusal ? 422 : 200, .quick_exit = true});
}
http::Response new_again(Visit& v) { return again_form(v, nullptr); }

http::Response create_again(Visit& v) {
    auto const its = own(v, false);
    if (!its) return nothing(v, tr("Opnieuw vragen kan als uw vorige vraag gestopt is."));
    auto again = [&](base::Refusal const& refusal) { return again_form(v, &refusal); };
    auto const asked = typed(v, *its);
    Draft said;
    said.channel = its->entry.channel;
    said.agrees = v.field("akkoord") == "ja";
    said.may_contact = v.field("contact") == "ja";
    auto consents = check(Question::overview, said);
    if (!asked) consents.fields.insert(consents.fields.begin(), asked.error().fields.begin(), asked.error().fields.end());
    if (!consents.empty()) return again(consents);
    auto const id = v.new_id<HelpRequest>();
    return v.act(id.value(), v.me().value(), [&](db::Write& tx) -> Acted {
        if (newest_of(tx, v.me())->open()) return Done{"/mijn/vraag", tr("U heeft al een open vraag.")};
        add_again(tx, v.keys(), id, v.me(), asked->first, v.now());
        keep_wishes(tx, v.keys(), id, v.me(), asked->second);
        for (auto purpose : {confidentiality::Purpose::reading_by_coordinator, confidentiality::Purpose::contact}) confidentiality::give(tx, v.me(), purpose, consent_version, v.language(), v.now());
        return Done{"/mijn/vraag", tr("Uw vraag is verstuurd. U hoort van ons binnen twee werkdagen.")}; }, again);
}

} // namespace

std::vector<reception::Route> change_routes() {
    using reception::route;
    return {
        route<Action::see_own_request>("GET", "/mijn/vraag/wijzigen", edit_own),
        route<Action::see_own_request>("POST", "/mijn/vraag/wijzigen", update_own),
        route<Action::see_own_request>("GET", "/mijn/vraag/opnieuw", new_again),
        route<Action::see_own_request>("POST", "/mijn/vraag/opnieuw", create_again),
    };
}

} // namespace help_request
