#pragma once
// One visit (bezoek): who asks what, in which language, with the doors to data and the policy at hand. Handlers are plain functions of it.
#include "confidentiality/store_access_log.h"
#include "confidentiality/store_keyring.h"
#include "platform/base/clock.h"
#include "platform/base/random.h"
#include "platform/base/result.h"
#include "platform/db/database.h"
#include "platform/html/page.h"
#include "platform/http/message.h"
#include "reception/route.h"
#include "visit/policy.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace reception {

/// Someone who stands in for a coordinator, as everyone may know it.
struct StandIn {
    std::string name;
    base::Date first, last;
    bool outside;
};

/// What every page says of the support point: names and numbers, all public.
struct House {
    visit::PartnershipId id;
    std::string slug, name, support_point, phone, mail, coordinator_name, coordinator_phone, adviser_name, adviser_phone, hosted_by;
    visit::Independence independence = visit::Independence::inside;
    bool vog_required = false;
    std::optional<base::Moment> stands_at = {};       ///< the moment at which a replayed demonstration stands still
    std::vector<StandIn> stand_ins = {};              ///< who stands in for a coordinator now or soon, the first day first
    std::string outside_name = {}, outside_mail = {}; ///< the organisation for which the coordinator works, where that is not the partnership
};

/// An entry of the menu; it stands there for who could do the action.
struct MenuItem {
    visit::Action action;
    visit::RoleSet for_roles;
    std::string_view href;
    base::Text label;
};

/// What all visits share.
struct Services {
    db::Database& data;
    confidentiality::Keyring& keys;
    base::Clock const& clock;
    base::Random& random;
    std::string base_url;
    bool demonstration = false;
    std::vector<MenuItem> menu = {};
};

/// Where an act leads and the one sentence that says what happened and what happens next.
struct Done {
    std::string location;
    base::Text said;
};
using Acted = base::Result<Done, base::Refusal>;

/// How a page is dressed.
struct Dress {
    int status = 200;
    bool quick_exit = false; ///< parents' pages: "Verlaat deze site"
    bool error_title = false;
};

class Visit {
public:
    Visit(Services& services, http::Request& request, House house, visit::Viewer viewer, Route const& route, std::map<std::string, std::string, std::less<>> path, text::Language language, std::string form_secret)
        : services_{services}, request_{request}, house_{std::move(house)}, viewer_{std::move(viewer)}, shut_{viewer_.closed.empty() ? std::optional<confidentiality::Keyring>{} : services.keys.shut(viewer_.closed)}, route_{route}, path_{std::move(path)}, language_{language}, form_secret_{std::move(form_secret)} {}

    http::Request const& request() const { return request_; }
    visit::Viewer const& viewer() const { return viewer_; }
    /// The viewer's own id; only on routes for people who are logged in.
    visit::PersonId const& me() const;
    House const& house() const { return house_; }
    text::Language language() const { return language_; }
    Services& services() { return services_; }
    /// The key ring of this viewer; to a deputy it opens nothing about who is closed to this deputy.
    confidentiality::Keyring& keys() { return shut_ ? *shut_ : services_.keys; }
    /// The moment by which the programme goes on; sessions and links follow the real clock.
    base::Moment now() const { return house_.stands_at.value_or(services_.clock.now()); }
    base::Date today() const { return base::local_date(now()); }
    db::Scope scope() const { return db::Scope::of(house_.id.value(), viewer_.person ? viewer_.person->value() : std::string{}); }

    /// A part of the path as an id.
    template <class Record>
    base::Id<Record> id(std::string_view name) const { return base::Id<Record>{part(name)}; }
    std::string const& part(std::string_view name) const;
    template <class Record>
    base::Id<Record> new_id() { return base::new_id<Record>(services_.random); }

    /// What was posted.
    http::Fields const& form() const;
    std::string const& field(std::string_view name) const { return form().get(name); }
    html::Values values() const;
    /// The day typed in the three fields of a date, or nothing when it is no day.
    std::optional<base::Date> date_field(std::string const& name) const;

    /// The snapshot of this visit, opened at the first call.
    db::Read& read();
    /// The policy's word on one record about one person; nothing about who is closed to a deputy. A grant that opens confidential text is written in the log.
    template <visit::Action A, class Record>
    std::optional<visit::Granted<A, Record>> grant(base::Id<Record> const& record, std::string const& about, visit::Ties ties = {}) {
        if (!about.empty() && viewer_.closed_to(visit::PersonId{about})) return {};
        auto granted = visit::Policy::grant<A>(viewer_, record, ties);
        if (granted && visit::rule(A).confidential) note(A, record.value(), about);
        return granted;
    }
    template <visit::Action A>
    std::optional<visit::Granted<A, people::Partnership>> grant() {
        return visit::Policy::grant<A>(viewer_);
    }
    /// Writes something down in the access log, before the answer leaves.
    void note(visit::Action action, std::string const& object, std::string const& about);

    /// Does an act in one writing transaction, once for each form; leads on, or answers a refusal with `again` (status 422). `object` and `about` go in the log. A deputy does nothing about who is closed to this deputy.
    http::Response act(std::string const& object, std::string const& about, std::function<Acted(db::Write&)> const& work, std::function<http::Response(base::Refusal const&)> const& again);

    http::Response page(html::Said const& title, std::function<void(html::Page&)> const& fill, Dress dress = {});
    /// The same bytes for what is not there and what is not yours.
    http::Response not_found();
    http::Response see(std::string const& location);
    http::Response see(Done const& done);
    void set_cookie(std::string const& name, std::string const& value, std::optional<std::chrono::seconds> lasts = {});
    void drop_cookie(std::string const& name);

    // for the door
    std::vector<confidentiality::Entry> const& notes() const { return notes_; }
    void close_read() { read_.reset(); }
    /// The session ends when it is not used for so long; its pages then leave the screen too.
    void ends_unused_after(std::chrono::seconds idle) { ends_unused_after_ = idle; }
    void dress(http::Response& response) const;
    bool form_is_ours() const;
    Route const& route() const { return route_; }

private:
    html::FormKeys form_keys();
    std::string role_in_log() const;

    Services& services_;
    http::Request& request_;
    House house_;
    visit::Viewer viewer_;
    std::optional<confidentiality::Keyring> shut_;
    Route const& route_;
    std::map<std::string, std::string, std::less<>> path_;
    text::Language language_;
    std::string form_secret_;
    mutable std::optional<http::Fields> form_;
    std::unique_ptr<db::Read> read_;
    std::vector<confidentiality::Entry> notes_;
    std::vector<std::string> cookies_;
    std::chrono::seconds ends_unused_after_{0};
};

/// The three fields of a date, filled with a day.
void put_date(html::Values& values, std::string const& name, base::Date date);
/// The headers every answer carries.
void secure(http::Response& response, bool https);
/// A whole page without a visit, for errors at the door.
std::string bare_page(base::Text title, std::vector<base::Sentence> const& lines, text::Language language);
/// Who reads a confidential field, in words, made from the policy that guards it.
base::Sentence readers(visit::Action action, House const& house, text::Language language);

} // namespace reception
