#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

// A datagram came, without a byte in it.
std::optional<model::Diagnosis> sends_nothing_in_it(const Failure& failure) {
    const model::Plan& plan = failure.transcript.plan;
    if (plan.transport != model::Transport::udp || !came_to_nothing(failure.cause)) return std::nullopt;
    // An empty reply to an empty question is right.
    const auto text = wrong_text(failure);
    const model::Expect* const expect = unmet_expectation(failure);
    const bool owes_a_reply = expect != nullptr && expect->what == model::Expect::What::fixed;
    if (serves(plan) && !owes_a_reply && (!text.has_value() || bare(text->original).empty()))
        return std::nullopt;
    const std::size_t question = text.has_value() ? text->evidence.front() : 0;
    std::size_t empty = 0;
    for (std::size_t i = 0, stop = failed_at(failure); i < stop; ++i) {
        const auto* received = std::get_if<event::Received>(&failure.transcript.events[i].what);
        if (received == nullptr || failure.transcript.events[i].number < question) continue;
        if (!received->bytes.empty()) return std::nullopt;
        if (empty == 0) empty = failure.transcript.events[i].number;
    }
    if (empty == 0) return std::nullopt;
    return model::Diagnosis{
        "",
        "Your program sent a datagram, but there was not a single byte in it.",
        serves(plan)
            ? "Check what recvfrom() returned, and the length that you hand to sendto(). strlen() of an "
              "empty buffer is 0: give recvfrom() the size of the buffer, sizeof buffer."
            : "Check what you hand to sendto(): the buffer with the text, and the length of that text "
              "(strlen(text) in C).",
        {empty}};
}

}  // namespace sockgrade::diagnoses
