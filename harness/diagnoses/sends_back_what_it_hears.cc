#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

// What the other one says goes back to them, as from an echo server.
std::optional<model::Diagnosis> sends_back_what_it_hears(const Failure& failure) {
    const model::Plan& plan = failure.transcript.plan;
    if (plan.role != model::Role::peer || failure.cause != model::Cause::extra) return std::nullopt;
    const event::Sent* heard = nullptr;
    std::size_t number = 0;
    for (const model::Event& one : failure.transcript.events) {
        if (const auto* sent = std::get_if<event::Sent>(&one.what); sent != nullptr && heard == nullptr) {
            heard = sent;
            number = one.number;
        }
        const auto* received = std::get_if<event::Received>(&one.what);
        if (heard == nullptr || received == nullptr || bare(heard->bytes).empty() ||
            !contains(received->bytes, bare(heard->bytes)))
            continue;
        return model::Diagnosis{"",
                                fmt::format("{} came from the other one, and your program sent it back.",
                                            quote(bare(heard->bytes), 60)),
                                "In a chat what comes is shown, print(), and what is typed is sent, send(). "
                                "Leave out the send() behind "
                                "recv().",
                                {number, one.number}};
    }
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
