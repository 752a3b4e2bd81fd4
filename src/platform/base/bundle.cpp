#include "platform/base/bundle.h"

#include "platform/base/number.h"

#include <optional>

namespace base {
namespace {

/// Takes one netstring off the front; nothing when there is none.
std::optional<std::string> taken(std::string_view& from) {
    auto const colon = from.find(':');
    auto const length = colon == std::string_view::npos ? std::nullopt : number_from(from.substr(0, colon));
    if (!length || from.size() < colon + static_cast<std::size_t>(*length) + 2 || from[colon + 1 + static_cast<std::size_t>(*length)] != ',') return {};
    std::string text{from.substr(colon + 1, static_cast<std::size_t>(*length))};
    from.remove_prefix(colon + static_cast<std::size_t>(*length) + 2);
    return text;
}

} // namespace

std::string bundled(std::map<std::string, std::string> const& texts) {
    std::string bundle;
    for (auto const& [name, text] : texts)
        for (auto const* each : {&name, &text}) bundle += std::to_string(each->size()) + ":" + *each + ",";
    return bundle;
}

std::map<std::string, std::string> unbundled(std::string_view bundle) {
    std::map<std::string, std::string> texts;
    while (!bundle.empty()) {
        auto name = taken(bundle);
        auto text = name ? taken(bundle) : std::nullopt;
        if (!text) return {};
        texts.emplace(std::move(*name), std::move(*text));
    }
    return texts;
}

} // namespace base
