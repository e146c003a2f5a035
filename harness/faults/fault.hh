// What a kind of fault does to the datagrams of one direction of a link. Pure: no sockets, no clock, no
// chance of its own. Whether a fault hits a datagram is decided before (fault_plan.hh); what it needs of
// chance comes with the hit.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "model/fault.hh"

namespace sockgrade::faults {

// How the link delivers a datagram. What only the link can do has its place here, so that faults stay data:
// a restart of the peer would be one more way.
enum class Way {
    usual,
    from_stranger,  // from an address that has no part in the conversation
    from_new_port,  // the peer's end has moved to another port, and stays there
    refused         // not at all: its sender is told that nobody has this port open (ICMP port unreachable)
};

struct Passing {
    std::size_t flow = 0;  // which conversation of the link it belongs to
    std::string bytes;
    std::size_t number = 0;      // position of its payload among the distinct ones of this direction, from 1
    std::size_t occurrence = 0;  // which copy of it, from 1
    std::size_t index = 0;       // position among all that its sender sent this way, copies too, from 1
    Way way = Way::usual;
    std::chrono::milliseconds wait{0};  // on the link, before it is delivered
};

// Is it what is left of the datagram itself, on its way, and no company that it was given?
inline bool is_own(const Passing& passing) {
    return passing.way != Way::from_stranger && passing.way != Way::refused;
}

class Fault {
  public:
    Fault() = default;
    Fault(const Fault&) = delete;
    Fault& operator=(const Fault&) = delete;
    virtual ~Fault() = default;

    // `hit` is a datagram that this fault applies to, `out` what earlier faults have left of it, to be
    // changed. `draw`: a number that belongs to this fault and this datagram, from the seed. True when it
    // made a difference.
    virtual bool apply(const Passing& hit, std::vector<Passing>& out, std::uint64_t draw) = 0;
    // For datagrams that it does not hit: the same, for a fault that goes on after its hit (blackhole).
    virtual bool meanwhile(const Passing& other, std::vector<Passing>& out) {
        (void)other;
        (void)out;
        return false;
    }
    // Called for every datagram of its direction after all faults: what the fault held back may follow it.
    virtual std::vector<Passing> after(const Passing& passed) {
        (void)passed;
        return {};
    }
    // What is still held back, when nothing more will come.
    virtual std::vector<Passing> release() { return {}; }
};

// What a fault means to whoever waits for the datagram.
enum class Harm {
    none,    // it arrives as it was, if late, twice or in company
    alters,  // something else arrives in its place
    loses    // nothing arrives
};

// All that there is to know of a kind of fault. Whoever has to tell kinds apart asks here, and not for a
// name.
struct FaultKind {
    std::string_view name;
    std::string_view summary;  // one line, for `sockgrade list faults`
    std::string_view verb;     // what the link did, with the datagram behind it: "dropped"

    std::unique_ptr<Fault> (*make)(const model::FaultRule& rule);

    // What the network will do: "drop datagram 2 on its way". `target`: "datagram 2 on its way". Null: the
    // name is the verb.
    std::string (*says)(const model::FaultRule& rule, const std::string& target) = nullptr;
    // What became of a datagram, for the log of a link by hand, where the program is the server. `delivered`:
    // what goes on at once. Null: what its harm comes to.
    std::string (*became)(const Passing& hit, const std::vector<Passing>& delivered) = nullptr;
    // Why the words of a rule cannot be meant together. Empty, and null: they can.
    std::string (*problem)(const model::FaultRule& rule) = nullptr;

    Harm harm = Harm::none;
    std::span<const std::string_view> takes{};  // words of its own, beside those that say which datagrams
    std::span<const std::string_view> needs{};  // of these, one at least
    bool only_to_program = false;
    bool only_from_program = false;
    bool holds = false;       // it arrives later
    bool acts_late = false;   // what it does is done when it gives back, not when it hits
    bool goes_on = false;     // after the datagram that it hits, with those behind
    bool moves_port = false;  // the peer turns up at another port
    bool refuses = false;     // the program is told that nobody has the port, which takes a raw socket
    bool empties = false;     // a datagram without bytes arrives
    // Does a rule leave something to the seed, beside its chance? Null: no.
    bool (*draws)(const model::FaultRule& rule) = nullptr;
};

// For `FaultKind::make`.
template <typename T>
std::unique_ptr<Fault> make(const model::FaultRule& rule) {
    if constexpr (std::is_constructible_v<T, const model::FaultRule&>)
        return std::make_unique<T>(rule);
    else
        return std::make_unique<T>();
}

// All kinds, in the order of catalog.def. A new one is a file, its test, and its line there.
std::span<const FaultKind> catalog();
const FaultKind* find(std::string_view name);

// Is it a known kind, of which this holds?
inline bool is(std::string_view kind, bool FaultKind::*what) {
    const FaultKind* const known = find(kind);
    return known != nullptr && known->*what;
}

}  // namespace sockgrade::faults
