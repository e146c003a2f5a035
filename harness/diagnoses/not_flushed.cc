#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

// Printed, but kept in a buffer.
std::optional<model::Diagnosis> not_flushed(const Failure& failure) {
    const auto text = wrong_text(failure);
    if (!text.has_value() || text->where != WrongText::Where::output ||
        failure.cause != model::Cause::missing)
        return std::nullopt;
    const std::string_view wanted = bare(text->wanted);
    if (wanted.empty() || ended(failure).has_value()) return std::nullopt;
    constexpr const char* kHint =
        "What printf(), cout or print(..., end='') write waits in a buffer until the line ends. End it with "
        "\\n, or "
        "flush: fflush(stdout), cout << flush, print(text, flush=True)";
    // A compiled program, a text that brings no line end along, and not a single byte printed since it came.
    const auto wait = unsatisfied_wait(failure);
    const bool no_line_end = text->original.empty() || text->original.back() != '\n';
    if (language(failure.transcript) != Language::other || !no_line_end || !text->got.empty())
        return std::nullopt;
    if (failure.transcript.plan.role != model::Role::receiver || !wait.has_value() ||
        !waits_to_receive(wait->blocked))
        return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format("{}, which has no newline at its end, was not printed; your program already "
                    "waits for the next message.",
                    quote(wanted, 60)),
        kHint, text->evidence};
}

}  // namespace sockgrade::diagnoses
