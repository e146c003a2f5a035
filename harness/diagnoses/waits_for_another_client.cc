#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

// It is in accept() while the client that it has goes on talking.
std::optional<model::Diagnosis> waits_for_another_client(const Failure& failure) {
    const model::Plan& plan = failure.transcript.plan;
    const auto text = unanswered(failure);
    const auto wait = unsatisfied_wait(failure);
    if (plan.transport != model::Transport::tcp || !text.has_value() || !wait.has_value() ||
        wait->how != model::WaitEnd::quiet)
        return std::nullopt;
    if (!waits_in(wait->in, WaitCall::accept)) return std::nullopt;
    std::string connection;
    std::size_t answered = 0;
    for (std::size_t i = 0, stop = failed_at(failure); i < stop; ++i) {
        const model::Event& event = failure.transcript.events[i];
        if (std::holds_alternative<event::Finished>(event.what) ||
            std::holds_alternative<event::Closed>(event.what) ||
            std::holds_alternative<event::ResetSeen>(event.what) ||
            std::holds_alternative<event::Coaxed>(event.what))
            return std::nullopt;
        const auto* sent = std::get_if<event::Sent>(&event.what);
        if (sent != nullptr && event.number == text->evidence.front()) connection = sent->connection;
        if (std::holds_alternative<event::Received>(event.what) && connection.empty())
            answered = event.number;
    }
    // Its first text got no reply: then it may be another matter.
    if (connection.empty() || answered == 0) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format("{} is still connected and has sent {}. Your program waits in {} for another client.",
                    named_first(connection), quote(bare(text->original), 60), in_words(wait->in)),
        "accept() is called once for each client. Behind it comes a second loop, with recv() and send(), "
        "that goes on "
        "until this client has closed; only then is it time for the next accept().",
        {text->evidence.front(), wait->number}};
}

}  // namespace sockgrade::diagnoses
