#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "diagnoses/pings.hh"

namespace sockgrade::diagnoses {

namespace {

// Of a client that sends anything: what it sent last, and why no reply came to that.
struct Unheard {
    std::string bytes;
    std::size_t number = 0;
    std::string why;
    std::size_t because = 0;
    bool is_answered = false;  // whatever became of the answer
};

bool waits_for_datagrams(const model::Waits& waits) {
    return waits_to_receive(waits) || any_of(waits, model::watches_several);
}

std::optional<Unheard> last_unheard(const Failure& failure) {
    namespace event = model::event;
    Unheard last;
    for (std::size_t i = 0, stop = failed_at(failure); i < stop; ++i) {
        const model::Event& one = failure.transcript.events[i];
        if (const auto* received = std::get_if<event::Received>(&one.what))
            last = {received->bytes, one.number, "", 0};
        if (const auto* fault = std::get_if<event::FaultApplied>(&one.what);
            fault != nullptr && fault->lost) {
            const bool own = fault->direction == model::Direction::from_program;
            const char* const why =
                fault->kind == "unreachable" ? "nobody was there" : "it was lost on its way";
            if (own) last = {fault->bytes, one.number, why, one.number};
            if (!own) last.why = "the reply was lost on its way";
            if (!own) last.because = one.number;
        }
        if (std::holds_alternative<event::Sent>(one.what)) last.is_answered = true;
        const auto* played = std::get_if<event::FaultPlayed>(&one.what);
        if (played != nullptr && played->what == event::FaultPlayed::What::went_away && last.number != 0 &&
            !last.is_answered) {
            last.why = "the other side went away";
            last.because = one.number;
        }
        if (played != nullptr && played->what == event::FaultPlayed::What::refused)
            last = {"", one.number, "nobody was there", one.number};
        const auto* delivered = std::get_if<event::Delivered>(&one.what);
        if (delivered != nullptr && delivered->direction == model::Direction::to_program &&
            delivered->way != event::Delivered::Way::refused)
            last.why.clear();
    }
    if (last.why.empty()) return std::nullopt;
    return last;
}

}  // namespace

// A reply was lost, and it is waited for as if it had to come.
std::optional<model::Diagnosis> waits_without_a_time_limit(const Failure& failure) {
    if (sleeps_too_long(failure) || uses_up_its_time_limit(failure)) return std::nullopt;
    const auto pings = pings_of(failure);
    const auto wait = unsatisfied_wait(failure);
    const std::string hint =
        std::string(
            "Set a time limit before the loop: sock.settimeout(1) in Python, in seconds; "
            "socket.setSoTimeout(1000) in Java, in milliseconds; setsockopt() with SO_RCVTIMEO in C; "
            "SetReadDeadline() in Go; setTimeout() in Node.") +
        (language(failure.transcript) == Language::other
             ? " If your program in C sets one, look at what setsockopt() returns: it takes a struct "
               "timeval, "
               "its size, and a tv_usec below 1000000; a second is tv_sec = 1."
             : "");
    const model::Plan& plan = failure.transcript.plan;
    if (!pings && plan.role == model::Role::client && plan.transport == model::Transport::udp &&
        came_to_nothing(failure.cause) && wait.has_value() && wait->how == model::WaitEnd::quiet &&
        waits_for_datagrams(wait->in) && !ended(failure).has_value()) {
        const auto unheard = last_unheard(failure);
        if (!unheard.has_value()) return std::nullopt;
        return model::Diagnosis{
            "",
            fmt::format(
                "No reply came to {}: {}. Your program waits for one in {}, without a time limit or with "
                "one that is much too long.",
                unheard->bytes.empty() ? "what your program had sent" : quote(bare(unheard->bytes), 60),
                unheard->why, in_words(wait->in)),
            hint,
            {unheard->because, wait->number}};
    }
    if (!pings || pings->all_came() || !wait.has_value() || wait->how != model::WaitEnd::quiet)
        return std::nullopt;
    const Ping* const last = unanswered_at_the_end(*pings);
    if (last == nullptr || !waits_for_datagrams(wait->in)) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format("The reply to {} was lost, and your program waits for it in {}, without a time limit or "
                    "with one that is much too long.",
                    quote(bare(last->bytes), 60), in_words(wait->in)),
        hint,
        {last->number, last->reply_event, wait->number}};
}

}  // namespace sockgrade::diagnoses
