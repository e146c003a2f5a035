// What the program is told: an address, a message, and the arguments that hold them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/plan.hh"

namespace sockgrade::plan {

// A port that tells a forgotten htons(): with its bytes swapped it is another one, that a program may bind.
std::uint16_t choose_port(std::uint64_t seed);

// Another one than `port`, also when the bytes of either are swapped.
std::uint16_t another_port(std::uint16_t port, std::uint64_t seed);

// The address of a computer in somebody's network: one of those that are handed out at home (RFC 1918).
std::string choose_lan_host(std::uint64_t seed);

// A range of ports in which those of `spec` listen.
model::PortRange choose_ports(const model::PortsSpec& spec, std::uint64_t seed);

// Interfaces with so many addresses each, none of them in the network of another.
std::vector<model::Interface> choose_interfaces(const std::vector<std::size_t>& addresses,
                                                std::uint64_t seed);

// Fills in the arguments from what `given` holds otherwise. {file} stays: only a run knows the path. Who
// listens is told to do so at every address.
void fill_arguments(model::Given& given, model::Role role);

}  // namespace sockgrade::plan
