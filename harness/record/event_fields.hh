// What stands in a saved event: fields.hh goes on.
#pragma once

#include "record/fields.hh"

namespace sockgrade::record {

template <class Io>
void fields(Io& io, Is<model::Termination> auto& value) {
    auto& [how, code, detail] = value;
    io("how", how);
    io("code", code);
    io("detail", detail);
}

template <class Io>
void fields(Io& io, Is<model::event::Started> auto& value) {
    auto& [command] = value;
    io("command", command);
}

template <class Io>
void fields(Io& io, Is<model::event::SocketCall> auto& value) {
    auto& [call, transport, address, error, ephemeral] = value;
    io("call", call);
    io("transport", transport);
    io("address", address);
    io("error", error);
    io("ephemeral", ephemeral);
}

template <class Io>
void fields(Io& io, Is<model::event::StepBegan> auto& value) {
    auto& [step] = value;
    io("step", step);
}

template <class Io>
void fields(Io& io, Is<model::Wait> auto& value) {
    auto& [call, descriptor, on, limit_us] = value;
    io("call", call);
    io("descriptor", descriptor);
    io("on", on);
    io("limit_us", limit_us);
}

template <class Io>
void fields(Io& io, Is<model::event::StepEnded> auto& value) {
    auto& [step, how, waits, in_vain_us] = value;
    io("step", step);
    io("how", how);
    io("blocked", waits);
    io("in_vain_us", in_vain_us);
}

template <class Io>
void fields(Io& io, Is<model::event::Opened> auto& value) {
    auto& [connection, local, remote] = value;
    io("connection", connection);
    io("local", local);
    io("remote", remote);
}

template <class Io>
void fields(Io& io, Is<model::event::NotOpened> auto& value) {
    auto& [connection, remote, error] = value;
    io("connection", connection);
    io("remote", remote);
    io("error", error);
}

template <class Io>
void fields(Io& io, Is<model::event::Sent> auto& value) {
    auto& [connection, bytes, to] = value;
    io("connection", connection);
    io("bytes", bytes);
    io("to", to);
}

template <class Io>
void fields(Io& io, Is<model::event::Received> auto& value) {
    auto& [connection, bytes, from] = value;
    io("connection", connection);
    io("bytes", bytes);
    io("from", from);
}

template <class Io>
void fields(Io& io, Is<model::event::Finished> auto& value) {
    auto& [connection, by_program] = value;
    io("connection", connection);
    io("by_program", by_program);
}

template <class Io>
void fields(Io& io, Is<model::event::Closed> auto& value) {
    auto& [connection, reset] = value;
    io("connection", connection);
    io("reset", reset);
}

template <class Io>
void fields(Io& io, Is<model::event::ResetSeen> auto& value) {
    auto& [connection, error] = value;
    io("connection", connection);
    io("error", error);
}

template <class Io>
void fields(Io& io, Is<model::event::Coaxed> auto& value) {
    auto& [connection, with, was_busy] = value;
    io("connection", connection);
    io("with", with);
    io("was_busy", was_busy);
}

template <class Io>
void fields(Io& io, Is<model::event::Typed> auto& value) {
    auto& [bytes, as, prompt, guessed] = value;
    io("bytes", bytes);
    io("as", as);
    io("prompt", prompt);
    io("guessed", guessed);
}

template <class Io>
void fields(Io& io, Is<model::event::Printed> auto& value) {
    auto& [to_stderr, bytes] = value;
    io("to_stderr", to_stderr);
    io("bytes", bytes);
}

template <class Io>
void fields(Io& io, Is<model::event::FaultApplied> auto& value) {
    auto& [kind, direction, number, occurrence, bytes, lost, instead, rule, connection] = value;
    io("kind", kind);
    io("direction", direction);
    io("message", number);
    io("occurrence", occurrence);
    io("bytes", bytes);
    io("lost", lost);
    io("instead", instead);
    io("rule", rule);
    io("connection", connection);
}

template <class Io>
void fields(Io& io, Is<model::event::Delivered> auto& value) {
    auto& [connection, direction, number, occurrence, bytes, way, from] = value;
    io("connection", connection);
    io("direction", direction);
    io("message", number);
    io("occurrence", occurrence);
    io("bytes", bytes);
    io("way", way);
    io("from", from);
}

template <class Io>
void fields(Io& io, Is<model::event::FaultPlayed> auto& value) {
    auto& [connection, what, count] = value;
    io("connection", connection);
    io("what", what);
    io("count", count);
}

template <class Io>
void fields(Io& io, Is<model::event::Ended> auto& value) {
    auto& [termination] = value;
    io("termination", termination);
}

template <class Io>
void fields(Io& io, Is<model::event::LeftProcesses> auto& value) {
    auto& [count] = value;
    io("count", count);
}

template <class Io>
void fields(Io& io, Is<model::event::Flooded> auto& value) {
    auto& [what, bytes] = value;
    io("what", what);
    io("bytes", bytes);
}

template <class Io>
void fields(Io& io, Is<model::event::Control> auto& value) {
    auto& [given, given_message, used, sent] = value;
    io("given", given);
    io("given_message", given_message);
    io("used", used);
    io("sent", sent);
}

template <class Io>
void fields(Io& io, Is<model::event::Jumped> auto& value) {
    auto& [by_us] = value;
    io("by_us", by_us);
}

template <class Io>
void fields(Io& io, Is<model::event::RealTime> auto& value) {
    auto& [reason, too_late] = value;
    io("reason", reason);
    io("too_late", too_late);
}

template <class Io>
void fields(Io& io, Is<model::event::NameAsked> auto& value) {
    auto& [name, host] = value;
    io("name", name);
    io("host", host);
}

template <class Io>
void fields(Io& io, Is<model::event::Unsupported> auto& value) {
    auto& [what] = value;
    io("what", what);
}

template <class Io>
void fields(Io& io, Is<model::event::Trouble> auto& value) {
    auto& [what] = value;
    io("what", what);
}

template <class Io>
void fields(Io& io, Is<model::Event> auto& value) {
    auto& [number, at_us, what] = value;
    io("number", number);
    io("at_us", at_us);
    io.one_of("event", what);
}

template <class Io>
void fields(Io& io, Is<model::Transcript> auto& value) {
    auto& [plan, isolation, events] = value;
    io("isolation", isolation);
    io("plan", plan);
    io("events", events);
}

}  // namespace sockgrade::record
