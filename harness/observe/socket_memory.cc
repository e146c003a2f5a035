#include "observe/socket_memory.hh"

#include <dirent.h>
#include <fcntl.h>
#include <linux/unix_diag.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string_view>
#include <vector>

#include "observe/program_sockets.hh"
#include "observe/socket_dump.hh"
#include "system/system_error.hh"

namespace sockgrade::observe {

using std::chrono::milliseconds;
using system::Clock;
using system::Fd;

namespace {

// Far beyond what a program that is right has ever waiting for it, and a small part of any machine's pools,
// so that several at a time don't use one up.
constexpr std::size_t kShare = std::size_t{32} << 20;
constexpr std::size_t kPartOfPool = 8;

constexpr std::size_t kSocket = 2304;  // of the kernel's, about, for a TCP socket in which nothing waits
constexpr std::size_t kFewSockets = 16;
constexpr milliseconds kPause{5};
constexpr int kMostOfTheTime = 10;  // counting takes no more than a tenth of our time
// As the kernel numbers states (include/net/tcp_states.h); <netinet/tcp.h> can't stand beside <linux/tcp.h>.
constexpr int kSynReceived = 3;
constexpr int kTimeWait = 6;
constexpr int kNewSynReceived = 12;

std::string text_of(const char* path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string read_again(const Fd& file) {
    std::array<char, 1024> text;
    const ssize_t size = ::pread(file.get(), text.data(), text.size(), 0);
    return size > 0 ? std::string(text.data(), static_cast<std::size_t>(size)) : std::string{};
}

std::size_t page_size() { return static_cast<std::size_t>(::sysconf(_SC_PAGESIZE)); }

// One of three numbers of pages.
std::optional<std::size_t> bytes_from(const char* path, std::size_t position) {
    std::istringstream words(text_of(path));
    std::size_t pages = 0;
    for (std::size_t i = 0; i <= position; ++i)
        if (!(words >> pages)) return std::nullopt;
    return pages * page_size();
}

// The number behind a word, in the line that begins with `line`.
std::size_t number_behind(const std::string& text, std::string_view line, std::string_view word) {
    std::istringstream lines(text);
    for (std::string one; std::getline(lines, one);) {
        if (!one.starts_with(line)) continue;
        std::istringstream words(one);
        for (std::string name; words >> name;)
            if (std::size_t number = 0; name == word && words >> number) return number;
    }
    return 0;
}

// A line of names, and one of numbers below it (netstat, snmp).
std::uint64_t number_below(const std::string& text, const std::string& line, std::string_view name) {
    std::istringstream lines(text);
    for (std::string names, numbers; std::getline(lines, names);) {
        if (!names.starts_with(line + ": ") || !std::getline(lines, numbers)) continue;
        std::istringstream name_words(names);
        std::istringstream number_words(numbers);
        for (std::string one, number; name_words >> one && number_words >> number;)
            if (one == name) return std::strtoull(number.c_str(), nullptr, 10);
        return 0;
    }
    return 0;
}

std::uint64_t refusals() {
    return parse_refusals(text_of("/proc/self/net/netstat"), text_of("/proc/self/net/snmp"));
}

// The caller's own sockets.
std::set<std::uint64_t> own_sockets() {
    std::set<std::uint64_t> own;
    DIR* folder = ::opendir("/proc/self/fd");
    if (folder == nullptr) return own;
    while (const dirent* entry = ::readdir(folder))
        if (const auto inode = socket_behind(::dirfd(folder), entry->d_name)) own.insert(*inode);
    ::closedir(folder);
    return own;
}

struct Held {
    std::uint64_t inode;  // 0: nobody has it (yet, or any more)
    std::uint16_t local;
    std::uint16_t remote;
    std::size_t bytes;
};

std::size_t bytes_in(const MemoryInfo& memory) {
    return std::size_t{memory[SK_MEMINFO_RMEM_ALLOC]} + memory[SK_MEMINFO_WMEM_QUEUED] +
           memory[SK_MEMINFO_FWD_ALLOC] + memory[SK_MEMINFO_OPTMEM] + memory[SK_MEMINFO_BACKLOG];
}

std::vector<Held> all_inet(int netlink) {
    std::vector<Held> all;
    for (const int protocol : {IPPROTO_TCP, IPPROTO_UDP})
        for (const int family : {AF_INET, AF_INET6})
            dump_inet(netlink, {family, protocol, 1U << (INET_DIAG_SKMEMINFO - 1)},
                      [&](const nlmsghdr& header) {
                          const auto* message = static_cast<const inet_diag_msg*>(NLMSG_DATA(&header));
                          const int state = message->idiag_state;
                          if (state == kTimeWait || state == kSynReceived || state == kNewSynReceived) return;
                          all.push_back(
                              {message->idiag_inode, message->id.idiag_sport, message->id.idiag_dport,
                               kSocket + bytes_in(attribute_of<MemoryInfo>(header, INET_DIAG_SKMEMINFO))});
                      });
    return all;
}

}  // namespace

SocketPools socket_pools_here() {
    // Where the file is missing: 15/16 of what the kernel computes from all of its memory, some of which it
    // does not count.
    const std::size_t memory = static_cast<std::size_t>(::sysconf(_SC_PHYS_PAGES)) * page_size() / 16 * 15;
    return {bytes_from("/proc/sys/net/ipv4/tcp_mem", 1).value_or(memory / 16),
            bytes_from("/proc/sys/net/ipv4/udp_mem", 0).value_or(memory / 32 * 3)};
}

SocketUse parse_socket_use(const std::string& text) {
    return {number_behind(text, "sockets:", "used"), number_behind(text, "TCP:", "mem") * page_size(),
            number_behind(text, "UDP:", "mem") * page_size()};
}

std::uint64_t parse_refusals(const std::string& netstat, const std::string& snmp) {
    return number_below(netstat, "TcpExt", "TCPAbortOnMemory") +
           number_below(netstat, "TcpExt", "TCPMemoryPressures") + number_below(snmp, "Udp", "MemErrors");
}

SocketMemory::SocketMemory(const SocketPools& pools, bool alone)
    : pools_(pools),
      alone_(alone),
      limit_(std::min(kShare, std::min(pools.tcp, pools.udp) / kPartOfPool)),
      use_(::open("/proc/self/net/sockstat", O_RDONLY | O_CLOEXEC)),
      netlink_(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_SOCK_DIAG)),
      refusals_before_(refusals()),
      sockets_before_(parse_socket_use(read_again(use_)).sockets) {}

void SocketMemory::look(const Sockets& sockets) {
    const auto now = Clock::now();
    if (now < next_) return;
    const SocketUse use = parse_socket_use(read_again(use_));
    pool_was_empty_ = pool_was_empty_ || use.tcp > pools_.tcp || use.udp > pools_.udp;
    const bool may_hold_inet = use.tcp + use.udp + use.sockets * kSocket > limit_;
    const bool may_hold_local = use.sockets > sockets_before_ + kFewSockets;
    if (netlink_.valid() && (may_hold_inet || may_hold_local)) {
        try {
            const std::set<std::uint64_t> known = alone_ ? own_sockets() : sockets();
            most_ = std::max(most_, (may_hold_inet ? inet(known) : 0) + (may_hold_local ? local(known) : 0));
        } catch (const system::SystemError&) {
            netlink_.reset();  // a machine that does not tell
        }
    }
    const auto end = Clock::now();
    next_ = end + std::max<Clock::duration>(kPause, (end - now) * kMostOfTheTime);
}

bool SocketMemory::is_the_programs(std::uint64_t inode, const std::set<std::uint64_t>& known) const {
    return known.contains(inode) != alone_;
}

std::size_t SocketMemory::inet(const std::set<std::uint64_t>& known) const {
    const std::vector<Held> all = all_inet(netlink_.get());
    // What nobody has any more, or has accepted yet, belongs to whose port it is at, or comes from.
    std::set<std::uint16_t> ports;
    for (const Held& one : all)
        if (one.inode != 0 && is_the_programs(one.inode, known)) ports.insert(one.local);
    std::size_t sum = 0;
    for (const Held& one : all)
        if (one.inode != 0 ? is_the_programs(one.inode, known)
                           : alone_ || ports.contains(one.local) || ports.contains(one.remote))
            sum += one.bytes;
    return sum;
}

std::size_t SocketMemory::local(const std::set<std::uint64_t>& known) const {
    std::size_t sum = 0;
    dump_unix(netlink_.get(), UDIAG_SHOW_MEMINFO, [&](const nlmsghdr& header) {
        const auto* message = static_cast<const unix_diag_msg*>(NLMSG_DATA(&header));
        const auto memory = attribute_of<MemoryInfo, unix_diag_msg>(header, UNIX_DIAG_MEMINFO);
        // What is on its way between two of them counts for whoever has sent it.
        if (is_the_programs(message->udiag_ino, known)) sum += memory[SK_MEMINFO_WMEM_ALLOC];
    });
    return sum;
}

bool SocketMemory::was_refused() const {
    return !is_too_much() && (pool_was_empty_ || refusals() > refusals_before_);
}

}  // namespace sockgrade::observe
