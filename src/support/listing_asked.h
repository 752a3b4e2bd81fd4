#pragma once
// Whom a buddy asks, as words in a form: the coordinator, or someone by name.
#include "reception/visit.h"
#include "support/store_consult.h"

#include <optional>
#include <string>
#include <vector>

namespace support {

/// The word under which someone who may be asked stands in a form; it tells nothing of the person.
std::string asked_word(reception::Visit& v, visit::PersonId const& person);
/// Someone who may be asked, with the task.
base::Sentence asked_name(reception::Visit& v, visit::PersonId const& person);
/// Whom this buddy may ask; the coordinator has an empty word.
std::vector<html::Option> asked_options(reception::Visit& v);
/// Whom a word stands for: nothing at all when it stands for nobody, an empty choice for the coordinator.
std::optional<std::optional<visit::PersonId>> asked_from(reception::Visit& v, std::string const& word);
/// Who answers a question, as its buddy reads it.
std::string answerer(reception::Visit& v, Entry const& entry);

} // namespace support
