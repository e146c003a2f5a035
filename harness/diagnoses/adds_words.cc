#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

using model::Cause;
using Where = WrongText::Where;

namespace {

bool is_readable(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= ' ' && c <= '~') || c == '\n' || c == '\r' || c == '\t'; });
}

}  // namespace

// The right text with something before or after it.
std::optional<model::Diagnosis> adds_words(const Failure& failure) {
    // Then they are none of its own.
    if (answers_another_client(failure)) return std::nullopt;
    const auto text = wrong_text(failure);
    if (!text.has_value() || text->where == Where::output || failure.cause != Cause::extra)
        return std::nullopt;
    if (sends_a_length_first(failure) || sends_printed_form_of_bytes(failure) || stale_buffer(failure) ||
        sends_everything_so_far(failure) || sends_it_twice(failure) || sends_an_object(failure))
        return std::nullopt;
    const std::string_view got = bare(text->got);
    const std::size_t at = got.find(bare(text->wanted));
    if (at == std::string_view::npos || bare(text->wanted).empty()) return std::nullopt;
    const std::string_view before = got.substr(0, at);
    const std::string_view after = got.substr(at + bare(text->wanted).size());
    if (!is_readable(before) || !is_readable(after) || (before.empty() && after.empty())) return std::nullopt;
    const std::string where =
        before.empty()  ? quote(after, 60) + " after it"
        : after.empty() ? quote(before, 60) + " before it"
                        : fmt::format("{} before it and {} after it", quote(before, 60), quote(after, 60));
    return model::Diagnosis{
        "", fmt::format("The text is right, but your program also sent {}.", where),
        before.empty() && language(failure.transcript) == Language::other
            ? "Send the text alone. If these are no words of yours, they were in the buffer before: send "
              "only "
              "the n bytes that recv() returned."
            : "Send the text alone. Words for people, such as \"From server:\", belong on the screen of "
              "the one who prints it.",
        text->evidence};
}

}  // namespace sockgrade::diagnoses
