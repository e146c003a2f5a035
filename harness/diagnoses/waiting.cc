#include <fmt/format.h>
#include <algorithm>

#include "base/text.hh"
#include "diagnoses/case_view.hh"
#include "diagnoses/words.hh"
#include "telling/step.hh"
#include "telling/wait.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using model::Cause;
using model::Transport;
using namespace fmt::literals;

// It reads lines, and throws away what has no newline at the end.
std::optional<model::Diagnosis> needs_a_newline(const CaseView& view) {
    const model::Plan& plan = view.plan;
    if (plan.role != model::Role::server || plan.transport != Transport::tcp || view.end.has_value())
        return std::nullopt;
    if (view.cause != Cause::closed_early && view.cause != Cause::no_reply) return std::nullopt;
    const auto& text = view.text;
    if (!text.has_value() || !text->got.empty() || bare(text->original).empty() ||
        contains(text->original, "\n"))
        return std::nullopt;
    std::size_t no_more = 0;
    for (const model::Event& event : view.events) {
        const auto* finished = std::get_if<event::Finished>(&event.what);
        if (finished == nullptr || event.number < text->evidence.front()) continue;
        if (!finished->by_program) no_more = event.number;
        // It had kept the connection open until then.
        if (!finished->by_program) continue;
        if (no_more == 0) return std::nullopt;
        return say<words::needs_a_newline>({text->evidence.front(), no_more, event.number},
                                           "original"_a = quote(bare(text->original), 60));
    }
    return std::nullopt;
}

// It had read the request, and the reply left only when nothing more could come.
std::optional<model::Diagnosis> keeps_its_reply(const CaseView& view) {
    if (!serves(view.plan) || view.cause != model::Cause::no_reply) return std::nullopt;
    std::size_t shown = 0;
    std::size_t shut = 0;
    std::string connection;
    std::string text;
    std::string output;
    for (const model::Event& event : view.events) {
        if (const auto* sent = std::get_if<event::Sent>(&event.what); sent != nullptr && text.empty())
            text = bare(sent->bytes);
        if (const auto* print = std::get_if<event::Printed>(&event.what)) {
            output += print->bytes;
            if (shown == 0 && shut == 0 && !text.empty() && contains(output, text)) shown = event.number;
        }
        if (const auto* coaxed = std::get_if<event::Coaxed>(&event.what);
            coaxed != nullptr && coaxed->with == event::Coaxed::With::half_close) {
            shut = event.number;
            connection = coaxed->connection;
        }
        const auto* received = std::get_if<event::Received>(&event.what);
        if (received == nullptr || connection.empty() || received->connection != connection) continue;
        if (shown == 0) return std::nullopt;
        return say<words::keeps_its_reply>({shown, shut, event.number}, "text"_a = quote(text, 60),
                                           "client"_a = telling::actor_in_words(connection));
    }
    return std::nullopt;
}

// It reads until the peer has finished, while the peer waits for the reply.
std::optional<model::Diagnosis> waits_for_half_close(const CaseView& view) {
    if (!serves(view.plan) || view.cause != Cause::no_reply) return std::nullopt;
    const bool java = view.language == Language::java;
    std::size_t shut = 0;
    std::string connection;
    for (const model::Event& event : view.events) {
        if (const auto* coaxed = std::get_if<event::Coaxed>(&event.what);
            coaxed != nullptr && coaxed->with == event::Coaxed::With::half_close) {
            shut = event.number;
            connection = coaxed->connection;
        }
        const auto* received = std::get_if<event::Received>(&event.what);
        if (received == nullptr || shut == 0 || received->connection != connection) continue;
        return say<words::waits_for_half_close>(
            {shut, event.number}, Hint{java ? words::flush_after_each_reply : words::reply_to_one_recv},
            "connection"_a = connection,
            "why"_a = java ? words::reads_to_the_end_or_buffers : words::reads_to_the_end);
    }
    return std::nullopt;
}

