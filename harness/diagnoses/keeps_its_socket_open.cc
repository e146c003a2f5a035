#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "diagnoses/failed_step.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

namespace {

// Who goes on sending has more to do than to close its socket.
std::optional<model::Diagnosis> goes_on_sending(const Failure& failure) {
    constexpr std::size_t kMany = 3;
    std::map<std::string, std::vector<std::size_t>> sent;
    for (std::size_t i = 0, stop = failed_at(failure); i < stop; ++i) {
        const model::Event& one = failure.transcript.events[i];
        const auto* received = std::get_if<event::Received>(&one.what);
        if (received != nullptr) sent[received->bytes].push_back(one.number);
    }
    for (const auto& [text, events] : sent) {
        if (bare(text).empty() || events.size() < kMany) continue;
        return model::Diagnosis{
            "",
            fmt::format("Your program sent {} again and again, and did not end.", quote(bare(text), 60)),
            "Nobody replies to a sender in this exercise. Send the message once, without a loop around it, "
            "and let "
            "the program come to its end.",
            {events[0], events[1], events[2]}};
    }
    return std::nullopt;
}

}  // namespace

// All is sent, and the program neither closes nor ends.
std::optional<model::Diagnosis> keeps_its_socket_open(const Failure& failure) {
    const model::Plan& plan = failure.transcript.plan;
    const auto wait = unsatisfied_wait(failure);
    const auto runs_on = [](const model::Step& step) {
        return std::holds_alternative<model::IsRunning>(step.action);
    };
    if (std::any_of(plan.steps.begin(), plan.steps.end(), runs_on)) return std::nullopt;  // as it shall
    if (serves(plan) || failure.cause != model::Cause::hung || !wait.has_value()) return std::nullopt;
    const bool nobody_replies =
        plan.role == model::Role::sender &&
        std::none_of(plan.steps.begin(), plan.steps.end(), [](const model::Step& step) {
            return std::holds_alternative<model::AnswerEach>(step.action);
        });
    // It was to end. Where something else was awaited it may have good reason to stay.
    const model::Step* const failed = failed_step(failure).step;
    if (failed == nullptr) return std::nullopt;
    const auto* const expect = std::get_if<model::Expect>(&failed->action);
    const bool awaits_the_end = expect != nullptr && expect->what == model::Expect::What::end;
    if (!awaits_the_end && !std::holds_alternative<model::Exits>(failed->action)) return std::nullopt;
    const bool scans = plan.given.ports.first != 0;
    if (scans ? failure.transcript.first<event::Opened>() == nullptr
              : failure.transcript.first<event::Received>() == nullptr)
        return std::nullopt;
    if (nobody_replies && plan.transport == model::Transport::udp && plan.faults.empty())
        if (auto again = goes_on_sending(failure)) return again;
    if (tries_for_ever(failure) || waits_to_receive(wait->in) || reads_standard_input(wait->in) ||
        spins(failure) || goes_on_after_its_input(failure))
        return std::nullopt;
    if (wait->how != model::WaitEnd::quiet && wait->how != model::WaitEnd::backstop) return std::nullopt;
    const bool node = language(failure.transcript) == Language::javascript;
    if (wait->in.empty() && !node) return std::nullopt;
    // It is not at rest, and what it was last seen in is no place where it stays.
    const WhatEnded over = what_ended(failure.transcript, wait->number);
    if (wait->how == model::WaitEnd::backstop && !over.when.empty())
        return model::Diagnosis{
            "",
            fmt::format("Your program did not end{}: it goes round and round{}.", over.when,
                        wait->in.empty() ? "" : ", and was last seen in " + in_words(wait->in)),
            over.hint,
            {wait->number}};
    const char* const done = scans ? "has connected to a port that listens" : "sent its message";
    return model::Diagnosis{
        "",
        fmt::format("Your program {}, but then it did not end{}.", done,
                    wait->in.empty() ? "" : ": it stays in " + in_words(wait->in)),
        node && scans ? "Node runs as long as a socket is open. Close each socket when it has connected: "
                        "socket.destroy() in the 'connect' event."
        : scans ? "Close each socket when connect() has come back, also where it worked, and let the program "
                  "come to its end."
        : node && plan.role == model::Role::client
            ? "Node runs as long as a socket is open. Close it when the "
              "reply has come: socket.end() for TCP, "
              "socket.close() for UDP, in the 'data' or 'message' event."
        : node ? "Node runs as long as a socket is open. Close it when the message is sent: "
                 "socket.end() for TCP, socket.close() in the callback of send() for UDP."
        : nobody_replies
            ? "After the last message close the socket and let the program come to its end. Nobody "
              "replies to a sender in this exercise: do not wait for that."
            : "After the last message close the socket and let the program come to its end.",
        {wait->number}};
}

}  // namespace sockgrade::diagnoses
