#include "app/program.h"

#include "account/pages.h"
#include "account/pages_correction.h"
#include "account/pages_mail_change.h"
#include "account/pages_own_data.h"
#include "account/pages_passkeys.h"
#include "account/pages_proof.h"
#include "account/pages_staff.h"
#include "account/pages_switch.h"
#include "account/store_accounts.h"
#include "agreement/pages.h"
#include "app/clock_watch.h"
#include "app/erasure.h"
#include "app/pages.h"
#include "app/pages_erasing.h"
#include "app/pages_health.h"
#include "app/pages_home.h"
#include "app/pages_own_everything.h"
#include "app/pages_own_restriction.h"
#include "app/pages_search.h"
#include "app/pages_terms.h"
#include "app/terms.h"
#include "app/terms_gatherings.h"
#include "check_in/pages.h"
#include "competence/pages.h"
#include "competence/pages_group.h"
#include "competence/pages_instrument.h"
#include "competence/pages_research.h"
#include "deputy/pages.h"
#include "feedback/pages.h"
#include "gen/migrations.h"
#include "help_request/pages.h"
#include "help_request/store_later.h"
#include "intake/pages.h"
#include "intake/pages_learning_point.h"
#include "intake/pages_own.h"
#include "keep_warm/pages.h"
#include "matching/pages.h"
#include "matching/pages_apart.h"
#include "matching/pages_bundle.h"
#include "matching/pages_couples.h"
#include "matching/pages_leaving.h"
#include "matching/pages_near.h"
#include "matching/pages_offer.h"
#include "matching/pages_plan.h"
#include "matching/pages_ranking.h"
#include "matching/pages_settings.h"
#include "people/pages.h"
#include "people/pages_school_forms.h"
#include "people/pages_schools.h"
#include "people/store_contacts.h"
#include "platform/base/log.h"
#include "platform/crypto/crypto.h"
#include "platform/db/migrate.h"
#include "recruitment/pages.h"
#include "recruitment/pages_campaigns.h"
#include "recruitment/pages_channels.h"
#include "recruitment/pages_gatherings.h"
#include "recruitment/pages_hours.h"
#include "recruitment/pages_mailing.h"
#include "recruitment/pages_network.h"
#include "recruitment/pages_registrations.h"
#include "recruitment/pages_seats.h"
#include "recruitment/pages_withdrawal.h"
#include "recruitment/post_registrations.h"
#include "reports/pages.h"
#include "reports/pages_yield.h"
#include "sharing/pages.h"
#include "support/pages.h"
#include "today/pages.h"
#include "toolbox/pages.h"
#include "toolbox/pages_school.h"
#include "toolbox/pages_text.h"
#include "training/pages.h"
#include "training/pages_certificate.h"
#include "training/pages_exemption.h"
#include "training/pages_learning_point.h"
#include "training/pages_own.h"
#include "training/pages_recording.h"
#include "training/pages_tips.h"
#include "training/pages_vog.h"
#include "training/post_training.h"
#include "trajectory/pages.h"
#include "trajectory/pages_departure.h"
#include "trajectory/pages_meeting.h"
#include "worry/pages.h"

#include <filesystem>
#include <fstream>

