// One thing that an actor does, or is expected to do, in a case. Specs and plans use the same steps: in a
// spec a message may still be a recipe ("500 bytes of words"), in a plan its bytes are filled in.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace sockgrade::model {

// Bytes that travel, and how a spec asked for them.
struct Message {
    enum class Form {
        text,       // `text`, with {word}, {n} and the names of `vary` filled in
        words,      // random lower-case words, `size` bytes together
        bytes,      // `text` is hexadecimal
        file,       // `text` is a path relative to the spec
        every_byte  // the 256 byte values in order
    };
    Form form = Form::text;
    std::string text;
    std::string size;   // a number, or "{name}" of a value in `vary`
    std::string bytes;  // filled in by the plan

    friend bool operator==(const Message&, const Message&) = default;
};

enum class Letters { ascii, unicode };

// --- What a peer does.

// How a message is cut on its way over TCP: pieces of these sizes first, then `each` bytes at a time; 0: the
// rest in one. Every piece leaves when the program has read the one before.
struct Pieces {
    std::vector<std::size_t> first{};
    std::size_t each = 0;

    friend bool operator==(const Pieces&, const Pieces&) = default;
};

struct Connect {
    bool from_another_host = false;  // from a second address, towards an address that is not loopback
    friend bool operator==(const Connect&, const Connect&) = default;
};
struct Accept {
    friend bool operator==(const Accept&, const Accept&) = default;
};
struct Send {
    std::vector<Message> messages;  // each leaves when the program has read the one before
    bool coax = false;              // program silent? then a newline; silent still? then a half-close
    Pieces pieces{};
    bool together = false;           // TCP: all messages in one write, so that they come in one segment
    bool from_another_host = false;  // for a UDP peer, which needs no connect step
    friend bool operator==(const Send&, const Send&) = default;
};
// The reference server's answer to the request it just got.
struct Reply {
    enum class With { capitals, message };
    With with = With::capitals;  // capitals: as long as the request, one word replaced by one of our own
    Message message;
    Pieces pieces{};
    Letters letters = Letters::ascii;
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

// --- What is expected of the program, seen from a peer.

struct Expect {
    enum class What {
        bytes,     // exactly `message`
        capitals,  // the capitals of what this peer sent since its last expectation
        each,      // the capitals of each message sent: one reply a datagram, in the order they were sent
        given,     // the message that the program was given, or one of its own choice
        anything,  // something, whatever it is
        nothing,   // nothing more
        end        // the program closes the connection
    };
    enum class Order { kept, any };
    What what = What::anything;
    Message message;
    Letters letters = Letters::ascii;
    Order order = Order::kept;
    // How often each message may arrive at most; 0: as often as it likes.
    std::size_t copies = 1;
    friend bool operator==(const Expect&, const Expect&) = default;
};

// --- What is expected of the program itself.

struct Prints {
    enum class What {
        sent,    // every message that peers sent since the last `prints`
        reply,   // the reply that it got
        message  // `message`
    };
    What what = What::sent;
    Message message;
    Expect::Order order = Expect::Order::kept;
    bool each_once = false;  // no message more often than it was sent
    friend bool operator==(const Prints&, const Prints&) = default;
};
struct Exits {
    std::optional<int> status;  // none: any status, but not by a signal
    friend bool operator==(const Exits&, const Exits&) = default;
};
struct IsRunning {
    friend bool operator==(const IsRunning&, const IsRunning&) = default;
};

using Action =
    std::variant<Connect, Accept, Send, Reply, FinishSending, Close, Reset, Expect, Prints, Exits, IsRunning>;

// The actor that stands for the student's program in steps and events.
inline constexpr const char* kProgram = "program";

struct Step {
    std::string actor;
    Action action;
    int line = 0;  // where the spec says so, for messages; 1-based

    friend bool operator==(const Step&, const Step&) = default;
};

// An actor in a sentence: "the program", "the client", "the peer 'shy'".
std::string actor_in_words(const std::string& actor);

// The step in plain words, e.g. `the client sends "hello"`.
std::string describe(const Step& step);

// The message's bytes where they are filled in and short, else its recipe: `"hello {word}"`, `500 bytes of
// words`.
std::string describe(const Message& message);

}  // namespace sockgrade::model
