#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace {

// What stands behind a number ends with no newline in any of these datagrams, and everybody prints one.
bool brings_a_number(const model::Plan& plan) {
    for (const model::Step& step : plan.steps)
        if (const auto* send = std::get_if<model::Send>(&step.action))
            for (const model::Message& message : send->messages)
                if (!message.as.empty()) return true;
    return false;
}

}  // namespace

// Printed, but kept in a buffer.
std::optional<model::Diagnosis> not_flushed(const Failure& failure) {
    const auto text = wrong_text(failure);
    if (!text.has_value() || text->where != WrongText::Where::output ||
        failure.cause != model::Cause::missing)
        return std::nullopt;
    const std::string_view wanted = bare(text->wanted);
    if (wanted.empty() || ended(failure).has_value()) return std::nullopt;
    // A text that brings no line end along, and not a single byte printed since it came.
    const auto wait = unsatisfied_wait(failure);
    const bool no_line_end = text->original.empty() || text->original.back() != '\n';
    if (!no_line_end || !text->got.empty() || !wait.has_value()) return std::nullopt;
    const Language written_in = language(failure.transcript);
    if (written_in != Language::other && written_in != Language::python) return std::nullopt;
    if (brings_a_number(failure.transcript.plan)) return std::nullopt;
    const bool for_the_next = waits_to_receive(wait->in) || any_in(wait->in, WaitCall::accept);
    if (failure.transcript.plan.role != model::Role::receiver || !for_the_next) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format("{}, which has no newline at its end, was not printed; your program already "
                    "waits in {}{}.",
                    quote(wanted, 60), in_words(wait->in),
                    awaited_in(wait->in, failure.transcript.plan.transport)),
        failure.transcript.plan.transport == model::Transport::udp
            ? "What printf(), cout or print(..., end='') write waits in a buffer until the line ends. End it "
              "with "
              "\\n, or flush: fflush(stdout), cout << flush, print(text, flush=True)"
            : "There are two usual reasons. What printf(), cout or print(..., end='') write waits in a "
              "buffer "
              "until the line ends: end it with \\n, or flush: fflush(stdout), cout << flush, print(text, "
              "flush=True). And a function that reads lines may throw away one that does not end: print what "
              "it "
              "has when the connection is closed.",
        text->evidence};
}

}  // namespace sockgrade::diagnoses
