// The files that a program can see: a small root of its own.
//
// Theory. In a mount namespace of its own a throw-away file system in memory becomes the root. Into it come
// the machine's runtimes, read-only (runtime_paths.hh); what the program needs beside them; made-up files for
// users and hosts in /etc; and the submission's folder, at the path that the student knows, as an overlay:
// the program may write there as it would at home, and what it writes lands in memory, is bounded in size and
// number, and is gone with the world. Home folders, other submissions, specs and results are not hidden or
// forbidden, they are not there.
//
// bubblewrap does the like for builds (bubblewrap.hh). Not here, since what starts a program has to hand out
// a seccomp notification descriptor after the last exec that is not the program's, since bubblewrap 0.8 knows
// no overlay, and since it takes 2 to 3 ms of the 8 that a case may cost.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "sandbox/identity.hh"
#include "sandbox/limits.hh"
#include "sandbox/runtime_paths.hh"
#include "system/fd.hh"

namespace sockgrade::sandbox {

struct FileViewOptions {
    std::vector<RuntimePath> runtime;
    std::vector<std::string> readable;  // absolute: files and folders that the program needs beside those
    std::string folder;                 // absolute: the submission's, as the student knows it
    std::string source;                 // where its files really are
};

class FileView {
  public:
    // For root, takes hold of what will be mounted: who mounts it may not be let through a home folder on the
    // way. Throws SystemError.
    explicit FileView(FileViewOptions options);

    // One more thing that the program may read.
    void show(const std::string& path) { read_only_.push_back(take(path)); }

    // What can be seen in /proc. Where parts of it are masked, as in most containers, the kernel mounts no
    // other one for a user namespace, and it has to be the container's.
    enum class Processes { own, all };

    // Moves the calling process, which needs CAP_SYS_ADMIN, into a mount namespace with nothing else in it.
    // `owner`: whom the writable places belong to, as numbers of this user namespace. Throws SystemError.
    Processes enter(const Identity& owner, const Limits& limits) const;

    // A file of these bytes in the submission's folder, at a path below it, in place of one of that name.
    void give(const std::string& path, const std::string& bytes) { given_.emplace_back(path, bytes); }
    // As it is called in there.
    const std::string& folder() const { return options_.folder; }

  private:
    struct Source {
        std::string path;
        system::Fd tree;  // root's: a mount of it that is attached nowhere yet (man 2 open_tree)
        // After entering the namespace: the thing itself, whatever is mounted over it since.
        void attach(const system::Fd& place, const std::string& where) const;
    };
    static Source take(const std::string& path);
    void mount_submission(const system::Fd& place) const;
    Processes mount_processes(const system::Fd& of_the_machine, const Limits& limits) const;

    FileViewOptions options_;
    std::vector<std::pair<std::string, std::string>> given_;
    std::vector<Source> read_only_;
    Source submission_;
    bool is_root_outside_;
};

// The program's own folder, of which HOME is the name; writable.
inline constexpr const char* kHome = "/home/student";

}  // namespace sockgrade::sandbox
