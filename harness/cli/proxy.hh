// sockgrade proxy udp|tcp: its part of the command line.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/address.hh"

namespace CLI {
class App;
}

namespace sockgrade::cli {

struct ProxyOptions {
    model::Transport transport = model::Transport::udp;
    std::string listen;
    std::string to;
    std::map<std::string, std::vector<std::string>> faults;  // what each option of that name says
    std::vector<std::string> fields;
    std::string faults_file;
    std::string program = "server";
    std::optional<std::uint64_t> seed;
    std::size_t hold_ms = 1000;
    std::string color = "auto";
};

// The words of `proxy udp` or `proxy tcp`.
void add_proxy(CLI::App& command, ProxyOptions& options, model::Transport transport);

// UsageError for a word that looks like a fault and is none, with the nearest.
void refuse_unknown_faults(const std::vector<std::string>& words, const CLI::App& command);

int proxy(const ProxyOptions& options);

}  // namespace sockgrade::cli
