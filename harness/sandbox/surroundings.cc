#include "sandbox/surroundings.hh"

#include <stdlib.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace sockgrade::sandbox {

namespace {

using Container = Surroundings::Container;

bool exists(const std::string& path) {
    std::error_code error;
    return std::filesystem::exists(path, error);
}

std::string content(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::optional<long> number_in(const std::string& path) {
    std::ifstream file(path);
    long number = 0;
    if (file >> number) return number;
    return std::nullopt;
}

Container container_around(const std::string& top) {
    if (::getenv("KUBERNETES_SERVICE_HOST") != nullptr) return Container::kubernetes;
    if (exists(top + "/run/.containerenv")) return Container::podman;
    if (exists(top + "/.dockerenv")) return Container::docker;
    const std::string groups = content(top + "/proc/1/cgroup");
    if (groups.find("kubepods") != std::string::npos) return Container::kubernetes;
    if (groups.find("docker") != std::string::npos) return Container::docker;
    const bool other = groups.find("/lxc") != std::string::npos || exists(top + "/run/systemd/container");
    return other ? Container::other : Container::none;
}

// "4.4.0-19041-Microsoft" is the first version, "5.15.90.1-microsoft-standard-WSL2" the second.
int version_of_wsl(const std::string& release) {
    if (release.find("Microsoft") != std::string::npos) return 1;
    return release.find("microsoft") != std::string::npos ? 2 : 0;
}

}  // namespace

Surroundings look_around(const std::string& top) {
    const std::string settings = top + "/proc/sys/";
    Surroundings found;
    found.container = container_around(top);
    found.root = ::geteuid() == 0;
    found.github_actions = ::getenv("GITHUB_ACTIONS") != nullptr;
    found.wsl = version_of_wsl(content(settings + "kernel/osrelease"));
    found.systemd = exists(top + "/run/systemd/system");
    found.apparmor_restricts_namespaces =
        number_in(settings + "kernel/apparmor_restrict_unprivileged_userns");
    found.unprivileged_namespaces = number_in(settings + "kernel/unprivileged_userns_clone");
    found.most_user_namespaces = number_in(settings + "user/max_user_namespaces");
    found.ptrace_scope = number_in(settings + "kernel/yama/ptrace_scope");
    found.knows_ipv6 = exists(settings + "net/ipv6");
    return found;
}

}  // namespace sockgrade::sandbox
