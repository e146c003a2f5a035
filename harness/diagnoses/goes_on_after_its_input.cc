#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "diagnoses/failed_step.hh"
#include "model/typed.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

// Nothing more can be typed, and it sends something all the same.
std::optional<model::Diagnosis> goes_on_after_its_input(const Failure& failure) {
    const model::Plan& plan = failure.transcript.plan;
    const auto wait = unsatisfied_wait(failure);
    const model::Step* const failed = failed_step(failure).step;
    if (serves(plan) || failure.cause != model::Cause::hung || !wait.has_value() || failed == nullptr ||
        !std::holds_alternative<model::Exits>(failed->action) ||
        failure.transcript.first<event::Typed>() == nullptr)
        return std::nullopt;
    const auto typed = failure.transcript.all<event::Typed>();
    const auto texts = static_cast<std::size_t>(std::count_if(
        typed.begin(), typed.end(), [](const event::Typed* one) { return model::is_text(*one); }));
    std::size_t ended_at = 0;
    std::size_t heard = 0;
    for (std::size_t i = 0, stop = failed_at(failure); i < stop; ++i) {
        const model::Event& one = failure.transcript.events[i];
        const auto* coaxed = std::get_if<event::Coaxed>(&one.what);
        if (coaxed != nullptr && coaxed->with == event::Coaxed::With::end_of_input) ended_at = one.number;
        const auto* received = std::get_if<event::Received>(&one.what);
        if (received == nullptr) continue;
        // What was typed may also be sent late.
        if (ended_at == 0) ++heard;
        if (ended_at == 0 || heard < texts) continue;
        return model::Diagnosis{
            "",
            fmt::format("The input of your program had ended, and then it sent {}, which nobody had typed{}.",
                        received->bytes.empty() ? "an empty message" : quote(bare(received->bytes), 60),
                        waits_to_receive(wait->in)
                            ? " then. It waits for a reply to that in " + in_words(wait->in)
                            : ""),
            "When the input has ended, reading gives no text: input() raises EOFError, fgets() returns NULL, "
            "readLine() returns null. Leave the loop there, before anything is sent. while (!feof(stdin)) "
            "asks too "
            "early: the end is known only when a read has failed.",
            {ended_at, one.number, wait->number}};
    }
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
