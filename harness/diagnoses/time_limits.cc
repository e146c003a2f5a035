

#include "base/text.hh"
#include "diagnoses/case_view.hh"
#include "diagnoses/failed_step.hh"
#include "diagnoses/pings.hh"
#include "diagnoses/words.hh"
#include "faults/fault.hh"
#include "telling/wait.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using namespace fmt::literals;

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
std::optional<model::Diagnosis> while_something_is_there(const CaseView& view, const UnsatisfiedWait& wait) {
    const model::Transcript& transcript = view.transcript;
    const event::Sent* unread = nullptr;
    std::size_t number = 0;
    for (const model::Event& one : view.events) {
        const auto* sent = std::get_if<event::Sent>(&one.what);
        if (sent != nullptr && !bare(sent->bytes).empty()) {
            unread = sent;
            number = one.number;
        }
        const auto* received = std::get_if<event::Received>(&one.what);
        if (unread != nullptr && received != nullptr && received->connection == unread->connection)
            unread = nullptr;
    }
    if (unread == nullptr || contains(view.output, bare(text_in(transcript.plan, unread->bytes))))
        return std::nullopt;
    return say<words::sleeps_while_something_is_there>(
        {number, wait.number}, Hint{std::string(words::leave_the_pause_out) + kUnits},
        "text"_a = quote(bare(unread->bytes), 60), "call"_a = telling::in_words(wait.in));
}

// It has noticed that no reply came, or has one, and lets time pass before its next message.
std::optional<model::Diagnosis> before_the_next_message(const CaseView& view, const UnsatisfiedWait& wait) {
    const model::Transcript& transcript = view.transcript;
    std::size_t last = 0;  // where it sent something last
    std::size_t number = 0;
    for (std::size_t i = 0, stop = view.failed_at; i < stop; ++i) {
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
    const std::string said = last_line_since(transcript, last + 1, view.failed_at);
    if (number == 0 || said.empty()) return std::nullopt;
    return say<words::sleeps_before_the_next_message>(
        {number, wait.number},
        Hint{std::string("Go on with the next message at once, or after a short pause. ") + kUnits},
        "said"_a = quote(said, 60), "call"_a = telling::in_words(wait.in));
}

}  // namespace

// It has stopped by itself for some time, and what it is to do meanwhile is left undone.
std::optional<model::Diagnosis> sleeps_too_long(const CaseView& view) {
    const auto& wait = view.wait;
    if (!wait.has_value() || !came_to_nothing(view.cause) || view.end.has_value() ||
        wait->how == model::WaitEnd::program_ended)
        return std::nullopt;
    const model::Plan& plan = view.plan;
    const bool sleeps = any_in(wait->in, WaitCall::sleep);
    // Pauses of Node and asyncio, and of older Pythons; Python waits for a socket with a time limit in
    // poll().
    const bool may_sleep = (any_in(wait->in, WaitCall::epoll_wait) || any_in(wait->in, WaitCall::select)) &&
                           !waits_to_receive(wait->in);
    if (serves(plan) || plan.role == model::Role::peer)
        // Another thread may wait for what comes.
        return sleeps && !waits_to_receive(wait->in) ? while_something_is_there(view, *wait) : std::nullopt;
    const model::Expect* const expect = view.expectation;
    if (!(sleeps || may_sleep) || expect == nullptr || plan.transport != model::Transport::udp)
        return std::nullopt;
    return before_the_next_message(view, *wait);
}

namespace {

bool gets_no_reply(const event::What& what) {
    const auto* fault = std::get_if<event::FaultApplied>(&what);
    const auto* played = std::get_if<event::FaultPlayed>(&what);
    return (fault != nullptr && fault->lost) ||
           (played != nullptr && (played->what == event::FaultPlayed::What::refused ||
                                  played->what == event::FaultPlayed::What::went_away));
}

std::string last_line_of(const std::string& output) {
    const std::string_view text = bare(output);
    return std::string(text.substr(text.rfind('\n') + 1));
}

}  // namespace

// After one time-out no reply is read any more, though they come, and it goes on sending.
std::optional<model::Diagnosis> uses_up_its_time_limit(const CaseView& view) {
    const model::Transcript& transcript = view.transcript;
    if (serves(transcript.plan) || transcript.plan.transport != model::Transport::udp ||
        language(transcript) != Language::other || view.end.has_value())
        return std::nullopt;
    const auto& output = view.output;
    const bool has_link = transcript.first<event::Delivered>() != nullptr;
    std::size_t lost_at = 0;  // position of what first got no reply
    std::size_t came_at = 0;  // and of the first reply after that
    std::string reply;
    std::size_t sent_since = 0;  // and of its next message
    const std::size_t stop = view.failed_at;
    for (std::size_t i = 0; i < stop; ++i) {
        const event::What& what = transcript.events[i].what;
        if (lost_at == 0 && gets_no_reply(what)) lost_at = i;
        const auto* delivered = std::get_if<event::Delivered>(&what);
        const auto* sent = std::get_if<event::Sent>(&what);
        const bool is_reply =
            has_link ? delivered != nullptr && delivered->direction == model::Direction::to_program
                     : sent != nullptr;
        if (is_reply && lost_at != 0 && came_at == 0) {
            reply = bare(has_link ? delivered->bytes : sent->bytes);
            came_at = i;
        }
        if (came_at != 0 && sent_since == 0 && std::holds_alternative<event::Received>(what)) sent_since = i;
    }
    if (reply.empty() || sent_since == 0 || contains(output, reply)) return std::nullopt;
    // What it says of a message without a reply it says of the later ones, too.
    const std::string complaint = last_line_of(printed(transcript, lost_at, came_at));
    if (complaint.empty() || contains(printed(transcript, 0, lost_at), complaint) ||
        !contains(printed(transcript, sent_since, stop), complaint))
        return std::nullopt;
    return say<words::uses_up_its_time_limit>({transcript.events[came_at].number},
                                              "reply"_a = quote(reply, 60),
                                              "complaint"_a = quote(complaint, 60));
}

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

