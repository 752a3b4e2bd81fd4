#pragma once
// One partnership of a demonstration taken apart, so that others can be made like it: every row as text with holes for ids, people and what is sealed.
#include "app/program.h"
#include "people/person.h"
#include "platform/db/catalogue.h"

#include <map>
#include <string>
#include <vector>

namespace app {

/// A text with holes: plain text, or the number of what stands there instead.
struct Piece {
    enum class Kind { plain,
                      id,     ///< an id of the pattern
                      mark,   ///< a hash of a person's address, number or name
                      sealed, ///< a sealed value
                      name }; ///< what is put behind the name of the partnership in a copy
    Kind kind = Kind::plain;
    std::string text = {};
    std::size_t number = 0;
};
using Pieces = std::vector<Piece>;

/// A sealed value of the pattern with what it says.
struct SealedText {
    std::string table, column;
    Pieces row;
    std::vector<std::size_t> concerned; ///< ids
    std::string says;
    std::optional<std::size_t> person = {}; ///< when it is name, address or number of this one of the people
};

/// The hashes of one of the people, as numbers of marks.
struct PatternPerson {
    std::size_t id = 0;
    people::Contact contact;
    std::optional<std::size_t> mail, phone, name;
};

struct PatternRows {
    db::Table table;
    std::vector<Pieces> rows; ///< each one JSON object
};

struct Pattern {
    std::size_t partnership = 0, coordinator = 0; ///< ids
    std::vector<std::string> ids;
    std::map<std::string, std::size_t> id_at;
    std::vector<std::size_t> key_holders; ///< those ids that have a key of their own
    std::vector<std::string> marks;
    std::vector<SealedText> sealed;
    std::vector<PatternPerson> people;
    std::vector<PatternRows> of_partnership, of_hall; ///< in the order in which they can be put
};

/// Takes apart all that a partnership has: its own rows, the jobs that wait, and the accounts of its people. Logs, mails and what serves for a while stay out. Throws `Impossible` when a sealed value does not open at a place made of cells of its row.
Pattern pattern_of(Program& program, std::string const& slug);

} // namespace app
