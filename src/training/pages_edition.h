#pragma once
// One training group: its evenings, who takes part, inviting, and changing its days.
#include "reception/visit.h"
#include "training/store_edition.h"

#include <optional>
#include <vector>

namespace training {

/// What ties the viewer to a group: leading it as a trainer.
visit::Ties ties_to(reception::Visit& v, EditionId const& edition);
/// The evening of a group whose number stands in the address.
std::optional<EveningRow> evening_asked(reception::Visit& v, EditionId const& edition);
/// Letters to everyone of a group about its evenings, with a reminder some days before each.
void invite(db::Write& tx, reception::Visit& v, std::vector<EveningRow> const& evenings, std::vector<visit::PersonId> const& people);
/// Records how someone followed an evening; who followed it is asked to fill in the questionnaire.
void note_presence(db::Write& tx, reception::Visit& v, EveningRow const& evening, visit::PersonId const& person, Presence presence);
/// A page that says in one sentence why something did not happen, with a way back to the group.
http::Response refused(reception::Visit& v, EditionId const& edition, base::Refusal const& refusal);

std::vector<reception::Route> edition_routes();

} // namespace training
