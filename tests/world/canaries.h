#pragma once
// A demonstration in which every sealed text holds a word of its own, so that a page tells by its words what was shown; and a crawl that opens all that an account can reach.
#include "app/program.h"
#include "tests/world/world.h"

#include <set>

namespace world {

/// One sealed text: where it stands, whose keys close it, and the word that only it holds.
struct Canary {
    std::string table, column, row, word;
    visit::PartnershipId partnership;
    std::set<std::string> persons;
    std::string payload = {}; ///< what stands around the word in a hostile house
    std::size_t attack = 0;   ///< which of the attacks that is
    std::string field() const { return table + "." + column; }
};

/// An account in one partnership.
struct Holder {
    visit::PersonId person;
    visit::AccountId account;
    visit::PartnershipId partnership;
    visit::RoleSet roles;
    std::string name() const;
};

class CanaryHouse : public testing::Test {
protected:
    /// In a hostile house every text ends in attacks on whatever shows it, also what is kept unsealed; the texts of each field hold all attacks between them. With a folder the house is made there and stays.
    explicit CanaryHouse(bool hostile = false, std::string const& folder = {});
    ~CanaryHouse() override;
    std::vector<Holder> accounts();
    Visitor as(Holder const& one);
    /// The secret of a new session.
    std::string session(Holder const& one);
    /// The words an account meets on its way along all links from its first page; the addresses it met are added to `addresses`.
    std::set<std::string> crawl(Holder const& one, std::set<std::string>& addresses, std::function<void(std::string const& address, Page const& page)> const& look = {});
    /// The words of these addresses, asked for one by one.
    std::set<std::string> knock(Holder const& one, std::set<std::string> const& addresses);
    std::unique_ptr<db::Read> door(visit::PartnershipId const& partnership) { return program->data().read(db::Scope::of(partnership.value())); }

    /// Fields of a hostile house in which people type and no attack stands.
    std::set<std::string> forgotten();

    app::Config config;
    base::FixedClock clock;
    std::unique_ptr<app::Program> program;
    std::vector<Canary> canaries;
    std::set<std::string> unopened; ///< fields with a sealed text that could not be given a word
    std::size_t asked = 0;

private:
    bool hostile_, stays_;
    std::size_t frames_ = 0, sessions_ = 0;
    std::vector<std::string> devices_; ///< what the sessions of a hostile house say they are opened on
    void mark(visit::PartnershipId const& partnership);
    void mark_plain(visit::PartnershipId const& partnership);
    void mark_accounts();
    std::vector<Canary> words_for(Canary const& where, std::size_t number, std::size_t many);
    std::string with_words(std::string const& text, std::vector<Canary> const& words);
    std::string linked(std::string const& text, std::vector<Canary> const& words, std::size_t number);
    void put(db::Write& tx, Canary where, std::string const& sealed, std::string const& text, std::size_t number, std::size_t many);
};

/// Makes a house of canaries, or a hostile one, in a folder and says who can be whom there, and which word is which attack in which field.
int make_house(bool hostile, std::string const& folder, std::ostream& out);

/// The canaries in the words of an answer, whatever its kind: page, print, table or calendar.
std::set<std::string> canaries_in(std::string const& body);

} // namespace world
