#include "confidentiality/store_keyring.h"

#include "platform/base/require.h"
#include "tests/world/folder.h"

#include <csignal>
#include <fstream>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

namespace confidentiality {
namespace {

class Keys : public testing::Test {
protected:
    Keys() {
        for (auto const& person : {one, two}) ring.create(person);
    }
    ~Keys() override { std::filesystem::remove_all(folder); }
    db::Options at(std::string const& file) const {
        db::Options options;
        options.url = "sqlite:" + folder + "/" + file;
        options.shared = true;
        return options;
    }
    db::Options store() const { return at("keys.db"); }
    std::string file(std::string const& name, std::string const& text = {}, mode_t mode = 0400) const {
        auto const path = folder + "/" + name;
        std::ofstream{path} << text;
        ::chmod(path.c_str(), mode);
        return path;
    }
    std::string folder = world::new_folder("keyring");
    base::SeededRandom random{3};
    crypto::Key master = crypto::Key::random(random);
    Keyring ring{store(), master, random};
    visit::PersonId one{"one"}, two{"two"}, nobody{"nobody"};
    Place const place{"t", "c", "r"};
};

TEST_F(Keys, WhatIsNotASealedValueOpensToNothing) {
    auto const sealed = ring.seal({one}, place, "geheim");
    EXPECT_EQ(ring.open(sealed, place), "geheim");
    EXPECT_EQ(ring.open({}, place), "") << "nothing was said";
    EXPECT_TRUE(ring.seal({one}, place, "").empty());
    auto const box = sealed.value.substr(sealed.value.rfind('.'));
    for (auto const& none : {std::string{"geheim"}, std::string{"1."}, std::string{"1.one"}, "2.one" + box, "1.one." + box, "1.two" + box, "1.nobody" + box, "1." + box, "1.one,two" + box, "1.one,nobody" + box, "1.one,one" + box, sealed.value + "A", sealed.value + ".", std::string{"1.one.%%%"}, std::string{"1.one."}})
        EXPECT_FALSE(ring.open({none}, place)) << none;
}

TEST_F(Keys, WithoutAKeyNothingIsSealed) {
    EXPECT_THROW(ring.seal({nobody}, place, "geheim"), base::Impossible);
    EXPECT_THROW(ring.seal({one, nobody}, place, "geheim"), base::Impossible);
    EXPECT_THROW(ring.seal({}, place, "geheim"), base::Impossible);
}

TEST_F(Keys, OneKeyGoneOrShutIsEnough) {
    auto const alone = ring.seal({one}, place, "van één"), both = ring.seal({two, one, two}, place, "van twee");
    EXPECT_EQ(ring.open(both, place), "van twee");
    auto narrow = ring.shut({two});
    EXPECT_EQ(narrow.open(alone, place), "van één");
    EXPECT_FALSE(narrow.open(both, place));
    ring.destroy(two, {});
    EXPECT_EQ(ring.open(alone, place), "van één");
    EXPECT_FALSE(ring.open(both, place));
    EXPECT_FALSE(ring.has(two));
    EXPECT_EQ(ring.tombstones(), std::set<std::string>{"two"});
    EXPECT_EQ(ring.holders(), std::set<std::string>{"one"});
    EXPECT_THROW(ring.create(two), base::Impossible);
    ring.destroy(two, {});
    EXPECT_EQ(ring.tombstones().size(), 1U) << "twice is once";
}

TEST_F(Keys, AKeyIsGoneAlsoWhileAnotherProcessStillReadsTheStore) {
    auto const sealed = ring.seal({one}, place, "geheim");
    db::Database elsewhere{store()};
    auto const reads = elsewhere.read(db::Scope::of_hall());
    EXPECT_EQ(reads->column<std::string>("select person from data_keys").size(), 2U);
    ring.destroy(one, {});
    EXPECT_FALSE(ring.open(sealed, place));
    Keyring fresh{store(), master, random};
    EXPECT_FALSE(fresh.open(sealed, place));
}

TEST_F(Keys, ManyAreMadeInOneCommitAndNoneComesBack) {
    auto const sealed = ring.seal({one}, place, "geheim");
    ring.create_all({one, visit::PersonId{"three"}, visit::PersonId{"four"}});
    EXPECT_EQ(ring.open(sealed, place), "geheim") << "an existing key stays";
    EXPECT_EQ(ring.holders(), (std::set<std::string>{"four", "one", "three", "two"}));
    EXPECT_EQ(ring.open(ring.seal({visit::PersonId{"four"}}, place, "van vier"), place), "van vier");
    ring.destroy(two, {});
    EXPECT_THROW(ring.create_all({visit::PersonId{"five"}, two}), base::Impossible);
    EXPECT_FALSE(ring.has(two));
    EXPECT_FALSE(ring.has(visit::PersonId{"five"})) << "all or none";
}

TEST_F(Keys, ASealedValueNamesWhomItConcerns) {
    EXPECT_EQ(Keyring::concerned(ring.seal({two, one}, place, "geheim")), (std::vector<visit::PersonId>{two, one}));
    EXPECT_TRUE(Keyring::concerned({}).empty());
    EXPECT_TRUE(Keyring::concerned({"1. Een zin. Nog een."}).empty());
}

TEST_F(Keys, AnExistingKeyStays) {
    auto const sealed = ring.seal({one}, place, "geheim");
    ring.create(one);
    EXPECT_EQ(ring.open(sealed, place), "geheim");
}

TEST_F(Keys, ManyOpenInTheirOrderAlsoByARingThatKeepsNoKeyYet) {
    std::vector<Standing> values;
    std::vector<std::optional<std::string>> expected;
    for (int i = 0; i < 6; ++i) {
        visit::PersonId const person{"person-" + std::to_string(i)};
        ring.create(person);
        values.push_back({ring.seal({person, one}, place, std::to_string(i)), place});
        expected.emplace_back(std::to_string(i));
    }
    for (auto const& odd : {Sealed{}, Sealed{"1.o'ne.AAAA"}, Sealed{"1..AAAA"}, Sealed{"no"}, Sealed{"1.nobody.AAAA"}}) {
        values.push_back({odd, place});
        expected.push_back(odd.empty() ? std::optional<std::string>{""} : std::nullopt);
    }
    EXPECT_EQ(ring.open_all(values), expected);
    Keyring fresh{store(), master, random};
    EXPECT_EQ(fresh.open_all(values), expected);
    EXPECT_EQ(fresh.open_all(values), expected) << "from what it keeps";
    EXPECT_TRUE(fresh.open_all({}).empty());
}

TEST_F(Keys, MoreThanAreKeptOpenInTheirOrder) {
    std::vector<visit::PersonId> many;
    for (int i = 0; i < 30'100; ++i) many.emplace_back("person-" + std::to_string(i));
    ring.create_all(many);
    std::vector<Standing> values;
    std::vector<std::optional<std::string>> expected;
    for (auto const& person : many) {
        values.push_back({ring.seal({person}, place, person.value()), place});
        expected.emplace_back(person.value());
    }
    Keyring fresh{store(), master, random};
    EXPECT_EQ(fresh.open_all(values), expected);
    EXPECT_EQ(fresh.open(values.front().sealed, place), expected.front()) << "who was forgotten is opened again";
}

TEST_F(Keys, AnotherMasterKeyIsToldAtOnce) {
    EXPECT_THROW(Keyring(store(), crypto::Key::random(random), random), std::runtime_error);
    ring.copy_to(folder + "/copy.db");
    Keyring copy{at("copy.db"), master, random};
    EXPECT_EQ(copy.holders(), ring.holders());
    EXPECT_EQ(copy.address_hash("a@b.example"), ring.address_hash("a@b.example"));
    EXPECT_NE(ring.address_hash("a@b.example"), ring.address_hash("b@b.example"));
    EXPECT_NE(ring.secret("a").bytes(), ring.secret("b").bytes());
}

TEST_F(Keys, TheMasterKeyIsMadeOnceAndReadBack) {
    auto const path = folder + "/master.key";
    EXPECT_THROW(master_key(path, false, random), std::runtime_error) << "none is there";
    auto const made = master_key(path, true, random);
    EXPECT_EQ(master_key(path, true, random).bytes(), made.bytes());
    EXPECT_EQ(master_key(path, false, random).bytes(), made.bytes());
    struct stat state{};
    ASSERT_EQ(::stat(path.c_str(), &state), 0);
    EXPECT_EQ(state.st_mode & 0777U, 0400U);
    EXPECT_THROW(master_key(folder + "/not/there", true, random), std::runtime_error) << "no folder to make it in";
}

TEST_F(Keys, AMasterKeyThatOthersReadOrThatIsNoneIsRefused) {
    auto const good = base::base64url(std::string(32, 'k'));
    EXPECT_EQ(master_key(file("lines", good + " \n\n"), false, random).bytes(), std::string(32, 'k'));
    for (auto mode : {0440U, 0404U, 0644U, 0601U}) EXPECT_THROW(master_key(file("open", good, mode), false, random), std::runtime_error) << mode;
    int number = 0;
    for (auto const& none : {std::string{}, std::string{" \n"}, good.substr(1), good + "AA", good + "=", std::string(300, 'A'), std::string(32, 'k')}) EXPECT_THROW(master_key(file("none" + std::to_string(++number), none), false, random), std::runtime_error) << none;
    auto const door = folder + "/socket";
    sockaddr_un address{.sun_family = AF_UNIX, .sun_path = {}};
    door.copy(address.sun_path, sizeof address.sun_path - 1);
    auto const listens = ::socket(AF_UNIX, SOCK_STREAM, 0);
    ASSERT_EQ(::bind(listens, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
    ::chmod(door.c_str(), 0600);
    EXPECT_THROW(master_key(door, false, random), std::runtime_error) << "what cannot be opened";
    ::close(listens);
}

TEST_F(Keys, AMasterKeyThatCannotBeWrittenIsNotUsed) {
    rlimit before{};
    ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
    auto const was = std::signal(SIGXFSZ, SIG_IGN);
    rlimit const none{0, before.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &none);
    EXPECT_THROW(master_key(folder + "/full.key", true, random), std::runtime_error);
    ::setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, was);
}

} // namespace
} // namespace confidentiality
