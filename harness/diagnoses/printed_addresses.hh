// Addresses in what a program printed that was to print those of its machine. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diagnoses/diagnosis.hh"

namespace sockgrade::diagnoses {

struct PrintedAddresses {
    std::string output;
    std::vector<std::string> own;      // the machine's, without loopback
    std::vector<std::string> printed;  // IPv4 addresses in the output, each once
    bool is_own(const std::string& address) const;
};
// Nothing where the case is not about the machine's addresses, or one of them was printed.
std::optional<PrintedAddresses> addresses_missed(const Failure& failure);

// The IPv4 addresses that stand in a text as whole words, each once.
std::vector<std::string> ipv4_addresses_in(const std::string& text);

}  // namespace sockgrade::diagnoses