std::optional<Unheard> last_unheard(const CaseView& view) {
    namespace event = model::event;
    Unheard last;
    for (const model::Event& one : view.events) {
        if (const auto* received = std::get_if<event::Received>(&one.what))
            last = {received->bytes, one.number, "", 0};
        if (const auto* fault = std::get_if<event::FaultApplied>(&one.what);
            fault != nullptr && fault->lost) {
            const bool own = fault->direction == model::Direction::from_program;
            const bool is_refused = faults::is(fault->kind, &faults::FaultKind::refuses);
            const char* const why = is_refused ? "nobody was there" : "it was lost on its way";
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
std::optional<model::Diagnosis> waits_without_a_time_limit(const CaseView& view) {
    const auto pings = pings_of(view);
    const auto& wait = view.wait;
    const std::string hint = std::string(words::set_a_time_limit) +
                             (view.language == Language::other ? words::look_at_what_setsockopt_returns : "");
    const model::Plan& plan = view.plan;
    if (!pings && plan.role == model::Role::client && plan.transport == model::Transport::udp &&
        came_to_nothing(view.cause) && wait.has_value() && wait->how == model::WaitEnd::quiet &&
        waits_for_datagrams(wait->in) && !view.end.has_value()) {
        const auto unheard = last_unheard(view);
        if (!unheard.has_value()) return std::nullopt;
        return say<words::waits_for_a_reply_that_never_comes>(
            {unheard->because, wait->number}, Hint{hint},
            "text"_a =
                unheard->bytes.empty() ? "what your program had sent" : quote(bare(unheard->bytes), 60),
            "why"_a = unheard->why, "call"_a = telling::in_words(wait->in));
    }
    if (!pings || pings->all_came() || !wait.has_value() || wait->how != model::WaitEnd::quiet)
        return std::nullopt;
    const Ping* const last = unanswered_at_the_end(*pings);
    if (last == nullptr || !waits_for_datagrams(wait->in)) return std::nullopt;
    return say<words::waits_without_a_time_limit>({last->number, last->reply_event, wait->number}, Hint{hint},
                                                  "ping"_a = quote(bare(last->bytes), 60),
                                                  "call"_a = telling::in_words(wait->in));
}

namespace {

// How often the last line of it stands there.
std::size_t times_of_last_line(const std::string& said) {
    const std::string line = last_line_of(said);
    std::size_t times = 0;
    for (std::size_t at = said.find(line); !line.empty() && at != std::string::npos;
         at = said.find(line, at + line.size()))
        ++times;
    return times;
}

// Where the last event of this kind stands. 0: there is none.
template <typename Kind>
std::size_t last_of(const CaseView& view) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < view.failed_at; ++i)
        if (std::holds_alternative<Kind>(view.transcript.events[i].what)) at = i;
    return at;
}

// It says again and again that no reply came, and sends nothing more.
std::optional<model::Diagnosis> complains_again_and_again(const CaseView& view) {
    const model::Plan& plan = view.plan;
    const auto& wait = view.wait;
    if (plan.role != model::Role::client || plan.transport != model::Transport::udp ||
        !came_to_nothing(view.cause) || !wait.has_value() || wait->how != model::WaitEnd::backstop ||
        view.end.has_value())
        return std::nullopt;
    const std::size_t sent_at = last_of<event::Received>(view);
    const std::size_t answered_at = last_of<event::Sent>(view);
    const auto unheard = last_unheard(view);
    const std::string since = printed(view.transcript, std::max(sent_at, answered_at), view.failed_at);
    const std::string complaint = last_line_of(since);
    const std::size_t times = times_of_last_line(since);
    constexpr std::size_t kOften = 3;
    if (times < kOften) return std::nullopt;
    if (unheard.has_value())
        return say<words::complains_again_and_again>(
            {unheard->because, wait->number},
            "text"_a =
                unheard->bytes.empty() ? "what your program had sent" : quote(bare(unheard->bytes), 60),
            "why"_a = unheard->why, "times"_a = times, "complaint"_a = quote(complaint, 60));
    if (sent_at == 0) return std::nullopt;
    const auto& last = std::get<event::Received>(view.transcript.events[sent_at].what);
    return say<words::complains_without_having_sent>({view.transcript.events[sent_at].number, wait->number},
                                                     "text"_a = quote(bare(last.bytes), 60),
                                                     "times"_a = times, "complaint"_a = quote(complaint, 60));
}

}  // namespace

// One time-out after the other for the same message.
std::optional<model::Diagnosis> waits_again_for_a_lost_reply(const CaseView& view) {
    const auto pings = pings_of(view);
    const auto& wait = view.wait;
    if (!pings) return complains_again_and_again(view);
    if (pings->all_came() || !wait.has_value() || wait->how != model::WaitEnd::backstop) return std::nullopt;
    const Ping* const last = unanswered_at_the_end(*pings);
    if (last == nullptr || time_outs_printed(view) < 2) return std::nullopt;
    return say<words::waits_again_for_a_lost_reply>({last->number, last->reply_event, wait->number},
                                                    "ping"_a = quote(bare(last->bytes), 60),
                                                    "times"_a = time_outs_printed(view));
}

}  // namespace sockgrade::diagnoses
