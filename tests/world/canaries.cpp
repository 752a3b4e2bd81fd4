#include "tests/world/canaries.h"

#include "account/store_accounts.h"
#include "app/demo.h"
#include "platform/base/bundle.h"
#include "tests/world/attacks.h"
#include "tests/world/folder.h"
#include "tests/world/typed_texts.h"

#include <deque>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

namespace world {
namespace {

constexpr std::string_view first = "kanarie";
constexpr std::size_t letters = 4;

std::string word_for(std::size_t number) {
    std::string word{first};
    for (std::size_t i = 0; i < letters; ++i, number /= 20) word += "bcdfghjklmnpqrstvwxz"[number % 20];
    return word;
}

/// What a program makes of an answer that is no text.
std::string read_by(std::string const& command, std::string const& body) {
    std::string name = "/tmp/naast-answer-XXXXXX";
    ::close(mkstemp(name.data()));
    std::ofstream{name, std::ios::binary} << body;
    std::string words;
    std::array<char, 4096> part{};
    auto* out = popen((command + " " + name + " - 2>/dev/null").c_str(), "r");
    for (std::size_t got = 0; (got = fread(part.data(), 1, part.size(), out)) > 0;) words.append(part.data(), got);
    pclose(out);
    std::filesystem::remove(name);
    return words;
}

/// The addresses a page leads to; other orders and filters of a list show no more than the list, and what schools and everyone may read holds no case.
std::vector<std::string> links(std::string const& body) {
    std::vector<std::string> found;
    static std::regex const href{R"re(href="(/[^"#]*)["#])re"};
    for (std::sregex_iterator at{body.begin(), body.end(), href}, none; at != none; ++at) {
        auto address = (*at)[1].str();
        for (auto amp = address.find("&amp;"); amp != std::string::npos; amp = address.find("&amp;")) address.replace(amp, 5, "&");
        if (address.starts_with("/bestanden/") || address.starts_with("/school/") || address.starts_with("/materialen/")) continue;
        if (auto const query = address.find('?'); query != std::string::npos && address.find("pagina=") == std::string::npos) address.resize(query);
        found.push_back(address);
    }
    return found;
}

} // namespace

std::set<std::string> canaries_in(std::string const& body) {
    auto const words = body.starts_with("%PDF") ? read_by("pdftotext -q -raw", body) : body.starts_with("PK") ? read_by("python3 -c \"import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); [sys.stdout.write(z.read(n).decode('utf8', 'replace')) for n in z.namelist()]\"", body)
                                                                                                              : body;
    std::set<std::string> found;
    for (auto at = words.find(first); at != std::string::npos; at = words.find(first, at + 1)) found.insert(words.substr(at, first.size() + letters));
    return found;
}

std::string Holder::name() const {
    std::string all;
    for (auto role : visit::roles)
        if (role != visit::Role::anyone && roles.has(role)) (all += all.empty() ? "" : "+") += base::word(role);
    return all;
}

CanaryHouse::CanaryHouse(bool hostile, std::string const& folder) : clock{std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now())}, hostile_{hostile}, stays_{!folder.empty()} {
    config.data = stays_ ? folder : world::new_folder("canaries");
    std::ostringstream said;
    app::make_demonstration(config, 1, said);
    config.base_url = "https://naast.test";
    program = std::make_unique<app::Program>(config, app::Program::Schema::must_be_current, app::Brought{&clock, nullptr, {}, {}});
    for (auto const& partnership : people::partnerships(*program->data().read(db::Scope::of_hall()))) {
        if (hostile_) fill_in(*program, partnership.id);
        mark(partnership.id);
        if (hostile_) mark_plain(partnership.id);
    }
    if (hostile_) mark_accounts();
}

CanaryHouse::~CanaryHouse() {
    program.reset();
    if (!stays_) std::filesystem::remove_all(config.data);
}

void CanaryHouse::mark(visit::PartnershipId const& partnership) {
    static std::regex const sealed_text{"1\\.[A-Za-z0-9_,-]{20,}\\.[A-Za-z0-9_-]{40,}"};
    program->data().write(db::Scope::of(partnership.value()), [&](db::Write& tx) {
        for (auto const& table : tx.column<std::string>("select name from sqlite_master where type = 'table' order by name")) {
            auto const columns = tx.column<std::string>("select name from pragma_table_info('" + table + "')");
            auto const has = [&](char const* one) { return std::find(columns.begin(), columns.end(), one) != columns.end(); };
            if (!has("partnership")) continue;
            // by what a sealed text is bound to its row
            std::vector<std::string> rows;
            for (auto const* key : {"id", "person", "match", "edition", "intervision", "assessment"})
                if (has(key)) rows.emplace_back(key);
            if (has("evening") && has("person")) rows.emplace_back("evening || '-' || person");
            if (has("evening") && has("person") && has("guide")) rows.emplace_back("evening || '-' || person || '-' || guide");
            for (auto const& column : columns) {
                auto const all = tx.column<std::string>("select \"" + column + "\" from " + table + " where \"" + column + "\" like '1.%.%' and partnership = :partnership", partnership);
                for (std::size_t number = 0; number < all.size(); ++number) {
                    auto const& sealed = all[number];
                    if (!std::regex_match(sealed, sealed_text)) continue;
                    bool found = false;
                    for (auto const& row : rows) {
                        auto const its = tx.column<std::string>("select " + row + " from " + table + " where \"" + column + "\" = :sealed", sealed).front();
                        auto const text = program->services().keys.open({sealed}, {table, column, its});
                        if (!text) continue;
                        found = true;
                        put(tx, {table, column, its, {}, partnership, {}}, sealed, *text, number, all.size());
                        break;
                    }
                    if (!found) unopened.insert(table + "." + column);
                }
            }
        }
    });
}

void CanaryHouse::mark_plain(visit::PartnershipId const& partnership) {
    static std::regex const sealed_text{"1\\.[A-Za-z0-9_,-]{20,}\\.[A-Za-z0-9_-]{40,}"};
    program->data().write(db::Scope::of(partnership.value()), [&](db::Write& tx) {
        for (auto const& each : typed_texts(tx)) {
            auto const& [table, column] = each;
            std::string const owner = table == "partnerships" ? "id" : "partnership";
            if (tx.one<std::int64_t>("select count(*) from pragma_table_info('" + table + "') where name = '" + owner + "'") == 0) continue;
            auto all = tx.column<std::string>("select distinct \"" + column + "\" from " + table + " where \"" + column + "\" <> '' and " + owner + " = :partnership", partnership);
            std::erase_if(all, [](auto const& one) { return std::regex_match(one, sealed_text); });
            for (std::size_t number = 0; number < all.size(); ++number) {
                // what stands in the frame of every page and on every sheet of a print gets a tenth, each of these fields another
                bool const framed = table == "partnerships";
                auto const made = framed ? words_for({table, column, "", {}, partnership, {}}, frames_++, 10) : words_for({table, column, std::to_string(number), {}, partnership, {}}, number, all.size());
                tx.run("update " + table + " set \"" + column + "\" = :new where \"" + column + "\" = :old and " + owner + " = :partnership", each.is_link() ? linked(all[number], made, number) : with_words(all[number], made), all[number], partnership);
                canaries.insert(canaries.end(), made.begin(), made.end());
            }
        }
    });
}

/// What accounts have of their own: the names of their devices, and a form that waits for them.
void CanaryHouse::mark_accounts() {
    auto const all = accounts();
    auto& services = program->services();
    for (std::size_t number = 0; number < all.size(); ++number) {
        auto const made = words_for({"sessions", "device", std::to_string(number), {}, all[number].partnership, {}}, number, all.size());
        canaries.insert(canaries.end(), made.begin(), made.end());
        devices_.push_back(with_words("Computer", made));
    }
    services.data.write(db::Scope::of_hall(), [&](db::Write& hall) {
        std::set<std::string> done;
        for (std::size_t number = 0; number < all.size(); ++number) {
            auto const account = all[number].account;
            if (!done.insert(account.value()).second) continue;
            auto const device = words_for({"passkeys", "device", account.value(), {}, all[number].partnership, {}}, number, all.size());
            canaries.insert(canaries.end(), device.begin(), device.end());
            hall.run("insert into passkeys (id, account, public_key, algorithm, count, device, made_at) values (:id, :account, 'x', -7, 0, :device, :now)", "sleutel-" + account.value(), account, with_words("Telefoon", device), clock.now());
            auto const typed = words_for({"parked_forms", "sealed", account.value(), {}, all[number].partnership, {}}, number, all.size());
            canaries.insert(canaries.end(), typed.begin(), typed.end());
            http::Fields form;
            form.add("tekst", with_words("Getypt", typed));
            services.keys.create(visit::PersonId{account.value()});
            hall.run("insert into parked_forms (account, path, sealed, parked_at) values (:account, '/mijn', :sealed, :now)", account, services.keys.seal({visit::PersonId{account.value()}}, {"parked_forms", "sealed", account.value()}, http::form_text(form)), clock.now());
        }
    });
}

std::set<std::string> CanaryHouse::forgotten() {
    std::set<std::string> known, missed;
    for (auto const& canary : canaries) known.insert(canary.field());
    for (auto const& each : typed_texts(*program->data().read(db::Scope::of_hall())))
        if (!known.contains(each.field())) missed.insert(each.field());
    return missed;
}

/// A word for one of the many texts of a field, or in a hostile house its share of the attacks.
std::vector<Canary> CanaryHouse::words_for(Canary const& where, std::size_t number, std::size_t many) {
    auto const share = hostile_ ? (attacks().size() + many - 1) / many : 1;
    std::vector<Canary> made(share, where);
    for (std::size_t i = 0; i < share; ++i) {
        made[i].word = word_for(canaries.size() + i);
        made[i].attack = number * share + i;
        made[i].payload = hostile_ ? attack(made[i].attack, made[i].word) : made[i].word;
    }
    return made;
}

std::string CanaryHouse::with_words(std::string const& text, std::vector<Canary> const& words) {
    auto parts = base::unbundled(text);
    if (parts.empty()) {
        std::string all = text;
        for (auto const& one : words) all += " " + one.payload;
        return all;
    }
    auto part = std::max_element(parts.begin(), parts.end(), [](auto const& one, auto const& other) { return one.second.size() < other.second.size(); });
    for (auto const& one : words) {
        part->second += " " + one.payload;
        if (++part == parts.end()) part = parts.begin();
    }
    return base::bundled(parts);
}

/// An address as the rules let it in, with attacks behind it; of some texts nothing is left but the attack, as an import could have brought it.
std::string CanaryHouse::linked(std::string const& text, std::vector<Canary> const& words, std::size_t number) {
    static constexpr std::array begins{"javascript:", "//boef", "data:text/html", "JaVa"};
    auto const lead = std::find_if(words.begin(), words.end(), [&](auto const& one) { return one.payload.starts_with(begins[number / 2 % begins.size()]); });
    if (number % 2 == 0 || lead == words.end()) return with_words(text, words);
    std::string all = lead->payload;
    for (auto one = words.begin(); one != words.end(); ++one)
        if (one != lead) all += " " + one->payload;
    return all;
}

void CanaryHouse::put(db::Write& tx, Canary where, std::string const& sealed, std::string const& text, std::size_t number, std::size_t many) {
    if (where.column == "phone" && !hostile_) return; // only figures stand there
    std::vector<visit::PersonId> concerned;
    std::istringstream list{sealed.substr(2, sealed.find('.', 2) - 2)};
    for (std::string one; std::getline(list, one, ',');) {
        concerned.emplace_back(one);
        if (tx.one<std::int64_t>("select count(*) from people where id = :id", one).value_or(0)) where.persons.insert(one); // a talk or an evening has a key too
    }
    // every other address stays one to which mail goes
    bool const posted = where.column == "mail" && (!hostile_ || number % 2 == 0);
    auto made = where.column == "mail" && hostile_ ? words_for(where, number / 2, (many + 1) / 2) : words_for(where, number, many);
    if (posted) made.erase(made.begin() + 1, made.end());
    if (posted) made.front().payload = made.front().word;
    auto const marked = posted ? made.front().word + "." + text : with_words(text, made);
    tx.run("update " + where.table + " set \"" + where.column + "\" = :new where \"" + where.column + "\" = :sealed and partnership = :partnership", program->services().keys.seal(concerned, {where.table, where.column, where.row}, marked), sealed, where.partnership);
    canaries.insert(canaries.end(), made.begin(), made.end());
}

std::vector<Holder> CanaryHouse::accounts() {
    std::vector<Holder> found;
    auto hall = program->data().read(db::Scope::of_hall());
    for (auto const& account : hall->column<visit::AccountId>("select id from accounts where ended_at is null order by id"))
        for (auto const& member : account::memberships(*hall, account)) {
            Holder one{member.person, account, member.partnership, {}};
            for (auto const& row : people::roles_of(*door(member.partnership), member.person)) one.roles.add(row.role);
            found.push_back(one);
        }
    return found;
}

std::string CanaryHouse::session(Holder const& one) {
    std::string secret;
    auto& services = program->services();
    services.data.write(db::Scope::of_hall(), [&](db::Write& hall) { secret = account::open_session(hall, services.random, one.account, one.partnership, {std::chrono::hours{10}, std::chrono::hours{10}}, true, devices_.empty() ? "?" : devices_[sessions_++ % devices_.size()], clock.now()); });
    return secret;
}

Visitor CanaryHouse::as(Holder const& one) {
    Visitor visitor{*program};
    visitor.be(session(one));
    return visitor;
}

std::set<std::string> CanaryHouse::crawl(Holder const& one, std::set<std::string>& addresses, std::function<void(std::string const&, Page const&)> const& look) {
    auto visitor = as(one);
    std::set<std::string> seen, opened;
    std::deque<std::string> todo{"/", "/mijn", "/vandaag"};
    while (!todo.empty()) {
        auto const address = todo.front();
        todo.pop_front();
        if (!opened.insert(address).second) continue;
        auto const page = visitor.get(address);
        ++asked;
        if (look) look(address, page);
        seen.merge(canaries_in(page.body));
        if (page.location.starts_with("/")) todo.push_back(page.location);
        if (page.status == 200)
            for (auto const& link : links(page.body)) todo.push_back(link);
    }
    addresses.merge(opened);
    return seen;
}

std::set<std::string> CanaryHouse::knock(Holder const& one, std::set<std::string> const& addresses) {
    auto visitor = as(one);
    std::set<std::string> seen;
    for (auto const& address : addresses) {
        seen.merge(canaries_in(visitor.get(address).body));
        ++asked;
    }
    return seen;
}

} // namespace world
