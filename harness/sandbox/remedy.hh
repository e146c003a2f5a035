// What would allow a thing that this machine refuses. From what was seen, not from what is usual.
#pragma once

#include <string>

#include "sandbox/surroundings.hh"
#include "system/trial.hh"

namespace sockgrade::sandbox {

struct Remedy {
    std::string words;    // what to do, as a sentence
    std::string command;  // to type or to set; may be empty
    friend bool operator==(const Remedy&, const Remedy&) = default;
};

enum class Need { namespaces, control_groups, process_limit, observation, landlock, landlock_signals, ipv6 };

Remedy remedy_for(Need need, const system::Trial& refused, const Surroundings& here);

// To install a package of Debian.
Remedy install(const std::string& package, const Surroundings& here);

}  // namespace sockgrade::sandbox
