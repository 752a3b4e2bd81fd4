#include "keep_warm/post_draft.h"

namespace keep_warm {
using base::tr;

std::string draft(std::string const& first_name, Waiting const& waiting, Writer const& writer, Kind kind, text::Language their_language) {
    // in a language that only the asking pages have, most of these sentences are not there: no letter in two languages
    auto const language = text::of_all_pages(their_language) ? their_language : text::Language::nl;
    bool const buddy = waiting.as == visit::Role::buddy;
    std::string words;
    auto say = [&](base::Sentence const& sentence) { words += (words.empty() ? "" : "\n\n") + text::say(sentence, language); };
    say({tr("Dag {name},"), {{"name", first_name}}});
    say(buddy ? tr("We zijn je niet vergeten.") : tr("We zijn u niet vergeten."));
    auto const& last = waiting.hearing.last_message;
    std::string lines;
    for (auto const& step : waiting.steps)
        if (!last || step.on >= *last) lines += "\n– " + text::plain_day(step.on, language) + ": " + text::say(step.what, language);
    if (!lines.empty()) {
        say(last ? tr("Dit gebeurde er sinds ons vorige bericht:") : tr("Dit gebeurde er tot nu toe:"));
        words += lines;
    } else say(last ? tr("Sinds ons vorige bericht is er nog geen nieuwe stap.") : tr("Er is nog geen nieuwe stap."));
    if (buddy) say(tr("Is er een ouder die bij je past? Dan hoor je het meteen."));
    else if (waiting.as == visit::Role::asking_parent) say(tr("Uw vraag staat nog open. Is er nieuws? Dan hoort u het meteen."));
    else say(tr("Is er een volgende stap? Dan hoort u het meteen."));
    say({buddy ? tr("Heb je een vraag, of wil je iets anders? Bel {name}, {phone}.") : tr("Heeft u een vraag, of wilt u iets anders? Bel {name}, {phone}."), {{"name", writer.coordinator_name}, {"phone", writer.coordinator_phone}}});
    if (kind == Kind::automatic) say(buddy ? tr("Dit bericht ging vanzelf, omdat je lang niets hoorde.") : tr("Dit bericht ging vanzelf, omdat u lang niets hoorde."));
    return words;
}

} // namespace keep_warm
