#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

// A reply went to a client that had not asked.
std::optional<model::Diagnosis> answers_another_client(const Failure& failure) {
    const model::Plan& plan = failure.transcript.plan;
    if (plan.role != model::Role::server || plan.transport != model::Transport::tcp) return std::nullopt;
    const auto& events = failure.transcript.events;
    for (std::size_t i = 0, stop = failed_at(failure); i < stop; ++i) {
        const auto* received = std::get_if<event::Received>(&events[i].what);
        if (received == nullptr || bare(received->bytes).empty()) continue;
        const event::Sent* asked = nullptr;
        std::size_t number = 0;
        bool by_itself = false;
        for (std::size_t k = 0; k < i; ++k) {
            const auto* sent = std::get_if<event::Sent>(&events[k].what);
            if (sent == nullptr || ascii_capitals(std::string(bare(sent->bytes))) != bare(received->bytes))
                continue;
            by_itself = by_itself || sent->connection == received->connection;
            asked = sent;
            number = events[k].number;
        }
        if (asked == nullptr || by_itself) continue;
        return model::Diagnosis{
            "",
            fmt::format("What {} had sent was {}, and its reply went to {}.",
                        model::actor_in_words(asked->connection), quote(bare(asked->bytes), 60),
                        model::actor_in_words(received->connection)),
            "Each client is answered on its own connection. A thread needs its connection as an argument, "
            "not as a "
            "variable that all of them share; a loop answers on the socket that it has read from.",
            {number, events[i].number}};
    }
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
