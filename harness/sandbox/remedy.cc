#include "sandbox/remedy.hh"

#include <cerrno>

namespace sockgrade::sandbox {

namespace {

using system::Trial;
using Container = Surroundings::Container;

// What a setting in /proc/sys is changed with; without root by whoever may.
std::string set(const std::string& setting, const Surroundings& here) {
    return (here.root ? "sysctl -w " : "sudo sysctl -w ") + setting;
}

// The switches by which containers refuse what is asked for here: the list of system calls, AppArmor, and the
// parts of /proc that are hidden or read-only. Root looks at files before it makes a user namespace, for
// which it has to have the capability outside as well.
std::string start_container(const Surroundings& here) {
    const std::string capability = here.root ? "--cap-add SYS_ADMIN " : "";
    if (here.container == Container::podman)
        return "podman run " + capability +
               "--security-opt seccomp=unconfined --security-opt label=disable --security-opt unmask=ALL "
               "IMAGE";
    return "docker run " + capability +
           "--security-opt seccomp=unconfined --security-opt apparmor=unconfined "
           "--security-opt systempaths=unconfined IMAGE";
}

Remedy privileged_container(const Surroundings& here) {
    if (here.github_actions)
        return {"Give the job's container in the workflow its rights:",
                "container: { image: IMAGE, options: --privileged }"};
    if (here.container == Container::kubernetes)
        return {"Give the container in the pod's description its rights:",
                "securityContext: { privileged: true }"};
    if (here.container == Container::other)
        return {"Let whoever runs this container allow nesting; for LXC:",
                "lxc config set CONTAINER security.nesting true"};
    return {};
}

Remedy allow_namespaces(const Trial& refused, const Surroundings& here) {
    if (here.wsl == 1) return {"WSL 1 has no Linux kernel. In Windows:", "wsl --set-version DISTRIBUTION 2"};
    if (here.most_user_namespaces == 0)
        return {"Allow user namespaces:", set("user.max_user_namespaces=10000", here)};
    if (refused.error_number == ENOSPC)
        return {"There are as many namespaces as allowed. Allow more:",
                set("user.max_user_namespaces=100000", here)};
    if (here.container != Container::none) {
        Remedy other = privileged_container(here);
        if (!other.command.empty()) return other;
        return {"Start the container with the rights that namespaces take:", start_container(here)};
    }
    if (here.apparmor_restricts_namespaces.value_or(0) != 0 && !here.root)
        return {here.github_actions ? "Allow user namespaces, in a step before:" : "Allow user namespaces:",
                set("kernel.apparmor_restrict_unprivileged_userns=0", here)};
    if (here.unprivileged_namespaces == 0 && !here.root)
        return {"Allow user namespaces:", set("kernel.unprivileged_userns_clone=1", here)};
    if (refused.error_number == ENOSYS || refused.error_number == EINVAL)
        return {"This kernel lacks namespaces (CONFIG_USER_NS); take another.", ""};
    if (!here.root)
        return {"Root may make namespaces, and gives programs to a user that nobody is:",
                "sudo sockgrade check EXERCISE PROGRAM"};
    return {"Something forbids even root to make namespaces: look for what, in the kernel's messages.",
            "dmesg | tail"};
}

Remedy allow_control_groups(const Surroundings& here) {
    if (here.container != Container::none) {
        Remedy other = privileged_container(here);
        if (!other.command.empty()) return other;
        return {"Start the container with control groups that can be written:",
                here.container == Container::podman ? "podman run --privileged IMAGE"
                                                    : "docker run --privileged IMAGE"};
    }
    if (here.systemd)
        return {"Start Sockgrade in a control group of its own:",
                std::string("systemd-run ") + (here.root ? "" : "--user ") +
                    "--scope -p Delegate=yes sockgrade check EXERCISE PROGRAM"};
    if (here.wsl == 2)
        return {"Let systemd run this machine: two lines in /etc/wsl.conf, then `wsl --shutdown` in Windows.",
                "printf '[boot]\\nsystemd=true\\n' | sudo tee -a /etc/wsl.conf"};
    if (!here.root) return {"Root may make control groups:", "sudo sockgrade check EXERCISE PROGRAM"};
    return {"Mount the control groups' file system:", "mount -t cgroup2 none /sys/fs/cgroup"};
}

// Root's processes are not counted, and it lacks what it takes to give them to somebody else.
Remedy count_processes(const Surroundings& here) {
    if (here.container == Container::docker || here.container == Container::podman)
        return {"Start the container with what root needs to give programs to another user:",
                std::string(here.container == Container::podman ? "podman" : "docker") +
                    " run --cap-add SETUID --cap-add SETGID --cap-add CHOWN --cap-add DAC_OVERRIDE "
                    "--cap-add FOWNER --cap-add KILL IMAGE"};
    return {
        "Run Sockgrade as a user that is not root, or as a root who may give programs to another user; "
        "or take Linux 6.14 or later, with a /proc that is not masked.",
        ""};
}

Remedy allow_observation(const Trial& refused, const Surroundings& here) {
    if (refused.error_number == ENOSYS || refused.error_number == EINVAL)
        return {"This kernel, or what plays it (gVisor, WSL 1), can't do it. Linux 5.6 and later can.", ""};
    if (here.container != Container::none) {
        Remedy other = privileged_container(here);
        if (!other.command.empty()) return other;
        const std::string tool = here.container == Container::podman ? "podman" : "docker";
        return {"Start the container with the right to look into its own programs:",
                tool + " run --cap-add SYS_PTRACE --security-opt seccomp=unconfined IMAGE"};
    }
    if (here.ptrace_scope.value_or(0) > 1)
        return {"Allow programs to be looked into by who started them (after a restart, where it is 3 now):",
                set("kernel.yama.ptrace_scope=1", here)};
    if (!here.root) return {"Root may do it:", "sudo sockgrade check EXERCISE PROGRAM"};
    return {
        "Something forbids even root to look into its programs: a seccomp filter around Sockgrade, or a "
        "security module. Run it outside of that.",
        ""};
}

Remedy allow_landlock(bool signals, const Surroundings& here) {
    if (here.container == Container::docker || here.container == Container::podman)
        return {signals ? "The machine needs Linux 6.12 or later."
                        : "The machine needs Linux 5.13 or later "
                          "with `landlock` in /sys/kernel/security/lsm, "
                          "and the container a seccomp profile that "
                          "knows it:",
                signals ? "" : start_container(here)};
    if (signals) return {"It takes Linux 6.12 or later.", ""};
    return {"It takes Linux 5.13 or later, started with `landlock` among its security modules:",
            "lsm=landlock,yama,apparmor,bpf   # on the kernel's command line"};
}

Remedy allow_ipv6(const Surroundings& here) {
    if (!here.knows_ipv6)
        return {"This kernel runs without IPv6: take `ipv6.disable=1` from its command line.", ""};
    if (here.container == Container::docker || here.container == Container::podman)
        return {"Start the container with IPv6:",
                std::string(here.container == Container::podman ? "podman" : "docker") +
                    " run --sysctl net.ipv6.conf.all.disable_ipv6=0 IMAGE"};
    return {"Switch IPv6 on:", set("net.ipv6.conf.all.disable_ipv6=0", here)};
}

}  // namespace

Remedy remedy_for(Need need, const Trial& refused, const Surroundings& here) {
    switch (need) {
        case Need::namespaces:
            return allow_namespaces(refused, here);
        case Need::control_groups:
            return allow_control_groups(here);
        case Need::process_limit:
            return count_processes(here);
        case Need::observation:
            return allow_observation(refused, here);
        case Need::landlock:
            return allow_landlock(false, here);
        case Need::landlock_signals:
            return allow_landlock(true, here);
        case Need::ipv6:
            return allow_ipv6(here);
    }
    return {};
}

Remedy install(const std::string& package, const Surroundings& here) {
    return {"Install it; on Debian:", (here.root ? "" : "sudo ") + std::string("apt-get install ") + package};
}

}  // namespace sockgrade::sandbox
