// What a kind of fault does to one direction of a TCP connection. Pure, as for datagrams (fault.hh): no
// sockets, no clock, no chance. A decision depends on where in the stream a byte stands and on which
// connection it is, never on how the bytes happen to come: so a reference peer, which knows its whole
// message, and a link, which gets it in whatever portions the system hands on, do the same.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/fault.hh"

namespace sockgrade::faults {

// Bytes that go out in one write.
struct Portion {
    std::string bytes;
    bool alone = false;  // what follows waits until the receiver has read this, so that it is one recv()

    friend bool operator==(const Portion&, const Portion&) = default;
};

// What the receiver sees behind the bytes.
enum class Ending {
    none,    // the stream goes on
    finish,  // FIN, although more was to come
    reset    // RST
};

// What becomes of some bytes of a stream: the portions in their order, then the ending.
struct Passage {
    std::vector<Portion> portions;
    Ending ending = Ending::none;

    friend bool operator==(const Passage&, const Passage&) = default;
};

// For one direction of one connection.
class StreamFault {
  public:
    StreamFault() = default;
    StreamFault(const StreamFault&) = delete;
    StreamFault& operator=(const StreamFault&) = delete;
    virtual ~StreamFault() = default;

    // `passage`: what earlier faults have left of bytes that stand behind the first `offset` bytes of the
    // stream, to be changed. Also called with no bytes, when the connection has just come about. True when it
    // made a difference.
    virtual bool apply(Passage& passage, std::uint64_t offset) {
        (void)passage;
        (void)offset;
        return false;
    }
    // After how many bytes it ends the stream: of two that do, the earlier one comes first.
    virtual std::uint64_t ends_after() const { return UINT64_MAX; }
    // Does attempt number `attempt` to connect, from 1, meet nobody (ECONNREFUSED)?
    virtual bool refuses(std::size_t attempt) const {
        (void)attempt;
        return false;
    }
};

// What a rule says of which connections, in words, for the sentence of its kind.
struct StreamTarget {
    std::string way;     // "to the server"
    std::string which;   // "each connection"
    std::string behind;  // "after 10 bytes"
};

struct StreamKind {
    std::string_view name;
    std::string_view summary;  // one line, for `sockgrade list faults`
    std::string_view step;     // how a case says it: steps of a peer, with " or " between them
    std::unique_ptr<StreamFault> (*make)(const model::FaultRule& rule);
    // What the link will do: "reset each connection (RST) at once".
    std::string (*says)(const model::FaultRule& rule, const StreamTarget& target);
    // What became of some bytes of which `left` goes on, where it does not end the stream. Null: nothing.
    std::string (*became)(const Passage& left) = nullptr;
    std::span<const std::string_view> takes{};  // words of its own, beside `to`, `from` and `n`
    std::span<const std::string_view> needs{};  // of these, one at least
    bool only_from_program = false;
    bool ends_stream = false;  // after so many bytes: a link by hand calls it `NAME-after`, too
};

// All kinds, in the order of catalog.def. A new one is a file, its test, and its line there.
std::span<const StreamKind> stream_catalog();
const StreamKind* find_stream(std::string_view name);

}  // namespace sockgrade::faults
