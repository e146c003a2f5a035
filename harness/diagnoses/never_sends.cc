#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using model::Cause;
using model::Transport;

namespace {

// Ports are scanned, or the machine is looked at: nobody waits for a text. Of two equals either may begin.
bool is_to_say_something(const model::Plan& plan) {
    return plan.role != model::Role::tool && plan.role != model::Role::peer && plan.given.ports.first == 0 &&
           !serves(plan);
}

}  // namespace

// A client or sender that never said anything.
std::optional<model::Diagnosis> never_sends(const Failure& failure) {
    const model::Plan& plan = failure.transcript.plan;
    if (!is_to_say_something(plan) || !came_to_nothing(failure.cause) || failure.cause == Cause::crashed ||
        had_to_fail(failure))
        return std::nullopt;
    const std::size_t until = failed_at(failure);
    const model::Event* way = nullptr;
    for (std::size_t i = 0; i < until; ++i) {
        const event::What& what = failure.transcript.events[i].what;
        if (std::holds_alternative<event::Received>(what)) return std::nullopt;
        // Who has been greeted may wait for more.
        if (std::holds_alternative<event::Sent>(what)) return std::nullopt;
        const auto* call = std::get_if<event::SocketCall>(&what);
        if (call == nullptr || call->transport != plan.transport) continue;
        if (call->call == Call::sendto || call->error != 0) return std::nullopt;
        constexpr std::uint16_t kDns = 53;
        if (call->call == Call::connect && call->address.port != kDns && call->address.port != 0)
            way = &failure.transcript.events[i];
    }
    const auto end = ended(failure);
    const auto wait = unsatisfied_wait(failure);
    const bool java = language(failure.transcript) == Language::java;
    const bool node = language(failure.transcript) == Language::javascript;
    const bool gave_up = end.has_value() && (end->termination.how != model::Termination::How::exited ||
                                             end->termination.code != 0 || !errors(failure).empty());
    if (gave_up) return std::nullopt;
    if (end.has_value() && way == nullptr && node && plan.transport == Transport::tcp)
        return model::Diagnosis{
            "",
            "Your program ended before its connection was made, and before anything had left it.",
            "In Node connect() and write() only start what they name. Leave out process.exit(), or call it "
            "when "
            "all is done: socket.end(text, () => process.exit())",
            {end->number}};
    if (end.has_value() && way == nullptr && node && plan.transport == Transport::udp)
        return model::Diagnosis{
            "",
            "Your program ended before anything had left it.",
            "In Node send() only starts the sending. Close the socket, or end, in its callback: "
            "socket.send(text, port, host, () => socket.close())",
            {end->number}};
    const bool waits = wait.has_value() && wait->how == model::WaitEnd::quiet && waits_to_receive(wait->in);
    if (way == nullptr && !end.has_value() && waits && plan.transport == Transport::udp)
        return model::Diagnosis{
            "",
            fmt::format(
                "Your program waits in {}, but it has sent nothing. The other side waits for your text "
                "first.",
                in_words(wait->in)),
            plan.role == model::Role::client ? "A client speaks first: sendto() comes before recvfrom()."
                                             : "Send the text with sendto(), and leave out recvfrom().",
            {wait->number}};
    if (way == nullptr) return std::nullopt;
    const char* verb =
        plan.transport == Transport::tcp ? "connected" : "called connect(), which sends nothing by itself,";
    if (end.has_value())
        return model::Diagnosis{
            "",
            fmt::format("Your program {} and ended, but it sent nothing.", verb),
            plan.transport == Transport::tcp
                ? "Between connect() and close() comes sock.sendall(text.encode()). Java and "
                  "others keep what you write until you call flush()."
                : "Send the text: sock.send(text.encode()), or sendto() with the address.",
            {way->number, end->number}};
    if (!wait.has_value() || !(waits_to_receive(wait->in) || (java && waits_for_more_bytes(wait->in))))
        return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format("Your program {} and waits in {}, but it has sent nothing. The other side "
                    "waits for your text first.",
                    verb, in_words(wait->in)),
        java && plan.transport == Transport::tcp
            ? "Write the text before you read. A PrintWriter or BufferedWriter keeps what you write: call "
              "flush() "
              "behind it, or make it with new PrintWriter(stream, true) and use println()."
        : plan.role == model::Role::client ? "A client speaks first: send() comes before recv()."
                                           : "Send the text, and leave out recv().",
        {way->number, wait->number}};
}

}  // namespace sockgrade::diagnoses
