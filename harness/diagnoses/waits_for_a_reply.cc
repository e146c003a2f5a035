#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

// A sender that has sent, and waits for something that nobody sends.
std::optional<model::Diagnosis> waits_for_a_reply(const Failure& failure) {
    const auto wait = unsatisfied_wait(failure);
    if (failure.transcript.plan.role != model::Role::sender || failure.cause != model::Cause::hung)
        return std::nullopt;
    if (!wait.has_value() || !waits_to_receive(wait->in)) return std::nullopt;
    // Where its peer does answer, waiting is right.
    for (const model::Step& step : failure.transcript.plan.steps)
        if (std::holds_alternative<model::AnswerEach>(step.action) ||
            std::holds_alternative<model::Reply>(step.action) ||
            std::holds_alternative<model::Send>(step.action))
            return std::nullopt;
    const auto* received = failure.transcript.first<event::Received>();
    if (received == nullptr) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format("Your program sent its message, and then it waits in {}. The receiver of this "
                    "exercise never replies, so that takes for ever.",
                    in_words(wait->in)),
        "Leave out the recv(): after sending, close the socket and end.",
        {wait->number}};
}

}  // namespace sockgrade::diagnoses
