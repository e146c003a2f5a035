#include "sandbox/file_view.hh"

#include <fcntl.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <utility>

#include "sandbox/files_below.hh"
#include "sandbox/world.hh"
#include "system/system_error.hh"

namespace sockgrade::sandbox {

using system::check_call;
using system::Fd;
using system::SystemError;

namespace {

// Always there, and what lies below is not needed by name any more once it is opened.
constexpr const char* kScratch = "/tmp";

bool is_folder(const Fd& place) {
    struct stat status {};
    check_call("fstat", ::fstat(place.get(), &status));
    return S_ISDIR(status.st_mode);
}

// In the calling process's mount namespace: a mount can only be bound from there.
Fd open_place(const std::string& path) {
    return Fd(check_call("open " + path, ::open(path.c_str(), O_PATH | O_CLOEXEC)));
}

std::string magic_link(const Fd& place) { return fmt::format("/proc/self/fd/{}", place.get()); }

void make_folder(const std::string& path, mode_t mode = 0755) {
    if (::mkdir(path.c_str(), mode) < 0 && errno != EEXIST) throw SystemError("mkdir " + path, errno);
    // Not what the umask leaves of it; in a read-only place it is as it is.
    ::chmod(path.c_str(), mode);
}

// `path` begins with a slash; everything is made below the working directory.
void make_folders_above(const std::string& path) {
    for (std::size_t slash = path.find('/', 1); slash != std::string::npos;
         slash = path.find('/', slash + 1)) {
        const std::string folder = "." + path.substr(0, slash);
        if (::mkdir(folder.c_str(), 0755) < 0 && errno != EEXIST) throw SystemError("mkdir " + folder, errno);
    }
}

void make_file(const std::string& path, std::string_view text = {}) {
    const Fd file(check_call(path, ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0644)));
    check_call(path, ::write(file.get(), text.data(), text.size()));
}

void mount(const std::string& what, const std::string& where, const char* kind, unsigned long flags,
           const std::string& options = {}) {
    check_call(fmt::format("mount {} at {}", kind == nullptr ? "a folder" : kind, where),
               ::mount(what.c_str(), where.c_str(), kind, flags, options.c_str()));
}

// With everything that is mounted below it.
void bind_mount(const std::string& what, const std::string& where) {
    mount(what, where, nullptr, MS_BIND | MS_REC);
}

void set_attributes(const std::string& where, std::uint64_t attributes, unsigned flags) {
    mount_attr change{};
    change.attr_set = attributes;
    check_call("mount_setattr " + where,
               static_cast<int>(
                   ::syscall(SYS_mount_setattr, AT_FDCWD, where.c_str(), flags, &change, sizeof(change))));
}

// Something to mount on, of the same kind as what will be mounted.
std::string make_mount_point(const std::string& path, bool folder) {
    make_folders_above(path);
    std::string where = "." + path;
    if (folder)
        make_folder(where);
    else if (::access(where.c_str(), F_OK) < 0)
        make_file(where);
    return where;
}

// In the network of the calling process. Binding would work without the address (ip_nonlocal_bind); a
// datagram that could be sent there takes a way to it.
bool has_ipv6_loopback() {
    const Fd socket(::socket(AF_INET6, SOCK_DGRAM | SOCK_CLOEXEC, 0));
    sockaddr_in6 there{};
    there.sin6_family = AF_INET6;
    there.sin6_addr = in6addr_loopback;
    there.sin6_port = 9;
    return socket.valid() &&
           ::connect(socket.get(), reinterpret_cast<const sockaddr*>(&there), sizeof there) == 0;
}

// Of the calling process: kHostName, where it could be given.
std::string host_name() {
    std::array<char, HOST_NAME_MAX + 1> name{};
    check_call("gethostname", ::gethostname(name.data(), name.size() - 1));
    return name.data();
}

// What a runtime looks up about users and hosts. Who answers for the name
// server is run/name_server.hh.
void make_settings(const Identity& owner) {
    make_folder("etc");
    make_file("etc/passwd", fmt::format("root:x:0:0:root:/root:/bin/sh\nstudent:x:{}:{}:student:{}:/bin/sh\n",
                                        owner.uid, owner.gid, kHome));
    make_file("etc/group", fmt::format("root:x:0:\nstudent:x:{}:\n", owner.gid));
    make_file("etc/nsswitch.conf",
              "passwd: files\ngroup: files\nhosts: files dns\nservices: files\n"
              "protocols: files\nnetworks: files\n");
    // A name for an address that is not there breaks programs which listen at every address of localhost.
    make_file("etc/hosts", fmt::format("127.0.0.1 localhost\n{}{} {}\n",
                                       has_ipv6_loopback() ? "::1 localhost ip6-localhost\n" : "",
                                       kLanAddress, host_name()));
    make_file("etc/resolv.conf", fmt::format("nameserver {}\n", kNameServer));
    make_file("etc/hostname", fmt::format("{}\n", host_name()));
}

void link(const char* target, const char* name) { check_call(name, ::symlink(target, name)); }

void make_device_links() {
    link("/proc/self/fd", "dev/fd");
    link("/proc/self/fd/0", "dev/stdin");
    link("/proc/self/fd/1", "dev/stdout");
    link("/proc/self/fd/2", "dev/stderr");
}

// What root may write to in /proc, with no capability at all.
constexpr const char* kSettings[] = {"proc/bus", "proc/fs", "proc/irq", "proc/sys", "proc/sysrq-trigger"};

constexpr const char* kDevices[] = {"/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom"};

}  // namespace

