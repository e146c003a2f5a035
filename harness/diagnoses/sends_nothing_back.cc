#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using model::Cause;
using model::Transport;

namespace {

// Closing with something unread resets the connection; so what ended otherwise was read.
bool has_read_all(const Failure& failure, std::size_t sent) {
    bool closed = false;
    for (std::size_t i = 0, stop = failed_at(failure); i < stop; ++i) {
        const model::Event& event = failure.transcript.events[i];
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
std::optional<model::Diagnosis> sends_nothing_back(const Failure& failure) {
    const model::Plan& plan = failure.transcript.plan;
    if (plan.role != model::Role::server) return std::nullopt;
    if (failure.cause != Cause::no_reply && failure.cause != Cause::closed_early &&
        failure.cause != Cause::missing)
        return std::nullopt;
    const auto text = unanswered(failure);
    const auto wait = unsatisfied_wait(failure);
    if (!text.has_value() || bare(text->original).empty()) return std::nullopt;
    const bool udp_waits = plan.transport == Transport::udp && wait.has_value() && waits_to_receive(wait->in);
    const std::size_t from = failed_at(failure);
    const bool read = contains(printed(failure.transcript, 0, from), bare(text->original));
    if (!udp_waits && !read && !has_read_all(failure, text->evidence.front())) return std::nullopt;
    for (const auto* call : failure.transcript.all<event::SocketCall>())
        if (call->call == Call::sendto && call->transport == Transport::udp) return std::nullopt;
    const std::string waits = udp_waits ? fmt::format(" It waits in {} for more.", in_words(wait->in)) : "";
    std::string hint =
        "Send the reply on the connection that accept() returned. What has a buffer of its own, such as "
        "bufio.Writer in Go or makefile() in Python, keeps it until you call flush().";
    if (language(failure.transcript) == Language::java)
        hint =
            "A BufferedWriter, PrintWriter or stream may keep what you write: call flush() after each reply, "
            "or make "
            "it with new PrintWriter(stream, true) and use println().";
    else if (plan.transport == Transport::udp)
        hint =
            "Send the reply as soon as a datagram has come: data, address = sock.recvfrom(2048), then "
            "sock.sendto(reply, address). Each recvfrom() takes another datagram, so call it once for "
            "each, and look at what sendto() returns.";
    return model::Diagnosis{
        "",
        fmt::format("Your program got {}, but sent nothing back.{}", quote(bare(text->original), 60), waits),
        hint, text->evidence};
}

}  // namespace sockgrade::diagnoses
