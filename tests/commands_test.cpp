// The commands: the same with the database closed and while a process serves it; and the socket between them.
#include "account/store_accounts.h"
#include "app/commands.h"
#include "app/console.h"
#include "app/demo.h"
#include "confidentiality/store_access_log.h"
#include "tests/world/world.h"

#include <csignal>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace {
using visit::Role;
using Words = std::vector<std::string>;

struct Said {
    int code;
    std::string out, err;
    bool operator==(Said const&) const = default;
};
void PrintTo(Said const& said, std::ostream* to) { *to << said.code << " '" << said.out << "' '" << said.err << "'"; }

Said run(Words const& words) {
    std::istringstream in;
    std::ostringstream out, err;
    auto code = app::run(words, in, out, err);
    return {code, out.str(), err.str()};
}
Said without_secret(Said said) {
    said.out = std::regex_replace(said.out, std::regex{"/inloggen/[A-Za-z0-9_-]{40,}"}, "/inloggen/…");
    return said;
}
mode_t mode_of(std::string const& path) {
    struct stat state{};
    return ::stat(path.c_str(), &state) == 0 ? state.st_mode & 07777 : 0;
}

class Commands : public world::InHouse {
protected:
    Commands() {
        std::ofstream file{house.file("naast.toml")};
        file << "data = \"" << house.config.data << "\"\ndatabase = \"" << house.config.database << "\"\nbase_url = \"" << house.config.base_url << "\"\n";
    }
    Said here(Words words) {
        words.insert(words.end(), {"--config", house.file("naast.toml")});
        return run(words);
    }
    Said closed(Words const& words) {
        house.close();
        auto said = here(words);
        house.reopen();
        return said;
    }
    Said served(Words const& words) {
        app::Console console{*house.program};
        EXPECT_TRUE(console.open());
        return here(words);
    }
    std::unique_ptr<db::Read> read() { return house.program->data().read(house.scope()); }
    std::string socket() const { return house.config.socket_path(); }
    Words founding(std::string const& slug, std::string const& administrator, std::string const& coordinator) const {
        return {"new-partnership", "--slug", slug, "--name", "Samenwerkingsverband Nieuw", "--support-point", "Steunpunt Nieuw", "--phone", "0300 55 01 00", "--mail", "Post@nieuw.test", "--administrator", administrator, "--coordinator", coordinator, "--coordinator-phone", "06 55 01 01 01"};
    }
    /// The error that connecting to the socket gives, or 0.
    int knock() const {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        socket().copy(address.sun_path, sizeof address.sun_path - 1);
        auto client = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        auto error = ::connect(client, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0 ? 0 : errno;
        ::close(client);
        return error;
    }
    /// Someone who knows where the socket is and little else.
    int stranger_at_socket() const {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        socket().copy(address.sun_path, sizeof address.sun_path - 1);
        auto client = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        EXPECT_EQ(::connect(client, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
        return client;
    }
};
ON_BOTH_DATABASES(Commands);

TEST_P(Commands, WhatCannotBeMeantIsSaidInOneLineWithExitCodeTwo) {
    for (Words const& words : {Words{"naar-huis"}, {}, {"erase"}, {"audit"}, {"serve", "--wat"}}) {
        auto said = run(words);
        EXPECT_EQ(said.code, 2) << testing::PrintToString(words);
        EXPECT_TRUE(said.err.starts_with("naast: ") && said.err.find('\n') == said.err.size() - 1) << said.err;
        EXPECT_EQ(said.out, "");
    }
    EXPECT_EQ(run({"--help"}).code, 0);
    EXPECT_EQ(here({"check-config"}), (Said{0, "look again: master_key_file is empty, so the master key lies beside the data, and a copy of that folder opens everything\nthe settings are good\n", ""}));
}

TEST_P(Commands, ALoginLinkIsForTheAccountWithATask) {
    auto const before = house.person(house.here, "Ineke Vos", {});
    auto const after = house.person(house.here, "Ineke Vos", {Role::trainer});
    house.program->data().write(db::Scope::of_hall(), [&](db::Write& hall) { hall.run("update accounts set created_at = created_at - 60 where id in (select account from memberships where person = :person)", before); });
    auto const link = closed({"login-link", "inekevos@voorbeeld.test"}).out;
    auto const its = account::find_link(*house.program->data().read(db::Scope::of_hall()), link.substr(link.rfind('/') + 1, link.size() - link.rfind('/') - 2), house.clock.now());
    ASSERT_TRUE(its) << link;
    EXPECT_EQ(its->account, account::find_by_person(*house.program->data().read(db::Scope::of_hall()), after));
}

TEST_P(Commands, AnEmptyDatabaseIsNotMadeBesideKeys) {
    if (house.engine != world::Engine::sqlite) GTEST_SKIP() << "PostgreSQL makes no database by itself";
    house.close();
    for (auto const* end : {"", "-wal", "-shm"}) std::filesystem::remove(house.file("naast.db") + end);
    EXPECT_THROW(house.reopen(), app::Wrong);
    EXPECT_FALSE(std::filesystem::exists(house.file("naast.db"))) << "so that it is not there the next time either";
}

TEST_P(Commands, TheLogIsVerifiedTheSameClosedAndServed) {
    for (int i = 0; i < 3; ++i) house.program->data().write(house.scope(), [&](db::Write& tx) { confidentiality::append(tx, {{"a", "coordinator", "x", "o", "p", "W1", "r"}}, house.clock.now()); });
    Said const text{0, "hier: 3 entries, unbroken\ndaar: 0 entries, unbroken\n", ""};
    EXPECT_EQ(closed({"audit", "verify"}), text);
    EXPECT_EQ(served({"audit", "verify"}), text);
    Said const json{0, "[\n{\"partnership\":\"hier\",\"entries\":3,\"broken_at\":null},\n{\"partnership\":\"daar\",\"entries\":0,\"broken_at\":null}\n]\n", ""};
    EXPECT_EQ(closed({"audit", "verify", "--json"}), json);
    EXPECT_EQ(served({"audit", "verify", "--json"}), json);
    if (house.engine == world::Engine::postgresql) return; // the application role cannot drop the trigger
    house.program->data().script("drop trigger access_log_no_update");
    house.program->data().script("update access_log set actor = 'b' where sequence = 2");
    auto broken = served({"audit", "verify", "--json"});
    EXPECT_EQ(broken.code, 1);
    EXPECT_NE(broken.out.find("\"entries\":1,\"broken_at\":2}"), std::string::npos) << broken.out;
    EXPECT_EQ(closed({"audit", "verify", "--json"}), broken);
    EXPECT_EQ(closed({"audit", "verify"}), served({"audit", "verify"}));
}

TEST_P(Commands, AnErasureThatStoppedHalfwayIsFinishedByTheNextTryOrByTheRound) {
    auto one = house.person(house.here, "Wis Mij", {Role::buddy}), two = house.person(house.here, "Wis Mij Ook", {Role::buddy});
    auto visitor = house.as(two);
    EXPECT_EQ(visitor.get("/mijn-gegevens").status, 200);
    std::ofstream{house.config.journal_path()} << "een halve reg";
    for (auto const& person : {one, two}) {
        house.program->data().write(db::Scope::of_hall(), [&](db::Write& hall) { hall.run("insert into erasures (person, intended_at) values (:person, :now)", person, house.clock.now()); });
        house.program->keys().destroy(person, house.clock.now());
    }
    EXPECT_EQ(served({"erase", one.value()}), (Said{0, "erased\n", ""}));
    EXPECT_EQ(served({"erase", one.value()}), (Said{1, "", "naast: nobody has this id\n"}));
    house.program->go_round();
    house.program->run_jobs();
    EXPECT_EQ(visitor.get("/mijn-gegevens").location, "/inloggen");
    EXPECT_EQ(read()->one<std::int64_t>("select count(*) from person_roles where person = :person and until is null", two), 0);
    EXPECT_EQ(house.program->data().read(db::Scope::of_hall())->one<std::int64_t>("select count(*) from erasures where done_at is null"), 0);
    std::ifstream journal{house.config.journal_path()};
    EXPECT_EQ((std::string{std::istreambuf_iterator<char>{journal}, {}}), "een halve reg\n" + one.value() + "\n" + two.value() + "\n");
}

TEST_P(Commands, ErasingThroughTheSocketReallyErases) {
    auto one = house.person(house.here, "Wis Mij", {Role::buddy}), two = house.person(house.here, "Wis Mij Ook", {Role::buddy});
    EXPECT_EQ(closed({"erase", one.value()}), (Said{0, "erased\n", ""}));
    auto visitor = house.as(two);
    EXPECT_EQ(visitor.get("/mijn-gegevens").status, 200);
    EXPECT_EQ(served({"erase", two.value()}), (Said{0, "erased\n", ""}));
    for (auto const& person : {one, two}) {
        EXPECT_FALSE(people::find_person(*read(), house.program->keys(), person));
        EXPECT_FALSE(house.program->keys().has(person)) << "not in the memory of the process that serves either";
    }
    EXPECT_EQ(visitor.get("/mijn-gegevens").location, "/inloggen");
    for (auto const& person : {one, two}) {
        EXPECT_EQ(served({"erase", person.value()}), (Said{1, "", "naast: nobody has this id\n"}));
        EXPECT_EQ(closed({"erase", person.value()}), (Said{1, "", "naast: nobody has this id\n"}));
    }
    std::ifstream journal{house.config.journal_path()};
    EXPECT_EQ((std::string{std::istreambuf_iterator<char>{journal}, {}}), one.value() + "\n" + two.value() + "\n");
}

TEST_P(Commands, ALoginLinkIsShownForStaffAndMailedToOthers) {
    auto coordinator = house.person(house.here, "Ineke Vos", {Role::coordinator});
    house.person(house.here, "Anna Hier", {Role::buddy});
    auto link = served({"login-link", "InekeVos@voorbeeld.test"});
    EXPECT_EQ(without_secret(link), (Said{0, "https://naast.test/inloggen/…\n", ""}));
    EXPECT_EQ(house.stranger().get(link.out.substr(18, link.out.size() - 19)).status, 200);
    EXPECT_EQ(without_secret(closed({"login-link", "inekevos@voorbeeld.test"})), without_secret(link));
    EXPECT_EQ(confidentiality::looks_at(*read(), coordinator).size(), 2U) << "both are in the access log";
    Said const mailed{0, "the link was mailed to this person; for parents and buddies it is never shown here\n", ""};
    EXPECT_EQ(served({"login-link", "annahier@voorbeeld.test"}), mailed);
    EXPECT_EQ(house.mails.size(), 1U);
    EXPECT_EQ(closed({"login-link", "annahier@voorbeeld.test"}), mailed);
    Said const unknown{1, "", "naast: nobody has an account with this address\n"};
    EXPECT_EQ(served({"login-link", "niemand@voorbeeld.test"}), unknown);
    EXPECT_EQ(closed({"login-link", "niemand@voorbeeld.test"}), unknown);
}

TEST_P(Commands, ABackupIsForItsOwnerOnlyAndCanBeRestored) {
    if (house.engine == world::Engine::postgresql) {
        EXPECT_EQ(served({"backup", house.file("a"), "--keys", house.file("b")}).code, 2) << "PostgreSQL has its own tools";
        EXPECT_FALSE(std::filesystem::exists(house.file("a")));
        auto keys = served({"backup", "--keys", house.file("b")});
        EXPECT_EQ(keys.code, 0) << keys.err;
        EXPECT_EQ(keys, closed({"backup", "--keys", house.file("c")}));
        EXPECT_EQ(mode_of(house.file("b")), 0600U);
        return;
    }
    auto person = house.person(house.here, "Bewaar Mij", {Role::buddy});
    auto erased = house.person(house.here, "Wis Mij", {Role::buddy});
    EXPECT_EQ(served({"backup", "--keys", house.file("b")}).code, 2) << "keys alone are no copy";
    EXPECT_FALSE(std::filesystem::exists(house.file("b")));
    auto const before = ::umask(0);
    auto one = closed({"backup", house.file("a.copy"), "--keys", house.file("a.keys")});
    auto two = served({"backup", house.file("x/../b.copy"), "--keys", house.file("b.keys")});
    ::umask(before);
    EXPECT_EQ(one.code, 0) << one.err;
    EXPECT_EQ(one, two);
    for (auto const* file : {"a.copy", "a.keys", "b.copy", "b.keys"}) EXPECT_EQ(mode_of(house.file(file)), 0600U) << file;
    Said const again{1, "", "naast: a backup does not overwrite a file\n"};
    EXPECT_EQ(closed({"backup", house.file("c.copy"), "--keys", house.file("a.keys")}), again);
    EXPECT_EQ(served({"backup", house.file("c.copy"), "--keys", house.file("a.keys")}), again);
    EXPECT_FALSE(std::filesystem::exists(house.file("c.copy"))) << "nothing half is left behind";
    EXPECT_EQ(served({"backup", house.file("nowhere/c.copy"), "--keys", house.file("c.keys")}), closed({"backup", house.file("nowhere/c.copy"), "--keys", house.file("c.keys")}));

    EXPECT_EQ(served({"erase", erased.value()}).code, 0);
    house.close();
    auto other = house.config;
    other.data = house.file("other");
    std::filesystem::create_directories(other.data);
    std::filesystem::copy_file(house.config.master_key_path(), other.master_key_path());
    auto said = run({"restore", house.file("b.copy"), "--keys", house.file("b.keys"), "--journal", house.config.journal_path(), "--data", other.data});
    EXPECT_EQ(said, (Said{0, "restored; erasures since the backup were done again\n", ""}));
    EXPECT_EQ(run({"restore", house.file("b.copy"), "--keys", house.file("b.keys"), "--journal", house.config.journal_path(), "--data", other.data}).code, 1);
    house.config = other;
    house.reopen();
    EXPECT_EQ(people::name_of(*read(), house.program->keys(), person), "Bewaar Mij");
    EXPECT_FALSE(people::find_person(*read(), house.program->keys(), erased));
    house.close();

    // a journal that lies in the folder already is joined, not taken instead
    auto third = house.config;
    third.data = house.file("third");
    std::filesystem::create_directories(third.data);
    std::filesystem::copy_file(other.master_key_path(), third.master_key_path());
    std::ofstream{third.journal_path()} << "iemand-van-vroeger\n";
    EXPECT_EQ(run({"restore", house.file("b.copy"), "--keys", house.file("b.keys"), "--journal", house.file("geen"), "--data", third.data}).code, 1);
    EXPECT_FALSE(std::filesystem::exists(third.data + "/naast.db")) << "nothing to serve is left";
    EXPECT_EQ(run({"restore", house.file("b.copy"), "--keys", house.file("b.keys"), "--journal", other.journal_path(), "--data", third.data}).code, 0);
    house.config = third;
    house.reopen();
    EXPECT_FALSE(people::find_person(*read(), house.program->keys(), erased));
    house.close();

    // a master key of another installation is told at once
    auto fourth = third;
    fourth.data = house.file("fourth");
    std::filesystem::create_directories(fourth.data);
    std::ofstream{fourth.master_key_path()} << base::base64url(std::string(32, 'k')) << "\n";
    std::filesystem::permissions(fourth.master_key_path(), std::filesystem::perms::owner_read);
    auto const wrong = run({"restore", house.file("b.copy"), "--keys", house.file("b.keys"), "--journal", other.journal_path(), "--data", fourth.data});
    EXPECT_EQ(wrong.code, 1);
    EXPECT_NE(wrong.err.find("the master key does not open the key store"), std::string::npos) << wrong.err;
    house.config = third;
    house.reopen();
}

TEST_P(Commands, APartnershipIsFoundedWithPeopleWhoCanLogIn) {
    int position = 2;
    for (std::string const name : {"een", "twee"}) {
        auto words = founding(name, "Ada Beheer,Ada@" + name + ".test", "  Cor  Dinator , cor@" + name + ".test");
        auto said = name == "een" ? closed(words) : served(words);
        EXPECT_EQ(said, (Said{0, "made " + name + "; Cor Dinator (coordinator) and Ada Beheer (administrator) log in at https://naast.test/inloggen\n", ""}));
        auto hall = house.program->data().read(db::Scope::of_hall());
        auto made = people::find_partnership_by_slug(*hall, name);
        ASSERT_TRUE(made);
        EXPECT_EQ(made->position, ++position);
        EXPECT_EQ(made->mail, "post@nieuw.test");
        EXPECT_EQ(made->coordinator_name, "Cor Dinator");
        auto const scope = db::Scope::of(made->id.value());
        for (auto const& [mail, role, phone] : {std::tuple{"ada@", Role::administrator, ""}, {"cor@", Role::coordinator, "06 55 01 01 01"}}) {
            auto account = account::find_by_mail(*hall, house.program->keys(), mail + name + ".test");
            ASSERT_TRUE(account);
            auto membership = account::memberships(*hall, *account).front();
            EXPECT_EQ(membership.partnership, made->id);
            auto door = house.program->data().read(scope);
            auto roles = people::roles_of(*door, membership.person);
            ASSERT_EQ(roles.size(), 1U);
            EXPECT_EQ(roles[0].role, role);
            EXPECT_EQ(roles[0].confirmed_by, "console");
            EXPECT_EQ(people::find_person(*door, house.program->keys(), membership.person)->phone, phone);
            EXPECT_EQ(confidentiality::looks_at(*door, membership.person).front().actor, "console");
        }
        auto log = confidentiality::verify(*house.program->data().read(scope));
        EXPECT_EQ(log.entries, 4);
        EXPECT_FALSE(log.broken_at);
        hall.reset();
        EXPECT_EQ(served({"login-link", "cor@" + name + ".test"}).code, 0);
        Said const taken{1, "", "naast: another partnership has the slug " + name + " already\n"};
        EXPECT_EQ(closed(founding(name, "Ada,ada@elders.test", "Cor,cor@elders.test")), taken);
        EXPECT_EQ(served(founding(name, "Ada,ada@elders.test", "Cor,cor@elders.test")), taken);
    }
}

TEST_P(Commands, AnExistingAccountGetsAMembershipAndOnePersonMayBeBoth) {
    house.person(house.here, "Ineke Vos", {Role::coordinator});
    auto words = founding("drie", "Ineke Vos,inekevos@voorbeeld.test", "Ineke Vos,InekeVos@voorbeeld.test");
    words.insert(words.end(), {"--coordinator-outside", "--vog-required", "--adviser", "Teun Bos", "--adviser-phone", "06 55 01 02 02", "--hosted-by", "Voorbeeldhosting"});
    EXPECT_EQ(served(words).code, 0);
    auto hall = house.program->data().read(db::Scope::of_hall());
    auto memberships = account::memberships(*hall, *account::find_by_mail(*hall, house.program->keys(), "inekevos@voorbeeld.test"));
    ASSERT_EQ(memberships.size(), 2U);
    auto made = people::find_partnership_by_slug(*hall, "drie");
    EXPECT_TRUE(made->coordinator_outside && made->vog_required);
    EXPECT_EQ(made->hosted_by, "Voorbeeldhosting");
    EXPECT_EQ(made->adviser_phone, "06 55 01 02 02");
    auto person = memberships[memberships[0].partnership == made->id ? 0 : 1].person;
    auto roles = people::roles_of(*house.program->data().read(db::Scope::of(made->id.value())), person);
    ASSERT_EQ(roles.size(), 2U);
    EXPECT_EQ(roles[0].role, Role::administrator);
    EXPECT_FALSE(roles[0].outside);
    EXPECT_TRUE(roles[1].outside);
}

TEST_P(Commands, AFoundingThatIsNotRightIsRefusedAndLeavesNothing) {
    auto const good = founding("vier", "Ada Beheer,ada@nieuw.test", "Cor Dinator,cor@nieuw.test");
    for (auto const& [option, typed] : std::vector<std::pair<std::string, std::string>>{{"--slug", "Vier"}, {"--slug", "v"}, {"--slug", std::string(41, 'v')}, {"--slug", "vi er"}, {"--name", " "}, {"--name", std::string(301, 'n')}, {"--name", "\xff"}, {"--phone", "bel maar"}, {"--mail", "geen adres"}, {"--coordinator-phone", "12"}, {"--administrator", "Ada Beheer"}, {"--administrator", "Ada Beheer,ada"}, {"--administrator", ",ada@nieuw.test"}, {"--coordinator", "Cor Dinator,ada@nieuw.test"}}) {
        auto words = good;
        *(std::find(words.begin(), words.end(), option) + 1) = typed;
        auto said = served(words);
        EXPECT_EQ(said.code, 2) << option << " " << typed;
        EXPECT_TRUE(said.err.starts_with("naast: --") && said.err.find('\n') == said.err.size() - 1) << said.err;
        EXPECT_EQ(closed(words), said);
    }
    EXPECT_EQ(people::partnerships(*house.program->data().read(db::Scope::of_hall())).size(), 2U);
    EXPECT_EQ(house.program->data().read(db::Scope::of_hall())->one<std::int64_t>("select count(*) from accounts"), 0);
    EXPECT_TRUE(house.program->keys().holders().empty());
}

TEST_P(Commands, ADemonstrationGetsNoRealPartnership) {
    if (house.engine == world::Engine::postgresql) GTEST_SKIP() << "made in a folder of its own";
    auto const folder = house.file("demo");
    EXPECT_EQ(run({"demo", "--data", folder}).code, 0);
    auto words = founding("vier", "Ada Beheer,ada@nieuw.test", "Cor Dinator,cor@nieuw.test");
    words.insert(words.end(), {"--data", folder});
    Said const refused{1, "", "naast: this is a demonstration; a real partnership goes into a folder of its own\n"};
    EXPECT_EQ(run(words), refused);
    app::Config config;
    config.data = folder;
    app::Program program{config, app::Program::Schema::must_be_current};
    app::Console console{program};
    EXPECT_EQ(run(words), refused);
}

TEST_P(Commands, OnlyTheOwnerReadsTheFilesOfAnInstallation) {
    if (house.engine == world::Engine::postgresql) GTEST_SKIP() << "made in a folder of its own";
    auto const before = ::umask(0);
    EXPECT_EQ(run({"demo", "--data", house.file("own")}).code, 0);
    ::umask(before);
    int files = 0;
    for (auto const& file : std::filesystem::directory_iterator{house.file("own")}) {
        ++files;
        EXPECT_EQ(file.status().permissions() & (std::filesystem::perms::group_all | std::filesystem::perms::others_all), std::filesystem::perms::none) << file.path().filename();
    }
    EXPECT_GE(files, 3);
}

TEST_P(Commands, WhatNeedsTheDatabaseForItselfIsRefusedWhileServing) {
    if (house.engine == world::Engine::postgresql) {
        EXPECT_EQ(served({"migrate"}), (Said{1, "", "naast: another process already serves with " + house.file("keys.db") + "\n"}));
        EXPECT_EQ(closed({"migrate"}), (Said{0, "the database is up to date\n", ""}));
        return;
    }
    Said const refused{1, "", "naast: another process already serves " + house.file("naast.db") + "\n"};
    EXPECT_EQ(served({"migrate"}), refused);
    EXPECT_EQ(served({"demo"}), refused);
    auto restore = served({"restore", "a", "--keys", "b", "--journal", "c"});
    EXPECT_EQ(restore, (Said{1, "", "naast: " + house.file("naast.db") + " exists already; restore into an empty folder\n"}));
    EXPECT_EQ(closed({"migrate"}), (Said{0, "the database is up to date\n", ""}));
    EXPECT_EQ(here({"audit", "verify"}), refused) << "served without a console";
}

TEST_P(Commands, OnlyTheOwnerCanOpenTheSocketAndItGoesWithTheServer) {
    auto const before = ::umask(0);
    {
        app::Console console{*house.program};
        EXPECT_EQ(mode_of(socket()), 0600U);
        app::Console second{*house.program};
        EXPECT_FALSE(second.open()) << "somebody answers already";
        EXPECT_EQ(here({"audit", "verify"}).code, 0);
    }
    ::umask(before);
    EXPECT_FALSE(std::filesystem::exists(std::filesystem::symlink_status(socket())));
}

TEST_P(Commands, ASocketLeftBehindIsReplacedAndAFileIsNot) {
    auto left = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    socket().copy(address.sun_path, sizeof address.sun_path - 1);
    ASSERT_EQ(::bind(left, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
    ::close(left);
    EXPECT_EQ(closed({"audit", "verify"}).code, 0) << "nobody answers, so the command opens the database itself";
    EXPECT_EQ(served({"audit", "verify"}).code, 0);
    std::ofstream{socket()} << "iets van iemand";
    EXPECT_FALSE(app::Console{*house.program}.open());
    EXPECT_EQ(std::filesystem::file_size(socket()), 15U);
    EXPECT_EQ(closed({"audit", "verify"}).code, 0);
}

TEST_P(Commands, APathThatIsTooLongForASocketIsGoneWithout) {
    if (house.engine == world::Engine::postgresql) GTEST_SKIP() << "made in a folder of its own";
    app::Config config;
    config.data = house.file(std::string(100, 'd'));
    app::Program program{config, app::Program::Schema::must_be_current};
    app::Console console{program};
    EXPECT_FALSE(console.open());
    EXPECT_EQ(run({"audit", "verify", "--data", config.data}).err, "naast: another process already serves " + config.database_url().substr(7) + "\n");
}

TEST_P(Commands, ThoseWhoSayNonsenseOrNothingDoNoHarm) {
    app::Console console{*house.program, std::chrono::milliseconds{200}};
    std::vector<int> silent;
    for (auto const& words : {std::string{"GET / HTTP/1.1\r\n\r\n"}, std::string{"naast 1\n\xff\xff\xff\xff", 12}, std::string{"naast 1\n\0\0\0\2\x7f\xff\xff\xff", 16}, std::string{"naast 1\n\0\0\0\0", 12}, std::string{"naast 1\n\0\0\0\1\0\0\0\0", 16}, std::string(100'000, 'x')}) {
        auto client = stranger_at_socket();
        EXPECT_GT(::send(client, words.data(), words.size(), MSG_NOSIGNAL), 0);
        char answer = 0;
        EXPECT_LE(::recv(client, &answer, 1, 0), 0) << "no answer";
        ::close(client);
    }
    for (int i = 0; i < 3; ++i) silent.push_back(stranger_at_socket());
    EXPECT_GT(::send(silent.back(), "naast 1\n", 8, MSG_NOSIGNAL), 0);
    EXPECT_EQ(here({"audit", "verify"}).code, 0) << "after those who are silent comes the next one";
    for (auto client : silent) ::close(client);
    auto unknown = app::ask(house.config, {"dance", {}});
    ASSERT_TRUE(unknown);
    EXPECT_EQ(unknown->code, 1);
}

TEST_P(Commands, ASocketThatIsThereAnswers) {
    for (int round = 0; round < 300; ++round) {
        int error = ENOENT;
        std::thread knocking{[&] {
            while (error == ENOENT) error = knock();
        }};
        app::Console console{*house.program};
        knocking.join();
        ASSERT_EQ(error, 0) << "round " << round;
    }
}

TEST_P(Commands, StoppingDoesNotWaitForASilentClient) {
    auto console = std::make_unique<app::Console>(*house.program, std::chrono::seconds{60});
    auto client = stranger_at_socket();
    std::this_thread::sleep_for(std::chrono::milliseconds{50});
    std::string said;
    std::thread waiting{[&] { said = here({"audit", "verify"}).err; }};
    std::this_thread::sleep_for(std::chrono::milliseconds{50});
    auto const begun = std::chrono::steady_clock::now();
    console.reset();
    EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds{2});
    waiting.join();
    EXPECT_EQ(said, "naast: the process that serves gave no answer (the other side went away); look whether it was done\n");
    ::close(client);
}

TEST_P(Commands, ACommandForAnotherDatabaseInTheSameFolderIsNotDoneHere) {
    if (house.engine == world::Engine::postgresql) GTEST_SKIP() << "files are made on SQLite";
    app::Console console{*house.program};
    auto other = run({"audit", "verify", "--data", house.folder, "--database", "sqlite:" + house.file("other.db")});
    EXPECT_EQ(other.out, "");
    EXPECT_EQ(other.code, 1) << "the key store is held, by the one who serves";
    EXPECT_EQ(run({"audit", "verify", "--data", house.folder + "/../" + std::filesystem::path{house.folder}.filename().string()}).code, 0) << "the same place by another path";
}

TEST_P(Commands, TheProgramItselfServesAndTakesCommands) {
    house.close();
    auto server = ::fork();
    if (server == 0) {
        auto file = house.file("naast.toml");
        if (::chdir("/") != 0 || !std::freopen("/dev/null", "w", stdout) || !std::freopen("/dev/null", "w", stderr)) ::_exit(9);
        ::execl(NAAST_BINARY, "naast", "serve", "--config", file.c_str(), "--listen", "127.0.0.1:0", nullptr);
        ::_exit(9);
    }
    for (int i = 0; i < 400 && !std::filesystem::exists(std::filesystem::symlink_status(socket())); ++i) std::this_thread::sleep_for(std::chrono::milliseconds{25});
    EXPECT_EQ(here({"audit", "verify"}), (Said{0, "hier: 0 entries, unbroken\ndaar: 0 entries, unbroken\n", ""}));
    EXPECT_EQ(here(founding("vijf", "Ada Beheer,ada@nieuw.test", "Cor Dinator,cor@nieuw.test")).code, 0);
    EXPECT_EQ(without_secret(here({"login-link", "ada@nieuw.test"})).out, "https://naast.test/inloggen/…\n");
    if (house.engine == world::Engine::sqlite) {
        auto const there = std::filesystem::current_path();
        std::filesystem::current_path(house.folder);
        EXPECT_EQ(here({"backup", "d.copy", "--keys", "d.keys"}).code, 0);
        std::filesystem::current_path(there);
        EXPECT_EQ(mode_of(house.file("d.copy")), 0600U) << "a file goes where the one who asks stands";
    }
    ::kill(server, SIGTERM);
    int state = 0;
    EXPECT_EQ(::waitpid(server, &state, 0), server);
    EXPECT_TRUE(WIFEXITED(state) && WEXITSTATUS(state) == 0);
    EXPECT_FALSE(std::filesystem::exists(std::filesystem::symlink_status(socket())));
    house.reopen();
    EXPECT_TRUE(people::find_partnership_by_slug(*house.program->data().read(db::Scope::of_hall()), "vijf"));
}

} // namespace
