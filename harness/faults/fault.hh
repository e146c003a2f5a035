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

struct FaultKind {
    std::string_view name;
    std::string_view summary;  // one line, for `sockgrade list faults`
    std::unique_ptr<Fault> (*make)(const model::FaultRule& rule);
    Harm harm = Harm::none;
    std::span<const std::string_view> takes{};  // words of its own, beside those that say which datagrams
    std::span<const std::string_view> needs{};  // of these, one at least
    bool only_to_program = false;
    bool only_from_program = false;
    bool holds = false;      // it arrives later
    bool acts_late = false;  // what it does is done when it gives back, not when it hits
};

// All kinds, by name. A new one is a file, its test, and a line in catalog.cc.
std::span<const FaultKind> catalog();
const FaultKind* find(std::string_view name);

}  // namespace sockgrade::faults
