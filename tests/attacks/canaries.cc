#include "attacks/canaries.hh"

#include <fmt/format.h>
#include <netinet/in.h>
#include <sys/ipc.h>
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string_view>
#include <system_error>

#include "system/system_error.hh"
#include "tests/support/places.hh"

namespace sockgrade {

namespace fs = std::filesystem;
using system::check_call;
using system::Fd;

namespace {

std::string contents_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();  // an iterator would throw when a process ends while its files are read
    return text.str();
}

void write(const fs::path& file, const std::string& text) {
    std::ofstream(file, std::ios::binary) << text;
    fs::permissions(file, fs::perms(0666));
}

template <typename Address>
const sockaddr* generic(const Address& address) {
    return reinterpret_cast<const sockaddr*>(&address);
}

Fd bound_to_loopback(int type, std::string& port) {
    Fd socket(check_call("socket", ::socket(AF_INET, type | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(address);
    check_call("bind", ::bind(socket.get(), generic(address), size));
    check_call("getsockname", ::getsockname(socket.get(), reinterpret_cast<sockaddr*>(&address), &size));
    port = std::to_string(ntohs(address.sin_port));
    return socket;
}

// A name that begins with NUL is in no folder (man 7 unix).
Fd listening_unix(const std::string& name) {
    Fd socket(check_call("socket", ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, name.data(), std::min(name.size(), sizeof(address.sun_path)));
    const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + name.size());
    check_call("bind " + name, ::bind(socket.get(), generic(address), size));
    check_call("listen", ::listen(socket.get(), 8));
    return socket;
}

bool was_dialled(const Fd& listener) { return Fd(::accept(listener.get(), nullptr, nullptr)).valid(); }

// The value behind "Name:" in /proc/PID/status.
std::string status_of(pid_t process, std::string_view name) {
    std::istringstream lines(contents_of(fmt::format("/proc/{}/status", process)));
    for (std::string line; std::getline(lines, line);)
        if (line.starts_with(name)) return line.substr(line.find_first_not_of(" \t", name.size()));
    return "";
}

}  // namespace

Canaries::Canaries(uid_t owner) : folder_("sockgrade-attack") {
    mark_ = folder_.path().substr(folder_.path().rfind('-') + 1);
    constexpr int kKeys = 0x41540000;
    key_ = kKeys | (::getpid() & 0xffff);
    make_files(owner);
    open_sockets();
    start_process(owner);
    places_["mark"] = mark_;
    places_["key"] = std::to_string(key_);
}

Canaries::~Canaries() {
    ::kill(process_, SIGKILL);
    while (::waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
    }
}

std::string Canaries::secret(const std::string& of) const { return fmt::format("S3CRET-{}-{}", mark_, of); }

void Canaries::make_files(uid_t owner) {
    fs::permissions(folder_.path(), fs::perms(0755));
    for (const char* name : {"outside", "outside/other", "submission", "temporary", "neighbour"}) {
        fs::create_directory(folder(name));
        fs::permissions(folder(name), fs::perms(0777));
    }
    write(folder("outside/secret"), secret("file"));
    write(folder("outside/other/server.py"), "# " + secret("other") + "\n");
    write(folder("outside/result.json"), secret("result"));
    for (const char* name :
         {"outside", "outside/secret", "outside/other", "outside/other/server.py", "outside/result.json"})
        check_call("chown", ::chown(folder(name).c_str(), owner, static_cast<gid_t>(-1)));
    places_["outside"] = folder("outside");
    places_["secret"] = folder("outside/secret");
    places_["other"] = folder("outside/other/server.py");
    places_["result"] = folder("outside/result.json");
    places_["specs"] = in_source("specs");
}

void Canaries::open_sockets() {
    tcp_ = bound_to_loopback(SOCK_STREAM, places_["tcp"]);
    check_call("listen", ::listen(tcp_.get(), 8));
    udp_ = bound_to_loopback(SOCK_DGRAM, places_["udp"]);
    places_["unix"] = folder("outside/socket");
    unix_ = listening_unix(places_["unix"]);
    fs::permissions(places_["unix"], fs::perms(0777));
    places_["abstract"] = "sockgrade-attack-" + mark_;
    abstract_ = listening_unix(std::string(1, '\0') + places_["abstract"]);
}

// Blocks every signal, so that whatever it was sent stays pending, where it can be seen.
void Canaries::start_process(uid_t owner) {
    process_ = check_call("fork", ::fork());
    if (process_ != 0) {
        places_["process"] = std::to_string(process_);
        return;
    }
    sigset_t all;
    sigfillset(&all);
    ::sigprocmask(SIG_SETMASK, &all, nullptr);
    if (owner != ::geteuid() && ::setresuid(owner, owner, owner) < 0) ::_exit(1);
    for (;;) ::pause();
}

std::vector<std::string> Canaries::harm() const {
    std::vector<std::string> harm;
    const auto expect = [&](bool good, const char* what) {
        if (!good) harm.emplace_back(what);
    };
    expect(contents_of(folder("outside/secret")) == secret("file"), "the secret file was changed");
    expect(contents_of(folder("outside/other/server.py")) == "# " + secret("other") + "\n",
           "another submission was changed");
    for (const char* name : {"outside", "outside/other"})
        expect(fs::status(folder(name)).permissions() == fs::perms::all,
               "a folder's permissions were changed");
    for (const char* name : {"outside/secret", "outside/other/server.py"})
        expect(fs::status(folder(name)).permissions() == fs::perms(0666),
               "a file's permissions were changed");
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder("outside")))
        names.push_back(entry.path().filename());
    std::sort(names.begin(), names.end());
    expect(names == std::vector<std::string>{"other", "result.json", "secret", "socket"},
           "files were made or removed outside");
    expect(!was_dialled(tcp_), "the TCP listener was dialled");
    char byte = 0;
    expect(::recv(udp_.get(), &byte, 1, 0) < 0, "the UDP socket got a datagram");
    expect(!was_dialled(unix_), "the unix socket in a folder was dialled");
    expect(!was_dialled(abstract_), "the abstract unix socket was dialled");
    expect(status_of(process_, "State:").starts_with("S"), "the process was stopped or killed");
    constexpr std::string_view kNone = "0000000000000000";
    expect(status_of(process_, "SigPnd:") == kNone && status_of(process_, "ShdPnd:") == kNone,
           "the process got a signal");
    return harm;
}

std::vector<std::string> Canaries::left_behind() const {
    std::vector<std::string> left;
    for (const char* place : {"/tmp", "/var/tmp", "/dev/shm", "/dev/mqueue"}) {
        std::error_code error;
        std::vector<fs::path> ours;
        for (fs::directory_iterator entry(place, error), end; !error && entry != end; entry.increment(error))
            if (entry->path() != folder_.path() &&
                entry->path().filename().string().find(mark_) != std::string::npos)
                ours.push_back(entry->path());
        for (const fs::path& path : ours) {
            left.push_back(path.string());
            fs::remove_all(path, error);
        }
    }
    for (const auto& entry : fs::directory_iterator(folder("temporary"))) left.push_back(entry.path());
    if (const int memory = ::shmget(key_, 0, 0); memory >= 0) {
        left.emplace_back("shared memory");
        ::shmctl(memory, IPC_RMID, nullptr);
    }
    if (const int queue = ::msgget(key_, 0); queue >= 0) {
        left.emplace_back("a message queue");
        ::msgctl(queue, IPC_RMID, nullptr);
    }
    if (const int semaphores = ::semget(key_, 0, 0); semaphores >= 0) {
        left.emplace_back("semaphores");
        ::semctl(semaphores, 0, IPC_RMID);
    }
    return left;
}

}  // namespace sockgrade
