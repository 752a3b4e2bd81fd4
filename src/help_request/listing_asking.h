#pragma once
// The questions of a request as fields of a form and as words: for who asks, for the coordinator who types, and for a parent who changes the own request.
#include "help_request/store_help_request.h"
#include "help_request/store_wishes.h"
#include "people/store_reader.h"
#include "reception/visit.h"

#include <string>
#include <utility>
#include <vector>

namespace help_request {

/// Everything a parent answered, as typed.
struct Answers {
    Draft draft;
    WishDraft wishes;
};

/// Every value of an enumeration as something to choose.
template <class E>
std::vector<html::Option> options() {
    std::vector<html::Option> all;
    for (auto const& [each, word] : base::Words<E>::entries) all.push_back({std::string{word}, name(each)});
    return all;
}
/// The ways by which someone came, those of the partnership among them.
std::vector<html::Option> channels(reception::Visit& v);

/// What the fields of a form say, tidied; not checked yet.
Answers answers_of(reception::Visit& v, http::Fields const& fields);
/// What a stored request says, in the same shape.
Answers answers_of(reception::Visit& v, Entry const& entry, WishRow const& row, std::string const& own_words, Told const& told);
/// Fills the fields of a form.
void fill(html::Values& values, Answers const& answers);

base::Text title(Question question);
/// The names of the fields of one question.
std::vector<std::string> fields_of(Question question);
/// Puts the fields of one question in a form, in words for a parent; those of the overview stand in its own page.
void put(html::Form& form, reception::Visit& v, Question question, base::Sentence const& who_reads);
/// What is wrong with the answers to one question, its school included.
base::Refusal refusal_of(reception::Visit& v, Question question, Answers const& answers);
/// The school that was typed, once it is good.
std::optional<people::SchoolId> school_of(reception::Visit& v, Answers const& answers);
/// The answers to one question in words, each under what was asked.
std::vector<std::pair<html::Said, html::Said>> said(reception::Visit& v, Question question, Answers const& answers);

/// Who reads a request at the parent's wish: this person, or the coordinator.
base::Sentence who_reads(reception::Visit& v, std::optional<visit::PersonId> const& reader);
/// The word under which someone who may read stands in a form; it tells nothing of the person.
std::string reader_word(reception::Visit& v, visit::PersonId const& reader);
/// The choice of who reads, the coordinator first; only the coordinator when nobody else may be chosen.
std::vector<html::Option> reader_options(reception::Visit& v);
/// Whom a word stands for: nothing at all when it stands for nobody, an empty choice for the coordinator.
std::optional<std::optional<visit::PersonId>> reader_from(reception::Visit& v, std::string const& word);

} // namespace help_request