namespace {

// One that waits for whatever comes first may wait for this one, too. What it has read is a question of its
// own.
bool waits_for_events_alone(const model::Waits& waits) {
    return waits.size() == 1 && watches_several(waits.front());
}

// In the thread of the only client that there is; another one may wait for the next.
bool one_reads(const CaseView& view, const model::Waits& waits) {
    if (waits_for_more_bytes(waits)) return true;
    const auto clients = std::count_if(view.events.begin(), view.events.end(), [](const model::Event& one) {
        return std::holds_alternative<event::Opened>(one.what);
    });
    return clients == 1 && waits.size() == 2 && any_in(waits, WaitCall::accept) &&
           std::count_if(waits.begin(), waits.end(), receives_or_reads) == 1;
}

const char* how_to_flush(Language written_in) {
    switch (written_in) {
        case Language::python:
            return "What is written to a file of makefile() stays in its buffer until flush().";
        case Language::java:
            return words::flush_in_java;
        case Language::javascript:
            return "";
        case Language::other:
            break;
    }
    return words::flush_elsewhere;
}

// It waits in a call that receives, so what had come is read.
std::string hint_for_a_line(const CaseView& view, bool was_printed) {
    const char* const flush = how_to_flush(view.language);
    const std::string begin = was_printed ? words::reply_before_you_read_again : words::reply_to_a_line;
    // Java's readers and writers go together.
    if (was_printed || view.language == Language::java) return fmt::format("{} {}", flush, begin);
    return fmt::format("{} If your program has written a reply: {}", begin, flush);
}

}  // namespace

// The request is whole, and it goes on reading.
std::optional<model::Diagnosis> waits_for_more(const CaseView& view) {
    const model::Plan& plan = view.plan;
    const auto& text = view.unanswered;
    const auto& wait = view.wait;
    if (plan.transport != model::Transport::tcp || !text.has_value() || bare(text->original).empty() ||
        (view.cause != model::Cause::no_reply && view.cause != model::Cause::missing))
        return std::nullopt;
    const bool reads = wait.has_value() && one_reads(view, wait->in);
    if (!wait.has_value() || wait->how != model::WaitEnd::quiet ||
        !(reads || waits_for_events_alone(wait->in)))
        return std::nullopt;
    for (const model::Event& one : view.events) {
        const event::What& what = one.what;
        // Whatever we did to make it talk, or an end of the connection: then it waits for something else.
        if (std::holds_alternative<event::Coaxed>(what) || std::holds_alternative<event::Closed>(what) ||
            std::holds_alternative<event::Finished>(what) || std::holds_alternative<event::Ended>(what))
            return std::nullopt;
    }
    // A NUL ends a string in C: then it may be done with what came, and wait for the next.
    if (contains(text->original, std::string_view("\0", 1))) return std::nullopt;
    const bool is_line = text->original.ends_with('\n');
    const bool read = contains(view.output, bare(text->original));
    if (read && !(reads && is_line)) return std::nullopt;
    if (!reads && !any_in(wait->in, WaitCall::epoll_wait))
        return say<words::waits_for_events_with_a_request_there>({text->evidence.back(), wait->number},
                                                                 "original"_a = quote(text->original, 80),
                                                                 "call"_a = telling::in_words(wait->in));
    // Who waits for the next client beside it is no part of this.
    model::Waits reading = wait->in;
    if (reads) std::erase_if(reading, [](const model::Wait& one) { return !receives_or_reads(one); });
    if (!is_line)
        return say<words::waits_for_a_line_end>(
            {text->evidence.back(), wait->number}, "original"_a = quote(text->original, 80),
            "call"_a = telling::in_words(reading), "for_more"_a = reads ? " for more" : "");
    return say<words::waits_for_more>(
        {text->evidence.back(), wait->number}, Hint{hint_for_a_line(view, read)},
        "original"_a = quote(text->original, 80), "call"_a = telling::in_words(reading),
        "for_more"_a = reads ? " for more" : "");
}

