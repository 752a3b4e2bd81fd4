#include "reception/visit.h"

#include "gen/assets.h"
#include "gen/reception_views.h"
#include "platform/base/number.h"
#include "platform/base/require.h"
#include "platform/crypto/crypto.h"
#include "platform/crypto/token.h"
#include "reception/visit_once.h"

#include <algorithm>

namespace reception {
namespace {

namespace v = views;

/// The address of a page, for a link to the same page: what stood encoded in it is encoded again.
std::string own_address(std::string_view path) {
    std::string out;
    for (auto const& c : path) {
        bool const has_meaning = c == '%' || c == '?' || c == '#' || c == '\\';
        out += has_meaning ? http::encoded(std::string_view{&c, 1}) : http::address(std::string_view{&c, 1});
    }
    return out;
}

std::string_view asset(std::string_view name) {
    for (auto const& each : gen::assets)
        if (each.name == name) return each.path;
    throw base::Impossible{"an asset that does not exist"};
}

/// The form was already done: the same answer again.
struct AlreadyDone {};
struct RolledBack {
    base::Refusal refusal;
};

} // namespace

std::optional<std::map<std::string, std::string, std::less<>>> fits(std::string_view pattern, std::string_view path) {
    std::map<std::string, std::string, std::less<>> found;
    while (!pattern.empty() && !path.empty()) {
        auto want = pattern.substr(1, pattern.find('/', 1) == std::string_view::npos ? std::string_view::npos : pattern.find('/', 1) - 1);
        auto have = path.substr(1, path.find('/', 1) == std::string_view::npos ? std::string_view::npos : path.find('/', 1) - 1);
        pattern.remove_prefix(want.size() + 1);
        path.remove_prefix(have.size() + 1);
        if (want.size() > 2 && want.front() == '{') {
            if (have.empty() || have.size() > 100) return {};
            found.emplace(want.substr(1, want.size() - 2), have);
        } else if (want != have) return {};
    }
    if (!pattern.empty() || !path.empty()) return {};
    return found;
}

visit::PersonId const& Visit::me() const {
    base::require(viewer_.person.has_value(), "a page for someone was opened by nobody");
    return *viewer_.person;
}

std::string const& Visit::part(std::string_view name) const {
    auto at = path_.find(name);
    base::require(at != path_.end(), "a route has no such part");
    return at->second;
}

http::Fields const& Visit::form() const {
    if (!form_) form_ = http::parse_form(request_.body).value_or(http::Fields{});
    return *form_;
}

html::Values Visit::values() const {
    html::Values values;
    for (auto const& [name, value] : form()) values.emplace(name, value);
    return values;
}

std::optional<base::Date> Visit::date_field(std::string const& name) const {
    auto number = [&](char const* part) { return base::number_from(field(name + part)).value_or(-1); };
    int const day = number("_dag"), month = number("_maand"), year = number("_jaar");
    if (day < 1 || month < 1 || year < 1900 || year > 2200) return {};
    base::Date date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)}, std::chrono::day{static_cast<unsigned>(day)}};
    if (!date.ok()) return {};
    return date;
}

void put_date(html::Values& values, std::string const& name, base::Date date) {
    values.emplace(name + "_dag", std::to_string(static_cast<unsigned>(date.day())));
    values.emplace(name + "_maand", std::to_string(static_cast<unsigned>(date.month())));
    values.emplace(name + "_jaar", std::to_string(static_cast<int>(date.year())));
}

db::Read& Visit::read() {
    if (!read_) read_ = services_.data.read(scope());
    return *read_;
}

std::string Visit::role_in_log() const {
    for (auto const& may : visit::roles_of(route_.action)) {
        if (!viewer_.roles.has(may) || (may == visit::Role::coordinator && viewer_.reader)) continue;
        return std::string{may == visit::Role::coordinator && viewer_.deputy ? confidentiality::deputy : base::word(may)};
    }
    return std::string{viewer_.reader ? confidentiality::chosen_reader : "public"};
}

void Visit::note(visit::Action action, std::string const& object, std::string const& about) {
    confidentiality::Entry entry{viewer_.person ? viewer_.person->value() : "", role_in_log(), std::string{base::word(action)}, object, about, std::string{visit::rule(action).id}, request_.id, confidentiality::book_of(action)};
    auto same = [&](auto const& other) { return other.action == entry.action && other.object == entry.object && other.person == entry.person; };
    if (std::none_of(notes_.begin(), notes_.end(), same)) notes_.push_back(std::move(entry));
}

