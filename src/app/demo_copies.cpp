#include "app/demo_copies.h"

#include "app/demo_pattern.h"
#include "confidentiality/store_access_log.h"
#include "people/store_people.h"

#include <array>
#include <atomic>
#include <fmt/format.h>
#include <future>
#include <mutex>

namespace app {
namespace {

/// As many copies as share one commit of the key store.
constexpr std::int64_t batch = 50;

/// The id of the pattern as it is in a copy: it begins with the number of the copy, so that what is made together lies together.
std::string id_in(std::string const& id, std::int64_t copy) {
    static constexpr std::string_view letters = "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
    std::string its = id;
    for (std::size_t i = 5; i-- > 0; copy /= 64) its[i] = letters[static_cast<std::size_t>(copy % 64)];
    return its;
}

std::string name_in(std::size_t person, std::int64_t copy) {
    static constexpr std::array first{"Anna", "Bilal", "Carla", "Daan", "Esra", "Femke", "Gijs", "Hatice", "Ilse", "Jeroen", "Karima", "Lotte", "Mehmet", "Noor", "Oksana", "Pieter", "Quinty", "Ruben", "Samira", "Thijs", "Ümit", "Valérie", "Wouter", "Xenia", "Youssef", "Żaneta", "Ayşe", "Björn", "Çiğdem", "Dörte", "Émile"};
    static constexpr std::array last{"Aksoy", "Bakker", "van den Berg", "Cissé", "Dijkstra", "El Idrissi", "de Groot", "Haddad", "Ivanova", "Jansen", "Kowalska", "van der Linden", "Mulder", "Nguyen", "Öztürk", "Postma", "Quist", "de Ruiter", "Smit", "Tahiri", "Ünal", "Visser", "de Wit", "Yılmaz", "Zijlstra", "Ajodhia", "Bouzid", "Dekker", "Prins"};
    auto const number = static_cast<std::size_t>(copy) * 53 + person * 17;
    return fmt::format("{} {}", first[number % first.size()], last[(number / first.size() + person) % last.size()]);
}

/// Who shares a name, an address or a number in the pattern does so in a copy.
people::Contact contact_in(PatternPerson const& person, std::int64_t copy) {
    auto mail = person.contact.mail;
    if (auto const at = mail.find('@'); at != std::string::npos) mail.insert(at, fmt::format(".{}", copy));
    auto const digits = copy * 1000 + static_cast<std::int64_t>(person.phone.value_or(0));
    return {name_in(person.name.value_or(0), copy), mail, person.contact.phone.empty() ? "" : fmt::format("06 {:02} {:03} {:03}", digits / 1000000 % 100, digits / 1000 % 1000, digits % 1000)};
}

/// One copy: what stands in the holes of the pattern.
class Copy {
public:
    Copy(Pattern const& pattern, confidentiality::Keyring& keys, std::int64_t number) : pattern_{pattern}, keys_{keys}, number_{number}, marks_(pattern.marks.size()) {
        for (auto const& id : pattern.ids) ids_.push_back(id_in(id, number));
        for (auto const& person : pattern.people) {
            contacts_.push_back(contact_in(person, number));
            auto const its = people::marks(keys, contacts_.back());
            if (person.mail) marks_[*person.mail] = its.mail.value_or("");
            if (person.phone) marks_[*person.phone] = its.phone.value_or("");
            if (person.name) marks_[*person.name] = its.name.value_or("");
        }
    }