FileView::Source FileView::take(const std::string& path) {
    if (::geteuid() != 0) return {path, Fd()};
    const long tree =
        ::syscall(SYS_open_tree, AT_FDCWD, path.c_str(), OPEN_TREE_CLONE | OPEN_TREE_CLOEXEC | AT_RECURSIVE);
    // Without CAP_SYS_ADMIN root is let through no more folders than others are.
    if (tree < 0 && errno == EPERM) return {path, Fd()};
    return {path, Fd(check_call("open_tree " + path, static_cast<int>(tree)))};
}

void FileView::Source::attach(const Fd& place, const std::string& where) const {
    if (!tree.valid()) {
        bind_mount(magic_link(place), where);
        return;
    }
    check_call("move_mount to " + where, static_cast<int>(::syscall(SYS_move_mount, tree.get(), "", AT_FDCWD,
                                                                    where.c_str(), MOVE_MOUNT_F_EMPTY_PATH)));
}

FileView::FileView(FileViewOptions options)
    : options_(std::move(options)),
      is_root_outside_(::geteuid() == 0 && is_of_caller(identity_for_programs())) {
    // A program at the top of the file system: everything below can't be shown, and it does without.
    if (options_.folder == "/") options_.folder = kHome;
    for (const RuntimePath& path : options_.runtime)
        if (!path.link.has_value()) show(path.path);
    for (const std::string& path : options_.readable) show(path);
    if (!options_.source.empty() && options_.source != "/") submission_ = take(options_.source);
}

// An overlay wants a name for what lies below.
void FileView::mount_submission(const Fd& place) const {
    std::string lower = magic_link(place);
    if (submission_.tree.valid()) {
        lower = fmt::format("{}/submission", kScratch);
        submission_.attach(place, lower);
    }
    mount(
        "overlay", make_mount_point(options_.folder, true), "overlay", MS_NOSUID | MS_NODEV,
        fmt::format("lowerdir={},upperdir={}/changes,workdir={}/work,userxattr", lower, kScratch, kScratch));
}

