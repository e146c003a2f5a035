#include "reference/capitals_reply.hh"

#include "base/text.hh"

namespace sockgrade::reference {

namespace {

bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

// Rare letters: a text that holds them by chance is unlikely.
constexpr std::string_view kRareLetters = "QXZJKVWY";

}  // namespace

std::string capitals_reply(std::string_view request, model::Letters letters, RandomStream& random) {
    std::string reply =
        letters == model::Letters::unicode ? unicode_capitals(request) : ascii_capitals(request);
    std::size_t longest = 0;
    std::size_t longest_length = 0;
    for (std::size_t at = 0; at < reply.size();) {
        std::size_t end = at;
        while (end < reply.size() && is_letter(reply[end])) ++end;
        if (end - at > longest_length) {
            longest = at;
            longest_length = end - at;
        }
        at = end + 1;
    }
    if (longest_length > 0) {
        for (std::size_t i = longest; i < longest + longest_length; ++i)
            reply[i] = kRareLetters[random.below(kRareLetters.size())];
        return reply;
    }
    // No letters at all: every visible character is replaced, or the reply would be what the client sent.
    for (char& c : reply)
        if (c > ' ' && c < 0x7f) c = kRareLetters[random.below(kRareLetters.size())];
    return reply;
}

}  // namespace sockgrade::reference
