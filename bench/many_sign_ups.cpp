// Puts many sign-ups in the demonstration at once, through the same store as real ones: names sealed, each person with a key.
#include "app/program.h"
#include "people/store_people.h"
#include "recruitment/store_sign_up.h"

#include <array>
#include <cstdio>
#include <string>

namespace {

constexpr std::array first{"Noor", "Émile", "Fatma", "Jan", "Ömer", "Zofia", "Lies", "Bram", "Soraya", "Teun"};
constexpr std::array last{"van den Voorbeeld", "de Proef", "Aksoy", "Kowalska", "El Idrissi", "Hendriks", "Dijkgraaf", "ter Beek", "Ngo", "Visser"};
constexpr int batch = 500;

} // namespace

/// usage: many_sign_ups FOLDER COUNT; the folder holds a demonstration that nobody serves
int main(int count, char** words) {
    if (count != 3) return 2;
    app::Config config;
    config.data = words[1];
    app::Program program{config, app::Program::Schema::must_be_current};
    auto& services = program.services();
    auto const here = people::partnerships(*program.data().read(db::Scope::of_hall())).front().id;
    int const all = std::stoi(words[2]);
    for (int begun = 0; begun < all; begun += batch) {
        std::vector<std::pair<visit::PersonId, recruitment::SignUpId>> ids;
        for (int n = begun; n < std::min(all, begun + batch); ++n) {
            ids.emplace_back(base::new_id<people::Person>(services.random), base::new_id<recruitment::SignUp>(services.random));
            program.keys().create(ids.back().first);
        }
        program.data().write(db::Scope::of(here.value()), [&](db::Write& tx) {
            for (int n = begun; auto const& [person, sign_up] : ids) {
                auto const number = static_cast<std::size_t>(n);
                auto name = std::string{first[number % first.size()]} + " " + last[number / 10 % last.size()] + " " + std::to_string(n * 7919 % all);
                recruitment::add(tx, program.keys(), sign_up, person, {{name, "", "0612345678"}, recruitment::Channel::poster, "Ik wil graag iets doen.", {}}, text::Language::nl, "", n % 3 > 0, services.clock.now() - std::chrono::minutes{n});
                ++n;
            }
        });
    }
    std::printf("%d sign-ups more\n", all);
}
