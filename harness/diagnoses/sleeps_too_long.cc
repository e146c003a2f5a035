#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "diagnoses/failed_step.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

namespace {

constexpr const char* kUnits =
    "sleep() in C and time.sleep() in Python count seconds, usleep() millionths of them, Thread.sleep() and "
    "setTimeout() thousandths.";

// The last line of what it printed behind that position.
std::string last_line_since(const model::Transcript& transcript, std::size_t from, std::size_t end) {
    const std::string all = printed(transcript, from, end);
    const std::string_view text = bare(all);
    return std::string(text.substr(text.rfind('\n') + 1));
}

// Something came for it, and it neither printed nor answered that.
std::optional<model::Diagnosis> while_something_is_there(const Failure& failure,
                                                         const UnsatisfiedWait& wait) {
    const model::Transcript& transcript = failure.transcript;
    const event::Sent* unread = nullptr;
    std::size_t number = 0;
    for (std::size_t i = 0, stop = failed_at(failure); i < stop; ++i) {
        const auto* sent = std::get_if<event::Sent>(&transcript.events[i].what);
        if (sent != nullptr && !bare(sent->bytes).empty()) {
            unread = sent;
            number = transcript.events[i].number;
        }
        const auto* received = std::get_if<event::Received>(&transcript.events[i].what);
        if (unread != nullptr && received != nullptr && received->connection == unread->connection)
            unread = nullptr;
    }
    if (unread == nullptr ||
        contains(printed(transcript, 0, failed_at(failure)), bare(text_in(transcript.plan, unread->bytes))))
        return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format("{} had come, and your program pauses in {}: it has neither printed nor answered that.",
                    quote(bare(unread->bytes), 60), in_words(wait.in)),
        std::string(
            "A pause holds up whatever comes meanwhile. recv() and recvfrom() wait by themselves until "
            "something is there: leave the pause out, or make it a short one. ") +
            kUnits,
        {number, wait.number}};
}

// It has noticed that no reply came, or has one, and lets time pass before its next message.
std::optional<model::Diagnosis> before_the_next_message(const Failure& failure, const UnsatisfiedWait& wait) {
    const model::Transcript& transcript = failure.transcript;
    std::size_t last = 0;  // where it sent something last
    std::size_t number = 0;
    for (std::size_t i = 0, stop = failed_at(failure); i < stop; ++i) {
        const event::What& what = transcript.events[i].what;
        const auto* fault = std::get_if<event::FaultApplied>(&what);
        const auto* played = std::get_if<event::FaultPlayed>(&what);
        const bool lost =
            fault != nullptr && fault->lost && fault->direction == model::Direction::from_program;
        const bool refused = played != nullptr && played->what == event::FaultPlayed::What::refused;
        if (!lost && !refused && !std::holds_alternative<event::Received>(what)) continue;
        last = i;
        number = transcript.events[i].number;
    }
    const std::string said = last_line_since(transcript, last + 1, failed_at(failure));
    if (number == 0 || said.empty()) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format(
            "Your program printed {}, and then it pauses in {} for longer than it may: its next message "
            "is due.",
            quote(said, 60), in_words(wait.in)),
        std::string("Go on with the next message at once, or after a short pause. ") + kUnits,
        {number, wait.number}};
}

}  // namespace

// It has stopped by itself for some time, and what it is to do meanwhile is left undone.
std::optional<model::Diagnosis> sleeps_too_long(const Failure& failure) {
    const auto wait = unsatisfied_wait(failure);
    if (!wait.has_value() || !came_to_nothing(failure.cause) || ended(failure).has_value() ||
        wait->how == model::WaitEnd::program_ended)
        return std::nullopt;
    const model::Plan& plan = failure.transcript.plan;
    const bool sleeps = any_in(wait->in, WaitCall::sleep);
    // Pauses of Node and asyncio, and of older Pythons; Python waits for a socket with a time limit in
    // poll().
    const bool may_sleep = (any_in(wait->in, WaitCall::epoll_wait) || any_in(wait->in, WaitCall::select)) &&
                           !waits_to_receive(wait->in);
    if (serves(plan) || plan.role == model::Role::peer)
        // Another thread may wait for what comes.
        return sleeps && !waits_to_receive(wait->in) ? while_something_is_there(failure, *wait)
                                                     : std::nullopt;
    const model::Expect* const expect = unmet_expectation(failure);
    if (!(sleeps || may_sleep) || expect == nullptr || plan.transport != model::Transport::udp)
        return std::nullopt;
    return before_the_next_message(failure, *wait);
}

}  // namespace sockgrade::diagnoses