// A sender that has sent, and waits for something that nobody sends.
std::optional<model::Diagnosis> waits_for_a_reply(const CaseView& view) {
    const auto& wait = view.wait;
    if (view.plan.role != model::Role::sender || view.cause != model::Cause::hung) return std::nullopt;
    if (!wait.has_value() || !waits_to_receive(wait->in)) return std::nullopt;
    // Where its peer does answer, waiting is right.
    for (const model::Step& step : view.plan.steps)
        if (std::holds_alternative<model::AnswerEach>(step.action) ||
            std::holds_alternative<model::Whenever>(step.action) ||
            std::holds_alternative<model::Reply>(step.action) ||
            std::holds_alternative<model::Send>(step.action))
            return std::nullopt;
    const auto* received = view.transcript.first<event::Received>();
    if (received == nullptr) return std::nullopt;
    return say<words::waits_for_a_reply>({wait->number}, "call"_a = telling::in_words(wait->in));
}

namespace {

// Closing with something unread resets the connection; so what ended otherwise was read.
bool has_read_all(const CaseView& view, std::size_t sent) {
    bool closed = false;
    for (const model::Event& event : view.events) {
        if (event.number < sent) continue;
        const auto* finished = std::get_if<event::Finished>(&event.what);
        if (std::holds_alternative<event::ResetSeen>(event.what) ||
            std::holds_alternative<event::Ended>(event.what))
            return false;
        closed = closed || (finished != nullptr && finished->by_program);
    }
    return closed;
}

}  // namespace

// It has read the message, and nothing came back.
std::optional<model::Diagnosis> sends_nothing_back(const CaseView& view) {
    const model::Plan& plan = view.plan;
    if (plan.role != model::Role::server) return std::nullopt;
    if (view.cause != Cause::no_reply && view.cause != Cause::closed_early && view.cause != Cause::missing)
        return std::nullopt;
    const auto& text = view.unanswered;
    const auto& wait = view.wait;
    if (!text.has_value() || bare(text->original).empty()) return std::nullopt;
    const bool udp_waits = plan.transport == Transport::udp && wait.has_value() && waits_to_receive(wait->in);
    const std::size_t from = view.failed_at;
    const bool read = contains(printed(view.transcript, 0, from), bare(text->original));
    if (!udp_waits && !read && !has_read_all(view, text->evidence.front())) return std::nullopt;
    for (const auto* call : view.transcript.all<event::SocketCall>())
        if (call->call == Call::sendto && call->transport == Transport::udp) return std::nullopt;
    const std::string waits =
        udp_waits ? fmt::format(" It waits in {} for more.", telling::in_words(wait->in)) : "";
    std::string hint = words::reply_on_the_connection;
    if (view.language == Language::java)
        hint = words::flush_the_reply_in_java;
    else if (plan.transport == Transport::udp)
        hint = words::reply_to_each_datagram;
    return say<words::sends_nothing_back>(text->evidence, Hint{hint},
                                          "original"_a = quote(bare(text->original), 60), "waits"_a = waits);
}

// Where it stopped.
std::optional<model::Diagnosis> blocked_in(const CaseView& view) {
    const auto& wait = view.wait;
    if (!wait.has_value() || wait->how != model::WaitEnd::quiet || wait->in.empty()) return std::nullopt;
    if (!came_to_nothing(view.cause)) return std::nullopt;
    const std::string what = awaited_in(wait->in, view.plan.transport);
    return say<words::blocked_in>({wait->number}, "call"_a = telling::in_words(wait->in), "what"_a = what,
                                  "end"_a = view.cause == model::Cause::hung
                                                ? ", and does not end."
                                                : ", while the other side waits for your program.");
}

}  // namespace sockgrade::diagnoses
