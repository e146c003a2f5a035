#include "run/call_record.hh"

namespace sockgrade::run {

using observe::SocketCall;

namespace {

constexpr std::size_t kMostCalls = 10'000;

model::event::SocketCall::Call call_of(SocketCall::Kind kind) {
    using Call = model::event::SocketCall::Call;
    switch (kind) {
        case SocketCall::Kind::bind:
            return Call::bind;
        case SocketCall::Kind::listen:
            return Call::listen;
        case SocketCall::Kind::connect:
            return Call::connect;
        default:
            return Call::sendto;
    }
}

// The look-up of a name tries out so which of its addresses can be reached (getaddrinfo() of the C library):
// nothing is sent, and nobody has written it.
bool is_of_a_look_up(const SocketCall& call) {
    return call.kind == SocketCall::Kind::connect && call.transport == model::Transport::udp &&
           call.error == 0 && call.address.port == 0;
}

}  // namespace

void CallRecord::operator()(const SocketCall& call) {
    if (is_of_a_look_up(call)) return;
    // One event a destination: a program that sends ten thousand datagrams would fill the transcript twice.
    // Where it sends when somebody else has come is told again.
    if (call.kind == SocketCall::Kind::send) {
        if (record_.has_somebody_new_since(looked_until_)) sent_to_.clear();
        looked_until_ = record_.last_number();
    }
    const bool repeated_send =
        call.kind == SocketCall::Kind::send && !sent_to_.emplace(call.address, call.error).second;
    if (repeated_send || ++(is_at_given_port(call) ? calls_at_given_port_ : calls_) > kMostCalls) return;
    record_(model::event::SocketCall{
        call_of(call.kind), call.transport,
        call.kind == SocketCall::Kind::bind && call.error == 0 ? call.bound : call.address, call.error,
        call.ephemeral});
}

}  // namespace sockgrade::run
