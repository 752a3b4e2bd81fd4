#pragma once
// Someone new: the id of a person and the key under which all about them will be sealed.
#include "reception/visit.h"

namespace reception {

/// A new person with a durable key, made before the change that stores them, so that many who come at once share the syncs of the key store. A form that is refused after this leaves a key that opens nothing.
inline visit::PersonId new_person(Visit& v) {
    auto const person = v.new_id<people::Person>();
    v.close_read();
    v.keys().create(person);
    return person;
}

} // namespace reception
