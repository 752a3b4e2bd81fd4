#include "reception/visit_once.h"

#include "platform/crypto/crypto.h"

namespace reception {
namespace {

struct DoneRow {
    std::string location, said;
};

} // namespace

std::string once_key(Visit& v, std::string const& form_secret) {
    return base::base64url(crypto::hash(v.services().keys.secret("once"), (v.viewer().person ? v.viewer().person->value() : form_secret) + "|" + v.request().path + "|" + v.field("_once")));
}

std::optional<http::Response> done_before(Visit& v, std::string const& form_secret) {
    if (v.field("_once").empty()) return {};
    auto const row = v.services().data.read(v.scope())->find<DoneRow>("select location, said from done_forms where partnership = :partnership and key_hash = :key", v.house().id, once_key(v, form_secret));
    if (!row) return {};
    auto response = v.see(row->location.empty() ? "/" : row->location);
    if (!row->said.empty()) v.set_cookie("__Host-gezegd", http::encoded(row->said));
    return response;
}

} // namespace reception
