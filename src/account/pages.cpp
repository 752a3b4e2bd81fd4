#include "account/pages.h"

#include "account/pages_passkeys.h"
#include "account/pages_session.h"
#include "account/store_accounts.h"
#include "confidentiality/store_access_log.h"
#include "confidentiality/store_consent.h"
#include "people/post_login.h"
#include "platform/crypto/crypto.h"
#include "platform/pdf/qr.h"

namespace account {
using base::tr;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

http::Response login_form(Visit& v, html::Values const& values, base::Refusal const* refusal) {
    return v.page(tr("Inloggen"), [&](html::Page& page) {
        page.lead(tr("U logt in met een link in uw mail. U heeft geen wachtwoord nodig."));
        page.form("/inloggen", tr("Stuur mij een link"), values, refusal).text({.name = "mail", .label = tr("Uw mailadres"), .type = "email", .autocomplete = "email", .inputmode = "email"});
        put_passkey_form(v, page, "/inloggen/sleutel", tr("Log in met een toegangssleutel"), Asking::log_in, {});
        page.details(tr("Geen mail, of leest iemand anders mee?"), {tr("Bel de coördinator. Het nummer staat onderaan deze bladzijde. Dan zoeken we samen een andere manier.")});
    },
                  {.quick_exit = true});
}

http::Response new_login(Visit& v) {
    if (v.viewer().logged_in()) return v.see("/");
    return login_form(v, {}, nullptr);
}

http::Response create_login(Visit& v) {
    auto mail = people::tidy_mail(v.field("mail"));
    if (!mail) {
        auto refusal = base::Refusal::of("mail", tr("Vul uw mailadres in, bijvoorbeeld naam@voorbeeld.nl."));
        auto response = login_form(v, v.values(), &refusal);
        response.status = 422;
        return response;
    }
    auto browser = base::random_text(v.services().random, 16);
    bool calm = false;
    v.services().data.write(db::Scope::of_hall(), [&](db::Write& hall) {
        // the same work for a known and an unknown address
        // five an hour for who asks from one place, so that a stranger cannot use up the links of someone else; twenty for one mailbox, wherever they are asked. What the first refuses does not count for the next.
        auto const now = v.services().clock.now();
        calm = attempt(hall, "login-from|" + v.request().peer, 30, std::chrono::hours{1}, now) && attempt(hall, "login|" + *mail + "|" + v.request().peer, 5, std::chrono::hours{1}, now) && attempt(hall, "login|" + *mail, 20, std::chrono::hours{1}, now);
        auto account = find_by_mail(hall, v.keys(), *mail);
        jobs::later(hall, v.services().random, "login", v.house().id.value(), account && calm ? account->value() : "", token_hash(browser), v.services().clock.now());
    });
    tell(v, calm ? "login.asked" : "tries.too_many");
    v.set_cookie(browser_cookie, browser, std::chrono::minutes{20});
    return v.see("/inloggen/verstuurd");
}

http::Response show_login_sent(Visit& v) {
    return v.page(tr("Kijk in uw mail"), [&](html::Page& page) {
        page.lead(tr("Als we uw adres kennen, krijgt u nu een mail met een link. De link werkt 20 minuten."));
        page.paragraph(tr("Geen mail? Kijk ook bij ongewenste mail. Of bel de coördinator."));
        page.details(tr("Opent u de mail op een ander apparaat?"), {tr("Dan ziet u daar een code van zes cijfers. Vul die code hieronder in.")});
        page.form("/inloggen/code", tr("Verder met code"), {}, nullptr).text({.name = "code", .label = tr("Code van zes cijfers"), .autocomplete = "one-time-code", .inputmode = "numeric", .most = 6});
    },
                  {.quick_exit = true});
}

http::Response show_link(Visit& v) {
    auto link = find_link(*v.services().data.read(db::Scope::of_hall()), v.part("token"), v.services().clock.now());
    return v.page(link ? tr("U kunt inloggen") : tr("Deze link werkt niet meer"), [&](html::Page& page) {
        if (!link) {
            page.paragraph(tr("Een link werkt één keer en hoogstens 20 minuten."));
            page.button("/inloggen", tr("Vraag een nieuwe link"));
            return;
        }
        page.form("/inloggen/" + http::encoded(v.part("token")), tr("Inloggen"), {}, nullptr)
            .box({.name = "blijf", .label = tr("Dit is mijn eigen apparaat. Houd mij 30 dagen ingelogd."), .hint = tr("Kruis dit niet aan als anderen dit apparaat ook gebruiken.")});
    },
                  {.quick_exit = true});
}

/// Back to the page that says so.
http::Response link_refused(Visit& v) {
    tell(v, "login.failed");
    return v.see("/inloggen/" + http::encoded(v.part("token")));
}

http::Response use_login_link(Visit& v) {
    auto link = find_link(*v.services().data.read(db::Scope::of_hall()), v.part("token"), v.services().clock.now());
    if (!link) return link_refused(v);
    auto browser = v.request().cookie(browser_cookie);
    if (!link->browser_hash.empty() && (!browser || token_hash(*browser) != link->browser_hash)) {
        // opened elsewhere: the browser that asked must be at hand
        auto const code = six_digits(v.services().random);
        v.services().data.write(db::Scope::of_hall(), [&](db::Write& hall) { give_code(hall, v.part("token"), token_hash(link->browser_hash + code)); });
        return v.page(tr("Vul deze code in"), [&](html::Page& page) {
            page.paragraph(tr("U vroeg de link aan in een ander venster of op een ander apparaat. Vul daar deze code in."));
            page.code(tr("Uw code:"), code);
        },
                      {.quick_exit = true});
    }
    std::optional<AccountId> account;
    v.services().data.write(db::Scope::of_hall(), [&](db::Write& hall) { account = use_link(hall, v.part("token"), v.services().clock.now()); });
    if (!account) return link_refused(v);
    return log_in(v, *account, false);
}

http::Response use_login_code(Visit& v) {
    auto browser = v.request().cookie(browser_cookie);
    std::optional<AccountId> account;
    if (browser) {
        auto const hash = token_hash(*browser);
        auto code = v.field("code");
        std::erase(code, ' ');
        v.services().data.write(db::Scope::of_hall(), [&](db::Write& hall) { account = use_code(hall, hash, token_hash(hash + code), v.services().clock.now()); });
    }
    if (account) return log_in(v, *account, false);
    tell(v, "login.failed");
    auto refusal = base::Refusal::of("code", tr("Deze code klopt niet of is verlopen. Kijk de code na, of vraag een nieuwe link."));
    return v.page(tr("Kijk in uw mail"), [&](html::Page& page) {
        page.form("/inloggen/code", tr("Verder met code"), v.values(), &refusal).text({.name = "code", .label = tr("Code van zes cijfers"), .autocomplete = "one-time-code", .inputmode = "numeric", .most = 6}).or_go("/inloggen", tr("Vraag een nieuwe link"));
    },
                  {.status = 422, .quick_exit = true});
}

/// A fresh secret is shown and comes back with the form, bound to the session by a seal of this installation.
std::string bound_secret(Visit& v, std::string const& secret) {
    auto sealed = crypto::seal(v.keys().secret("totp-enrol"), v.me().value(), secret, v.services().random);
    return base::base64url(sealed);
}

http::Response second_step_page(Visit& v, base::Refusal const* refusal, std::string secret) {
    auto session = current_session(v);
    if (!session) return v.not_found();
    auto standing = totp_secret(*v.services().data.read(db::Scope::of_hall()), v.keys(), session->account);
    bool const keys = !passkeys_of(*v.services().data.read(db::Scope::of_hall()), session->account).empty();
    return v.page(tr("Nog één stap"), [&](html::Page& page) {
        if (keys) {
            page.lead(tr("Laat zien dat u het bent, met de toegangssleutel op dit apparaat."));
            put_passkey_form(v, page, "/tweede-stap/sleutel", tr("Gebruik mijn toegangssleutel"), Asking::prove, session->account);
            // whoever has a key makes no second way in before it was shown
            if (!standing) return void(page.paragraph(tr("Sleutel kwijt? Bel de beheerder van het steunpunt. Die begint opnieuw met u.")));
            page.heading(tr("Of met een code"));
        }
        if (!standing) {
            if (secret.empty()) secret = crypto::totp_secret(v.services().random);
            page.lead(tr("U leest gegevens van anderen. Daarom vragen we een tweede bewijs dat u het bent."));
            page.link("/mijn-gegevens/sleutels", tr("Liever met de vergrendeling van dit apparaat? Maak een toegangssleutel"));
            page.paragraph(tr("Zet een app voor codes op uw telefoon. Scan dan dit plaatje, of typ de sleutel over."));
            int size = 0;
            auto path = pdf::svg_path(pdf::qr("otpauth://totp/Naast:" + v.house().slug + "?secret=" + crypto::totp_words(secret) + "&issuer=Naast"), size);
            page.picture(tr("QR-code met de sleutel voor uw app"), path, size);
            page.code(tr("Sleutel:"), crypto::totp_words(secret));
        } else {
            page.lead(tr("Open de app met codes op uw telefoon en typ de code over."));
        }
        auto form = page.form("/tweede-stap", tr("Verder"), {}, refusal);
        form.text({.name = "code", .label = tr("Code van zes cijfers"), .hint = standing ? std::optional<html::Said>{tr("App kwijt? Typ dan een van uw herstelcodes.")} : std::nullopt, .autocomplete = "one-time-code", .most = 60});
        if (!standing) form.hidden("sleutel", bound_secret(v, secret));
    },
                  {.status = refusal ? 422 : 200});
}

/// An app is set up shortly after its owner showed who it is, never in a session that merely lies open.
http::Response proof_first(Visit& v) { return v.see("/opnieuw-bewijzen?naar=" + http::encoded("/tweede-stap")); }

http::Response new_second_step(Visit& v) {
    auto const session = current_session(v);
    if (!session) return v.not_found();
    if (!v.viewer().fresh) {
        auto hall = v.services().data.read(db::Scope::of_hall());
        if (!totp_secret(*hall, v.keys(), session->account) && passkeys_of(*hall, session->account).empty()) return proof_first(v);
    }
    return second_step_page(v, nullptr, {});
}

http::Response create_second_step(Visit& v) {
    auto session = current_session(v);
    if (!session) return v.not_found();
    auto code = v.field("code");
    std::erase(code, ' ');
    bool good = false, enrolled = false, calm = true, stale = false;
    std::vector<std::string> recovery;
    std::string secret;
    v.services().data.write(db::Scope::of_hall(), [&](db::Write& hall) {
        good = enrolled = stale = false;
        recovery.clear();
        calm = attempt(hall, "second|" + session->account.value(), 8, std::chrono::minutes{15}, v.services().clock.now());
        if (!calm) return;
        if (totp_secret(hall, v.keys(), session->account)) {
            good = accept_code(hall, v.keys(), session->account, code, v.services().clock.now());
            return;
        }
        if (!passkeys_of(hall, session->account).empty()) return; // a key is there: no second way in before it was shown
        stale = !v.viewer().fresh;
        if (stale) return;
        secret = crypto::open(v.keys().secret("totp-enrol"), v.me().value(), base::from_base64url(v.field("sleutel"))).value_or("");
        if (secret.empty() || !crypto::totp_step(secret, code, v.services().clock.now(), 0)) return;
        for (int i = 0; i < 8; ++i) recovery.push_back(recovery_code(v.services().random));
        std::vector<std::string> kept;
        for (auto const& one : recovery) kept.push_back(tidy_recovery_code(one));
        set_totp(hall, v.keys(), session->account, secret, kept);
        good = enrolled = accept_code(hall, v.keys(), session->account, code, v.services().clock.now());
    });
    if (stale) return proof_first(v);
    if (!calm) {
        tell(v, "tries.too_many", session->account);
        auto refusal = base::Refusal::of("code", tr("U probeerde het te vaak. Wacht een kwartier."));
        return second_step_page(v, &refusal, secret);
    }
    if (!good) {
        tell(v, "second_step.failed", session->account);
        auto refusal = base::Refusal::of("code", tr("Deze code klopt niet. Wacht op de volgende code en probeer het opnieuw."));
        return second_step_page(v, &refusal, secret);
    }
    // a session that may do more gets a new secret
    renew_session(v, *session, true);
    tell(v, enrolled ? "second_step.made" : "second_step.shown", session->account);
    if (!enrolled) return v.see(parked(*v.services().data.read(db::Scope::of_hall()), session->account, v.services().clock.now()) ? "/hervatten" : "/");
    bool const others = sessions_of(*v.services().data.read(db::Scope::of_hall()), session->account, v.services().clock.now()).size() > 1;
    return v.page(tr("Bewaar deze herstelcodes"), [&](html::Page& page) {
        page.lead(tr("Raakt u uw telefoon kwijt, dan komt u met een herstelcode binnen. Elke code werkt één keer."));
        for (auto const& one : recovery) page.code(tr("Code:"), one);
        page.paragraph(tr("Schrijf ze op en bewaar ze op een veilige plek. U ziet ze hierna niet meer."));
        page.button("/", tr("Ik heb ze bewaard"));
        if (others) {
            page.paragraph(tr("U bent ook nog op een ander apparaat ingelogd. Kent u dat niet? Log dan daar uit."));
            page.act("/mijn-gegevens/elders-uit", tr("Overal uitloggen, behalve hier"), {}, false);
        }
    });
}

http::Response log_out(Visit& v) {
    if (auto session = current_session(v)) {
        v.services().data.write(db::Scope::of_hall(), [&](db::Write& hall) { revoke(hall, session->hash, session->account, v.services().clock.now()); });
        tell(v, "session.ended", session->account);
    }
    v.drop_cookie(session_cookie);
    auto response = v.see("/uitgelogd");
    response.with("Clear-Site-Data", "\"cache\"");
    return response;
}

http::Response show_logged_out(Visit& v) {
    // a page that leaves the screen by itself leads here, also where the session goes on elsewhere
    if (v.viewer().logged_in())
        return v.page(tr("Deze bladzijde is gesloten"), [](html::Page& page) {
            page.lead(tr("U gebruikte deze bladzijde een tijd niet. U bent nog wel ingelogd."));
            page.act("/uitloggen", tr("Uitloggen"));
            page.button("/", tr("Verder"), false);
        });
    return v.page(tr("U bent uitgelogd"), [](html::Page& page) {
        page.paragraph(tr("Gebruikt iemand anders dit apparaat ook? Sluit dan dit venster. Wis ook de geschiedenis van de browser als u niet wilt dat iemand ziet dat u hier was."));
        page.button("/", tr("Naar de eerste bladzijde"), false);
    });
}

http::Response leave(Visit& v) {
    log_out(v);
    v.drop_cookie("__Host-bezoek");
    auto response = http::Response{303, {{"Location", "https://www.knmi.nl/"}, {"Cache-Control", "no-store"}, {"Clear-Site-Data", "\"cache\""}}, {}, {}};
    return response;
}

http::Response resume_parked(Visit& v) {
    auto session = current_session(v);
    if (!session) return v.not_found();
    auto kept = parked(*v.services().data.read(db::Scope::of_hall()), session->account, v.services().clock.now());
    auto text = kept ? v.keys().open(kept->sealed, {"parked_forms", "sealed", session->account.value()}) : std::nullopt;
    auto fields = text ? http::parse_form(*text) : std::nullopt;
    if (!fields) return v.see("/");
    return v.page(tr("U was iets aan het invullen"), [&](html::Page& page) {
        page.paragraph(tr("Wat u invulde is bewaard. Wilt u het nu versturen?"));
        std::vector<std::pair<std::string, std::string>> hidden;
        // its own _once comes along: what was done already is not done again
        for (auto const& [name, value] : *fields)
            if (name != "_csrf" && name != "_hervat") hidden.emplace_back(name, value);
        hidden.emplace_back("_hervat", "ja");
        page.act(kept->path, tr("Ja, verstuur wat ik invulde"), hidden);
        page.act("/hervatten", tr("Nee, gooi het weg"), {}, false);
    });
}

http::Response drop_resume(Visit& v) {
    if (auto session = current_session(v)) v.services().data.write(db::Scope::of_hall(), [&](db::Write& hall) { drop_parked(hall, session->account); });
    return v.see("/");
}

} // namespace

