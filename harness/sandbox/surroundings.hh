// Where this program runs, as far as it decides what would allow more: a container, WSL, a CI runner, and the
// settings of the kernel that forbid.
#pragma once

#include <optional>
#include <string>

namespace sockgrade::sandbox {

struct Surroundings {
    enum class Container { none, docker, podman, kubernetes, other };
    Container container = Container::none;
    bool root = false;
    bool github_actions = false;
    int wsl = 0;           // its version; 0: none
    bool systemd = false;  // is what runs this machine
    // Settings in /proc/sys; nothing: not there.
    std::optional<long> apparmor_restricts_namespaces;
    std::optional<long> unprivileged_namespaces;
    std::optional<long> most_user_namespaces;
    std::optional<long> ptrace_scope;
    bool knows_ipv6 = true;
};

// `top`: a folder to take for / (for tests).
Surroundings look_around(const std::string& top = "");

}  // namespace sockgrade::sandbox
