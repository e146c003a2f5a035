#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

namespace {

// Lines are typed in this case, and nothing goes over the network.
bool works_on_its_input(const model::Transcript& transcript) {
    const auto& steps = transcript.plan.steps;
    return transcript.first<event::SocketCall>() == nullptr &&
           std::any_of(steps.begin(), steps.end(), [](const model::Step& step) {
               return std::holds_alternative<model::Typed>(step.action);
           });
}

}  // namespace

// It took a line of its input, or a few, and ended before the next.
std::optional<model::Diagnosis> reads_one_line_only(const Failure& failure) {
    const auto end = ended(failure);
    if (!works_on_its_input(failure.transcript) || failure.cause != model::Cause::exited_early ||
        !end.has_value() || end->termination.how != model::Termination::How::exited ||
        end->termination.code != 0)
        return std::nullopt;
    std::size_t before = 0;
    for (const model::Event& one : failure.transcript.events) {
        const auto* typed = std::get_if<event::Typed>(&one.what);
        if (typed == nullptr) continue;
        if (one.number < end->number) {
            ++before;
        } else if (before > 0) {
            return model::Diagnosis{
                "",
                fmt::format("Your program ended after {} of its input. {} came behind that.",
                            count_of(before, "line"), quote(bare(typed->bytes), 60)),
                "Read in a loop, line after line, until the input ends: for line in sys.stdin in Python, "
                "while "
                "(fgets(...)) in C.",
                {end->number, one.number}};
        }
    }
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
