#include "app/demo.h"

#include "account/store_accounts.h"
#include "app/program.h"
#include "recruitment/store_sign_up.h"

namespace app {
namespace {

using R = visit::Role;

class Maker {
public:
    Maker(Program& program, base::FixedClock& clock) : program_{program}, services_{program.services()}, clock_{clock} {}

    visit::PartnershipId partnership(std::string slug, std::string name, std::string support_point, bool outside, int position) {
        visit::PartnershipId id = base::new_id<people::Partnership>(services_.random);
        services_.data.write(db::Scope::of(id.value()), [&](db::Write& tx) {
            people::add_partnership(tx, {id, slug, name, support_point, "0300 55 01 00", "steunpunt@" + slug + ".example", "Marleen de Wit", "06 55 01 01 01", "Joris Haverkamp", "06 55 01 02 02", outside, true, "Voorbeeldhosting, Utrecht", position});
        });
        return id;
    }

    visit::PersonId person(visit::PartnershipId const& where, std::string const& name, std::string const& mail, std::string const& phone, std::vector<R> const& roles) {
        auto id = base::new_id<people::Person>(services_.random);
        services_.keys.create(id);
        services_.data.write(db::Scope::of(where.value()), [&](db::Write& tx) {
            people::add_person(tx, services_.keys, id, {name, mail, phone}, text::Language::nl, clock_.now());
            for (auto role : roles) people::give_role(tx, id, role, false, id.value(), id.value(), clock_.now());
        });
        if (!mail.empty()) account(where, id, mail);
        return id;
    }

    void account(visit::PartnershipId const& where, visit::PersonId const& id, std::string const& mail) {
        services_.data.write(db::Scope::of_hall(), [&](db::Write& hall) { account::add_membership(hall, account::add_account(hall, services_.keys, services_.random, mail, clock_.now()), where, id); });
    }

    visit::PersonId sign_up(visit::PartnershipId const& where, std::string const& name, std::string const& mail, recruitment::Channel channel, std::string const& motive, bool confirmed) {
        auto id = base::new_id<people::Person>(services_.random);
        services_.keys.create(id);
        auto accepted = recruitment::sign_up({{name, mail, mail.empty() ? "06 55 22 33 44" : ""}, channel, motive, true});
        base::require(static_cast<bool>(accepted), "a sign-up of the demonstration is refused");
        services_.data.write(db::Scope::of(where.value()), [&](db::Write& tx) { recruitment::add(tx, services_.keys, base::new_id<recruitment::SignUp>(services_.random), id, *accepted, text::Language::nl, "", confirmed, clock_.now()); });
        if (mail.ends_with("@naast.example")) account(where, id, mail);
        return id;
    }

    void back(base::Moment now, int days) { clock_.set(now - std::chrono::hours{24 * days}); }

private:
    Program& program_;
    reception::Services& services_;
    base::FixedClock& clock_;
};

} // namespace

std::vector<DemonstrationAccount> const& demonstration_accounts() {
    static std::vector<DemonstrationAccount> const all{
        {"coordinator@naast.example", "coördinator"},
        {"candidate@naast.example", "kandidaat, wacht op gesprek"},
    };
    return all;
}

void make_demonstration(Config const& config, std::uint64_t seed, std::ostream& out) {
    base::FixedClock clock{base::SystemClock{}.now()};
    base::SeededRandom random{seed};
    Program program{config, Program::Schema::migrate, {.clock = &clock, .random = &random, .sender = {}, .database = {}}};
    if (!people::partnerships(*program.data().read(db::Scope::of_hall())).empty()) throw Wrong{"this folder holds an installation already; demonstration data goes into an empty one"};
    program.data().write(db::Scope::of_hall(), [](db::Write& tx) { tx.run("insert into facts (name, value) values ('demonstration', 'yes')"); });
    auto const now = clock.now();
    Maker make{program, clock};
    auto here = make.partnership("waterrijk", "Samenwerkingsverband Waterrijk", "Ouder- en jeugdsteunpunt Waterrijk", false, 1);
    make.back(now, 200);
    make.person(here, "Marleen de Wit", "coordinator@naast.example", "06 55 01 01 01", {R::coordinator});
    using C = recruitment::Channel;
    make.back(now, 6);
    make.sign_up(here, "Samira Bouzid", "candidate@naast.example", C::outreach, "Ik weet hoe het is als school en thuis langs elkaar heen praten.", true);
    make.back(now, 4);
    make.sign_up(here, "Peter-Jan Oldenhof", "pj.oldenhof@voorbeeld.example", C::newsletter, "", false);
    make.back(now, 1);
    make.sign_up(here, "Łucja Kowalczyk", "lucja@voorbeeld.example", C::other_parent, "Een buurvrouw vroeg mij.", true);
    out << "De demonstratie is gemaakt in " << config.data << "\n";
}

} // namespace app
