#include "training/tip.h"

#include "platform/base/length.h"

namespace training {
using base::tr;

base::Result<Tip, base::Refusal> give(Tip const& typed) {
    base::Refusal refusal;
    if (typed.top.empty() && typed.tip.empty()) refusal.add("top", tr("Schrijf een top of een tip op."));
    if (base::characters(typed.top) > 500) refusal.add("top", tr("Dit is te lang. Gebruik hoogstens 500 tekens."));
    if (base::characters(typed.tip) > 500) refusal.add("tip", tr("Dit is te lang. Gebruik hoogstens 500 tekens."));
    if (!refusal.empty()) return refusal;
    return typed;
}

base::Result<Improvement, base::Refusal> improve(Improvement const& typed) {
    base::Refusal refusal;
    if (typed.words.empty()) refusal.add("woorden", tr("Schrijf op wat jullie anders doen."));
    if (base::characters(typed.words) > 500) refusal.add("woorden", tr("Dit is te lang. Gebruik hoogstens 500 tekens."));
    if (!refusal.empty()) return refusal;
    return typed;
}

} // namespace training
