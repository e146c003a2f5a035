#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

using model::Cause;

// Behind the text comes what happened to be in memory.
std::optional<model::Diagnosis> sends_memory_it_never_filled(const Failure& failure) {
    if (failure.cause != Cause::extra && failure.cause != Cause::wrong_content) return std::nullopt;
    const auto text = wrong_text(failure);
    if (!text.has_value() || text->where == WrongText::Where::output) return std::nullopt;
    if (language(failure.transcript) != Language::other || stale_buffer(failure).has_value())
        return std::nullopt;
    const std::string_view got = text->got;
    const std::string_view wanted = bare(text->wanted);
    if (wanted.empty() || !got.starts_with(wanted)) return std::nullopt;
    const std::string_view rest = bare(got.substr(wanted.size()));
    const bool text_follows = std::all_of(
        rest.begin(), rest.end(), [](char c) { return (c >= ' ' && c <= '~') || (c >= '\t' && c <= '\r'); });
    if (rest.empty() || text_follows) return std::nullopt;
    const char* hint =
        "recv() does not put a NUL behind the text, so strlen() runs on. Keep what recv() returns, n, and "
        "send "
        "exactly n bytes, or end the text first: buffer[n] = 0;";
    if (text->where == WrongText::Where::message)
        hint =
            "Send as many bytes as the text has: strlen(text) of them, in C. sizeof is the size of the whole "
            "buffer, whatever the text in it is, and read() puts no NUL behind what it reads.";
    return model::Diagnosis{
        "",
        fmt::format("After the text, {}, your program sent {} more of what happened to be in its memory: {}.",
                    count_of(wanted.size(), "byte"), got.size() - wanted.size(), quote(rest, 40)),
        hint, text->evidence};
}

}  // namespace sockgrade::diagnoses
