#pragma once
// A thread of questions and answers as it stands before whoever answers: the coordinator, or the person whom the buddy asked instead.
#include "reception/visit.h"
#include "support/store_consult.h"

namespace support {

/// Where someone answers: the address, what follows an answer, and how a question is opened there.
struct AnswerDesk {
    std::string_view address, after;
    std::optional<Entry> (*opened)(reception::Visit&);                                         ///< the question behind the address, once it was granted
    confidentiality::Keyring& (*keys)(reception::Visit&);                                      ///< the keys with which it is read
    void (*more)(html::Page&, reception::Visit&, std::vector<Entry> const& turns, bool waits); ///< what stands under it
};

/// The whole thread with what is to be done; whoever asked sees from then on that it was read.
http::Response show_thread(reception::Visit& v, AnswerDesk const& desk, base::Refusal const* refusal = nullptr);
http::Response create_answer(reception::Visit& v, AnswerDesk const& desk);
http::Response create_thanks(reception::Visit& v, AnswerDesk const& desk);
http::Response create_call(reception::Visit& v, AnswerDesk const& desk);

/// A page of threads by their last turn, each with its way in.
void put_threads(html::Page& page, reception::Visit& v, AnswerDesk const& desk, std::vector<Entry> const& turns);

} // namespace support