    db::Scope scope() const { return db::Scope::of(ids_[pattern_.partnership]); }
    std::vector<visit::PersonId> key_holders() const {
        std::vector<visit::PersonId> all;
        for (auto const at : pattern_.key_holders) all.emplace_back(ids_[at]);
        return all;
    }
    /// The rows of these tables, sealed anew, each as the catalogue puts them.
    std::vector<std::string> rows(std::vector<PatternRows> const& tables) const {
        std::vector<std::string> made;
        for (auto const& [table, rows] : tables) {
            auto& all = made.emplace_back("[");
            for (auto const& row : rows) {
                if (all.size() > 1) all += ',';
                fill(all, row);
            }
            all += ']';
        }
        return made;
    }
    /// That the coordinator looked at everyone.
    std::vector<confidentiality::Entry> looks() const {
        std::vector<confidentiality::Entry> all;
        for (auto const& person : pattern_.people)
            for (auto const* action : {"help_request.read", "help_request.clarify"}) all.push_back({ids_[pattern_.coordinator], "coordinator", action, ids_[person.id], ids_[person.id], "M2", "demonstration"});
        return all;
    }

private:
    void fill(std::string& into, Pieces const& pieces) const {
        for (auto const& piece : pieces) switch (piece.kind) {
            case Piece::Kind::plain: into += piece.text; break;
            case Piece::Kind::id: into += ids_[piece.number]; break;
            case Piece::Kind::mark: into += marks_[piece.number]; break;
            case Piece::Kind::sealed: into += sealed(pattern_.sealed[piece.number]); break;
            case Piece::Kind::name: into += fmt::format("-{}", number_); break;
            }
    }
    std::string sealed(SealedText const& text) const {
        std::vector<visit::PersonId> concerned;
        for (auto const at : text.concerned) concerned.emplace_back(ids_[at]);
        std::string row;
        fill(row, text.row);
        std::string_view says = text.says;
        if (text.person) {
            auto const& its = contacts_[*text.person];
            says = text.column == "name" ? its.name : text.column == "mail" ? its.mail
                                                                            : its.phone;
        }
        return keys_.seal(concerned, {text.table, text.column, row}, says).value;
    }

    Pattern const& pattern_;
    confidentiality::Keyring& keys_;
    std::int64_t number_;
    std::vector<std::string> ids_, marks_;
    std::vector<people::Contact> contacts_;
};

void put_copy(Program& program, db::Catalogue const& catalogue, Pattern const& pattern, Copy const& copy, std::mutex& sealing) {
    auto const put = [&](db::Write& tx, std::vector<PatternRows> const& tables, std::vector<std::string> const& rows) {
        for (std::size_t i = 0; i < tables.size(); ++i) catalogue.put(tx, tables[i].table, rows[i]);
    };
    std::vector<std::string> of_partnership, of_hall;
    {
        // the randomness of a demonstration is seeded and serves one at a time
        std::scoped_lock const hold{sealing};
        of_partnership = copy.rows(pattern.of_partnership), of_hall = copy.rows(pattern.of_hall);
    }
    program.data().write(copy.scope(), [&](db::Write& tx) {
        put(tx, pattern.of_partnership, of_partnership);
        confidentiality::append(tx, copy.looks(), program.services().clock.now());
    });
    program.data().write(db::Scope::of_hall(), [&](db::Write& hall) { put(hall, pattern.of_hall, of_hall); });
}

} // namespace

void make_copies(Program& program, std::string const& slug, std::int64_t people) {
    auto const pattern = pattern_of(program, slug);
    db::Catalogue const catalogue{program.data()};
    std::int64_t there = 0;
    for (auto const& each : people::partnerships(*program.data().read(db::Scope::of_hall()))) there += program.data().read(db::Scope::of(each.id.value()))->one<std::int64_t>("select count(*) from people where partnership = :partnership", each.id).value_or(0);
    for (std::int64_t number = 2; there < people;) {
        std::vector<Copy> copies;
        std::vector<visit::PersonId> holders;
        for (; there < people && static_cast<std::int64_t>(copies.size()) < batch; there += static_cast<std::int64_t>(pattern.people.size())) {
            copies.emplace_back(pattern, program.keys(), number++);
            for (auto const& holder : copies.back().key_holders()) holders.push_back(holder);
        }
        program.keys().create_all(holders);
        // two at once: while the database takes in one copy, another is sealed
        std::atomic<std::size_t> next = 0;
        std::mutex sealing;
        auto const put = [&] {
            for (std::size_t at; (at = next++) < copies.size();) put_copy(program, catalogue, pattern, copies[at], sealing);
        };
        auto other = std::async(std::launch::async, put);
        put();
        other.get();
        // nobody serves yet, so nobody else folds the log back into the file
        program.data().checkpoint(false);
    }
}

} // namespace app
