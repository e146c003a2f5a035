#include "system/refused_datagrams.hh"

#include <fstream>
#include <sstream>
#include <string>

namespace sockgrade::system {

namespace {

// Lines come in pairs: the names, then the values.
std::uint64_t of_ipv4() {
    std::ifstream file("/proc/thread-self/net/snmp");
    std::string names;
    std::string values;
    while (std::getline(file, names) && std::getline(file, values)) {
        std::istringstream name_words(names);
        std::istringstream value_words(values);
        std::string name;
        std::string value;
        if (!(name_words >> name) || !(value_words >> value) || name != "Udp:") continue;
        while (name_words >> name && value_words >> value)
            if (name == "NoPorts") return std::stoull(value);
    }
    return 0;
}

std::uint64_t of_ipv6() {
    std::ifstream file("/proc/thread-self/net/snmp6");
    std::string name;
    std::uint64_t value = 0;
    while (file >> name >> value)
        if (name == "Udp6NoPorts") return value;
    return 0;
}

}  // namespace

std::uint64_t refused_datagrams() { return of_ipv4() + of_ipv6(); }

}  // namespace sockgrade::system
