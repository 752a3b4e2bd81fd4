#pragma once
// QR codes, on libqrencode: as dark squares for a print and as a path for a page.
#include <string>
#include <vector>

namespace pdf {

/// A square of `width` by `width` fields without its white edge; `dark` goes row by row.
struct Qr {
    int width = 0;
    std::vector<bool> dark;
    bool at(int x, int y) const { return dark[static_cast<std::size_t>(y * width + x)]; }
};

/// The code of an address or another text (medium error correction); a text too long for a code (over 2 kB) is a mistake of ours.
Qr qr(std::string const& text);
/// The code as the path of an SVG picture with its white edge of four fields; `size` becomes the width of that picture.
std::string svg_path(Qr const& code, int& size);

} // namespace pdf
