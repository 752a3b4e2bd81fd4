#include "people/post.h"

#include "people/post_login.h"
#include "people/store_restriction.h"
#include "platform/calendar/calendar.h"

namespace people {
using base::tr;

namespace {
/// In whose name letters go and where answers go: the support point, or the organisation where the coordinator works (R21).
struct Sender {
    std::string name, mail;
};
Sender sender_of(Partnership const& its) {
    // an organiser of an appointment has one address too, whatever was kept
    auto const one = [](std::string const& mail) { return tidy_mail(mail).value_or(""); };
    if (!its.coordinator_outside) return {its.support_point, one(its.mail)};
    // before that organisation filled in its own, no answer goes to the partnership
    return {its.outside_name.empty() ? its.support_point : its.outside_name, one(its.outside_mail)};
}
} // namespace

void write_login_letter(Post& post, std::string const& partnership, PersonId const& person, Letter const& letter) {
    std::optional<Known> to;
    std::optional<Partnership> from;
    {
        auto door = post.services.data.read(db::Scope::of(partnership));
        to = find_person(*door, post.services.keys, person);
        from = find_partnership(*door, visit::PartnershipId{partnership});
    }
    auto const address = letter.to.empty() && to ? to->mail : letter.to;
    if (!to || address.empty() || !from) return;
    auto language = to->language;
    std::string text;
    for (auto const& line : letter.lines) text += line.in(language) + "\n\n";
    text += text::say({tr("Liever bellen? Steunpunt: {phone}. Coördinator: {coordinator}."), {{"phone", from->phone}, {"coordinator", from->coordinator_phone}}}, language) + "\n";
    text += text::say(tr("Schrijf uw verhaal niet in een mail. Mail kan door anderen worden gelezen."), language) + "\n";
    auto const sender = sender_of(*from);
    post.send({address, sender.name, text::say(letter.subject, language), text, letter.calendar, letter.calendar_method, sender.mail});
}

void write_letter(Post& post, std::string const& partnership, PersonId const& person, Letter const& letter) {
    if (!restricted_since(*post.services.data.read(db::Scope::of(partnership)), person)) write_login_letter(post, partnership, person, letter);
}

void write_notice(Post& post, std::string const& partnership, PersonId const& person) {
    write_letter(post, partnership, person, {.subject = tr("Een bericht voor u"), .lines = {tr("Er staat iets nieuws voor u klaar. Log in om het te lezen:"), post.services.base_url + "/inloggen"}});
}

void write_invitation(Post& post, std::string const& partnership, PersonId const& person, Invitation const& its) {
    std::optional<Known> to;
    std::optional<Partnership> from;
    {
        auto door = post.services.data.read(db::Scope::of(partnership));
        to = find_person(*door, post.services.keys, person);
        from = find_partnership(*door, visit::PartnershipId{partnership});
    }
    if (!to || to->mail.empty() || !from) return;
    auto const when = text::moment(its.begins, to->language);
    calendar::Event event{its.id + "@naast", its.sequence, text::say(tr("Afspraak"), to->language), its.place, its.begins, its.begins + std::chrono::minutes{its.minutes}, sender_of(*from).mail.empty() ? post.sender_address : sender_of(*from).mail, to->mail, its.cancelled};
    Letter letter{.subject = tr("Afspraak"), .lines = its.before, .calendar = calendar::file(event, post.services.clock.now()), .calendar_method = its.cancelled ? "CANCEL" : "REQUEST"};
    if (its.cancelled) letter.lines.push_back(base::Sentence{tr("Onze afspraak van {moment} gaat niet door."), {{"moment", when}}});
    else {
        letter.lines.push_back(base::Sentence{tr("We spreken elkaar op {moment}."), {{"moment", when}}});
        if (!its.place.empty()) letter.lines.push_back(its.place);
        letter.lines.push_back(tr("Kunt u niet? Bel ons even."));
    }
    letter.lines.insert(letter.lines.end(), its.after.begin(), its.after.end());
    write_letter(post, partnership, person, letter);
}

} // namespace people