http::Response Visit::act(std::string const& object, std::string const& about, std::function<Acted(db::Write&)> const& work, std::function<http::Response(base::Refusal const&)> const& again) {
    if (!about.empty() && viewer_.closed_to(visit::PersonId{about})) return not_found();
    read_.reset();
    auto const& once = field("_once");
    auto const key = once_key(*this, form_secret_);
    std::optional<Done> done;
    try {
        services_.data.write(scope(), [&](db::Write& tx) {
            if (!once.empty()) {
                auto first = tx.run("insert into done_forms (partnership, key_hash, location, said, done_at) values (:partnership, :key, '', '', :now) on conflict do nothing", house_.id, key, now());
                if (first == 0) throw AlreadyDone{};
            }
            auto result = work(tx);
            if (!result) throw RolledBack{result.error()};
            done = *result;
            if (!once.empty()) tx.run("update done_forms set location = :location, said = :said where partnership = :partnership and key_hash = :key", done->location, done->said.msgid, house_.id, key);
            note(route_.action, object, about);
            tx.before_commit([this](db::Write& last) { confidentiality::append(last, notes_, now()); });
        });
        notes_.clear();
        return see(*done);
    } catch (AlreadyDone const&) {
        notes_.clear();
        return done_before(*this, form_secret_).value_or(see("/"));
    } catch (RolledBack const& rolled) {
        std::erase_if(notes_, [this](auto const& entry) { return entry.action == base::word(route_.action) && !visit::rule(route_.action).confidential; });
        auto response = again(rolled.refusal);
        if (response.status == 200) response.status = 422;
        return response;
    }
}

void Visit::set_cookie(std::string const& name, std::string const& value, std::optional<std::chrono::seconds> lasts) {
    cookies_.push_back(name + "=" + value + "; Path=/; Secure; HttpOnly; SameSite=Lax" + (lasts ? "; Max-Age=" + std::to_string(lasts->count()) : ""));
}
void Visit::drop_cookie(std::string const& name) { cookies_.push_back(name + "=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0"); }

void Visit::dress(http::Response& response) const {
    for (auto const& cookie : cookies_) response.with("Set-Cookie", cookie);
}

html::FormKeys Visit::form_keys() {
    return {crypto::masked(crypto::hash(services_.keys.secret("form"), form_secret_), services_.random), base::random_text(services_.random, 12), viewer_.logged_in()};
}

bool Visit::form_is_ours() const {
    auto site = request_.header("sec-fetch-site");
    if (!site.empty() && site != "same-origin" && site != "none") return false;
    auto origin = request_.header("origin");
    if (!origin.empty()) {
        auto host = request_.header("host");
        if (origin != "https://" + std::string{host} && origin != "http://" + std::string{host}) return false;
    }
    if (form_secret_.empty()) return false;
    return crypto::unmasks_to(field("_csrf"), crypto::hash(services_.keys.secret("form"), form_secret_));
}

http::Response Visit::see(std::string const& location) { return http::Response{303, {{"Location", location}, {"Cache-Control", "no-store"}}, {}, {}}; }

http::Response Visit::see(Done const& done) {
    if (!done.said.msgid.empty()) set_cookie("__Host-gezegd", http::encoded(done.said.msgid));
    return see(done.location);
}

http::Response Visit::not_found() {
    // no form, no number, no name: byte for byte the same for all
    return http::Response{404, {{"Content-Type", "text/html; charset=utf-8"}, {"Cache-Control", "no-store"}}, bare_page(base::tr("Niet gevonden"), {base::tr("Deze bladzijde is er niet, of is niet voor u."), base::tr("Ga terug, of begin opnieuw op de eerste bladzijde.")}, text::Language::nl), {}};
}

