#pragma once
// Prints as PDF, on Pango and Cairo: a row of lines in any script, right to left too, with a block of facts and a QR code at the end.
// Fonts are embedded and the text can be searched; the PDF is not tagged, so every print needs an accessible twin in HTML.
#include <string>
#include <utility>
#include <vector>

namespace pdf {

enum class Paper { a4,
                   a4_lying,
                   a6 };
/// How a print is set: a text to read, a poster to see from afar, slides with a page each, a card, or a pile of A6 cards in large letters to lay on a table.
enum class Look { sheet,
                  poster,
                  slides,
                  card,
                  pile };
enum class Part { title,
                  heading,
                  paragraph,
                  bullet,
                  box,    ///< something to tick
                  rule,   ///< an empty line to write on
                  page }; ///< from here a new page

struct Line {
    Part part;
    std::string words;
    bool left_to_right = false; ///< in a document that goes right to left: this line does not
};

struct Document {
    std::string title, author; ///< in the properties of the file
    std::string language;      ///< as in HTML: "nl", "ar"
    bool right_to_left = false;
    Paper paper = Paper::a4;
    Look look = Look::sheet;
    std::string top;                                        ///< whose print it is, small above the text
    std::vector<Line> lines;                                ///< in order
    std::vector<std::pair<std::string, std::string>> facts; ///< a label and a value each, at the end
    std::string code, code_label;                           ///< the text of the QR code and the words under it; empty: none
    bool one_page = false;                                  ///< set as large as one page holds, from a fifth larger down to two thirds
};

/// The bytes of the PDF; whoever comes meanwhile waits, for one is made at a time. A text that does not fit goes on on a next page; posters and cards are always tried on one page.
std::string render(Document const& document);

} // namespace pdf
