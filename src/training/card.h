#pragma once
// Conversation cards (gesprekskaarten): short situations to talk about in a training. Few words, because reading takes time from talking. Report L1161–1325.
#include "platform/base/id.h"
#include "platform/base/result.h"
#include "platform/base/words.h"

#include <array>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace training {

struct Card;
using CardId = base::Id<Card>;

enum class CardKind { quote,
                      situation,
                      role_play,
                      first_meeting,
                      school_yard };
inline constexpr std::size_t most_words = 80, most_own_cards = 60;

/// What stands on a card.
struct CardText {
    CardKind kind;
    std::string words;
    bool operator==(CardText const&) const = default;
};

/// A card that comes with the program; its name stays the same when its words change, so that what was put aside stays so.
struct StandardCard {
    std::string name;
    CardText text;
};

/// The cards everyone has, in words of our own; text of one language, like the own cards.
std::vector<StandardCard> const& standard_cards();
/// The cards of an evening: the standard ones that are not put aside, then the own ones; all standard ones when nothing else is left.
std::vector<CardText> deck(std::set<std::string> const& put_aside, std::vector<CardText> const& own);
/// Whether a card stays when this standard card is put aside too.
bool may_put_aside(std::string const& name, std::set<std::string> const& put_aside, std::size_t own);
/// Whether a card stays when one of the own cards goes.
bool may_remove_own(std::set<std::string> const& put_aside, std::size_t own);
/// How many words a text has.
std::size_t word_count(std::string_view text);
/// Checks a card as typed: a kind, and 1 to 80 words of together at most 500 characters. Fields: soort, woorden.
base::Result<CardText, base::Refusal> write_card(std::string_view kind, std::string const& words);

base::Text name(CardKind kind);

} // namespace training

template <>
struct base::Words<training::CardKind> {
    using K = training::CardKind;
    static constexpr std::array entries{Word<K>{K::quote, "quote"}, Word<K>{K::situation, "case"}, Word<K>{K::role_play, "role_play"}, Word<K>{K::first_meeting, "first_meeting"}, Word<K>{K::school_yard, "school_yard"}};
};