namespace app {
using base::tr;
using visit::Action;

std::vector<reception::Route> const& routes() {
    static auto const all = [] {
        std::vector<reception::Route> made;
        for (auto const& its : {pages(),
                                account::routes(),
                                account::own_data_routes(),
                                account::proof_routes(),
                                account::passkey_routes(),
                                account::mail_change_routes(),
                                account::correction_routes(),
                                home_routes(),
                                erasing_routes(),
                                own_everything_routes(),
                                own_restriction_routes(),
                                terms_routes(),
                                account::staff_routes(),
                                account::switch_routes(),
                                people::routes(),
                                people::school_form_routes(),
                                people::school_routes(),
                                health_pages(),
                                search_routes(),
                                today::routes(),
                                recruitment::routes(),
                                toolbox::routes(),
                                toolbox::school_routes(),
                                toolbox::text_routes(),
                                toolbox::reading_routes(),
                                recruitment::campaign_routes(),
                                recruitment::channel_routes(),
                                recruitment::network_routes(),
                                recruitment::mailing_routes(),
                                recruitment::hours_routes(),
                                recruitment::withdrawal_routes(),
                                recruitment::gathering_routes(),
                                recruitment::registration_routes(),
                                recruitment::seat_routes(),
                                intake::routes(),
                                intake::own_routes(),
                                intake::learning_point_routes(),
                                agreement::routes(),
                                training::routes(),
                                training::vog_routes(),
                                training::learning_point_routes(),
                                training::tips_routes(),
                                training::recording_routes(),
                                training::exemption_routes(),
                                training::certificate_routes(),
                                competence::routes(),
                                competence::instrument_routes(),
                                competence::group_routes(),
                                competence::research_routes(),
                                help_request::routes(),
                                matching::routes(),
                                matching::ranking_routes(),
                                matching::offer_routes(),
                                matching::bundle_routes(),
                                matching::near_routes(),
                                matching::apart_routes(),
                                matching::plan_routes(),
                                matching::settings_routes(),
                                matching::couple_routes(),
                                matching::leaving_routes(),
                                trajectory::routes(),
                                trajectory::meeting_routes(),
                                trajectory::departure_routes(),
                                sharing::routes(),
                                sharing::given_routes(),
                                sharing::talk_routes(),
                                sharing::joining_routes(),
                                sharing::text_routes(),
                                support::routes(),
                                check_in::routes(),
                                worry::routes(),
                                feedback::routes(),
                                deputy::routes(),
                                keep_warm::routes(),
                                reports::routes(),
                                reports::yield_routes()}) made.insert(made.end(), its.begin(), its.end());
        return made;
    }();
    return all;
}

std::map<std::string, people::Worker> workers() {
    std::map<std::string, people::Worker> all;
    for (auto const& its : {account::workers(), account::proof_workers(), account::passkey_workers(), account::mail_change_workers(), account::staff_workers(), recruitment::workers(), recruitment::mailing_workers(), recruitment::registration_workers(), intake::workers(), training::workers(), training::recording_workers(), competence::workers(), help_request::workers(), matching::workers(), matching::offer_workers(), matching::near_workers(), matching::couple_workers(), sharing::workers(), support::workers(), check_in::workers(), trajectory::workers(), trajectory::departure_workers(), worry::workers(), agreement::workers(), deputy::workers(), keep_warm::workers(), today::workers()}) all.insert(its.begin(), its.end());
    return all;
}

std::vector<reception::MenuItem> menu() {
    using R = visit::Role;
    return {
        {Action::see_worklist, {R::coordinator}, "/vandaag", tr("Vandaag")},
        {Action::keep_campaigns, {R::coordinator}, "/werving", tr("Werving")},
        {Action::list_sign_ups, {R::coordinator}, "/aanmeldingen", tr("Aanmeldingen")},
        {Action::offer_times, {R::coordinator}, "/gesprekken", tr("Gesprekken")},
        {Action::list_requests, {R::coordinator}, "/hulpvragen", tr("Hulpvragen")},
        {Action::list_trajectories, {R::coordinator}, "/trajecten", tr("Trajecten")},
        {Action::keep_check_ins, {R::coordinator}, "/hoe-gaat-het", tr("Hoe gaat het?")},
        {Action::list_editions, {R::coordinator, R::trainer}, "/trainingen", tr("Trainingen")},
        {Action::list_buddies, {R::coordinator}, "/buddys", tr("Buddy’s")},
        {Action::keep_intervision, {R::coordinator}, "/ondersteuning", tr("Ondersteuning")},
        {Action::answer_dilemma, {R::expert}, "/dilemmas", tr("Dilemma’s")},
        {Action::observe_evening, {R::researcher, R::expert}, "/waarnemen", tr("Waarnemen")},
        {Action::refer_parent, {R::outreach, R::school_contact}, "/aangedragen", tr("Aandragen")},
        {Action::see_materials, {R::buddy, R::outreach, R::school_contact, R::school_leader}, "/materialen", tr("Materialen")},
        {Action::see_shared, {R::school_contact, R::school_leader}, "/gedeeld", tr("Gedeeld met u")},
        {Action::keep_accounts, {R::administrator}, "/beheer/mensen", tr("Mensen en taken")},
        {Action::keep_settings, {R::administrator}, "/beheer/instellingen", tr("Instellingen")},
        {Action::see_health, {R::administrator}, "/beheer/gezondheid", tr("Gezondheid")},
        {Action::handle_worry, {R::safety_officer}, "/zorgen", tr("Zorgen")},
        {Action::see_counts, {R::coordinator, R::director}, "/cijfers", tr("Cijfers")},
        {Action::export_research, {R::researcher}, "/onderzoek", tr("Onderzoek")},
    };
}

Program::Program(Config config, Schema schema, Brought brought) : config_{std::move(config)} {
    crypto::start();
    html::prepare();
    base::Clock const& clock = brought.clock ? *brought.clock : clock_;
    base::Random& random = brought.random ? *brought.random : random_;
    auto options = brought.database;
    options.url = config_.database_url();
    bool const embedded = options.url.starts_with("sqlite:");
    if (!embedded && !options.url.starts_with("postgresql://")) throw Wrong{"the database must be sqlite:PATH or postgresql://…"};
    std::error_code ignored;
    std::filesystem::create_directories(config_.data, ignored);
    if (embedded && !std::filesystem::exists(options.url.substr(7))) {
        // an empty database beside keys would look as if nobody had ever been here
        if (auto const keys = config_.keys_url().substr(7); std::filesystem::exists(keys)) throw Wrong{"the database " + options.url.substr(7) + " is missing, while its key store " + keys + " is there; restore a copy of both"};
        if (schema == Schema::must_be_current) schema = Schema::migrate;
    }
    try {
        data_ = std::make_unique<db::Database>(options);
    } catch (db::Error const& error) {
        if (error.trouble() == db::Trouble::busy) throw Wrong{"another process already serves " + options.url.substr(7)};
        throw Wrong{"the database cannot be opened (" + std::string{error.what()} + ")"};
    }
    // with PostgreSQL several processes may serve, and the key store is theirs together; nobody serves while the schema changes
    db::Options store{.url = config_.keys_url(), .readers = 2, .vfs = brought.database.vfs, .shared = !embedded && schema == Schema::must_be_current};
    bool const fresh = !std::filesystem::exists(store.url.substr(7));
    if (!embedded && !store.shared && !fresh) {
        try {
            db::Database alone{store};
        } catch (db::Error const& error) {
            throw Wrong{error.trouble() == db::Trouble::busy ? "another process already serves with " + store.url.substr(7) : error.what()};
        }
    }
    switch (db::inspect(*data_, gen::migrations)) {
    case db::Schema::foreign: throw Wrong{"this database holds tables that are not Naast's; choose another one"};
    case db::Schema::newer: throw Wrong{"this database was made by a newer Naast; upgrade the program"};
    case db::Schema::altered: throw Wrong{"the schema of this database was altered outside Naast; restore a backup"};
    case db::Schema::empty:
    case db::Schema::older:
        if (!embedded && schema == Schema::must_be_current) throw Wrong{"this database is not up to date; run 'naast migrate' as its owner"};
        db::migrate(*data_, gen::migrations, config_.application_role, clock.now());
        break;
    case db::Schema::current: break;
    }
    if (embedded && std::filesystem::file_size(options.url.substr(7), ignored) < 100U * 1024 * 1024)
        if (auto found = data_->check(); !found.empty()) throw Wrong{"the database is damaged; restore a backup"};
    if (schema == Schema::must_be_current && db::walks_around_row_security(*data_)) throw Wrong{"this PostgreSQL role can walk around row security; use a role without SUPERUSER and BYPASSRLS"};
    auto holds_people = data_->read(db::Scope::of_hall())->one<std::int64_t>("select count(*) from accounts").value_or(0) > 0;
    if (fresh && holds_people) throw Wrong{"the key store " + store.url.substr(7) + " is missing; restore it before starting"};
    try {
        base::SystemRandom unguessable; // also where everything else follows from a seed
        keys_ = std::make_unique<confidentiality::Keyring>(store, confidentiality::master_key(config_.master_key_path(), fresh, unguessable), random);
    } catch (std::runtime_error const& error) {
        throw Wrong{error.what()};
    }
    auto demonstration = data_->read(db::Scope::of_hall())->one<std::string>("select value from facts where name = 'demonstration'").has_value();
    services_ = std::make_unique<reception::Services>(reception::Services{*data_, *keys_, clock, random, config_.base_url.empty() ? "http://" + config_.listen : config_.base_url, demonstration, menu()});
    mail::Sender sender = brought.sender;
    if (demonstration) {
        sender = [this](mail::Message const& message) {
            data_->write(db::Scope::of_hall(), [&](db::Write& hall) {
                hall.run("insert into outbox (id, of_partnership, sent_at, recipient, subject, body, calendar) values (:id, '', :now, :to, :subject, :body, :calendar)", base::random_text(services_->random, 16), services_->clock.now(), message.to, message.subject,
                         message.text, message.calendar);
            });
        };
    } else if (!sender) {
        mail::Smtp smtp{config_.smtp_url, config_.smtp_from, config_.smtp_user, {}};
        if (!config_.smtp_password_file.empty()) {
            std::ifstream file{config_.smtp_password_file};
            if (!std::getline(file, smtp.password)) throw Wrong{"cannot read " + config_.smtp_password_file};
        }
        if (smtp.url.empty()) sender = [](mail::Message const&) { throw std::runtime_error{"mail: no mail server is set (smtp_url)"}; };
        else sender = mail::smtp(smtp);
    }
    post_ = std::make_unique<people::Post>(people::Post{*services_, sender, config_.smtp_from.empty() ? "naast@localhost" : config_.smtp_from});
    finish_erasures(*services_, config_.journal_path());
}

Program::~Program() = default;

std::map<std::string, jobs::Doer> Program::doers() {
    std::map<std::string, jobs::Doer> all;
    for (auto const& [kind, worker] : workers()) all.emplace(kind, [this, worker](jobs::Job const& job) { worker(*post_, job); });
    all.emplace("terms.round", [this](jobs::Job const& job) { if (may_erase()) erase_past_terms(*services_, config_.journal_path(), job.of_partnership); });
    all.emplace(gatherings_terms_round, [this](jobs::Job const& job) { if (may_erase()) erase_past_registrations(*services_, config_.journal_path(), job.of_partnership); });
    // who is no longer a contact of a school, and nothing else, leaves no name behind
    all.emplace("school_contact.erase", [this](jobs::Job const& job) {
        visit::PersonId const person{job.about};
        if (people::only_was_contact(*data_->read(db::Scope::of(job.of_partnership)), person)) erase(*services_, config_.journal_path(), person, job.of_partnership);
    });
    all.emplace(erases_person, [this](jobs::Job const& job) { erase(*services_, config_.journal_path(), visit::PersonId{job.about}, job.of_partnership); });
    all.emplace(finishes_erasure, [this](jobs::Job const& job) { erase(*services_, config_.journal_path(), visit::PersonId{job.about}); });
    // an address that was used, replaced or taken back
    all.emplace("address.erase", [this](jobs::Job const& job) { erase(*services_, config_.journal_path(), visit::PersonId{job.about}, job.of_partnership); });
    return all;
}

int Program::run_jobs(int most) { return jobs::Runner{*data_, services_->clock, doers()}.run_due(most); }

void Program::go_round() {
    auto const now = services_->clock.now();
    std::vector<std::string> kinds;
    for (auto const& [kind, doer] : doers())
        if (kind.ends_with(".round")) kinds.push_back(kind);
    auto all = people::partnerships(*data_->read(db::Scope::of_hall()));
    std::erase_if(all, [](auto const& one) { return one.stands_at.has_value(); });
    // where someone was known is not kept: the first partnership sees it when it fails
    if (auto const begun = begun_erasures(*services_); !begun.empty() && !all.empty())
        data_->write(db::Scope::of_hall(), [&](db::Write& hall) {
            for (auto const& person : begun) jobs::later(hall, services_->random, finishes_erasure, all.front().id.value(), person.value(), "", now, std::string{finishes_erasure} + "|" + person.value());
        });
    // many in one commit, but not so many that a form waits for them
    for (std::size_t from = 0; from < all.size(); from += 50)
        data_->write(db::Scope::of_hall(), [&](db::Write& hall) {
            for (std::size_t i = from; i < std::min(all.size(), from + 50); ++i)
                for (auto const& kind : kinds) jobs::later(hall, services_->random, kind, all[i].id.value(), "", "", now, kind + "|" + all[i].id.value());
        });
}

bool Program::may_erase() { return may_erase_by_term(*data_->read(db::Scope::of_hall()), services_->clock.now()); }

void Program::sweep() {
    if (!may_erase()) return;
    auto const now = services_->clock.now();
    auto const a_day_ago = now - std::chrono::hours{24}, a_week_ago = now - std::chrono::hours{24 * 7};
    for (auto const& partnership : people::partnerships(*data_->read(db::Scope::of_hall())))
        data_->write(db::Scope::of(partnership.id.value()), [&](db::Write& tx) {
            tx.run("delete from done_forms where partnership = :partnership and done_at < :since", partnership.id, a_week_ago);
            help_request::drop_old(tx, now);
            account::drop_old_mail_changes(tx, now);
            tx.run("delete from action_links where partnership = :partnership and ends_at < :since", partnership.id, a_day_ago);
        });
    data_->write(db::Scope::of_hall(), [&](db::Write& hall) {
        hall.run("delete from attempts where since < :since", a_day_ago);
        for (auto const* table : {"login_links", "proof_codes", "used_challenges"}) hall.run(std::string{"delete from "} + table + " where ends_at < :since", a_day_ago);
        hall.run("delete from parked_forms where parked_at < :since", a_week_ago);
        // where someone was logged in stays a month, so that a stranger among them is noticed
        hall.run("delete from sessions where coalesce(revoked_at, ends_at) < :since", now - std::chrono::hours{24 * 30});
    });
}

std::string Program::demonstration_link(std::string const& mail) {
    base::require(services_->demonstration, "only a demonstration prints links");
    auto account = account::find_by_mail(*data_->read(db::Scope::of_hall()), *keys_, mail);
    if (!account) return {};
    auto token = base::random_text(services_->random, 16);
    std::scoped_lock hold{demonstration_mutex_};
    demonstration_tokens_.emplace(token, *account);
    return services_->base_url + "/demonstratie/" + token;
}

} // namespace app
