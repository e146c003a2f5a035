#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using model::Transport;

// It waits for one client while another has sent something.
std::optional<model::Diagnosis> serves_one_at_a_time(const Failure& failure) {
    const model::Plan& plan = failure.transcript.plan;
    if (!serves(plan) || plan.transport != Transport::tcp || !came_to_nothing(failure.cause))
        return std::nullopt;
    const auto text = unanswered(failure);
    const auto wait = unsatisfied_wait(failure);
    if (!text.has_value() || !wait.has_value() || ended(failure).has_value()) return std::nullopt;
    std::vector<std::string> open;
    std::string talker;
    for (std::size_t i = 0, stop = failed_at(failure); i < stop; ++i) {
        const event::What& what = failure.transcript.events[i].what;
        if (const auto* one = std::get_if<event::Opened>(&what)) open.push_back(one->connection);
        if (const auto* closed = std::get_if<event::Closed>(&what)) std::erase(open, closed->connection);
        if (const auto* finished = std::get_if<event::Finished>(&what);
            finished != nullptr && finished->by_program)
            std::erase(open, finished->connection);
        if (const auto* sent = std::get_if<event::Sent>(&what);
            sent != nullptr && failure.transcript.events[i].number == text->evidence.front())
            talker = sent->connection;
    }
    if (open.size() < 2 || talker.empty() || open.front() == talker) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format("{} is connected and says nothing. Meanwhile {} sent {} and got no reply.",
                    named_first(open.front()), model::actor_in_words(talker),
                    quote(bare(text->original), 60)),
        "While recv() waits for one client, nobody else is served. Start a thread for each connection, or "
        "let select() "
        "say who has something to read.",
        text->evidence};
}

}  // namespace sockgrade::diagnoses
