// One thing that an actor does, or is expected to do, in a case. Specs and plans use the same steps: in a
// spec a message may still be a recipe ("500 bytes of words"), in a plan its bytes are filled in.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "model/fault.hh"
#include "model/format.hh"
#include "model/frame.hh"

namespace sockgrade::model {

// Bytes that travel, and how a spec asked for them.
struct Message {
    enum class Form {
        text,        // `text`, with {word}, {n} and the names of `vary` filled in
        words,       // random lower-case words, `size` bytes together
        lines,       // `text`, once for each of `size` lines, each with a line end
        bytes,       // `text` is hexadecimal
        file,        // `text` is a path relative to the spec
        every_byte,  // the 256 byte values in order
        format       // `formatted`
    };
    Form form = Form::text;
    std::string text;
    std::string size;   // a number, or "{name}" of a value in `vary`
    std::string bytes;  // filled in by the plan
    // How it looks on the wire, with {line} for the text and {i} (from 0) or {n} (from 1) for its number:
    // "{i} {line}". Empty: as it is.
    std::string as{};
    std::string content{};  // then: the text alone, filled in by the plan
    bool is_exact = false;  // awaited byte by byte, whatever its form
    // A template (harness/names) of what cannot be known before the case runs: what is captured, and where an
    // actor is. `bytes` are filled in when it is sent or awaited. Empty: they are there.
    std::string late{};
    std::optional<Formatted> formatted{};

    friend bool operator==(const Message&, const Message&) = default;
};

// How what was sent comes back.
enum class Letters {
    ascii,    // a to z in capitals
    unicode,  // all letters in capitals
    kept      // as it was: an echo
};

// --- What a peer does.

// How a message is cut on its way over TCP: pieces of these sizes first, then `each` bytes at a time; 0: the
// rest in one. Every piece leaves when the program has read the one before.
struct Pieces {
    std::vector<std::size_t> first{};
    std::size_t each = 0;

    friend bool operator==(const Pieces&, const Pieces&) = default;
};

// A TCP peer goes in the middle of a message: the program gets its first bytes, and then the end.
struct BreakOff {
    enum class How {
        none,
        cut,   // closes: FIN
        reset  // RST
    };
    How how = How::none;
    std::size_t after = 0;  // bytes

