// What the TCP link costs: bytes a second one way, as a ratio to a plain relay with a buffer of the same size
// (relays.hh), both measured in turn in the same run. The link logs what passes; here the log counts it.
#include <fmt/format.h>

#include <chrono>
#include <thread>

#include "proxy/tcp_link.hh"
#include "tests/bench/relays.hh"

namespace {

using namespace sockgrade;
using bench::connect_to;
using bench::loopback_socket;
using bench::median;
using Clock = std::chrono::steady_clock;

constexpr int kRounds = 15;
constexpr std::size_t kBytes = std::size_t{256} << 20;
constexpr std::size_t kWrite = 64 << 10;

// Reads all that comes on one connection. Returns how much.
std::size_t take_all(int listener) {
    const int made = ::accept(listener, nullptr, nullptr);
    std::vector<char> buffer(kWrite);
    std::size_t all = 0;
    for (;;) {
        const ssize_t n = ::recv(made, buffer.data(), buffer.size(), 0);
        if (n <= 0) break;
        all += static_cast<std::size_t>(n);
    }
    ::close(made);
    return all;
}

// Megabytes a second through the relay at `port`.
double pour(int listener, std::uint16_t port) {
    const auto start = Clock::now();
    std::size_t received = 0;
    std::thread receiver([&] { received = take_all(listener); });
    const int client = loopback_socket(SOCK_STREAM);
    connect_to(client, port);
    const std::vector<char> bytes(kWrite, 'x');
    for (std::size_t at = 0; at < kBytes;) {
        const ssize_t n = ::send(client, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (n <= 0) std::abort();
        at += static_cast<std::size_t>(n);
    }
    ::shutdown(client, SHUT_WR);
    receiver.join();
    const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
    ::close(client);
    if (received != kBytes) std::abort();
    return static_cast<double>(kBytes) / 1e6 / seconds;
}

double plain(int listener, std::uint16_t server) {
    std::uint16_t port = 0;
    const int front = loopback_socket(SOCK_STREAM, &port);
    ::listen(front, 1);
    std::thread relay([&] {
        const int from = ::accept(front, nullptr, nullptr);
        const int to = loopback_socket(SOCK_STREAM);
        connect_to(to, server);
        bench::relay_stream(from, to);
        ::close(from);
        ::close(to);
    });
    const double speed = pour(listener, port);
    relay.join();
    ::close(front);
    return speed;
}

double ours(int listener, std::uint16_t server) {
    system::EventLoop loop;
    std::size_t logged = 0;
    proxy::TcpLink::Log log;
    log.came = [&](std::size_t, model::Direction, std::string_view bytes) { logged += bytes.size(); };
    proxy::TcpLink link(loop, {}, std::move(log));
    const auto front = link.towards_server({"127.0.0.1", 0}, {"127.0.0.1", server});
    std::atomic<bool> stop{false};
    std::thread relay([&] {
        while (!stop) loop.run_once(Clock::now() + std::chrono::milliseconds(20));
    });
    const double speed = pour(listener, front.port);
    stop = true;
    relay.join();
    if (logged != kBytes) std::abort();
    return speed;
}

}  // namespace

int main() {
    std::uint16_t server = 0;
    const int listener = loopback_socket(SOCK_STREAM, &server);
    ::listen(listener, 1);
    std::vector<double> without;
    std::vector<double> with;
    std::vector<double> ratios;
    for (int i = 0; i < kRounds; ++i) {
        without.push_back(plain(listener, server));
        with.push_back(ours(listener, server));
        ratios.push_back(with.back() / without.back());
    }
    fmt::print("TCP one way, {} MiB, medians: plain relay {:.0f} MB/s, link {:.0f} MB/s\n", kBytes >> 20,
               median(without), median(with));
    fmt::print("link / plain relay: {:.2f} (at least 0.9)\n", median(ratios));
    return 0;
}
