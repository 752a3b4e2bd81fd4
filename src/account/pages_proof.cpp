#include "account/pages_proof.h"

#include "account/pages_passkeys.h"
#include "account/pages_session.h"
#include "people/post_login.h"
#include "platform/jobs/jobs.h"

namespace account {
using base::tr;
using reception::Visit;
using visit::Action;

namespace {

/// Goes ahead of other mail, as everything of logging in.
constexpr std::string_view proof_job = "login.proof";

/// Whether a code by mail would prove anything: not to someone for whom the mail was the first proof already.
bool by_mail(Visit& v, Session const& session) {
    bool const needed = second_factor_needed_anywhere(v, session.account);
    auto hall = v.services().data.read(db::Scope::of_hall());
    return !totp_secret(*hall, v.keys(), session.account) && !(needed && !passkeys_of(*hall, session.account).empty());
}
/// What is kept of a mailed code: it counts in the session that asked for it and in no other.
std::string code_hash(AccountId const& account, std::string const& session_hash, std::string const& code) { return token_hash(account.value() + "|" + session_hash + "|" + code); }
bool has_app(Visit& v, Session const& session) { return totp_secret(*v.services().data.read(db::Scope::of_hall()), v.keys(), session.account).has_value(); }

http::Response proof_page(Visit& v, std::string const& to, base::Refusal const* refusal) {
    auto const session = current_session(v);
    if (!session) return v.not_found();
    bool const app = has_app(v, *session), mail = by_mail(v, *session);
    bool const keys = !passkeys_of(*v.services().data.read(db::Scope::of_hall()), session->account).empty();
    return v.page(tr("Bent u het echt?"), [&](html::Page& page) {
        page.lead(tr("U bent al een tijd ingelogd. Dit is een stap die telt. Laat daarom nog één keer zien dat u het bent."));
        bool const waits = parked(*v.services().data.read(db::Scope::of_hall()), session->account, v.services().clock.now()).has_value();
        if (waits) page.paragraph(tr("Wat u net invulde, is bewaard."));
        if (keys) put_passkey_form(v, page, "/opnieuw-bewijzen/sleutel", tr("Gebruik mijn toegangssleutel"), Asking::prove, session->account, {{"naar", to}});
        auto const stop = [&] {
            if (waits) page.act("/hervatten", tr("Nee, gooi het weg"), {}, false);
            else page.link("/", tr("Nee, ik stop hier"));
        };
        if (!app && !mail) return stop();
        if (mail) page.act("/opnieuw-bewijzen/mail", tr("Stuur mij een code"), {{"naar", to}}, !keys);
        auto form = page.form("/opnieuw-bewijzen", tr("Verder"), {}, refusal);
        form.text({.name = "code", .label = tr("Code van zes cijfers"), .hint = app ? html::Said{tr("Uit de app met codes, of een van uw herstelcodes.")} : html::Said{tr("Uit de mail die u net kreeg. De code werkt 20 minuten.")}, .autocomplete = "one-time-code", .most = 60}).hidden("naar", to);
        stop();
    },
                  {.status = refusal ? 422 : 200, .quick_exit = v.viewer().is(visit::Role::asking_parent)});
}
http::Response new_proof(Visit& v) { return proof_page(v, inside(v.request().query.get("naar")), nullptr); }

http::Response create_proof_mail(Visit& v) {
    auto const session = current_session(v);
    if (!session || !by_mail(v, *session)) return v.see("/opnieuw-bewijzen");
    auto const to = inside(v.field("naar"));
    bool calm = false;
    v.services().data.write(db::Scope::of_hall(), [&](db::Write& hall) {
        calm = attempt(hall, "proof-mail|" + session->account.value(), 5, std::chrono::hours{1}, v.services().clock.now());
        if (calm) jobs::later(hall, v.services().random, std::string{proof_job}, v.house().id.value(), session->account.value(), session->hash, v.services().clock.now());
    });
    tell(v, calm ? "proof.asked" : "tries.too_many", session->account);
    return v.see({"/opnieuw-bewijzen?naar=" + http::encoded(to), tr("U krijgt nu een mail met een code. Geen mail? Kijk ook bij ongewenste mail.")});
}

http::Response create_proof(Visit& v) {
    auto const session = current_session(v);
    if (!session) return v.not_found();
    auto const to = inside(v.field("naar"));
    auto code = v.field("code");
    std::erase(code, ' ');
    bool good = false, calm = false;
    v.services().data.write(db::Scope::of_hall(), [&](db::Write& hall) {
        auto const now = v.services().clock.now();
        good = false;
        calm = attempt(hall, "proof|" + session->account.value(), 8, std::chrono::minutes{15}, now);
        if (!calm) return;
        good = totp_secret(hall, v.keys(), session->account) ? accept_code(hall, v.keys(), session->account, code, now) : use_proof_code(hall, session->account, code_hash(session->account, session->hash, code), now);
    });
    auto const refusal = base::Refusal::of("code", calm ? tr("Deze code klopt niet of is verlopen. Kijk de code na, of vraag een nieuwe.") : tr("U probeerde het te vaak. Wacht een kwartier."));
    tell(v, good ? "proof.shown" : calm ? "proof.failed"
                                        : "tries.too_many",
         session->account);
    if (!good) return proof_page(v, to, &refusal);
    renew_session(v, *session, session->second_factor || has_app(v, *session));
    return v.see(parked(*v.services().data.read(db::Scope::of_hall()), session->account, v.services().clock.now()) ? "/hervatten" : to);
}

} // namespace

void keep_form(Visit& v, AccountId const& account) {
    if (!http::parse_form(v.request().body)) return;
    auto const sealed = v.services().keys.seal({visit::PersonId{account.value()}}, {"parked_forms", "sealed", account.value()}, v.request().body);
    v.services().data.write(db::Scope::of_hall(), [&](db::Write& hall) { park(hall, account, v.request().path, sealed, v.services().clock.now()); });
}

http::Response ask_proof(Visit& v, Session const& session) {
    bool const reading = v.request().method == "GET" || v.request().method == "HEAD";
    // erasing is never one tap away in a form that waits: it is asked for again
    if (!reading && v.route().action == Action::erase_own_data) return v.form_is_ours() ? v.see("/opnieuw-bewijzen?naar=" + http::encoded(v.request().path)) : v.not_found();
    if (!reading) {
        if (!v.form_is_ours()) {
            tell(v, "form.refused", session.account);
            return v.not_found();
        }
        keep_form(v, session.account);
    }
    return v.see(reading ? "/opnieuw-bewijzen?naar=" + http::encoded(v.request().path) : "/opnieuw-bewijzen");
}

std::vector<reception::Route> proof_routes() {
    using reception::route;
    return {
        route<Action::prove_again>("GET", "/opnieuw-bewijzen", new_proof),
        route<Action::prove_again>("POST", "/opnieuw-bewijzen", create_proof),
        route<Action::prove_again>("POST", "/opnieuw-bewijzen/mail", create_proof_mail),
    };
}

std::map<std::string, people::Worker> proof_workers() {
    return {{std::string{proof_job}, [](people::Post& post, jobs::Job const& job) {
                 auto& services = post.services;
                 AccountId const account{job.about};
                 std::optional<visit::PersonId> person;
                 for (auto const& each : memberships(*services.data.read(db::Scope::of_hall()), account))
                     if (each.partnership.value() == job.of_partnership) person = each.person;
                 if (!person) return;
                 auto const code = six_digits(services.random);
                 services.data.write(db::Scope::of_hall(), [&](db::Write& hall) { give_proof_code(hall, account, code_hash(account, job.extra, code), services.clock.now() + link_lasts); });
                 people::write_login_letter(post, job.of_partnership, *person, {.subject = tr("Uw code"), .lines = {tr("Met deze code gaat u verder. De code werkt één keer, 20 minuten lang."), code, tr("Vroeg u dit niet aan? Dan is iemand anders ingelogd als u. Bel de coördinator.")}});
             }}};
}

} // namespace account
