#include "recruitment/hours.h"

#include "platform/base/length.h"
#include "platform/base/require.h"

#include <charconv>
#include <fmt/format.h>

namespace recruitment {
using base::tr;

std::optional<std::chrono::minutes> hours_from(std::string_view text) {
    auto const sign = text.find_first_of(",.:");
    auto digits = [](std::string_view part) -> std::optional<int> {
        int number = 0;
        auto const [end, error] = std::from_chars(part.data(), part.data() + part.size(), number);
        if (part.empty() || part.size() > 2 || error != std::errc{} || end != part.data() + part.size() || number < 0) return {};
        return number;
    };
    auto const whole = digits(text.substr(0, sign));
    if (!whole) return {};
    int minutes = *whole * 60;
    if (sign != std::string_view::npos) {
        auto const part = text.substr(sign + 1);
        auto const rest = digits(part);
        if (!rest || (text[sign] == ':' && (*rest > 59 || part.size() != 2))) return {};
        // "1,5" is half an hour, "1,25" a quarter
        minutes += text[sign] == ':' ? *rest : (*rest * (part.size() == 1 ? 10 : 1) * 60 + 50) / 100;
    }
    if (minutes <= 0 || minutes > 24 * 60) return {};
    return std::chrono::minutes{minutes};
}

base::Result<NotedHours, base::Refusal> note_hours(HoursDraft const& draft, base::Date today) {
    base::Refusal refusal;
    if (!draft.worked_on) refusal.add("dag", tr("Vul de dag in."));
    else if (*draft.worked_on > today) refusal.add("dag", tr("Deze dag moet nog komen."));
    auto const worked = hours_from(draft.hours);
    if (!worked) refusal.add("uren", tr("Vul het aantal uren in, bijvoorbeeld 1,5."));
    if (!draft.whose) refusal.add("wie", tr("Kies wiens uren dit zijn."));
    if (draft.words.empty()) refusal.add("waarvoor", tr("Schrijf met een woord waarvoor."));
    else if (base::characters(draft.words) > 100) refusal.add("waarvoor", tr("Dit is te lang. Gebruik hoogstens 100 tekens."));
    if (!refusal.empty()) return refusal;
    return NotedHours{*draft.worked_on, *worked, *draft.whose, draft.words};
}

std::string said(std::chrono::minutes worked) {
    auto const hundredths = (worked.count() * 100 + 30) / 60;
    auto text = fmt::format("{},{:02}", hundredths / 100, hundredths % 100);
    while (text.back() == '0') text.pop_back();
    if (text.back() == ',') text.pop_back();
    return text;
}

int school_year_of(base::Date day) { return static_cast<int>(day.year()) - (day.month() < std::chrono::August ? 1 : 0); }

std::vector<Month> months(std::vector<NotedHours> const& noted, int school_year, base::Date last) {
    std::vector<Month> all;
    auto const first = std::chrono::year{school_year} / std::chrono::August;
    for (int n = 0; n < 12; ++n) {
        Month month{first + std::chrono::months{n}};
        if (month.month > last.year() / last.month()) break;
        for (auto const& one : noted)
            if (one.worked_on.year() / one.worked_on.month() == month.month) (one.whose == Whose::coordinator ? month.coordinator : month.school_contact) += one.worked;
        all.push_back(month);
    }
    return all;
}

base::Text name(Whose whose) {
    switch (whose) {
    case Whose::coordinator: return tr("van mij");
    case Whose::school_contact: return tr("van iemand op een school");
    }
    throw base::Impossible{"hours of nobody"};
}

} // namespace recruitment