// Without process 1, which is ours: its files tell how the grader was called, and some can be written.
FileView::Processes FileView::mount_processes(const Fd& of_the_machine, const Limits& limits) const {
    constexpr unsigned long kHarmless = MS_NOSUID | MS_NODEV | MS_NOEXEC;
    if (::mount("proc", "proc", "proc", kHarmless, "hidepid=2") < 0) {
        if (errno != EPERM) throw SystemError("mount proc", errno);
        bind_mount(magic_link(of_the_machine), "proc");
        return Processes::all;
    }
    if (!is_root_outside_) return Processes::own;
    limit_process_numbers(limits, "proc");
    for (const char* setting : kSettings) {
        if (::access(setting, F_OK) < 0) continue;
        bind_mount(setting, setting);
        set_attributes(setting, MOUNT_ATTR_RDONLY, AT_RECURSIVE);
    }
    // A program with root's number owns the files of process 1, which is ours, too.
    mount("none", "proc/1", "tmpfs", kHarmless | MS_RDONLY, "size=0,mode=000");
    return Processes::own;
}

FileView::Processes FileView::enter(const Identity& owner, const Limits& limits) const {
    check_call("unshare(mounts)", ::unshare(CLONE_NEWNS));
    mount("", "/", nullptr, MS_REC | MS_PRIVATE);
    // Before anything is hidden by what is mounted.
    const auto place_of = [](const Source& source) {
        return source.tree.valid() || source.path.empty() ? Fd() : open_place(source.path);
    };
    std::vector<Fd> places;
    for (const Source& source : read_only_) places.push_back(place_of(source));
    const Fd submission = place_of(submission_);
    const Fd processes_of_the_machine = open_place("/proc");
    std::vector<Fd> devices;
    for (const char* device : kDevices) devices.push_back(open_place(device));

    mount("tmpfs", kScratch, "tmpfs", MS_NOSUID | MS_NODEV,
          fmt::format("size={},nr_inodes={},mode=755", limits.disk, limits.files));
    check_call("chdir", ::chdir(kScratch));
    ::umask(022);
    for (const char* folder : {"root", "home", "changes", "work", "submission"}) make_folder(folder);
    for (const char* folder : {"tmp", "shm"}) make_folder(folder, 01777);
    for (const char* folder : {"home", "changes"}) check_call("chown", ::chown(folder, owner.uid, owner.gid));

    bind_mount("root", "root");
    check_call("chdir", ::chdir("root"));
    for (const char* folder : {"tmp", "home", "home/student", "var", "dev", "proc"}) make_folder(folder);
    // Relative: what was built there has to be mounted in this root's, while that is not yet the root.
    link("../tmp", "var/tmp");
    bind_mount("../tmp", "tmp");
    bind_mount("../home", "home/student");
    make_folder("dev/shm");
    bind_mount("../shm", "dev/shm");
    make_settings(owner);
    for (const RuntimePath& path : options_.runtime) {
        if (!path.link.has_value()) continue;
        make_folders_above(path.path);
        check_call(path.path, ::symlink(path.link->c_str(), ("." + path.path).c_str()));
    }
    for (std::size_t i = 0; i < read_only_.size(); ++i) {
        const Source& source = read_only_[i];
        const std::string where =
            make_mount_point(source.path, is_folder(source.tree.valid() ? source.tree : places[i]));
        source.attach(places[i], where);
        set_attributes(where, MOUNT_ATTR_RDONLY | MOUNT_ATTR_NOSUID | MOUNT_ATTR_NODEV, AT_RECURSIVE);
    }
    for (std::size_t i = 0; i < devices.size(); ++i)
        bind_mount(magic_link(devices[i]), make_mount_point(kDevices[i], false));
    make_device_links();
    const Processes processes = mount_processes(processes_of_the_machine, limits);
    if (!submission_.path.empty()) mount_submission(submission);
    if (!given_.empty()) {
        const Fd folder = open_place("." + options_.folder);
        for (const auto& [path, bytes] : given_) write_below(folder, path, bytes, owner);
    }
    set_attributes(".", MOUNT_ATTR_RDONLY | MOUNT_ATTR_NOSUID | MOUNT_ATTR_NODEV, 0);
    // man 2 pivot_root: with "." twice the old root ends up on top of the new one, from where it is taken
    // away.
    check_call("pivot_root", static_cast<int>(::syscall(SYS_pivot_root, ".", ".")));
    check_call("umount2", ::umount2(".", MNT_DETACH));
    check_call("chdir", ::chdir("/"));
    return processes;
}

}  // namespace sockgrade::sandbox
