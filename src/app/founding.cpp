#include "app/founding.h"

#include "account/store_accounts.h"
#include "app/program.h"
#include "confidentiality/store_access_log.h"
#include "platform/http/message.h"

#include <ostream>

namespace app {
namespace {

using visit::Action;
using visit::Role;

constexpr std::size_t longest_text = 300;

/// What was typed as one tidy line; empty when nothing was.
std::string line_of(Act const& act, std::string const& option) {
    auto const& typed = act[option];
    if (!http::fit_text(typed) || typed.size() > longest_text) throw Misused{"--" + option + " must be a text of at most " + std::to_string(longest_text) + " bytes"};
    return text::tidy_line(typed);
}
std::string needed_line_of(Act const& act, std::string const& option) {
    auto line = line_of(act, option);
    if (line.empty()) throw Misused{"--" + option + " is not given"};
    return line;
}
std::string phone_of(Act const& act, std::string const& option, bool needed = true) {
    auto phone = needed ? needed_line_of(act, option) : line_of(act, option);
    if (!phone.empty() && !people::is_phone(phone)) throw Misused{"--" + option + " must be a phone number, such as '0300 55 01 00'"};
    return phone;
}
std::string mail_of(Act const& act, std::string const& option) {
    auto mail = people::tidy_mail(needed_line_of(act, option));
    if (!mail) throw Misused{"--" + option + " must be a mail address, such as steunpunt@voorbeeld.nl"};
    return *mail;
}
std::string slug_of(Act const& act, std::string const& option) {
    auto const& slug = act[option];
    bool const good = slug.size() >= 2 && slug.size() <= 40 && std::all_of(slug.begin(), slug.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
    if (!good) throw Misused{"--" + option + " must be 2 to 40 small letters, digits and dashes, such as waterrijk"};
    return slug;
}

struct Founder {
    visit::PersonId id;
    people::Contact contact;
    std::vector<Role> roles;
};

Founder founder_of(Act const& act, base::Random& random, std::string const& option, Role role, std::string phone) {
    auto typed = needed_line_of(act, option);
    auto split = typed.rfind(',');
    auto name = text::tidy_line(typed.substr(0, split));
    auto mail = split == std::string::npos ? std::nullopt : people::tidy_mail(typed.substr(split + 1));
    if (name.empty() || !mail) throw Misused{"--" + option + " must be NAME,EMAIL, such as 'Ineke Vos,ineke@voorbeeld.nl'"};
    return {base::new_id<people::Person>(random), {name, *mail, std::move(phone)}, {role}};
}

confidentiality::Entry done_by_console(Action action, std::string const& object, std::string const& person) {
    return {"console", std::string{base::word(Role::administrator)}, std::string{base::word(action)}, object, person, std::string{visit::rule(action).id}, "console"};
}

} // namespace

int found_partnership(Program& program, Act const& act, std::ostream& out) {
    auto& services = program.services();
    people::Partnership place{base::new_id<people::Partnership>(services.random),
                              slug_of(act, "slug"),
                              needed_line_of(act, "name"),
                              needed_line_of(act, "support-point"),
                              phone_of(act, "phone"),
                              mail_of(act, "mail"),
                              {},
                              phone_of(act, "coordinator-phone"),
                              line_of(act, "adviser"),
                              phone_of(act, "adviser-phone", false),
                              !act["coordinator-outside"].empty(),
                              !act["vog-required"].empty(),
                              line_of(act, "hosted-by"),
                              1};
    auto coordinator = founder_of(act, services.random, "coordinator", Role::coordinator, place.coordinator_phone);
    auto administrator = founder_of(act, services.random, "administrator", Role::administrator, {});
    place.coordinator_name = coordinator.contact.name;
    std::vector<Founder> founders{coordinator};
    if (administrator.contact.mail != coordinator.contact.mail) founders.push_back(administrator);
    else if (administrator.contact.name == coordinator.contact.name) founders.front().roles.push_back(Role::administrator);
    else throw Misused{"--administrator and --coordinator have one address but two names"};

    if (program.demonstration()) throw Wrong{"this is a demonstration; a real partnership goes into a folder of its own"};
    auto const in_use = Wrong{"another partnership has the slug " + place.slug + " already"};
    for (auto const& other : people::partnerships(*services.data.read(db::Scope::of_hall()))) {
        if (other.slug == place.slug) throw in_use;
        place.position = std::max(place.position, other.position + 1);
    }
    for (auto const& founder : founders) services.keys.create(founder.id);
    auto const now = services.clock.now();
    try {
        // through the door of the hall and of the new partnership at once: all of it is there, or nothing
        services.data.write(db::Scope{place.id.value(), {}, true}, [&](db::Write& tx) {
            people::add_partnership(tx, place);
            std::vector<confidentiality::Entry> entries{done_by_console(Action::keep_settings, place.id.value(), {})};
            for (auto const& founder : founders) {
                people::add_person(tx, services.keys, founder.id, founder.contact, text::Language::nl, now);
                entries.push_back(done_by_console(Action::keep_accounts, founder.id.value(), founder.id.value()));
                for (auto role : founder.roles) {
                    people::give_role(tx, founder.id, role, role == Role::coordinator && place.coordinator_outside, "console", "console", now);
                    if (visit::needs_confirmation(role)) entries.push_back(done_by_console(Action::confirm_role, founder.id.value(), founder.id.value()));
                }
                auto account = account::find_by_mail(tx, services.keys, founder.contact.mail);
                account::add_membership(tx, account ? *account : account::add_account(tx, services.keys, services.random, founder.contact.mail, now), place.id, founder.id);
            }
            tx.before_commit([entries, now](db::Write& last) { confidentiality::append(last, entries, now); });
        });
    } catch (db::Error const& error) {
        if (error.trouble() == db::Trouble::unique) throw in_use;
        throw;
    }
    out << "made " << place.slug << "; " << coordinator.contact.name << " (coordinator) and " << administrator.contact.name << " (administrator) log in at " << services.base_url << "/inloggen\n";
    return 0;
}

} // namespace app
