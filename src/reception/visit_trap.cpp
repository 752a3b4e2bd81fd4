#include "reception/visit_trap.h"

#include "platform/base/log.h"
#include "platform/crypto/crypto.h"

#include <charconv>

namespace reception {

std::string time_mark(Visit& v, std::string_view form) {
    return base::base64url(crypto::seal(v.keys().secret("time-mark"), form, std::to_string(v.now().time_since_epoch().count()), v.services().random));
}

namespace {
bool caught(Visit& v, std::string_view form) {
    if (!v.field("website").empty()) return true;
    auto text = crypto::open(v.keys().secret("time-mark"), form, base::from_base64url(v.field("_moment")));
    std::int64_t then = 0;
    if (!text || std::from_chars(text->data(), text->data() + text->size(), then).ec != std::errc{}) return true;
    return v.now().time_since_epoch().count() - then < 3;
}
} // namespace

bool by_a_program(Visit& v, std::string_view form) {
    if (!caught(v, form)) return false;
    base::log::write(base::log::Level::warning, "form.by_a_program", {{"request", v.request().id}, {"form", std::string{form}}});
    return true;
}

} // namespace reception
