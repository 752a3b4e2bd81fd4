#pragma once
// Looking back at an evening by a guide: what each trainer writes, beside what an observer wrote; read by the trainers of the group.
#include "reception/visit.h"
#include "training/store_review.h"

#include <optional>
#include <vector>

namespace training {

/// An evening that the viewer leads, with the right to what was left behind.
struct LedEvening {
    EditionRow edition;
    EveningRow evening;
    TipsGrant granted;
};
std::optional<LedEvening> led_evening(reception::Visit& v);

/// The six headings of a guide as a form, with what was written before; it keeps itself until it was handed in.
void guide_form(html::Page& page, Guide guide, std::string const& action, bool handed_in, html::Values const& values, base::Refusal const* refusal);
/// What was posted in such a form.
Review review_typed(reception::Visit& v);
/// What someone wrote, as the values of such a form.
html::Values review_values(Review const& review);
/// Keeps what was typed so far, and leads back to `href` when a person sent it.
http::Response keep_review_now(reception::Visit& v, EveningId const& evening, Guide guide, std::string const& href);

std::vector<reception::Route> review_routes();

} // namespace training
