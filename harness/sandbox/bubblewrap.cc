#include "sandbox/bubblewrap.hh"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <set>
#include <utility>

#include "sandbox/runtime_paths.hh"
#include "sandbox/world.hh"
#include "system/command.hh"
#include "system/find_program.hh"
#include "system/system_error.hh"
#include "system/temporary_folder.hh"

namespace sockgrade::sandbox {

namespace {

using Way = Bubblewrap::Way;

constexpr uid_t kUserInside = 1000;

constexpr const char* kMemory = "134217728";  // 128 MiB

class Arguments {
  public:
    void add(std::initializer_list<std::string> more) { all_.insert(all_.end(), more); }
    void add(const std::vector<std::string>& more) { all_.insert(all_.end(), more.begin(), more.end()); }
    std::vector<std::string> take() { return std::move(all_); }

    // What is put at `path` comes after this. bubblewrap itself would make folders that only root may enter.
    void make_way_to(const std::string& path) {
        const std::string folder = std::filesystem::path(path).parent_path().string();
        if (folder != "/" && made_.insert(folder).second) add({"--dir", folder});
    }
    void bind(const std::string& how, const std::string& from, const std::string& to) {
        make_way_to(to);
        add({how, from, to});
    }

  private:
    std::vector<std::string> all_;
    std::set<std::string> made_;
};

void write_text(const std::string& file, const std::string& text) {
    std::ofstream(file) << text;
    // Whatever the umask is: the build may be another user's.
    system::check_call("write " + file, ::chmod(file.c_str(), 0644));
}

void add_namespaces(Arguments& arguments, Way way) {
    if (way == Way::user_namespace) {
        const std::string user = std::to_string(kUserInside);
        arguments.add({"--unshare-all", "--uid", user, "--gid", user});
        return;
    }
    // These two capabilities are for setpriv, and end with it.
    arguments.add({"--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts", "--unshare-cgroup-try",
                   "--cap-drop", "ALL", "--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"});
}

void add_machine(Arguments& arguments, const BuildView& view, bool bare) {
    for (const RuntimePath& path : runtime_paths()) {
        if (path.link)
            arguments.bind("--symlink", *path.link, path.path);
        else
            arguments.bind("--ro-bind", path.path, path.path);
    }
    for (const char* name : {"passwd", "group", "hosts", "nsswitch.conf"})
        arguments.bind("--ro-bind", view.settings + "/" + name, std::string("/etc/") + name);
    if (!bare) arguments.add({"--proc", "/proc"});
    arguments.add({"--dev", "/dev"});
    for (const char* folder : {"/dev/shm", "/tmp"})
        arguments.add({"--perms", "1777", "--size", kMemory, "--tmpfs", folder});
}

void add_folders(Arguments& arguments, const BuildView& view) {
    std::vector<Mount> mounts = view.readable;
    // What is around others goes first, or it would hide them.
    std::stable_sort(mounts.begin(), mounts.end(),
                     [](const Mount& a, const Mount& b) { return a.to.size() < b.to.size(); });
    for (const std::string& folder : view.empty) arguments.make_way_to(folder + "/");
    for (const Mount& mount : mounts) arguments.bind("--ro-bind", mount.from, mount.to);
    arguments.bind("--bind", view.writable, view.writable);
    // They are file systems in memory, too, and could be filled.
    arguments.add({"--remount-ro", "/dev", "--remount-ro", "/"});
}

}  // namespace

uid_t build_user(Way way) {
    // Of its own for each process of ours: builds side by side must not use up each other's processes.
    return way == Way::other_user ? identity_for_programs().uid : kUserInside;
}

void write_settings(const std::string& folder, Way way) {
    const uid_t user = build_user(way);
    write_text(folder + "/passwd", fmt::format("root:x:0:0:root:/tmp:/bin/sh\n"
                                               "student:x:{0}:{0}:student:/tmp:/bin/sh\n",
                                               user));
    write_text(folder + "/group", fmt::format("root:x:0:\nstudent:x:{}:\n", user));
    write_text(folder + "/hosts", fmt::format("127.0.0.1 localhost {}\n::1 localhost\n", kHostName));
    write_text(folder + "/nsswitch.conf", "passwd: files\ngroup: files\nhosts: files dns\n");
}

std::vector<std::string> command_in(const Bubblewrap& bubblewrap, const BuildView& view,
                                    const std::vector<std::string>& argv) {
    Arguments arguments;
    arguments.add({bubblewrap.bwrap});
    add_namespaces(arguments, bubblewrap.way);
    arguments.add({"--die-with-parent", "--new-session", "--as-pid-1"});
    if (!bubblewrap.bare) arguments.add({"--hostname", kHostName});
    add_machine(arguments, view, bubblewrap.bare);
    add_folders(arguments, view);
    // Not as the last command of the shell, which would become it instead of waiting for it.
    arguments.add({"--chdir", "/", "--", "/bin/sh", "-c", "\"$@\"; exit $?", "sh"});
    arguments.add({bubblewrap.prlimit, fmt::format("--nproc={0}:{0}", view.processes), "--"});
    if (bubblewrap.way == Way::other_user) {
        const std::string user = std::to_string(build_user(bubblewrap.way));
        arguments.add({bubblewrap.setpriv, "--reuid", user, "--regid", user, "--clear-groups",
                       "--inh-caps=-all", "--no-new-privs", "--"});
    }
    // Only that user may enter its folders.
    arguments.add({"/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", view.folder});
    arguments.add(argv);
    return arguments.take();
}

namespace {

bool works(const Bubblewrap& found) {
    const system::TemporaryFolder settings("sockgrade-probe");
    const system::TemporaryFolder folder("sockgrade-probe");
    write_settings(settings.path(), found.way);
    const uid_t user = build_user(found.way);
    if (found.way == Way::other_user && ::chown(folder.path().c_str(), user, user) < 0) return false;
    BuildView view;
    view.settings = settings.path();
    view.folder = view.writable = folder.path();
    system::CommandOptions command;
    command.argv = command_in(found, view, {"/bin/sh", "-c", "echo works > probe && ! echo > /usr/probe"});
    command.keeps_a_namespace = true;
    command.time_limit = std::chrono::seconds(20);
    return system::run_command(command).succeeded() &&
           std::filesystem::exists(std::filesystem::path(folder.path()) / "probe");
}

}  // namespace

std::optional<Bubblewrap> try_bubblewrap(Way way, std::string_view search_path) {
    const auto bwrap = system::find_program("bwrap", search_path);
    const auto prlimit = system::find_program("prlimit", search_path);
    const auto setpriv = system::find_program("setpriv", search_path);
    if (!bwrap || !prlimit || (way == Way::other_user && !setpriv)) return std::nullopt;
    for (const bool bare : {false, true}) {
        Bubblewrap found{way, *bwrap, *prlimit, setpriv.value_or(""), bare};
        if (works(found)) return found;
    }
    return std::nullopt;
}

std::optional<Bubblewrap> find_bubblewrap(std::string_view search_path) {
    if (!is_of_caller(identity_for_programs())) {
        if (auto found = try_bubblewrap(Way::other_user, search_path)) return found;
    }
    return try_bubblewrap(Way::user_namespace, search_path);
}

}  // namespace sockgrade::sandbox
