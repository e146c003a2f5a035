// sockgrade peer EXERCISE: its part of the command line.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace CLI {
class App;
}

namespace sockgrade::cli {

struct PeerOptions {
    std::string exercise;
    std::string spec;
    std::string case_id;  // empty: the first one
    std::string to;
    std::string listen;
    std::optional<std::uint64_t> seed;
    std::size_t wait_seconds = 10;
    std::string color = "auto";
};

void add_peer(CLI::App& command, PeerOptions& options);
int peer(const PeerOptions& options);

}  // namespace sockgrade::cli
