#pragma once
// A page taken apart as a browser does it: elements with their attributes, and what stands between them; written without a look at what made the page.
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace markup {

struct Piece {
    std::string tag;  ///< empty for a text; with / in front when it ends
    std::string text; ///< of a text, or of a comment (tag "!")
    std::vector<std::pair<std::string, std::string>> attributes = {};
};

inline bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
inline bool space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
inline std::string lower(std::string_view text) {
    std::string out{text};
    for (auto& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return out;
}

/// The signs that & stands for; any other & is itself.
inline std::string unescaped(std::string_view text) {
    static constexpr std::pair<std::string_view, char> known[] = {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}};
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        auto const sign = std::min(text.find('&', at), text.size());
        out += text.substr(at, sign - at);
        at = sign;
        if (at == text.size()) break;
        auto const* its = std::find_if(std::begin(known), std::end(known), [&](auto const& each) { return text.substr(at).starts_with(each.first); });
        out += its == std::end(known) ? '&' : its->second;
        at += its == std::end(known) ? 1 : its->first.size();
    }
    return out;
}

class Reader {
public:
    explicit Reader(std::string_view page) : page_{page} {}
    std::vector<Piece> all() {
        for (std::size_t from = 0;; from = at_) {
            // a text ends where an element or a comment begins
            for (at_ = page_.find('<', at_); at_ != std::string_view::npos; at_ = page_.find('<', at_ + 1))
                if (at_ + 1 < page_.size() && (letter(page_[at_ + 1]) || std::string_view{"/!?"}.find(page_[at_ + 1]) != std::string_view::npos)) break;
            at_ = std::min(at_, page_.size());
            if (at_ > from) pieces_.push_back({"", unescaped(page_.substr(from, at_ - from))});
            if (at_ == page_.size()) return std::move(pieces_);
            if (page_[at_ + 1] == '!' || page_[at_ + 1] == '?') comment();
            else element();
        }
    }

private:
    void comment() {
        auto const whole = page_.substr(at_).starts_with("<!--");
        auto end = page_.find(whole ? "-->" : ">", at_);
        if (end == std::string_view::npos) end = page_.size();
        pieces_.push_back({"!", std::string{page_.substr(at_, end - at_)}});
        at_ = std::min(page_.size(), end + (whole ? 3 : 1));
    }
    void skip() {
        while (at_ < page_.size() && (space(page_[at_]) || page_[at_] == '/')) ++at_;
    }
    std::string until(auto const& ends) {
        auto const from = at_;
        while (at_ < page_.size() && !ends(page_[at_])) ++at_;
        return std::string{page_.substr(from, at_ - from)};
    }
    void element() {
        ++at_;
        bool const closing = page_[at_] == '/';
        at_ += closing;
        Piece its{(closing ? "/" : "") + lower(until([](char c) { return space(c) || c == '/' || c == '>'; })), ""};
        for (skip(); at_ < page_.size() && page_[at_] != '>'; skip()) {
            auto const from = at_;
            ++at_; // a name may begin with =
            until([](char c) { return space(c) || c == '/' || c == '>' || c == '='; });
            auto name = lower(page_.substr(from, at_ - from));
            while (at_ < page_.size() && space(page_[at_])) ++at_;
            its.attributes.emplace_back(name, at_ < page_.size() && page_[at_] == '=' ? value() : "");
        }
        at_ = std::min(page_.size(), at_ + 1);
        auto const tag = its.tag;
        pieces_.push_back(std::move(its));
        if (tag == "textarea" || tag == "title" || tag == "script" || tag == "style") inside(tag);
    }
    std::string value() {
        ++at_;
        while (at_ < page_.size() && space(page_[at_])) ++at_;
        if (at_ >= page_.size() || page_[at_] == '>') return {};
        auto const quote = page_[at_];
        if (quote != '"' && quote != '\'') return unescaped(until([](char c) { return space(c) || c == '>'; }));
        ++at_;
        auto its = unescaped(until([quote](char c) { return c == quote; }));
        ++at_;
        return its;
    }
    /// What only its own end tag ends.
    void inside(std::string const& tag) {
        auto const from = at_;
        for (; at_ < page_.size(); ++at_)
            if (page_[at_] == '<' && lower(page_.substr(at_, tag.size() + 2)) == "</" + tag) {
                auto const after = at_ + tag.size() + 2;
                if (after >= page_.size() || space(page_[after]) || page_[after] == '/' || page_[after] == '>') break;
            }
        auto const text = page_.substr(from, at_ - from);
        if (!text.empty()) pieces_.push_back({"", tag == "textarea" || tag == "title" ? unescaped(text) : std::string{text}});
    }
    std::string_view page_;
    std::size_t at_ = 0;
    std::vector<Piece> pieces_;
};

inline std::vector<Piece> pieces(std::string_view page) { return Reader{page}.all(); }

inline bool is_address(std::string_view name) {
    static constexpr std::string_view all[] = {"href", "src", "action", "formaction", "xlink:href", "poster", "data", "cite"};
    return std::find(std::begin(all), std::end(all), name) != std::end(all);
}

/// The scheme of an address as a browser reads it, without what it drops; empty for one of this site.
inline std::string scheme(std::string_view address) {
    std::string its;
    for (char c : address)
        if (static_cast<unsigned char>(c) > 0x20) its += c;
    auto const colon = its.find(':');
    return colon == std::string::npos || its.find_first_of("/?#") < colon ? std::string{} : lower(its.substr(0, colon));
}

/// Whether an address leads to a page or a file, which the escaping of ctemplate lets through (no browser follows `ftp:` any more), or where the template says by itself (`tel:`).
inline bool leads_safely(std::string_view address, std::string_view in_template) {
    auto const its = scheme(address);
    return its.empty() || its == "http" || its == "https" || its == "mailto" || its == "ftp" || its == scheme(in_template);
}

} // namespace markup
