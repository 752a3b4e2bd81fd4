// The door: everything a request passes before and after its page. Host, session, viewer, policy, form token, page, ledger, headers.
#include "account/link.h"
#include "account/pages_proof.h"
#include "account/pages_session.h"
#include "app/program.h"
#include "gen/assets.h"
#include "people/store_reader.h"
#include "people/store_restriction.h"
#include "platform/base/log.h"
#include "platform/crypto/crypto.h"
#include "reception/visit_once.h"

#include <zlib.h>

namespace app {
using base::tr;
using reception::Visit;

namespace {

constexpr char const* visitor_cookie = "__Host-bezoek";

http::Response plain(int status, std::string text) { return {status, {{"Content-Type", "text/plain; charset=utf-8"}, {"Cache-Control", "no-store"}}, std::move(text), {}}; }

http::Response sorry(int status, base::Text title, base::Text line, std::string const& id, text::Language language = text::Language::nl) {
    http::Response response{status, {{"Content-Type", "text/html; charset=utf-8"}, {"Cache-Control", "no-store"}}, {}, {}};
    response.body = reception::bare_page(title, {line, base::Sentence{tr("Belt u erover? Noem dan dit nummer: {number}"), {{"number", id}}}}, language);
    if (status == 503) response.with("Retry-After", "5");
    return response;
}

void squeeze(http::Request const& request, http::Response& response) {
    if (response.body.size() < 1000 || request.header("accept-encoding").find("gzip") == std::string_view::npos || !response.header("Content-Encoding").empty()) return;
    z_stream stream{};
    if (deflateInit2(&stream, 4, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK) return;
    std::string out(deflateBound(&stream, response.body.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(response.body.data());
    stream.avail_in = static_cast<uInt>(response.body.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    auto const ended = deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    if (ended != Z_STREAM_END) return;
    response.body = std::move(out);
    response.with("Content-Encoding", "gzip").with("Vary", "Accept-Encoding");
}

/// The route of a request, with the named parts of its path; none when there is no such page.
std::pair<reception::Route const*, std::map<std::string, std::string, std::less<>>> route_of(http::Request const& request) {
    auto const method = request.method == "HEAD" ? std::string_view{"GET"} : std::string_view{request.method};
    std::pair<reception::Route const*, std::map<std::string, std::string, std::less<>>> its{nullptr, {}};
    for (auto const& each : routes()) {
        if (each.method != method) continue;
        if (auto found = reception::fits(each.pattern, request.path)) {
            its = {&each, std::move(*found)};
            // a path spelled out goes before one with a name in it
            if (each.pattern.find('{') == std::string_view::npos) break;
            bool exact = false;
            for (auto const& other : routes()) exact = exact || (other.method == each.method && other.pattern == request.path);
            if (!exact) break;
        }
    }
    return its;
}

/// A language by its word, when it is offered at all.
std::optional<text::Language> offered(std::string_view word) {
    auto const language = base::from_word<text::Language>(word);
    auto const& all = text::asking_languages();
    return language && std::find(all.begin(), all.end(), *language) != all.end() ? language : std::nullopt;
}

/// The language of a visit: asked for or kept; where a page is not there in it, Dutch.
text::Language language_of(http::Request const& request, reception::Route const* route) {
    auto chosen = offered(request.query.get("taal"));
    if (auto kept = chosen ? std::nullopt : request.cookie("__Host-taal")) chosen = offered(*kept);
    bool const here = chosen && (text::of_all_pages(*chosen) || (route && route->action == visit::Action::ask_for_buddy));
    return here ? *chosen : text::Language::nl;
}

reception::House house_of(people::Partnership const& p) {
    return {p.id, p.slug, p.name, p.support_point, p.phone, p.mail, p.coordinator_name, p.coordinator_phone, p.adviser_name, p.adviser_phone, p.hosted_by, p.coordinator_outside ? visit::Independence::outside : visit::Independence::inside, p.vog_required, p.stands_at, {}, p.outside_name, p.outside_mail};
}

/// The partnership whose id stands before the point in a part of the path, as in action links.
std::optional<people::Partnership> partnership_of_link(db::Door& hall, std::string_view path) {
    auto const id = account::partnership_in(path);
    return id.empty() ? std::nullopt : people::find_partnership(hall, visit::PartnershipId{std::string{id}});
}

} // namespace

std::optional<http::Response> Program::static_answer(http::Request const& request) {
    if (request.path == "/healthz") return plain(200, "ok\n");
    if (request.path == "/readyz") {
        data_->read(db::Scope::of_hall())->one<std::int64_t>("select count(*) from migrations");
        return plain(200, "ready\n");
    }
    if (!request.path.starts_with("/bestanden/")) return {};
    for (auto const& asset : gen::assets) {
        if (asset.path != request.path) continue;
        http::Response response{200, {{"Content-Type", std::string{asset.type}}, {"Cache-Control", "public, max-age=31536000, immutable"}, {"Vary", "Accept-Encoding"}}, {}, asset.plain};
        if (request.header("accept-encoding").find("gzip") != std::string_view::npos) {
            response.fixed = asset.gzip;
            response.with("Content-Encoding", "gzip");
        }
        return response;
    }
    return plain(404, "niet gevonden\n");
}

http::Response Program::answer(http::Request& request) {
    bool const https = services_->base_url.starts_with("https://");
    http::Response response;
    try {
        auto host = services_->base_url.substr(services_->base_url.find("://") + 3);
        bool const health = request.path == "/healthz" || request.path == "/readyz";
        // links in mail are made from base_url; a stranger's Host gets nowhere
        if (request.header("host") != host && !health && !(config_.base_url.empty() && services_->demonstration)) response = plain(400, "onbekende naam van de server\n");
        else if (auto fixed = static_answer(request)) response = std::move(*fixed);
        else response = visit_answer(request);
    } catch (db::Error const& error) {
        base::log::write(base::log::Level::error, "database", {{"request", request.id}, {"why", error.what()}});
        auto const language = language_of(request, route_of(request).first);
        bool const later = error.trouble() == db::Trouble::busy || error.trouble() == db::Trouble::full || error.trouble() == db::Trouble::lost;
        response = later ? sorry(503, tr("Het lukt nu even niet"), tr("Er is niets verloren. Ga terug en probeer het over een minuut opnieuw."), request.id, language) : sorry(500, tr("Er ging iets mis"), tr("Het ligt niet aan u. Wij kijken ernaar."), request.id, language);
    } catch (std::bad_alloc const&) {
        base::log::write(base::log::Level::error, "memory", {{"request", request.id}});
        response = sorry(503, tr("Het lukt nu even niet"), tr("Er is niets verloren. Ga terug en probeer het over een minuut opnieuw."), request.id, language_of(request, route_of(request).first));
    } catch (std::exception const& error) {
        base::log::write(base::log::Level::error, "failed", {{"request", request.id}, {"path", request.path.substr(0, request.path.find('/', 1))}, {"why", error.what()}});
        response = sorry(500, tr("Er ging iets mis"), tr("Het ligt niet aan u. Wij kijken ernaar."), request.id, language_of(request, route_of(request).first));
    }
    for (auto& [name, value] : response.headers)
        if (name == "Location") value = http::address(value);
    reception::secure(response, https);
    squeeze(request, response);
    return response;
}

http::Response Program::demonstration_login(http::Request& request, std::string const& token) {
    std::optional<visit::AccountId> account;
    {
        std::scoped_lock hold{demonstration_mutex_};
        if (auto at = demonstration_tokens_.find(token); at != demonstration_tokens_.end()) account = at->second;
    }
    if (!account) return plain(404, "niet gevonden\n");
    auto all = account::memberships(*data_->read(db::Scope::of_hall()), *account);
    base::require(!all.empty(), "an account without a partnership");
    std::string secret;
    auto now = services_->clock.now();
    data_->write(db::Scope::of_hall(), [&](db::Write& hall) { secret = account::open_session(hall, services_->random, *account, all.front().partnership, {std::chrono::hours{10}, std::chrono::hours{10}}, true, account::device_of(request), now); });
    return {303, {{"Location", "/"}, {"Cache-Control", "no-store"}, {"Set-Cookie", std::string{account::session_cookie} + "=" + secret + "; Path=/; Secure; HttpOnly; SameSite=Lax"}}, {}, {}};
}

http::Response Program::visit_answer(http::Request& request) {
    if (services_->demonstration && request.method == "GET" && request.path.starts_with("/demonstratie/")) return demonstration_login(request, request.path.substr(14));

    auto const now = services_->clock.now();
    std::optional<account::Session> session;
    std::optional<account::Membership> member;
    bool elsewhere = false;
    std::optional<people::Partnership> partnership;
    auto secret = request.cookie(account::session_cookie);
    {
        auto hall = data_->read(db::Scope::of_hall());
        if (secret) session = account::find_session(*hall, *secret, now);
        if (session)
            for (auto const& each : account::memberships(*hall, session->account)) {
                if (each.partnership == session->partnership) member = each;
                else elsewhere = true;
            }
        auto const wanted = request.cookie("__Host-steunpunt");
        if (member) partnership = people::find_partnership(*hall, member->partnership);
        else if (wanted && http::fit_text(*wanted)) partnership = people::find_partnership_by_slug(*hall, *wanted);
        if (!partnership) partnership = people::first_partnership(*hall);
        // a link from a mail belongs to its own partnership, wherever its reader was before
        if (auto its = partnership_of_link(*hall, request.path); its && its->id != partnership->id) {
            partnership = std::move(its);
            member.reset();
        }
    }
    if (!partnership) return sorry(503, tr("Nog niet ingericht"), tr("De beheerder moet dit steunpunt nog inrichten."), request.id);
    if (session && now - session->seen_at >= std::chrono::seconds{60}) {
        try {
            data_->write(db::Scope::of_hall(), [&](db::Write& hall) { account::touch(hall, session->hash, now); });
        } catch (db::Error const& error) { // on a full disk what needs no writing can still be read
            if (error.trouble() == db::Trouble::busy) throw;
            base::log::write(base::log::Level::warning, "database", {{"request", request.id}, {"why", error.what()}});
        }
    }

    auto house = house_of(*partnership);

    visit::Viewer viewer{house.id, {}, {visit::Role::anyone}, false, false, house.independence};
    if (member) {
        viewer.person = member->person;
        viewer.second_factor = session->second_factor;
        viewer.fresh = now - session->proved_at < account::proof_lasts;
        viewer.elsewhere = elsewhere;
        for (auto const& row : people::roles_of(*data_->read(db::Scope::of(house.id.value(), member->person.value())), member->person)) {
            viewer.roles.add(row.role);
            viewer.of_outside = viewer.of_outside || row.outside;
        }
    }
    auto [route, path] = route_of(request);
    {
        auto door = data_->read(db::Scope::of(house.id.value(), member ? member->person.value() : std::string{}));
        auto const today = base::local_date(house.stands_at.value_or(now));
        auto const standing_in = people::deputyships(*door, today);
        for (auto const& row : standing_in) house.stand_ins.push_back({people::name_of(*door, *keys_, row.deputy), row.first_day, row.last_day, people::works_outside(*door, row.deputy)});
        // asked at every request, so that it ends with its last day in a session that goes on
        auto its = viewer.person && people::may_stand_in(viewer.roles) ? people::deputyship_of(*door, *viewer.person, today) : std::nullopt;
        if (its) {
            viewer.roles.add(visit::Role::coordinator);
            viewer.deputy = true;
            viewer.closed = people::closed_to(*door, its->id);
        }
        if (viewer.person) {
            auto const mine = viewer.is(visit::Role::coordinator) || people::may_stand_in(viewer.roles) ? people::read_by(*door, *viewer.person) : std::vector<visit::PersonId>{};
            if (viewer.is(visit::Role::coordinator)) {
                // a parent who chose another reader is shut, one who chose this deputy is not
                auto const others = people::closed_to_coordinator(*door, *viewer.person);
                viewer.closed.insert(viewer.closed.end(), others.begin(), others.end());
                std::sort(viewer.closed.begin(), viewer.closed.end());
                viewer.closed.erase(std::unique(viewer.closed.begin(), viewer.closed.end()), viewer.closed.end());
                std::erase_if(viewer.closed, [&](auto const& whom) { return std::binary_search(mine.begin(), mine.end(), whom); });
            } else if (!mine.empty()) {
                viewer.roles.add(visit::Role::coordinator);
                viewer.reader = true;
                viewer.closed = people::closed_to_reader(*door, *viewer.person);
            }
            // a worry about safety goes on whatever is under lock
            if (!route || confidentiality::book_of(route->action) != confidentiality::Book::worry) people::close_restricted(*door, viewer.closed, *viewer.person);
        }
    }
    bool const reading = request.method == "GET" || request.method == "HEAD";
    auto const language = language_of(request, route);
    static reception::Route const nowhere{"GET", "/", visit::Action::see_public, nullptr, reception::Haste::usual};

    auto visitor = request.cookie(visitor_cookie);
    bool const fresh_visitor = !session && !visitor;
    auto form_secret = session ? *secret : visitor ? *visitor
                                                   : base::random_text(services_->random, 16);
    Visit v{*services_, request, house, viewer, route ? *route : nowhere, std::move(path), language, form_secret};
    if (viewer.logged_in()) v.ends_unused_after(std::chrono::seconds{session->idle_seconds});
    if (!route) {
        if (session) account::tell(v, "page.refused", session->account);
        return v.not_found();
    }
    if (fresh_visitor && reading) v.set_cookie(visitor_cookie, form_secret);
    if (auto asked = request.query.get("taal"); offered(asked)) v.set_cookie("__Host-taal", asked, std::chrono::hours{24 * 365});

    http::Response response;
    if (!visit::conceivable(viewer, route->action)) {
        if (!viewer.logged_in()) {
            // what was posted into an ended session waits for the same person
            if (auto const ended = !reading && secret && route->action != visit::Action::search ? account::find_ended_session(*data_->read(db::Scope::of_hall()), *secret) : std::nullopt) account::keep_form(v, ended->account);
            response = v.see("/inloggen");
        } else {
            auto with_proof = viewer;
            with_proof.fresh = true;
            auto with_both = with_proof;
            with_both.second_factor = true;
            // whoever lacks both takes the second step first
            response = visit::conceivable(with_proof, route->action) ? account::ask_proof(v, *session) : visit::conceivable(with_both, route->action) ? v.see("/tweede-stap")
                                                                                                                                                      : v.not_found();
        }
    } else if (!reading && !http::parse_form(request.body)) {
        response = sorry(400, tr("Dit kon niet worden gelezen"), tr("Er zaten tekens in die wij niet kunnen lezen. Ga terug en probeer het zonder die tekens."), request.id, language);
    } else if (!reading && !v.form_is_ours() && !(route->action == visit::Action::log_out && secret && !session)) {
        // who logs out twice is logged out: the cookie of the ended session shows that the form was sent from here
        account::tell(v, "form.refused", session ? std::optional{session->account} : std::nullopt);
        response = sorry(403, tr("Dit formulier is verlopen"), tr("Ga terug, laad de bladzijde opnieuw en verstuur het nog eens. Wat u typte staat er dan nog."), request.id, language);
    } else {
        auto before = reading ? std::nullopt : reception::done_before(v, form_secret);
        response = before ? std::move(*before) : route->handler(v);
        v.close_read();
        // what was parked is sent now, and waits no more
        if (session && response.status == 303 && v.field("_hervat") == "ja") data_->write(db::Scope::of_hall(), [&](db::Write& hall) { account::drop_parked(hall, session->account); });
        if (!v.notes().empty()) data_->ledger(v.scope(), [&](db::Write& tx) { tx.before_commit([entries = v.notes(), now](db::Write& last) { confidentiality::append(last, entries, now); }); });
    }
    // a dead link leaves a line too; many of one account are someone who tries doors
    if (response.status == 404 && session) account::tell(v, "page.refused", session->account);
    v.dress(response);
    return response;
}

} // namespace app
