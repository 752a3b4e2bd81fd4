#include "tests/world/attacks.h"

#include <boost/locale/utf.hpp>
#include <fstream>
#include <stdexcept>

namespace world {
namespace {

std::string unescaped(std::string const& line) {
    std::string text;
    for (std::size_t at = 0; at < line.size(); ++at) {
        char const next = line[at] == '\\' && at + 1 < line.size() ? line[at + 1] : '\0';
        if (next == 'u' && line.compare(at + 2, 1, "{") == 0) {
            auto const end = line.find('}', at);
            boost::locale::utf::utf_traits<char>::encode(static_cast<boost::locale::utf::code_point>(std::stoul(line.substr(at + 3, end - at - 3), nullptr, 16)), std::back_inserter(text));
            at = end;
        } else if (next == 'n' || next == 'r' || next == 't' || next == '\\') {
            text += next == 'n' ? '\n' : next == 'r' ? '\r'
                                     : next == 't'   ? '\t'
                                                     : '\\';
            ++at;
        } else text += line[at];
    }
    return text;
}

} // namespace

std::vector<std::string> const& attacks() {
    static auto const all = [] {
        std::vector<std::string> read;
        std::ifstream file{NAAST_SOURCE "/tests/world/attacks.txt"};
        for (std::string line; std::getline(file, line);)
            if (!line.starts_with("# ")) read.push_back(unescaped(line));
        if (read.size() != 200) throw std::runtime_error{"attacks.txt does not hold two hundred"};
        return read;
    }();
    return all;
}

std::string attack(std::size_t number, std::string const& word) {
    auto text = attacks()[number % attacks().size()];
    for (auto at = text.find(place_of_word); at != std::string::npos; at = text.find(place_of_word, at + word.size())) text.replace(at, place_of_word.size(), word);
    return text;
}

} // namespace world