std::vector<reception::Route> routes() {
    using reception::route;
    return {
        route<Action::log_in>("GET", "/inloggen", new_login),
        route<Action::log_in>("POST", "/inloggen", create_login),
        route<Action::log_in>("GET", "/inloggen/verstuurd", show_login_sent),
        route<Action::log_in>("POST", "/inloggen/code", use_login_code),
        route<Action::log_in>("GET", "/inloggen/{token}", show_link),
        route<Action::log_in>("POST", "/inloggen/{token}", use_login_link),
        route<Action::second_factor>("GET", "/tweede-stap", new_second_step),
        route<Action::second_factor>("POST", "/tweede-stap", create_second_step),
        route<Action::log_out>("POST", "/uitloggen", log_out, reception::Haste::urgent),
        route<Action::log_out>("POST", "/verlaat", leave, reception::Haste::urgent),
        route<Action::see_public>("GET", "/uitgelogd", show_logged_out),
        route<Action::keep_account>("GET", "/hervatten", resume_parked),
        route<Action::keep_account>("POST", "/hervatten", drop_resume),
    };
}

std::map<std::string, people::Worker> workers() {
    return {{"login", [](people::Post& post, jobs::Job const& job) {
                 if (job.about.empty()) return;
                 auto& services = post.services;
                 for (auto const& account : all_with_mail_of(*services.data.read(db::Scope::of_hall()), AccountId{job.about})) {
                     auto all = memberships(*services.data.read(db::Scope::of_hall()), account);
                     if (all.empty()) continue;
                     auto at = std::find_if(all.begin(), all.end(), [&](auto const& one) { return one.partnership.value() == job.of_partnership; });
                     auto const& membership = at == all.end() ? all.front() : *at;
                     // minted only now: the queue never holds it
                     auto token = base::random_text(services.random, 32);
                     services.data.write(db::Scope::of_hall(), [&](db::Write& hall) { add_link(hall, token, account, job.extra, services.clock.now() + link_lasts); });
                     people::write_login_letter(post, membership.partnership.value(), membership.person,
                                                {.subject = tr("Uw link"), .lines = {tr("Met deze link komt u binnen. De link werkt één keer, 20 minuten lang."), services.base_url + "/inloggen/" + token, tr("Vroeg u dit niet aan? Dan hoeft u niets te doen.")}});
                 }
             }},
            {"account.open", [](people::Post& post, jobs::Job const& job) {
                 auto& services = post.services;
                 visit::PersonId person{job.about};
                 auto known = people::find_person(*services.data.read(db::Scope::of(job.of_partnership)), services.keys, person);
                 if (!known || known->mail.empty()) return;
                 services.data.write(db::Scope::of_hall(), [&](db::Write& hall) {
                     if (!find_by_person(hall, person)) add_membership(hall, add_account(hall, services.keys, services.random, known->mail, services.clock.now()), visit::PartnershipId{job.of_partnership}, person);
                 });
             }}};
}

} // namespace account