http::Response Visit::page(html::Said const& title, std::function<void(html::Page&)> const& fill, Dress dress) {
    auto const keys = form_keys();
    http::Response response{dress.status, {{"Content-Type", "text/html; charset=utf-8"}, {"Cache-Control", "no-store"}}, {}, {}};
    response.body = html::render(v::page_::view, language_, [&](html::Data& data) {
        using n = v::page_;
        data.set(n::LANG, std::string{base::word(language_)});
        if (text::right_to_left(language_)) data.show(n::RIGHT_TO_LEFT);
        data.set(n::TITLE, title).set(n::SUPPORT_POINT, house_.support_point);
        if (dress.status == 422) data.show(n::FAULT);
        if (ends_unused_after_ > std::chrono::seconds{0}) data.show(n::ENDS_UNUSED, std::to_string(ends_unused_after_.count()));
        data.set(n::CSS, asset("naast")).set(n::JS, asset("naast-pagina"));
        data.set(n::PHONE, house_.phone).set(n::COORDINATOR_PHONE, house_.coordinator_phone).set(n::COORDINATOR_NAME, house_.coordinator_name);
        auto dial = [](std::string const& number) {
            std::string out;
            for (char c : number)
                if (c >= '0' && c <= '9') out += c;
            return out;
        };
        data.set(n::PHONE_DIAL, dial(house_.phone)).set(n::COORDINATOR_DIAL, dial(house_.coordinator_phone));
        if (services_.demonstration) data.show(n::DEMONSTRATION);
        // the pages on which a parent asks have more languages, and each can be opened anew by its own address
        bool const asking = route_.action == visit::Action::ask_for_buddy;
        auto const here = request_.method == "GET" || asking ? own_address(request_.path) : "/";
        auto const via = asking && !request_.query.get("via").empty() ? "&via=" + http::encoded(request_.query.get("via")) : std::string{};
        for (auto language : text::asking_languages()) {
            if (!asking && !text::of_all_pages(language)) continue;
            std::string const code{base::word(language)};
            auto one = data.add(n::LANGUAGE);
            one.set(n::CODE, code).set(n::OWN_NAME, text::own_name(language)).set(n::HREF, here + "?taal=" + code + via);
            if (language == language_) one.show(n::CURRENT);
        }
        bool any = false;
        for (auto const& item : services_.menu) {
            if (!viewer_.logged_in() || !item.for_roles.any_of(viewer_.roles) || !visit::conceivable(viewer_, item.action)) continue;
            auto one = data.add(n::MENU);
            any = true;
            one.set(n::HREF, item.href).set(n::LABEL, base::Sentence{item.label});
            if (request_.path == item.href || (request_.path.starts_with(item.href) && request_.path.size() > item.href.size() && request_.path[item.href.size()] == '/')) one.show(n::CURRENT);
        }
        if (any) data.show(n::HAS_MENU);
        if (viewer_.elsewhere) data.show(n::ELSEWHERE);
        if (viewer_.logged_in()) data.show(n::LOGGED_IN).set(n::CSRF, keys.csrf);
        else data.show(n::NOT_LOGGED_IN);
        if (dress.quick_exit) data.show(n::QUICK_EXIT).set(n::CSRF, keys.csrf);
        if (auto said = request_.cookie("__Host-gezegd")) {
            if (auto words = http::decoded(*said, false)) {
                auto text = base::known_text(*words);
                if (!text.msgid.empty() && request_.method == "GET") {
                    data.show(n::SAID, base::Sentence{text});
                    drop_cookie("__Host-gezegd");
                }
            }
        }
        html::Page page{data, keys};
        fill(page);
    });
    return response;
}

std::string bare_page(base::Text title, std::vector<base::Sentence> const& lines, text::Language language) {
    return html::render(v::bare_::view, language, [&](html::Data& data) {
        data.set(v::bare_::LANG, std::string{base::word(language)}).set(v::bare_::TITLE, base::Sentence{title}).set(v::bare_::CSS, asset("naast"));
        if (text::right_to_left(language)) data.show(v::bare_::RIGHT_TO_LEFT);
        for (auto const& line : lines) data.add(v::bare_::LINE).set(v::bare_::WORDS, line);
    });
}

void secure(http::Response& response, bool https) {
    response.with("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
    response.with("X-Content-Type-Options", "nosniff");
    response.with("Referrer-Policy", "same-origin");
    response.with("Cross-Origin-Opener-Policy", "same-origin");
    response.with("Cross-Origin-Resource-Policy", "same-origin");
    response.with("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    if (https) response.with("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
}

base::Sentence readers(visit::Action action, House const& house, text::Language language) {
    std::string names;
    for (auto role : visit::roles_of(action)) {
        (names += names.empty() ? "" : ", ") += text::say(visit::name(role), language);
        if (role != visit::Role::coordinator) continue;
        for (auto const& each : house.stand_ins) names += ", " + text::say(base::tr("waarnemend coördinator"), language) + " (" + text::say({base::tr("{name}, van {first} tot en met {last}"), {{"name", each.name}, {"first", text::plain_day(each.first, language)}, {"last", text::plain_day(each.last, language)}}}, language) + ")";
    }
    if (house.independence == visit::Independence::outside) return {base::tr("Dit leest: {who}. De coördinator werkt niet bij het samenwerkingsverband. Niemand van het samenwerkingsverband of van school leest mee. Wie het las, staat bij ‘Wie heeft gekeken?’."), {{"who", names}}};
    return {base::tr("Dit leest: {who}. School en anderen lezen dit niet. Wie het las, staat bij ‘Wie heeft gekeken?’."), {{"who", names}}};
}

} // namespace reception
