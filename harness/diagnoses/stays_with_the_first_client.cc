#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

namespace {

// One client has left, another one has come since and sent something, and got nothing for it.
struct Waiting {
    std::string left;
    std::string next;
    std::string text;
    std::size_t left_at = 0;
    std::size_t asked_at = 0;
};

std::optional<Waiting> who_waits(const Failure& failure) {
    Waiting found;
    const auto& events = failure.transcript.events;
    for (std::size_t i = 0, stop = failed_at(failure); i < stop; ++i) {
        const event::What& what = events[i].what;
        const auto* finished = std::get_if<event::Finished>(&what);
        const auto* closed = std::get_if<event::Closed>(&what);
        const auto* received = std::get_if<event::Received>(&what);
        // Whose connection it has closed itself it has done with.
        if (finished != nullptr && finished->by_program && finished->connection == found.left) found = {};
        if (closed != nullptr || (finished != nullptr && !finished->by_program)) {
            const std::string& name = closed != nullptr ? closed->connection : finished->connection;
            if (found.next.empty()) found.left = name;
            if (found.next.empty()) found.left_at = events[i].number;
        }
        if (const auto* opened_one = std::get_if<event::Opened>(&what);
            opened_one != nullptr && !found.left.empty() && opened_one->connection != found.left)
            found.next = opened_one->connection;
        const auto* sent = std::get_if<event::Sent>(&what);
        if (sent != nullptr && sent->connection == found.next && found.asked_at == 0) {
            found.text = sent->bytes;
            found.asked_at = events[i].number;
        }
        if (received != nullptr && received->connection == found.next) return std::nullopt;
    }
    if (found.asked_at == 0) return std::nullopt;
    return found;
}

// In its own code, in a pause, or in a call that it makes over and over; not where new clients are seen.
bool is_busy_elsewhere(const Failure& failure) {
    if (failure.cause == model::Cause::output_flood) return true;
    const auto wait = unsatisfied_wait(failure);
    if (!wait.has_value()) return false;
    if (any_in(wait->in, WaitCall::accept) || any_of(wait->in, model::watches_several)) return false;
    return wait->how == model::WaitEnd::backstop || wait->how == model::WaitEnd::flooded ||
           any_in(wait->in, WaitCall::sleep);
}

}  // namespace

// accept() stands before the loop, or the loop for one client never ends.
std::optional<model::Diagnosis> stays_with_the_first_client(const Failure& failure) {
    const model::Plan& plan = failure.transcript.plan;
    const bool fits = came_to_nothing(failure.cause) || failure.cause == model::Cause::output_flood;
    if (!serves(plan) || plan.transport != model::Transport::tcp || !fits || ended(failure).has_value() ||
        !is_busy_elsewhere(failure))
        return std::nullopt;
    const auto waiting = who_waits(failure);
    if (!waiting.has_value()) return std::nullopt;
    const std::string output = printed(failure.transcript, 0, failed_at(failure));
    if (!bare(waiting->text).empty() && contains(output, bare(waiting->text))) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format("{} has left. {} has connected since and sent {}, but your program is still busy in its "
                    "loop, and does not take this client.",
                    named_first(waiting->left), named_first(waiting->next), quote(bare(waiting->text), 60)),
        "Once a client has left, recv() returns nothing, or 0 (readLine() null), again and again. Leave the "
        "loop for this client then: if not data: break. And accept() belongs into a loop of its own around "
        "that one: where it stands before the loop, it takes one client and no other.",
        {waiting->left_at, waiting->asked_at}};
}

}  // namespace sockgrade::diagnoses
