#include "intake/pages_choice.h"

#include "account/store_accounts.h"
#include "intake/pages.h"
#include "intake/store_offered_time.h"
#include "reception/visit.h"

namespace intake {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

constexpr auto link_lasts = std::chrono::hours{24 * 56};
constexpr auto reminder_after = std::chrono::hours{24};

/// Whose choice it is, and at which address the page stands.
struct Chooser {
    recruitment::Entry sign_up;
    std::string at;
};
bool own_page(Visit& v) { return v.viewer().logged_in() && v.request().path.starts_with("/mijn/"); }

std::optional<Chooser> chooser(Visit& v) {
    if (own_page(v)) {
        auto own = recruitment::find_own(v.read(), v.me());
        if (!own || !v.grant<Action::choose_time>(own->id, v.me().value(), {visit::Tie::own})) return {};
        return Chooser{*own, "/mijn/gesprek"};
    }
    auto link = account::find_action_link(v.read(), v.part("choice"), v.now());
    if (!link || link->act != "interview.choose") return {};
    auto entry = recruitment::find_for_link(v.read(), recruitment::SignUpId{link->object});
    if (!entry) return {};
    return Chooser{*entry, "/gesprek-kiezen/" + v.part("choice")};
}

/// The interview to come, if there is one.
std::optional<Entry> coming(Visit& v, Chooser const& who) {
    auto entry = newest_of(v.read(), who.sign_up.person);
    if (!entry || entry->begins_at <= v.now()) return {};
    return entry;
}
/// Whether there is something to choose: no interview was held, or times were offered again after it (a second talk).
bool may_plan(Visit& v, Chooser const& who) {
    if (who.sign_up.ended_at) return false;
    auto held = newest_of(v.read(), who.sign_up.person);
    if (!held || held->begins_at > v.now()) return true;
    auto offered = offer_to(v.read(), who.sign_up.id);
    return offered && offered->offered_at > held->begins_at;
}

http::Response choice(Visit& v, base::Refusal const* refusal) {
    auto who = chooser(v);
    if (!who && own_page(v)) return v.page(tr("Uw gesprek"), [](html::Page& page) { page.empty(tr("U heeft geen aanmelding, dus hier valt niets te kiezen.")); });
    if (!who) return v.not_found();
    auto const standing = coming(v, *who);
    auto const times = open_times(v.read(), v.now());
    return v.page(tr("Uw gesprek"), [&](html::Page& page) {
        if (who->sign_up.ended_at) return void(page.paragraph(tr("Deze aanmelding is gestopt. U hoort niets meer van ons.")));
        if (!may_plan(v, *who)) return void(page.paragraph(tr("Het gesprek is geweest. Wilt u nog iets vragen? Bel de coördinator.")));
        if (standing) {
            page.lead(base::Sentence{tr("We spreken elkaar op {moment}."), {{"moment", text::moment(standing->begins_at, v.language())}}});
            auto facts = page.facts();
            facts.row(tr("Hoe"), name(standing->way)).row(tr("Hoe lang"), base::Sentence{tr("ongeveer {minutes} minuten"), {{"minutes", std::to_string(standing->minutes)}}});
            if (!standing->place.empty()) facts.row(tr("Plaats of link"), standing->place);
            page.button(who->at + "/afzeggen", tr("Ik kan niet: afzeggen"), false);
        } else page.lead(tr("Kies een tijd die u past. U spreekt de coördinator een half uur tot een uur."));
        auto offered = offer_to(v.read(), who->sign_up.id);
        if (!standing && offered && offered->none_fits_at) page.alert(html::Tone::info, tr("De coördinator belt u om een tijd af te spreken. U mag ook zelf nog kiezen."));
        if (times.empty()) {
            if (!standing) page.paragraph(tr("Er zijn nu geen vrije tijden."));
        } else {
            if (standing) page.heading(tr("Liever een andere tijd?"));
            std::vector<html::Option> options;
            for (auto const& time : times) options.push_back({time.id.value(), text::moment(time.begins_at, v.language()), time.place.empty() ? html::Said{name(time.way)} : html::Said{base::Sentence{tr("{way}, {place}"), {{"way", text::say(name(time.way), v.language())}, {"place", time.place}}}}});
            page.form(who->at, standing ? tr("Neem deze tijd") : tr("Kies deze tijd"), v.values(), refusal).radios({.name = "tijd", .label = tr("Welke tijd past u?")}, options);
        }
        if (!standing && !(offered && offered->none_fits_at)) page.act(who->at + "/bel-mij", times.empty() ? tr("Bel mij om een tijd af te spreken") : tr("Geen van deze tijden past: bel mij"), {}, times.empty());
        page.paragraph(tr("Stoppen mag altijd, zonder reden."));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response show_choice(Visit& v) { return choice(v, nullptr); }

http::Response create_choice(Visit& v) {
    auto who = chooser(v);
    if (!who) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return choice(v, &refusal); };
    if (!may_plan(v, *who)) return choice(v, nullptr);
    auto const standing = coming(v, *who);
    auto time = find_time(v.read(), OfferedTimeId{v.field("tijd")});
    if (!time) return again(base::Refusal::of("tijd", tr("Kies een tijd.")));
    if (!may_choose(time->begins_at, v.now())) return again(base::Refusal::of("tijd", tr("Deze tijd is te dichtbij. Kies een andere tijd.")));
    auto const id = standing ? standing->id : v.new_id<Interview>();
    return v.act(id.value(), who->sign_up.person.value(), [&](db::Write& tx) -> Acted {
        auto const now_standing = find_alone(tx, who->sign_up.id, who->sign_up.person);
        bool const stands = now_standing && now_standing->begins_at > v.now();
        if (stands ? !standing || standing->id != now_standing->id : standing.has_value()) return base::Refusal::of("tijd", tr("Uw afspraak veranderde net. Kijk nog een keer en kies opnieuw."));
        if (standing) free_time(tx, id);
        if (!take_time(tx, time->id, id)) return base::Refusal::of("tijd", tr("Deze tijd is net door iemand anders gekozen. Kies een andere tijd."));
        if (!standing) add(tx, id, who->sign_up.id, who->sign_up.person, time->plan(), who->sign_up.person, v.now());
        else if (!change(tx, id, time->plan(), standing->version)) return base::Refusal::of("tijd", tr("Uw afspraak veranderde net. Kijk nog een keer en kies opnieuw."));
        recruitment::confirm(tx, who->sign_up.id, v.now());
        jobs::later(tx, v.services().random, "interview.invite", v.house().id.value(), id.value(), "", v.now());
        return Done{who->at, tr("Dank u wel. De afspraak staat. U krijgt een mail voor uw agenda.")}; }, again);
}

http::Response create_call(Visit& v) {
    auto who = chooser(v);
    if (!who || !may_plan(v, *who) || coming(v, *who)) return v.not_found();
    return v.act(who->sign_up.id.value(), who->sign_up.person.value(), [&](db::Write& tx) -> Acted {
        set_none_fits(tx, who->sign_up.id, who->sign_up.person, v.now());
        return Done{who->at, tr("Dank u wel. De coördinator belt u om een tijd af te spreken.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

http::Response new_calling_off(Visit& v) {
    auto who = chooser(v);
    if (!who && !own_page(v)) return v.not_found();
    if (!who || !coming(v, *who)) return v.see(who ? who->at : "/mijn/gesprek");
    return v.page(tr("Afspraak afzeggen"), [&](html::Page& page) {
        page.paragraph(tr("Wilt u deze afspraak afzeggen? Daarna kunt u een andere tijd kiezen. Een reden is niet nodig."));
        page.act(who->at + "/afzeggen", tr("Ja, zeg af"));
        page.link(who->at, tr("Nee, terug"));
    });
}

http::Response create_calling_off(Visit& v) {
    auto who = chooser(v);
    auto standing = who ? coming(v, *who) : std::nullopt;
    if (!standing) return v.not_found();
    return v.act(standing->id.value(), who->sign_up.person.value(), [&](db::Write& tx) -> Acted {
        if (cancel(tx, *standing, v.now())) jobs::later(tx, v.services().random, "interview.invite", v.house().id.value(), standing->id.value(), "", v.now());
        return Done{who->at, tr("De afspraak is afgezegd. Kies een andere tijd, of laat de coördinator bellen.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

void remind_everyone(people::Post& post, std::string const& partnership) {
    auto& services = post.services;
    auto const now = services.clock.now();
    std::vector<InterviewId> due;
    for (auto const& entry : unreminded(*services.data.read(db::Scope::of(partnership)), now, now - reminder_after))
        if (remind(entry.begins_at, now)) due.push_back(entry.id);
    for (auto const& id : due)
        services.data.write(db::Scope::of(partnership), [&](db::Write& tx) {
            if (note_reminder(tx, id, now)) jobs::later(tx, services.random, "interview.remind", partnership, id.value(), "", now);
        });
}

} // namespace

std::vector<reception::Route> choice_routes() {
    using reception::route;
    return {
        route<Action::choose_time>("GET", "/mijn/gesprek", show_choice),
        route<Action::choose_time>("POST", "/mijn/gesprek", create_choice),
        route<Action::choose_time>("POST", "/mijn/gesprek/bel-mij", create_call),
        route<Action::choose_time>("GET", "/mijn/gesprek/afzeggen", new_calling_off),
        route<Action::choose_time>("POST", "/mijn/gesprek/afzeggen", create_calling_off),
        route<Action::use_link>("GET", "/gesprek-kiezen/{choice}", show_choice),
        route<Action::use_link>("POST", "/gesprek-kiezen/{choice}", create_choice),
        route<Action::use_link>("POST", "/gesprek-kiezen/{choice}/bel-mij", create_call),
        route<Action::use_link>("GET", "/gesprek-kiezen/{choice}/afzeggen", new_calling_off),
        route<Action::use_link>("POST", "/gesprek-kiezen/{choice}/afzeggen", create_calling_off),
    };
}

std::map<std::string, people::Worker> choice_workers() {
    return {
        {"interview.offer", [](people::Post& post, jobs::Job const& job) {
             auto& services = post.services;
             auto entry = recruitment::find_for_link(*services.data.read(db::Scope::of(job.of_partnership)), recruitment::SignUpId{job.about});
             if (!entry || entry->ended_at) return;
             std::string token;
             auto const now = services.clock.now();
             services.data.write(db::Scope::of(job.of_partnership), [&](db::Write& tx) { token = account::add_action_link(tx, services.random, "interview.choose", job.about, entry->person, now, now + link_lasts); });
             people::write_letter(post, job.of_partnership, entry->person,
                                  {.subject = tr("Een afspraak maken"), .lines = {tr("Graag spreken we u een keer. Kies zelf een tijd die u past:"), services.base_url + "/gesprek-kiezen/" + token, tr("Met dezelfde link kunt u de tijd later veranderen of afzeggen.")}});
         }},
        {"interview.remind", [](people::Post& post, jobs::Job const& job) {
             auto entry = find(*post.services.data.read(db::Scope::of(job.of_partnership)), InterviewId{job.about});
             if (!entry || entry->cancelled_at || entry->begins_at <= post.services.clock.now()) return;
             auto const person = people::find_person(*post.services.data.read(db::Scope::of(job.of_partnership)), post.services.keys, entry->person);
             if (!person) return;
             people::Letter letter{.subject = tr("Afspraak"), .lines = {base::Sentence{tr("Ter herinnering: we spreken elkaar op {moment}."), {{"moment", text::moment(entry->begins_at, person->language)}}}}};
             if (!entry->place.empty()) letter.lines.push_back(entry->place);
             letter.lines.push_back(tr("Kunt u niet? Bel ons even."));
             people::write_letter(post, job.of_partnership, entry->person, letter);
         }},
        {"interview.round", [](people::Post& post, jobs::Job const& job) { remind_everyone(post, job.of_partnership); }},
    };
}

} // namespace intake
