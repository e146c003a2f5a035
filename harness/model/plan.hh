// A case made concrete: every message, fault and limit written out. Nothing is left to choose, so a plan can
// be printed, saved, and run again.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "model/spec.hh"

namespace sockgrade::model {

// Backstops. A case does not end because of them unless a program neither goes quiet nor gets on.
struct Limits {
    std::chrono::milliseconds wait{
        10'000};  // the longest wait for one thing, while the program could still act
    std::chrono::milliseconds starved{60'000};  // the same for a program that is ready but gets no processor
    std::chrono::milliseconds cpu{5'000};       // processor time a program may burn in one wait
    std::chrono::milliseconds in_vain{
        60'000};  // real time for one thing, but for what it had no processor in
    std::size_t output = std::size_t{4} << 20;     // bytes of output before the program is stopped
    std::size_t received = std::size_t{16} << 20;  // bytes on one connection before the program is stopped
    std::size_t memory = std::size_t{1} << 30;     // bytes of all its processes before the program is stopped

    friend bool operator==(const Limits&, const Limits&) = default;
};

// Ports in a row: some of them listen, the others refuse.
struct PortRange {
    std::uint16_t first = 0;  // 0: there is no range
    std::uint16_t last = 0;
    std::vector<std::uint16_t> listening{};  // ascending; the first and the last port are among them
    std::vector<std::uint16_t> outside{};    // listen too, right before and right behind the range

    friend bool operator==(const PortRange&, const PortRange&) = default;
};

// A network interface of the machine that the program runs on, beside loopback.
struct Interface {
    std::string name;
    std::vector<std::string> addresses;  // IPv4
    std::size_t prefix = 24;             // bits of each address that name its network

    friend bool operator==(const Interface&, const Interface&) = default;
};

// A peer that listens at an address of its own, and that a program calls which is called itself.
struct CalledPeer {
    std::string name;
    Address address;

    friend bool operator==(const CalledPeer&, const CalledPeer&) = default;
};

// What the program is told, and what it may choose otherwise.
struct Given {
    Address address;      // where the peer is (client, sender), or where it shall be (server, receiver)
    std::string message;  // for {message}, and typed when it asks
    std::vector<std::string> arguments;  // filled in
    bool names_host = false;             // {host} stands in the arguments
    bool names_port = false;
    bool names_message = false;
    // For a program that listens and dials: where it listens. `address` is where it dials.
    std::uint16_t own_port = 0;
    PortRange ports{};
    std::vector<std::string> forms{};  // the arguments before they were filled in, to fill them in otherwise
    // What a program that asks without saying for what is told, line by line: "host", "port", "host port",
    // "message". Empty: as most programs would have it.
    std::vector<std::string> typed_order{};

    friend bool operator==(const Given&, const Given&) = default;
};

struct Plan {
    std::string exercise;
    std::string case_id;
    std::string variant;  // "size=1024", or empty
    std::string title;
    std::uint64_t seed = 0;         // the run's
    std::uint64_t stream_seed = 0;  // this case's own, drawn from the run's seed, its id and its variant
    Role role = Role::server;
    Transport transport = Transport::tcp;
    AddressRule address_rule = AddressRule::any;
    Given given;
    std::vector<FaultRule> faults;
    std::vector<Step> steps;
    std::vector<Interface> interfaces{};
    std::vector<NamedValue> values{};  // what names stand for that are known beforehand
    std::vector<FileGiven> files{};
    std::vector<CalledPeer> called{};
    Limits limits;
    bool quiescence = true;  // false: wait by the clock instead, to compare
    bool real_time = false;  // true: the program's clock is never moved on
};

// Case id, with its variant where it has one: "long-message/size=1024".
std::string full_id(const std::string& case_id, const std::string& variant);
std::string full_id(const Plan& plan);

// One of Plan::called; null: there is none of this name.
const CalledPeer* called_peer(const Plan& plan, const std::string& name);
// Does the program call this peer? Otherwise the peer calls the program.
bool is_called(const Plan& plan, const std::string& peer);

}  // namespace sockgrade::model
