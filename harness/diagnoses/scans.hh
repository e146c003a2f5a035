// A range of ports that was to be looked through, and which of them the program asked.
#pragma once

#include <cstdint>
#include <set>

#include "diagnoses/diagnosis.hh"

namespace sockgrade::diagnoses {

struct AskedPorts {
    std::set<std::uint16_t> ports;        // connect() was called for them, by TCP
    std::vector<std::size_t> events;      // the first and the last of these calls
    std::set<std::uint16_t> connected{};  // which of them took the connection
    std::size_t again = 0;  // the event in which the first port was asked once more when all had been asked
};
// Nothing where the case has no range of ports, or the program asked none near it.
std::optional<AskedPorts> asked_ports(const Failure& failure);

}  // namespace sockgrade::diagnoses