    friend bool operator==(const BreakOff&, const BreakOff&) = default;
};

// Where a peer that calls the program is.
enum class From {
    anywhere,     // where it reaches the program at whatever address that has bound
    this_host,    // calls 127.0.0.1, whatever address the program has bound
    another_host  // calls from a second address, towards one that is not loopback
};

struct Connect {
    From from = From::anywhere;
    std::optional<Message> port{};  // in digits: one that the program has told; none: where it listens
    friend bool operator==(const Connect&, const Connect&) = default;
};
struct Accept {
    // The connection has come about, but nobody takes it before the program has done what it can without.
    bool late = false;
    friend bool operator==(const Accept&, const Accept&) = default;
};
struct Send {
    std::vector<Message> messages;  // each leaves when the program has read the one before
    bool coax = false;              // program silent? then a newline; silent still? then a half-close
    Pieces pieces{};
    // TCP: all messages in one write, so that they come in one segment. UDP: one datagram right behind the
    // other, however many the program has read by then.
    bool together = false;
    From from = From::anywhere;  // for a UDP peer, which needs no connect step
    // UDP: each message is sent again until this answer to it has come, `tries` times in all; the next one
    // waits for that. With {i} and {n} as in Message::as. Empty: sent once.
    std::string until{};
    std::size_t tries = 0;
    std::vector<std::string> answers{};  // `until` for each message, filled in by the plan
    BreakOff break_off{};
    friend bool operator==(const Send&, const Send&) = default;
};
// From now on this UDP peer answers each datagram that comes, at once.
struct AnswerEach {
    std::string with;             // with {name} for the fields; empty: with the datagram itself
    std::vector<Field> fields{};  // those that `with` names; a datagram without one of them gets no answer
    friend bool operator==(const AnswerEach&, const AnswerEach&) = default;
};
// The reference server's answer to the request it just got.
struct Reply {
    enum class With { capitals, message };
    // capitals: as long as the request, one word replaced by one of our own; where `letters` are kept, the
    // request itself
    With with = With::capitals;
    Message message;
    Pieces pieces{};
    Letters letters = Letters::ascii;
    BreakOff break_off{};
    // UDP: from now on its datagrams come from another port, where it is written to.
    bool from_another_port = false;
    friend bool operator==(const Reply&, const Reply&) = default;
};
struct FinishSending {  // half-close: FIN, then go on reading
    friend bool operator==(const FinishSending&, const FinishSending&) = default;
};
struct Close {
    friend bool operator==(const Close&, const Close&) = default;
};
struct Reset {  // RST
    friend bool operator==(const Reset&, const Reset&) = default;
};

// --- How a peer makes it hard. The first two hold from the accept before, or from the start.

struct FillBacklog {  // an attempt to connect gets no answer until this peer accepts
    friend bool operator==(const FillBacklog&, const FillBacklog&) = default;
};
struct Refuse {             // the first attempts to connect, at each address, meet nobody
    std::size_t times = 1;  // 0: all of them
    friend bool operator==(const Refuse&, const Refuse&) = default;
};
struct StopReading {  // so that what the program sends stays where it is, until it can send no more
    friend bool operator==(const StopReading&, const StopReading&) = default;
};
struct GoOnReading {
    friend bool operator==(const GoOnReading&, const GoOnReading&) = default;
};
struct GoAway {  // as if its computer had lost its power: nobody holds its port, and it forgets everything
    friend bool operator==(const GoAway&, const GoAway&) = default;
};
struct ComeBack {  // on the same port
    friend bool operator==(const ComeBack&, const ComeBack&) = default;
};

// --- What is expected of the program, seen from a peer.

// One of several things that may arrive.
struct Wanted {
    Message message;          // of a pattern: `text` and `bytes` are the regular expression (RE2)
    bool is_pattern = false;  // which has to fit all of what arrives
    std::string called{};     // what it stands for, in words; empty: it is shown as it is
    friend bool operator==(const Wanted&, const Wanted&) = default;
};

// What a peer does about a datagram.
struct Rule {
    Wanted gets{};                     // what it captures is known in this rule
    std::optional<Message> replies{};  // none: it gets no answer
    std::vector<FieldValue> now{};     // what is remembered from then on
    bool from_another_port = false;    // the reply, and all that follows: as in Reply
    std::size_t at_most = 0;           // how many datagrams it is for; 0: for all that fit
    friend bool operator==(const Rule&, const Rule&) = default;
};
// Something about what a peer remembers.
struct Condition {
    std::string holds{};   // an expression
    std::string called{};  // the same as a sentence
    friend bool operator==(const Condition&, const Condition&) = default;
};
// From now on this UDP peer answers what comes by the first of these rules that fits; another datagram is
// wrong.
struct Whenever {
    std::vector<Rule> rules{};
    std::vector<FieldValue> remembers{};  // with what it begins
    std::vector<FieldValue> known{};      // filled in when it begins: what was captured by then
    std::vector<Condition> always{};      // whenever a rule has been followed
    std::vector<Condition> at_the_end{};  // when nothing more comes
    friend bool operator==(const Whenever&, const Whenever&) = default;
};

// What an HTTP response has to say.
struct HttpHeader {
    std::string name;
    Wanted value;
    friend bool operator==(const HttpHeader&, const HttpHeader&) = default;
};
struct HttpWanted {
    std::size_t status = 0;  // 0: any from 200 to 299
    std::vector<HttpHeader> headers{};
    std::optional<Wanted> body{};  // none: whatever it is
    bool is_bodiless = false;      // there is none, whatever length it says
    friend bool operator==(const HttpWanted&, const HttpWanted&) = default;
};

struct Expect {
    enum class What {
        bytes,        // exactly `message`
        capitals,     // the capitals (`letters`) of what this peer sent since its last expectation
        each,         // the same of each message sent: one reply a datagram, in the order they were sent
        all,          // each of `messages`, one a datagram
        given,        // the message that the program was given, or one of its own choice
        anything,     // something, whatever it is
        nothing,      // nothing more
        once,         // nothing that has come before
        end,          // the program closes the connection
        fixed,        // a reply of the program's own: not what was sent, and the same for everyone
        http,         // one HTTP response, whole
        typed,        // `messages`: each line that was typed since the last expectation of this kind
        typed_lines,  // the same, and nothing but lines goes over the wire, each with its line end
        one_of,       // one of `wanted`
        any_order,    // each of `wanted`, a frame or a datagram each
        format        // `message`, field by field: what it says nothing about is free
    };
    enum class Order { kept, any };
    What what = What::anything;
    Message message;
    Letters letters = Letters::ascii;
    Order order = Order::kept;
    // How often each message may arrive at most; 0: as often as it likes.
    std::size_t copies = 1;
    // For `all`. Empty in a spec: the lines of the message that the program is given; `message.as` says how
    // each looks. A text that ends in "..." stands for all that begin like it.
    std::vector<Message> messages{};
    std::vector<Wanted> wanted{};
    std::optional<HttpWanted> response{};  // of `http`; none: a page, with its length
    Frame frame{};                         // TCP, of `bytes`, `one_of`, `any_order` and `format`
    // A number of bytes, or the text that ends it, for which names stand: `frame` gets what they come to.
    std::optional<Message> until{};
    // How long after the program last got something, or this peer expected something, by the program's clock.
    // 0: whenever.
    std::chrono::milliseconds within{0};
    std::chrono::milliseconds not_before{0};
    // UDP: the port of the program that it comes from. From another one than was asked it is written to there
    // from then on.
    enum class Port { asked, another, any };
    Port port = Port::asked;
    friend bool operator==(const Expect&, const Expect&) = default;
};

// Is it about the lines that were typed since the last expectation of this kind?
constexpr bool awaits_typing(const Expect& expect) {
    return expect.what == Expect::What::typed || expect.what == Expect::What::typed_lines;
}

// --- What is expected of the program itself.

struct Prints {
    enum class What {
        sent,      // every message that peers sent since the last `prints`
        stream,    // the same of a pair's TCP connection: each line, however the stream was cut
        reply,     // the reply that it got
        message,   // `message`
        pattern,   // text that a pattern fits
        ports,     // the numbers of the ports that listen, and of no other
        addresses  // the IPv4 address of each interface of the machine
    };
    What what = What::sent;
    Message message;
    Expect::Order order = Expect::Order::kept;
    bool each_once = false;  // no message more often than it was sent
    std::string pattern{};   // a regular expression (RE2)
    std::string called{};    // what it stands for, in words: "a line that says that the request timed out"
    std::optional<std::size_t> times{};  // how often it fits; none: once or more often
    friend bool operator==(const Prints&, const Prints&) = default;
};
struct Exits {
    std::optional<int> status;  // none: any status, but not by a signal
    bool failure = false;       // any status but 0, and not by an error that nobody caught
    // It need not end: it may also wait for what comes next, or go on with what it does. Then `failure` is
    // any status but 0.
    enum class Or { nothing, waits, goes_on };
    Or otherwise = Or::nothing;
    friend bool operator==(const Exits&, const Exits&) = default;
};
struct IsRunning {
    // After so long without anything from anybody, by the program's clock.
    std::chrono::milliseconds after{0};
    // UDP: in that time it sends so many datagrams at most, whether somebody takes them or not. 0: any
    // number.
    std::size_t sends_at_most = 0;
    friend bool operator==(const IsRunning&, const IsRunning&) = default;
};
// Files that it has written by then, in its folder.
struct FileWanted {
    std::string path;  // below its folder
    Wanted content;
    friend bool operator==(const FileWanted&, const FileWanted&) = default;
};
struct Wrote {
    std::vector<FileWanted> files;
    friend bool operator==(const Wrote&, const Wrote&) = default;
};
// It prints again and again while nothing comes from anybody.
struct KeepsPrinting {
    friend bool operator==(const KeepsPrinting&, const KeepsPrinting&) = default;
};

// --- What its user does.

struct Typed {  // a line on its standard input, when it is at rest
    Message message;
    friend bool operator==(const Typed&, const Typed&) = default;
};

using Action = std::variant<Connect, Accept, Send, AnswerEach, Reply, FinishSending, Close, Reset,
                            FillBacklog, Refuse, StopReading, GoOnReading, GoAway, ComeBack, Expect, Prints,
                            Exits, IsRunning, KeepsPrinting, Wrote, Typed, Whenever>;

// The actor that stands for the student's program in steps and events.
inline constexpr const char* kProgram = "program";

struct Step {
    std::string actor;
    Action action;
    int line = 0;  // where the spec says so, for messages; 1-based
    // Of a step that is repeated: which time it is, from 1, for {n} and {i}. 0: it is not.
    std::size_t time = 0;
    std::optional<std::string> hint{};  // what helps where this step fails; none: what helps in the case

    friend bool operator==(const Step&, const Step&) = default;
};

}  // namespace sockgrade::model
