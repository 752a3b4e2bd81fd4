// Keeping answers for later under a link and the parent's own code, and going on with them. The link stands on the page once: the server does not keep it.
#include "account/store_accounts.h"
#include "help_request/pages_asking.h"
#include "help_request/store_later.h"
#include "platform/base/log.h"

namespace help_request {
using base::tr;
using reception::Visit;
using visit::Action;

namespace {

/// Whether one more slow key is made for who asks from this place; ten an hour, because each costs this machine time and memory.
bool may_make_key(Visit& v) {
    bool calm = false;
    v.close_read();
    v.services().data.write(db::Scope::of_hall(), [&](db::Write& hall) { calm = account::attempt(hall, "later-key|" + v.request().peer, 10, std::chrono::hours{1}, v.services().clock.now()); });
    if (!calm) base::log::write(base::log::Level::warning, "tries.too_many", {{"request", v.request().id}});
    return calm;
}
base::Refusal too_often() { return base::Refusal::of("code", tr("Dit is vanaf deze plek te vaak geprobeerd. Wacht een uur en probeer het dan opnieuw.")); }

http::Response code_page(Visit& v, Question question, http::Fields const& answers, base::Refusal const& refusal) {
    return v.page(tr("Later verder"), [&](html::Page& page) {
        page.lead(tr("Wij bewaren uw antwoorden zeven dagen. Alleen u kunt ze openen, met een link en een eigen code."));
        auto form = page.form("/buddy-vragen/later", tr("Bewaar mijn antwoorden"), {}, &refusal);
        form.hidden("_vraag", std::string{base::word(question)}).hidden("_antwoorden", pack(v, answers));
        form.text({.name = "code", .label = tr("Bedenk een code van minstens zes tekens"), .hint = tr("Kies iets wat u onthoudt en een ander niet raadt. Wij kennen de code niet."), .type = "password", .autocomplete = "new-password", .most = 100});
        form.trap();
    },
                  {.status = 422, .quick_exit = true});
}

http::Response create_later(Visit& v) {
    auto const question = base::from_word<Question>(v.field("_vraag")).value_or(Question::about);
    auto const answers = unpack(v, v.field("_antwoorden"));
    auto const code = v.field("code");
    if (auto refusal = check_code(code); !refusal.empty()) return code_page(v, question, answers, refusal);
    bool const by_hand = v.field("website").empty();
    if (by_hand && !may_make_key(v)) return code_page(v, question, answers, too_often());
    auto const secret = base::random_text(v.services().random, 32);
    http::Fields kept;
    for (auto const& [field, value] : answers)
        if (field != "_later" && field != "_vraag") kept.add(field, value);
    kept.add("_vraag", std::string{base::word(question)});
    if (by_hand) {
        auto const key = later_key(secret, code);
        v.close_read();
        v.services().data.write(v.scope(), [&](db::Write& tx) {
            // answers kept before are these, one page earlier
            if (auto const& before = answers.get("_later"); !before.empty()) drop_later(tx, before);
            keep_for_later(tx, v.services().random, secret, key, http::form_text(kept), v.now());
        });
    }
    auto const link = v.services().base_url + "/buddy-vragen/verder/" + v.house().id.value() + "." + secret;
    return v.page(tr("Uw antwoorden zijn bewaard"), [&](html::Page& page) {
        page.lead(base::Sentence{tr("U kunt verder tot en met {day}. Daarna wissen wij alles."), {{"day", text::plain_day(base::local_date(kept_until(v.now())), v.language())}}});
        page.code(tr("Bewaar deze link. Wij laten hem maar één keer zien:"), link);
        page.bullets({tr("U heeft de link en uw code allebei nodig."), tr("Vijf keer een verkeerde code? Dan wissen wij uw antwoorden."), tr("Niemand anders kan ze lezen, wij ook niet.")});
        page.button("/buddy-vragen/verder/" + v.house().id.value() + "." + secret, tr("Nu toch verder"), false);
        page.link("/", tr("Naar de eerste bladzijde"));
    },
                  {.quick_exit = true});
}

/// The secret of the link; what stands before the point is the partnership's.
std::string secret_in(Visit& v) {
    auto const& part = v.part("draft");
    auto const point = part.find('.');
    return point == std::string::npos ? std::string{} : part.substr(point + 1);
}

http::Response gone(Visit& v) {
    return v.page(tr("Later verder"), [&](html::Page& page) {
        page.lead(tr("Deze antwoorden zijn er niet meer. Wij bewaren ze zeven dagen, en wissen ze na vijf verkeerde codes."));
        page.button("/buddy-vragen", tr("Opnieuw beginnen"));
        page.phone(tr("Liever bellen? De coördinator:"), v.house().coordinator_phone);
    },
                  {.quick_exit = true});
}
http::Response ask_code(Visit& v, base::Refusal const* refusal) {
    if (!waits_for_later(v.read(), secret_in(v), v.now())) return gone(v);
    return v.page(tr("Later verder"), [&](html::Page& page) {
        page.lead(tr("Uw antwoorden staan klaar. Vul uw eigen code in."));
        auto form = page.form("/buddy-vragen/verder/" + http::encoded(v.part("draft")), tr("Ga verder"), {}, refusal);
        form.text({.name = "code", .label = tr("Uw code"), .hint = tr("Na vijf verkeerde codes wissen wij uw antwoorden."), .type = "password", .autocomplete = "current-password", .most = 100});
    },
                  {.status = refusal ? 422 : 200, .quick_exit = true});
}
http::Response show_later(Visit& v) { return ask_code(v, nullptr); }

http::Response open_kept(Visit& v) {
    auto const secret = secret_in(v);
    std::optional<std::string> sealed;
    auto write = [&](std::function<void(db::Write&)> const& work) {
        v.close_read();
        v.services().data.write(v.scope(), work);
    };
    // before it is counted: what is not tried is no wrong code
    if (!waits_for_later(v.read(), secret, v.now())) return gone(v);
    if (!may_make_key(v)) {
        auto const refusal = too_often();
        return ask_code(v, &refusal);
    }
    write([&](db::Write& tx) { sealed = attempt(tx, secret, v.now()); });
    if (!sealed) return gone(v);
    auto const opened = open_later(*sealed, secret, later_key(secret, v.field("code")));
    write([&](db::Write& tx) { note_attempt(tx, secret, opened.has_value()); });
    if (!opened) {
        auto const refusal = base::Refusal::of("code", tr("Deze code klopt niet."));
        return ask_code(v, &refusal);
    }
    http::Fields answers;
    auto question = Question::about;
    auto const kept = http::parse_form(*opened).value_or(http::Fields{});
    for (auto const& [field, value] : kept) {
        if (field == "_vraag") question = base::from_word<Question>(value).value_or(question);
        else answers.add(field, value);
    }
    answers.add("_later", later_id(secret));
    return question_page(v, question, answers, nullptr);
}

} // namespace

std::vector<reception::Route> later_routes() {
    using reception::route;
    return {
        route<Action::ask_for_buddy>("POST", "/buddy-vragen/later", create_later),
        route<Action::ask_for_buddy>("GET", "/buddy-vragen/verder/{draft}", show_later),
        route<Action::ask_for_buddy>("POST", "/buddy-vragen/verder/{draft}", open_kept),
    };
}

} // namespace help_request
