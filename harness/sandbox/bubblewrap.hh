// A sandbox for building: what a student's Makefile starts, and what compilers read for a student's source,
// must not reach anything else of this machine.
//
// Theory. bubblewrap makes new namespaces and a new root with only what is named. Nothing of the caller's is
// in there: no home, no environment, no process, no network but a loopback of its own; and nothing can be
// written but the build's own folder and two small file systems in memory. A shell is process 1 in there:
// when the tool ends, so does the shell, and then the kernel ends everything that is left.
//
// As root there is one thing more. The kernel counts the processes of every user but root, so that a build of
// root's could fork without end; and what root maps into a user namespace is still root's. So a build of
// root's runs as a user that nobody else is, without a user namespace, and its files are given to that user.
#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sockgrade::sandbox {

// How bubblewrap is used on this machine: the files of what it takes.
struct Bubblewrap {
    enum class Way { user_namespace, other_user };
    Way way = Way::user_namespace;
    std::string bwrap;
    std::string prlimit;
    std::string setpriv;
    // Without /proc and a host's name of its own, where a container lets neither be had: compilers do
    // without.
    bool bare = false;
};

struct Mount {
    std::string from;
    std::string to;
};

struct BuildView {
    std::string settings;            // a folder that write_settings() has filled
    std::string folder;              // to run in
    std::string writable;            // the one folder that can be written, at its own path
    std::vector<Mount> readable;     // files and folders, beside runtime_paths()
    std::vector<std::string> empty;  // folders that are to be there, for what is mounted in them
    unsigned processes = 256;        // at most, threads counted
};

// Who the build is in there. For Way::other_user also outside: files must be this user's.
uid_t build_user(Bubblewrap::Way way);

// passwd, group, hosts and nsswitch.conf of the sandbox.
void write_settings(const std::string& folder, Bubblewrap::Way way);

// What to execute for `argv` to run in the sandbox.
std::vector<std::string> command_in(const Bubblewrap& bubblewrap, const BuildView& view,
                                    const std::vector<std::string>& argv);

// Whether it works this way, bare if need be, found by doing it: something is run in it that writes where it
// may.
std::optional<Bubblewrap> try_bubblewrap(Bubblewrap::Way way, std::string_view search_path);

// The way that works here, the stricter one first; nullopt when there is none.
std::optional<Bubblewrap> find_bubblewrap(std::string_view search_path);

}  // namespace sockgrade::sandbox
