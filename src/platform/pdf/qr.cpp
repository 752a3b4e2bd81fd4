#include "platform/pdf/qr.h"

#include "platform/base/require.h"

#include <fmt/format.h>
#include <memory>
#include <qrencode.h>

namespace pdf {

Qr qr(std::string const& text) {
    std::unique_ptr<QRcode, decltype(&QRcode_free)> code{QRcode_encodeString(text.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), QRcode_free};
    base::require(code != nullptr, "no QR code");
    Qr made{code->width, {}};
    auto const fields = static_cast<std::size_t>(code->width) * static_cast<std::size_t>(code->width);
    for (std::size_t i = 0; i < fields; ++i) made.dark.push_back((code->data[i] & 1) != 0);
    return made;
}

std::string svg_path(Qr const& code, int& size) {
    size = code.width + 8;
    std::string path;
    for (int y = 0; y < code.width; ++y)
        for (int x = 0; x < code.width; ++x)
            if (code.at(x, y)) path += fmt::format("M{} {}h1v1h-1z", x + 4, y + 4);
    return path;
}

} // namespace pdf
