#pragma once
// Asking for a buddy through the pages: each page gets what is meant for it.
#include "help_request/store_help_request.h"
#include "help_request/store_wishes.h"
#include "people/store_schools.h"
#include "tests/world/world.h"

namespace world {

class Asking : public InHouse {
protected:
    using Fields = std::vector<std::pair<std::string, std::string>>;
    visit::PersonId coordinator = house.person(house.here, "Ineke Vos", {visit::Role::coordinator});

    /// What a parent answers at least; more may come behind it.
    static Fields least(Fields const& more = {}, std::string const& name = "Vera") {
        Fields all{{"situatie", "gesprek"}, {"manier", "bellen"}, {"taal", "Nederlands"}, {"naam", name}, {"telefoon", "06 12345678"}, {"kanaal", "poster"}, {"akkoord", "ja"}, {"contact", "ja"}};
        all.insert(all.end(), more.begin(), more.end());
        return all;
    }
    /// Sends a page of the questions with these fields; `button` is the one that is pressed.
    Page press(Visitor& parent, Page const& page, Fields const& fields, std::pair<std::string, std::string> const& button = {}) {
        house.clock.pass(std::chrono::seconds{5});
        http::Fields all;
        for (auto const* name : {"_csrf", "_once", "_vraag", "_antwoorden"}) all.add(name, page.hidden(name));
        for (auto const& [name, value] : fields) all.add(name, value);
        if (!button.first.empty()) all.add(button.first, button.second);
        return parent.send("POST", "/buddy-vragen/vragen", http::form_text(all));
    }
    /// Goes on from a page to the one that shows everything, or to the first that is refused.
    Page to_overview(Visitor& parent, Page page, Fields const& fields) {
        for (int pages = 0; pages < 12 && page.hidden("_vraag") != "overzicht"; ++pages) {
            page = press(parent, page, fields);
            if (page.status != 200) return page;
        }
        return page;
    }
    /// All the questions, and sent.
    Page asks(Visitor& parent, Fields const& fields, std::string const& from = "/buddy-vragen/vragen") {
        auto const page = to_overview(parent, parent.get(from), fields);
        return page.status == 200 ? press(parent, page, fields) : page;
    }
    std::unique_ptr<db::Read> read() { return house.program->data().read(house.scope()); }
    void write(std::function<void(db::Write&)> const& work) { house.program->data().write(house.scope(), work); }
    std::int64_t count(std::string const& sql) { return read()->one<std::int64_t>(sql).value_or(-1); }
    void work() {
        while (house.program->run_jobs() > 0) {}
    }
    /// Who asked last, and what.
    visit::PersonId newest_parent() { return visit::PersonId{read()->one<std::string>("select person from help_requests order by asked_at desc, id limit 1").value_or("")}; }
    help_request::Entry newest() { return *help_request::newest_of(*read(), newest_parent()); }
    people::SchoolId school(std::string const& name, std::string const& place) {
        auto const id = base::new_id<people::School>(house.random);
        people::SchoolGiven given;
        given.facts.name = name;
        given.facts.place = place;
        given.facts.postcode = 4201;
        write([&](db::Write& tx) { people::add_school(tx, id, given, house.here.value() + "." + id.value(), house.clock.now()); });
        return id;
    }
};

} // namespace world
