#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

// Each sendto() is a datagram of its own.
std::optional<model::Diagnosis> sends_in_pieces(const Failure& failure) {
    const model::Plan& plan = failure.transcript.plan;
    const auto text = wrong_text(failure);
    if (!text.has_value() || text->where != WrongText::Where::message ||
        plan.transport != model::Transport::udp)
        return std::nullopt;
    std::string whole;
    std::size_t count = 0;
    for (const auto* received : failure.transcript.all<event::Received>()) {
        if (bare(received->bytes) == bare(text->wanted)) return std::nullopt;
        whole += received->bytes;
        ++count;
    }
    if (count < 2 || bare(whole) != bare(text->wanted)) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format("The message came in {}, the first of them {}. On the way they may be lost or "
                    "change places, each on its own.",
                    count_of(count, "datagram"), quote(text->got, 40)),
        "Every sendto() makes a datagram. Send the whole message with one call.", text->evidence};
}

}  // namespace sockgrade::diagnoses
