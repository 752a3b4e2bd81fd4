#include "toolbox/material.h"

#include "gen/materials.h"
#include "platform/base/require.h"
#include "recruitment/channel.h"

#include <algorithm>

namespace toolbox {
using base::tr;
using recruitment::Channel;
using M = Material;

namespace {

std::string_view find_standard(Sheet const& sheet) {
    auto const wanted = std::string{base::word(sheet.material)} + "." + std::string{base::word(sheet.tongue)};
    for (auto const& [name, text] : gen::materials)
        if (name == wanted) return text;
    return {};
}

Target to(char const* page, Channel channel) { return {page, std::string{base::word(channel)}}; }

} // namespace

std::vector<Material> materials(Audience wanted) {
    std::vector<Material> found;
    for (auto const& [material, its] : base::Words<Material>::entries)
        if (audience(material) == wanted) found.push_back(material);
    return found;
}

bool for_coordinator_only(Material material) { return audience(material) == Audience::coordinator; }
bool draft_until_approved(Material material) { return material == M::talk_points || material == M::meeting_steps; }

Audience audience(Material material) {
    switch (material) {
    case M::poster:
    case M::poster_for_parents:
    case M::leaflet:
    case M::letter:
    case M::workshop:
    case M::support_levels: return Audience::parent;
    case M::buddy_profile:
    case M::house_rules:
    case M::role_card:
    case M::first_talk:
    case M::talk_points:
    case M::meeting_steps:
    case M::thank_you_card: return Audience::buddy;
    case M::newsletter:
    case M::school_newsletter:
    case M::school_checklist: return Audience::school;
    case M::team_slides:
    case M::outreach_mail:
    case M::year_plan: return Audience::coordinator;
    }
    throw base::Impossible{"a material without an audience"};
}

Shape shape(Material material) {
    switch (material) {
    case M::poster:
    case M::poster_for_parents: return Shape::poster;
    case M::team_slides: return Shape::slides;
    case M::role_card:
    case M::thank_you_card: return Shape::card;
    case M::leaflet:
    case M::letter:
    case M::workshop:
    case M::support_levels:
    case M::newsletter:
    case M::buddy_profile:
    case M::house_rules:
    case M::first_talk:
    case M::talk_points:
    case M::meeting_steps:
    case M::school_newsletter:
    case M::school_checklist:
    case M::outreach_mail:
    case M::year_plan: return Shape::sheet;
    }
    throw base::Impossible{"a material without a shape"};
}

bool one_page(Material material) { return shape(material) != Shape::slides; }

std::vector<Tongue> tongues(Material material) {
    std::vector<Tongue> found;
    for (auto const& [tongue, its] : base::Words<Tongue>::entries)
        if (!find_standard({material, tongue}).empty()) found.push_back(tongue);
    return found;
}

std::optional<Sheet> sheet(std::string_view text) {
    auto const dash = text.rfind('-');
    if (dash == std::string_view::npos) return {};
    auto material = base::from_word<Material>(text.substr(0, dash));
    auto tongue = base::from_word<Tongue>(text.substr(dash + 1));
    if (!material || !tongue || find_standard({*material, *tongue}).empty()) return {};
    return Sheet{*material, *tongue};
}

std::string word(Sheet const& sheet) { return std::string{base::word(sheet.material)} + "-" + std::string{base::word(sheet.tongue)}; }

std::string_view standard_text(Sheet const& sheet) {
    auto text = find_standard(sheet);
    base::require(!text.empty(), "a sheet without a standard text");
    return text;
}

std::optional<Target> target(Material material) {
    switch (material) {
    case M::poster: return to("buddy-worden", Channel::poster);
    case M::poster_for_parents: return to("buddy-vragen", Channel::poster);
    case M::leaflet:
    case M::letter: return to("buddy-vragen", Channel::school_contact);
    case M::workshop: return to("buddy-worden", Channel::evening);
    case M::newsletter: return to("buddy-worden", Channel::newsletter);
    case M::school_newsletter: return to("buddy-vragen", Channel::newsletter);
    case M::support_levels: return Target{"buddy-vragen", ""};
    case M::buddy_profile: return Target{"buddy-worden", ""};
    case M::team_slides: return Target{"", ""};
    case M::house_rules:
    case M::role_card:
    case M::first_talk:
    case M::talk_points:
    case M::meeting_steps:
    case M::thank_you_card:
    case M::school_checklist:
    case M::outreach_mail:
    case M::year_plan: return {};
    }
    throw base::Impossible{"a material without a target"};
}

base::Text name(Material material) {
    switch (material) {
    case M::poster: return tr("Poster: word buddy");
    case M::poster_for_parents: return tr("Poster: vraag een buddy");
    case M::leaflet: return tr("Folder voor ouders");
    case M::letter: return tr("Informatiebrief voor ouders");
    case M::workshop: return tr("Uitnodiging voor de workshop");
    case M::support_levels: return tr("Welke hulp er op school is");
    case M::newsletter: return tr("Nieuwsbericht: buddy’s gezocht");
    case M::buddy_profile: return tr("Wie past het om buddy te zijn");
    case M::house_rules: return tr("Huisregels voor buddy’s");
    case M::role_card: return tr("Rolkaart");
    case M::first_talk: return tr("Geheugensteun voor het eerste gesprek");
    case M::talk_points: return tr("Waar je op let bij een gesprek op school");
    case M::meeting_steps: return tr("De stappen van een groot overleg op school");
    case M::thank_you_card: return tr("Bedankkaart");
    case M::school_newsletter: return tr("Nieuwsbericht: vraag een buddy");
    case M::school_checklist: return tr("Checklist voor de schoolleider");
    case M::team_slides: return tr("Dia’s voor een schoolteam");
    case M::outreach_mail: return tr("Eerste mail aan ambulant begeleiders");
    case M::year_plan: return tr("Jaarplan van de coördinator");
    }
    throw base::Impossible{"a material without a name"};
}

base::Text name(Audience audience) {
    switch (audience) {
    case Audience::parent: return tr("Voor ouders");
    case Audience::buddy: return tr("Voor buddy’s");
    case Audience::school: return tr("Voor scholen");
    case Audience::coordinator: return tr("Voor de coördinator");
    }
    throw base::Impossible{"an audience without a name"};
}

std::string_view own_name(Tongue tongue) {
    switch (tongue) {
    case Tongue::nl: return "Nederlands";
    case Tongue::en: return "English";
    case Tongue::ar: return "العربية";
    case Tongue::tr: return "Türkçe";
    case Tongue::pl: return "Polski";
    case Tongue::uk: return "Українська";
    case Tongue::ti: return "ትግርኛ";
    }
    throw base::Impossible{"a language without a name"};
}

bool right_to_left(Tongue tongue) { return tongue == Tongue::ar; }
bool read_by_a_speaker(Tongue tongue) { return tongue == Tongue::nl || tongue == Tongue::en; }

std::string_view say(Phrase phrase, Tongue tongue) {
    using Row = std::array<std::string_view, 4>; // in the order of Phrase
    static constexpr std::array<Row, 7> words{Row{"Bel het steunpunt", "Bel de coördinator", "Onze site", "Scan mij"},
                                              Row{"Call the support point", "Call the coordinator", "Our website", "Scan me"},
                                              Row{"اتصل بنقطة الدعم", "اتصل بالمنسق", "موقعنا", "امسح الرمز"},
                                              Row{"Destek noktasını arayın", "Koordinatörü arayın", "Sitemiz", "Kodu okutun"},
                                              Row{"Zadzwoń do punktu wsparcia", "Zadzwoń do koordynatora", "Nasza strona", "Zeskanuj kod"},
                                              Row{"Зателефонуйте до центру підтримки", "Зателефонуйте координатору", "Наш сайт", "Скануйте код"},
                                              Row{"ደውሉልና", "ኣወሃሃዲ", "መርበብ ሓበሬታ", "ስካን ግበሩ"}};
    return words[static_cast<std::size_t>(tongue)][static_cast<std::size_t>(phrase)];
}

} // namespace toolbox
