// What stands in a saved event: fields.hh goes on.
#pragma once

#include "record/fields.hh"

namespace sockgrade::record {

RECORD(model::Termination, how, code, detail)
RECORD(model::event::Started, command)
RECORD(model::event::SocketCall, call, transport, address, error, ephemeral)
RECORD(model::event::StepBegan, step)
RECORD(model::Wait, call, descriptor, on, limit_us)
RECORD(model::event::StepEnded, step, how, blocked, in_vain_us)
RECORD(model::event::Opened, connection, local, remote)
RECORD(model::event::NotOpened, connection, remote, error)
RECORD(model::event::Sent, connection, bytes, to)
RECORD(model::event::Received, connection, bytes, from)
RECORD(model::event::Finished, connection, by_program)
RECORD(model::event::Closed, connection, reset)
RECORD(model::event::ResetSeen, connection, error)
RECORD(model::event::Coaxed, connection, with, was_busy)
RECORD(model::event::Typed, bytes, as, prompt, guessed)
RECORD(model::event::Printed, to_stderr, bytes)
RECORD(model::event::FaultApplied, kind, direction, message, occurrence, bytes, lost, instead, rule,
       connection)
RECORD(model::event::Delivered, connection, direction, message, occurrence, bytes, way, from)
RECORD(model::event::FaultPlayed, connection, what, count)
RECORD(model::event::Ended, termination)
RECORD(model::event::LeftProcesses, count)
RECORD(model::event::Flooded, what, bytes)
RECORD(model::event::Control, given, given_message, used, sent)
RECORD(model::event::Jumped, by_us)
RECORD(model::event::RealTime, reason, too_late)
RECORD(model::event::FileSeen, path, kind, bytes, size)
RECORD(model::event::NameAsked, name, host)
RECORD(model::event::Unsupported, what)
RECORD(model::event::Trouble, what)

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
