// What happened in a case, in causal order. Everything that is judged or shown comes from these.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "model/address.hh"
#include "model/fault.hh"
#include "model/wait.hh"

namespace sockgrade::model {

// How a wait ended.
enum class WaitEnd {
    satisfied,
    program_ended,  // every process of the program is gone
    quiet,          // it can be seen that nothing more will happen
    backstop,       // it went on, but nothing came of it
    flooded,        // it was stopped for what it poured out
};

// How the program ended. First cause wins: a program that we stop is `stopped`, whatever it did afterwards.
struct Termination {
    enum class How { exited, signaled, stopped, not_started };
    How how = How::stopped;
    int code = 0;        // exit status, signal number, or errno of the exec
    std::string detail;  // what could not be done (not_started), or what is known besides (signaled)

    friend bool operator==(const Termination&, const Termination&) = default;
};

namespace event {

struct Started {
    std::vector<std::string> command;
};
// What the program asked for, and what came of it where that is known.
struct SocketCall {
    enum class Call { bind, listen, connect, sendto };
    Call call = Call::bind;
    Transport transport = Transport::tcp;
    Address address;  // for listen: the address that the socket is bound to
    // errno, 0 when it worked or when it is left to the kernel. EINVAL of connect and sendto: too short a
    // length was handed over for the address, which is the one that was meant.
    int error = 0;
    bool ephemeral = false;  // the system chose the port

    // It calls a peer: connect or sendto.
    bool dials() const { return call == Call::connect || call == Call::sendto; }
    // It makes a socket of this transport hear its peers.
    bool makes_reachable() const { return call == (transport == Transport::tcp ? Call::listen : Call::bind); }
};
struct StepBegan {
    std::size_t step = 0;
};
struct StepEnded {
    std::size_t step = 0;
    WaitEnd how = WaitEnd::satisfied;
    Waits waits{};                // what the program was waiting in then
    std::int64_t in_vain_us = 0;  // real time that the program was given and nothing came of, for a backstop
};
// A TCP connection is there, or a UDP peer has a socket.
struct Opened {
    std::string connection;  // the actor's name, e.g. "client"
    Address local;           // the peer's end
    Address remote;          // the program's end
};
struct NotOpened {
    std::string connection;
    Address remote;
    int error = 0;
};
struct Sent {  // from a peer to the program
    std::string connection;
    std::string bytes;
    Address to;
};
struct Received {  // from the program, as a peer got it
    std::string connection;
    std::string bytes;
    Address from;
};
struct Finished {  // FIN
    std::string connection;
    bool by_program = false;
};
struct Closed {  // close by a peer of ours
    std::string connection;
    bool reset = false;
};
struct ResetSeen {  // the program's RST, or ECONNREFUSED on UDP
    std::string connection;
    int error = 0;
};
struct Coaxed {  // what we did since the program was silent
    enum class With { newline, half_close, close, end_of_input };
    std::string connection;
    With with = With::newline;
    bool was_busy = false;  // the program was not waiting: it had used up the time that it is given
};
struct Typed {  // on standard input
    std::string bytes;
    std::string as{};      // "the port"; empty: a line that the case types by itself
    std::string prompt{};  // that it answers, or what stood there in its place
    bool guessed = false;  // no word of the prompt says what it asks for
};
struct Printed {
    bool to_stderr = false;
    std::string bytes;
};
struct FaultApplied {
    std::string kind;
    Direction direction = Direction::to_program;
    std::size_t number = 0;  // position of this payload among the distinct ones of this direction, 1-based
    std::size_t occurrence = 0;  // which copy of it, 1-based
    std::string bytes;
    bool lost = false;                     // nothing of it arrives
    std::optional<std::string> instead{};  // what arrives in its place
    std::size_t rule = 0;                  // which of the plan's faults
    std::string connection{};              // the peer's name
};
// What the link between program and peers handed on, in the order in which it did.
struct Delivered {
    enum class Way {
        usual,
        from_stranger,  // from an address that has no part in the conversation
        from_new_port,  // its sender's end has moved to another port
        refused         // in place of the datagram its sender is told that nobody has this port open
    };
    std::string connection;  // the peer's name
    Direction direction = Direction::to_program;
    std::size_t number = 0;      // of the datagram that it was made of, as in FaultApplied
    std::size_t occurrence = 0;  // likewise
    std::string bytes;
    Way way = Way::usual;
    Address from;  // where its receiver saw it come from
};
// What a peer did to make it hard (model/step.hh) has been seen to take effect at the program's end.
struct FaultPlayed {
    enum class What {
        accepted_late,  // the connection waited until the program did nothing more
        backlog_full,   // the program waits for an answer to its attempt to connect
        refused,        // attempt number `count` met nobody; UDP: so many datagrams did
        send_blocked,   // the program can send no more; `count` bytes wait to be taken
        cut,            // the end has arrived, `count` bytes into a message
        reset,          // the reset has arrived, `count` bytes into a message
        went_away,
        came_back
    };
    std::string connection;  // the peer's name
    What what = What::refused;
    std::size_t count = 0;
};
struct Ended {
    Termination termination;
};
struct LeftProcesses {  // the program's first process ended, others of it were still there
    std::size_t count = 0;
};
struct Flooded {
    std::string what;  // "output", "memory", "socket-memory", "connections", or a connection's name
    std::size_t bytes = 0;
};
// What the program did when it was run once more with another address and message to see which are its own.
struct Control {
    Address given;
    std::string given_message;
    std::optional<Address> used;      // where it bound or dialled then
    std::optional<std::string> sent;  // the first bytes it sent then
};
// Everybody waited, and the clock of the program and of the peers went on at once to the next time limit.
struct Jumped {
    std::int64_t by_us = 0;
};
// It could have jumped, but stays with the real clock.
struct RealTime {
    std::string reason;     // behind "since"
    bool too_late = false;  // it has jumped before, and should not have
};
// What lies at a place in the program's folder where it is to write a file.
struct FileSeen {
    enum class Kind {
        nothing,
        file,
        other,      // a folder, a link, a pipe
        unreadable  // a file that may not be read
    };
    std::string path;
    Kind kind = Kind::nothing;
    std::string bytes;     // no more of them than are looked at
    std::size_t size = 0;  // all of them
};
// The program looked for a host by its name.
struct NameAsked {
    std::string name;
    std::string host;  // the address that it got; none: no computer can be called that
};
// This machine, or this level of isolation, can't play the case.
struct Unsupported {
    std::string what;
};
struct Trouble {  // ours: makes the case inconclusive
    std::string what;
};

using What = std::variant<Started, SocketCall, StepBegan, StepEnded, Opened, NotOpened, Sent, Received,
                          Finished, Closed, ResetSeen, Coaxed, Typed, Printed, FaultApplied, Delivered,
                          FaultPlayed, Ended, LeftProcesses, Flooded, Control, Jumped, RealTime, FileSeen,
                          NameAsked, Unsupported, Trouble>;

}  // namespace event

struct Event {
    std::size_t number = 0;  // position in the transcript, from 1
    std::int64_t at_us = 0;  // since the case began, by the program's clock; for display, never for a verdict
    event::What what;
};

}  // namespace sockgrade::model
