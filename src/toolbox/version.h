#pragma once
// A version (versie) of a partnership's own text, and what readers of a council or panel said of it before it was published (reactie). Report L583–588.
#include "platform/base/clock.h"
#include "platform/base/id.h"
#include "platform/base/result.h"
#include "platform/base/words.h"
#include "toolbox/material.h"

#include <array>
#include <optional>
#include <string>

namespace toolbox {

struct Version;
using VersionId = base::Id<Version>;

/// For whom a reader speaks; names are not asked.
enum class Reader { council,
                    panel,
                    other };

struct CommentDraft {
    std::optional<Reader> reader;
    std::string words;
};
struct Comment {
    Reader reader;
    std::string words;
};

/// How long readers may comment after they were asked.
constexpr std::chrono::days comments_last{28};
/// More comments than this are not kept of one version.
constexpr std::int64_t most_comments = 200;

/// Checks a comment: for whom the reader speaks, and 1 to 2,000 characters. Fields: lezer, reactie.
base::Result<Comment, base::Refusal> comment(CommentDraft const& draft);
base::Text name(Reader reader);

} // namespace toolbox

template <>
struct base::Words<toolbox::Reader> {
    using R = toolbox::Reader;
    static constexpr std::array entries{Word<R>{R::council, "raad"}, Word<R>{R::panel, "lezerspanel"}, Word<R>{R::other, "anders"}};
};
