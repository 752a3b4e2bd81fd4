#include "toolbox/marks.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace toolbox {
using base::tr;

namespace {

constexpr std::size_t most_characters = 10'000, most_blocks = 300;

/// The mark at the beginning of a line and what follows it.
std::optional<std::pair<Mark, std::string_view>> marked(std::string_view line) {
    static constexpr std::array<std::pair<std::string_view, Mark>, 4> all{{{"## ", Mark::heading}, {"# ", Mark::title}, {"- [ ] ", Mark::box}, {"- ", Mark::bullet}}};
    for (auto const& [sign, mark] : all)
        if (line.starts_with(sign) || line == sign.substr(0, sign.size() - 1)) return {{mark, line.substr(std::min(sign.size(), line.size()))}};
    if (line == "---") return {{Mark::page, {}}};
    return {};
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.remove_suffix(1);
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    return text;
}

std::string const* value_of(std::string_view name, Filling const& filling) {
    if (name == "steunpunt") return &filling.support_point;
    if (name == "samenwerkingsverband") return &filling.partnership;
    if (name == "telefoon") return &filling.phone;
    if (name == "coordinator") return &filling.coordinator;
    if (name == "coordinator_telefoon") return &filling.coordinator_phone;
    if (name == "site") return &filling.site;
    if (name == "school") return &filling.school;
    return nullptr;
}

/// The first place between braces from `from` on: where it begins, where it ends, and its name.
struct Place {
    std::size_t begin, end;
    std::string_view name;
};
std::optional<Place> next_place(std::string_view text, std::size_t from) {
    auto const begin = text.find('{', from);
    if (begin == std::string_view::npos) return {};
    auto const end = text.find('}', begin);
    if (end == std::string_view::npos) return {};
    return Place{begin, end + 1, text.substr(begin + 1, end - begin - 1)};
}

} // namespace

std::string apart(std::string const& value) { return "\u2068" + value + "\u2069"; }

std::vector<Block> blocks(std::string_view text) {
    std::vector<Block> found;
    bool open = false; // whether a next plain line belongs to the paragraph before it
    while (!text.empty()) {
        auto const end = text.find('\n');
        auto const line = trimmed(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (line.empty()) open = false;
        else if (auto its = marked(line)) {
            auto const words = trimmed(its->second);
            if (!words.empty() || its->first == Mark::page) found.push_back({its->first, std::string{words}});
            open = false;
        } else if (open) found.back().words += "\n" + std::string{line};
        else {
            bool const dutch = line.starts_with("nl: ");
            found.push_back({Mark::paragraph, std::string{dutch ? trimmed(line.substr(4)) : line}, dutch});
            open = true;
        }
    }
    return found;
}

std::vector<Block> filled(std::vector<Block> const& all, Filling const& filling, bool right_to_left) {
    std::vector<Block> found;
    for (auto const& block : all) {
        if (filling.school.empty() && block.words.find("{school}") != std::string::npos) continue;
        Block made{block.mark, {}, block.dutch};
        std::size_t from = 0;
        while (auto place = next_place(block.words, from)) {
            auto const* value = value_of(place->name, filling);
            made.words += block.words.substr(from, place->begin - from);
            if (value) made.words += right_to_left ? apart(*value) : *value;
            else made.words += block.words.substr(place->begin, place->end - place->begin);
            from = place->end;
        }
        made.words += block.words.substr(from);
        found.push_back(std::move(made));
    }
    return found;
}

base::Result<std::string, base::Refusal> check(std::string const& typed) {
    auto const characters = static_cast<std::size_t>(std::count_if(typed.begin(), typed.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
    if (characters > most_characters) return base::Refusal::of("tekst", tr("De tekst is te lang. Gebruik hoogstens 10.000 tekens."));
    auto const all = blocks(typed);
    if (all.empty()) return base::Refusal::of("tekst", tr("Schrijf eerst een tekst."));
    if (all.front().mark != Mark::title) return base::Refusal::of("tekst", tr("Begin met een titel: een # en een spatie, en dan de titel."));
    if (all.size() > most_blocks) return base::Refusal::of("tekst", tr("De tekst heeft te veel regels. Gebruik hoogstens 300 alinea’s en punten."));
    for (auto const& block : all) {
        std::size_t from = 0;
        while (auto place = next_place(block.words, from)) {
            if (!value_of(place->name, {}))
                return base::Refusal::of("tekst", base::Sentence{tr("{word} kan het programma niet invullen. Kijk bij ‘Wat u kunt gebruiken’."), {{"word", "{" + std::string{place->name} + "}"}}});
            from = place->end;
        }
    }
    return typed;
}

} // namespace toolbox
