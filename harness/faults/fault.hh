// What a kind of fault does to the datagrams of one direction of a link. Pure: no sockets, no clock, no
// chance of its own. Whether a fault hits a datagram is decided before (fault_plan.hh).
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/fault.hh"

namespace sockgrade::faults {

struct Passing {
    std::size_t flow = 0;  // which peer it belongs to
    std::string bytes;
    std::size_t number = 0;      // position of its payload among the distinct ones of this direction, from 1
    std::size_t occurrence = 0;  // which copy of it, from 1
};

class Fault {
  public:
    Fault() = default;
    Fault(const Fault&) = delete;
    Fault& operator=(const Fault&) = delete;
    virtual ~Fault() = default;

    // `hit` is a datagram that this fault applies to, `out` what earlier faults have left of it, to be
    // changed.
    virtual void apply(const Passing& hit, std::vector<Passing>& out) = 0;
    // Called for every datagram of its direction after all faults: what the fault held back may follow it.
    virtual void after(const Passing& passed, std::vector<Passing>& out) {
        (void)passed;
        (void)out;
    }
    // What is still held back, when nothing more will come.
    virtual std::vector<Passing> release() { return {}; }
};

struct FaultKind {
    std::string_view name;
    std::string_view summary;  // one line, for `sockgrade list faults`
    std::unique_ptr<Fault> (*make)(const model::FaultRule& rule);
};

// All kinds, by name. A new one is a file, its test, and a line in catalog.cc.
std::span<const FaultKind> catalog();
const FaultKind* find(std::string_view name);

}  // namespace sockgrade::faults
