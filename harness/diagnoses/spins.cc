#include <fmt/format.h>

#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using model::Cause;

// Never at rest: a loop that goes round without waiting.
std::optional<model::Diagnosis> spins(const Failure& failure) {
    const auto wait = unsatisfied_wait(failure);
    if (failure.cause != Cause::hung || !wait.has_value()) return std::nullopt;
    // What the watch calls a program that is in no system call.
    if (wait->how != model::WaitEnd::backstop || wait->blocked != "its own code") return std::nullopt;
    std::vector<std::size_t> evidence = {wait->number};
    bool left = false;
    bool input_ended = false;
    for (const model::Event& event : failure.transcript.events) {
        if (event.number > wait->number) break;
        const auto* finished = std::get_if<event::Finished>(&event.what);
        const auto* coaxed = std::get_if<event::Coaxed>(&event.what);
        left = left || std::holds_alternative<event::Closed>(event.what) ||
               (finished != nullptr && !finished->by_program);
        input_ended = input_ended || (coaxed != nullptr && coaxed->with == event::Coaxed::With::end_of_input);
    }
    const std::string when = left          ? " after the other side had closed"
                             : input_ended ? " after its input had ended"
                                           : "";
    return model::Diagnosis{
        "",
        fmt::format("Your program never came to rest{}: it kept the processor busy without waiting "
                    "for anything.",
                    when),
        left && input_ended
            ? "Reading gives nothing, 0, null or EOF once the other side has closed or the input has "
              "ended, again and again. Leave the loop then."
        : left ? "recv() returns nothing, or 0, once the other side has closed, again and again. Leave "
                 "the loop then: if not data: break"
        : input_ended ? "Reading gives nothing, null or EOF once the input has ended. Leave the loop then."
                      : "A loop goes round and round. Look for the condition that should end it.",
        evidence};
}

}  // namespace sockgrade::diagnoses
