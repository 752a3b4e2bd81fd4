#pragma once
// Letters that someone needs to come in; they go out also while that person's data are under lock.
#include "people/post.h"

namespace people {

/// Sends a letter as `write_letter` does, also to someone whose data are under lock.
void write_login_letter(Post& post, std::string const& partnership, PersonId const& person, Letter const& letter);

} // namespace people
