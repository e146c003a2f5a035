// The words that stand for enumerators and alternatives in a saved transcript, in the order of their
// declaration.
#pragma once

#include <array>
#include <string_view>
#include <variant>

#include "model/event.hh"
#include "model/plan.hh"
#include "model/result.hh"

namespace sockgrade::record {

// The last enumerator is named so that a new one at the end does not go unnoticed.
template <auto last, std::size_t count>
constexpr std::array<std::string_view, count> listed(const std::string_view (&names)[count]) {
    static_assert(count == static_cast<std::size_t>(last) + 1);
    return std::to_array(names);
}

constexpr auto names_of(model::Transport) { return listed<model::Transport::udp>({"tcp", "udp"}); }
constexpr auto names_of(model::Direction) {
    return listed<model::Direction::from_program>({"to-program", "from-program"});
}
constexpr auto names_of(model::LossChain::Model) {
    return listed<model::LossChain::Model::four_state>({"none", "gilbert-elliott", "four-state"});
}
constexpr auto names_of(model::Role) {
    return listed<model::Role::tool>({"server", "client", "sender", "receiver", "peer", "tool"});
}
constexpr auto names_of(model::AddressRule) {
    return listed<model::AddressRule::given_host>({"any", "given", "given-host"});
}
constexpr auto names_of(model::From) {
    return listed<model::From::another_host>({"anywhere", "this-host", "another-host"});
}
constexpr auto names_of(model::Message::Form) {
    return listed<model::Message::Form::format>(
        {"text", "words", "lines", "bytes", "file", "every-byte", "format"});
}
constexpr auto names_of(model::FormatField::Kind) {
    return listed<model::FormatField::Kind::group>(
        {"u1", "u2", "u4", "u8", "bits", "text", "cstring", "bytes", "rest", "group"});
}
constexpr auto names_of(model::Letters) { return listed<model::Letters::kept>({"ascii", "unicode", "kept"}); }
constexpr auto names_of(model::Reply::With) {
    return listed<model::Reply::With::message>({"capitals", "message"});
}
constexpr auto names_of(model::Expect::What) {
    return listed<model::Expect::What::format>({"bytes", "capitals", "each", "all", "given", "anything",
                                                "nothing", "once", "end", "fixed", "http", "typed",
                                                "typed-lines", "one-of", "any-order", "format"});
}
constexpr auto names_of(model::Expect::Port) {
    return listed<model::Expect::Port::any>({"asked", "another", "any"});
}
constexpr auto names_of(model::Frame::Until) {
    return listed<model::Frame::Until::format>({"rest", "line", "delimiter", "bytes", "end", "format"});
}
constexpr auto names_of(model::Exits::Or) {
    return listed<model::Exits::Or::goes_on>({"nothing", "waits", "goes-on"});
}
constexpr auto names_of(model::Expect::Order) { return listed<model::Expect::Order::any>({"kept", "any"}); }
constexpr auto names_of(model::Prints::What) {
    return listed<model::Prints::What::addresses>(
        {"sent", "stream", "reply", "message", "pattern", "ports", "addresses"});
}
constexpr auto names_of(model::WaitEnd) {
    return listed<model::WaitEnd::flooded>({"satisfied", "program-ended", "quiet", "backstop", "flooded"});
}
constexpr auto names_of(model::event::SocketCall::Call) {
    return listed<model::event::SocketCall::Call::sendto>({"bind", "listen", "connect", "sendto"});
}
constexpr auto names_of(model::Wait::Call) {
    static_assert(model::kCallNames.size() == static_cast<std::size_t>(model::Wait::Call::flock) + 1);
    return model::kCallNames;
}
constexpr auto names_of(model::Wait::On) {
    return listed<model::Wait::On::another_thread>({"unknown", "listening-socket", "connection", "udp-socket",
                                                    "standard-input", "pipe", "file", "several", "time",
                                                    "signal", "child", "another-thread"});
}
constexpr auto names_of(model::Termination::How) {
    return listed<model::Termination::How::not_started>({"exited", "signaled", "stopped", "not-started"});
}
constexpr auto names_of(model::event::Coaxed::With) {
    return listed<model::event::Coaxed::With::end_of_input>(
        {"newline", "half-close", "close", "end-of-input"});
}

constexpr auto names_of(model::BreakOff::How) {
    return listed<model::BreakOff::How::reset>({"none", "cut", "reset"});
}
constexpr auto names_of(model::event::FaultPlayed::What) {
    return listed<model::event::FaultPlayed::What::came_back>({"accepted-late", "backlog-full", "refused",
                                                               "send-blocked", "cut", "reset", "went-away",
                                                               "came-back"});
}
constexpr auto names_of(model::event::FileSeen::Kind) {
    return listed<model::event::FileSeen::Kind::unreadable>({"nothing", "file", "other", "unreadable"});
}
constexpr auto names_of(model::event::Delivered::Way) {
    return listed<model::event::Delivered::Way::refused>(
        {"usual", "from-stranger", "from-new-port", "refused"});
}

constexpr auto names_of(model::Level) { return listed<model::Level::should>({"must", "should"}); }
constexpr auto names_of(model::Verdict) {
    return listed<model::Verdict::inconclusive>(
        {"passed", "failed", "skipped", "unsupported", "inconclusive"});
}
constexpr auto names_of(model::Cause) {
    return listed<model::Cause::left_processes>(
        {"wrong-content", "wrong-case", "wrong-order", "missing", "extra", "no-reply", "closed-early",
         "reset", "crashed", "exited-early", "never-listened", "never-connected", "wrong-address",
         "wrong-transport", "hung", "too-slow", "build-failed", "output-flood", "left-processes"});
}
constexpr auto names_of(model::Finding::Status) {
    return listed<model::Finding::Status::undecided>({"met", "not-met", "undecided"});
}

template <class Variant>
struct Alternatives;

template <>
struct Alternatives<model::Action> {
    static constexpr auto kNames = std::to_array<std::string_view>(
        {"connect",        "accept",    "send",         "answer-each", "reply",        "finish-sending",
         "close",          "reset",     "fill-backlog", "refuse",      "stop-reading", "go-on-reading",
         "go-away",        "come-back", "expect",       "prints",      "exits",        "is-running",
         "keeps-printing", "wrote",     "typed",        "whenever"});
    static_assert(kNames.size() == std::variant_size_v<model::Action>);
};

template <>
struct Alternatives<model::event::What> {
    static constexpr auto kNames = std::to_array<std::string_view>(
        {"started",        "socket-call", "step-began",    "step-ended", "opened",       "not-opened",
         "sent",           "received",    "finished",      "closed",     "reset-seen",   "coaxed",
         "typed",          "printed",     "fault-applied", "delivered",  "fault-played", "ended",
         "left-processes", "flooded",     "control",       "jumped",     "real-time",    "file-seen",
         "name-asked",     "unsupported", "trouble"});
    static_assert(kNames.size() == std::variant_size_v<model::event::What>);
};

}  // namespace sockgrade::record
