// What the UDP link costs, as ratios to the plainest relay that there is (relays.hh), both measured in turn
// in the same run: the round trip that it adds, and how many small datagrams a second it takes one way, with
// every one of them logged as a case logs them. None may be lost without being counted.
#include <fmt/format.h>
#include <sys/epoll.h>

#include <chrono>
#include <ctime>
#include <string>
#include <thread>

#include "model/event.hh"
#include "proxy/udp_link.hh"
#include "system/lost_datagrams.hh"
#include "tests/bench/relays.hh"

namespace {

using namespace sockgrade;
using bench::connect_to;
using bench::loopback_socket;
using bench::median;
using Clock = std::chrono::steady_clock;

constexpr int kRounds = 15;
constexpr int kRoundTrips = 4000;
constexpr int kDatagrams = 60'000;
constexpr std::size_t kSmall = 32;
constexpr int kBuffer = 32 << 20;  // so that the receiver loses nothing, and the relay is what is measured

// A relay that runs in a thread of its own, towards `server`.
class Relay {
  public:
    virtual ~Relay() = default;
    std::uint16_t port() const { return port_; }
    virtual std::size_t logged() const { return 0; }
    virtual std::size_t lost() const = 0;
    // Processor time of its thread, in seconds, when it has stopped: what a busy machine does not change.
    double used() const { return used_; }

    void stop() {
        stop_ = true;
        if (thread_.joinable()) thread_.join();
    }

  protected:
    template <typename Work>
    void start(Work work) {
        thread_ = std::thread([this, work] {
            work();
            timespec time{};
            ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
            used_ = static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
        });
    }
    std::atomic<bool> stop_{false};
    std::uint16_t port_ = 0;
    std::thread thread_;
    double used_ = 0;
};

class PlainRelay : public Relay {
  public:
    explicit PlainRelay(std::uint16_t server) {
        front_ = loopback_socket(SOCK_DGRAM, &port_);
        back_ = loopback_socket(SOCK_DGRAM);
        const int room = 4 << 20;  // as the link's
        for (const int one : {front_, back_}) ::setsockopt(one, SOL_SOCKET, SO_RCVBUF, &room, sizeof(room));
        start([this, server] { bench::relay_datagrams(front_, back_, server, stop_); });
    }
    ~PlainRelay() override {
        stop();
        ::close(front_);
        ::close(back_);
    }
    std::size_t lost() const override { return system::lost_datagrams(front_); }

  private:
    int front_ = -1;
    int back_ = -1;
};

class OurLink : public Relay {
  public:
    explicit OurLink(std::uint16_t server) {
        proxy::UdpLink::Log log;
        log.delivered = [this](model::Direction direction, const faults::Passing& datagram, std::size_t,
                               const model::Address& from) {
            events_.push_back(
                {events_.size() + 1,
                 std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - began_).count(),
                 model::event::Delivered{"client", direction, datagram.number, datagram.occurrence,
                                         datagram.bytes, model::event::Delivered::Way::usual, from}});
        };
        link_ = std::make_unique<proxy::UdpLink>(loop_, faults::FaultPlan({}, 1), std::move(log));
        const model::Address program{"127.0.0.1", server};
        port_ = link_->towards_program(program, {"127.0.0.1", 0}).port;
        start([this] {
            while (!stop_) loop_.run_once(Clock::now() + std::chrono::milliseconds(100));
        });
    }
    ~OurLink() override { stop(); }
    std::size_t logged() const override { return events_.size(); }
    std::size_t lost() const override { return link_->lost_by_the_system(); }

  private:
    system::EventLoop loop_;
    std::vector<model::Event> events_;
    Clock::time_point began_ = Clock::now();
    std::unique_ptr<proxy::UdpLink> link_;
};

double microseconds_since(Clock::time_point start) {
    return std::chrono::duration<double, std::micro>(Clock::now() - start).count();
}

// A server that echoes, in a thread of its own.
class Echo {
  public:
    Echo() : socket_(loopback_socket(SOCK_DGRAM, &port_)) {
        thread_ = std::thread([this] {
            std::array<char, 2048> buffer{};
            for (;;) {
                sockaddr_in from{};
                socklen_t size = sizeof(from);
                const ssize_t n = ::recvfrom(socket_, buffer.data(), buffer.size(), 0,
                                             reinterpret_cast<sockaddr*>(&from), &size);
                if (n == 0) return;
                ::sendto(socket_, buffer.data(), static_cast<std::size_t>(n), 0,
                         reinterpret_cast<const sockaddr*>(&from), size);
            }
        });
    }
    ~Echo() {
        const int last = loopback_socket(SOCK_DGRAM);
        connect_to(last, port_);
        ::send(last, "", 0, 0);
        thread_.join();
        ::close(last);
        ::close(socket_);
    }
    std::uint16_t port() const { return port_; }

  private:
    std::uint16_t port_ = 0;
    int socket_;
    std::thread thread_;
};

// The median round trip in microseconds.
double round_trip(std::uint16_t port) {
    const int client = loopback_socket(SOCK_DGRAM);
    connect_to(client, port);
    std::string bytes(kSmall, 'x');
    std::vector<double> took;
    for (int i = 0; i < kRoundTrips; ++i) {
        const std::string number = std::to_string(i);
        bytes.replace(0, number.size(), number);
        const auto start = Clock::now();
        ::send(client, bytes.data(), bytes.size(), 0);
        std::array<char, 2048> buffer{};
        if (::recv(client, buffer.data(), buffer.size(), 0) < 0) std::abort();
        took.push_back(microseconds_since(start));
    }
    ::close(client);
    return median(took);
}

// Datagrams a second, as fast as the relay takes them: the sender waits when too many are under way.
double one_way(int receiver, std::uint16_t port) {
    constexpr int kMostUnderWay = 2000;
    const int sender = loopback_socket(SOCK_DGRAM);
    connect_to(sender, port);
    std::atomic<int> received{0};
    std::atomic<int> sent{0};
    const auto start = Clock::now();
    std::thread pour([&] {
        std::string bytes(kSmall, 'x');
        std::array<mmsghdr, 32> headers{};
        std::array<iovec, 32> parts{};
        std::vector<std::string> texts(32, bytes);
        for (int i = 0; i < kDatagrams; i += 32) {
            while (sent - received > kMostUnderWay && microseconds_since(start) < 20e6)
                std::this_thread::yield();
            for (std::size_t k = 0; k < 32; ++k) {
                const std::string number = std::to_string(i + static_cast<int>(k)) + " ";
                texts[k].replace(0, number.size(), number);
                parts[k] = {texts[k].data(), texts[k].size()};
                headers[k].msg_hdr.msg_iov = &parts[k];
                headers[k].msg_hdr.msg_iovlen = 1;
            }
            for (unsigned at = 0; at < 32;) {
                const int n = ::sendmmsg(sender, headers.data() + at, 32 - at, 0);
                if (n > 0) at += static_cast<unsigned>(n);
            }
            sent += 32;
        }
    });
    std::array<mmsghdr, 64> headers{};
    std::array<iovec, 64> parts{};
    std::vector<std::array<char, 64>> buffers(64);
    for (std::size_t k = 0; k < 64; ++k) {
        parts[k] = {buffers[k].data(), buffers[k].size()};
        headers[k].msg_hdr.msg_iov = &parts[k];
        headers[k].msg_hdr.msg_iovlen = 1;
    }
    while (received < kDatagrams && microseconds_since(start) < 20e6) {
        pollfd wait{receiver, POLLIN, 0};
        if (::poll(&wait, 1, 200) <= 0 && sent == kDatagrams) break;
        const int n = ::recvmmsg(receiver, headers.data(), 64, MSG_DONTWAIT, nullptr);
        if (n > 0) received += n;
    }
    const double took = microseconds_since(start);
    pour.join();
    ::close(sender);
    return received * 1e6 / took;
}

void bench_round_trip() {
    std::vector<double> direct;
    std::vector<double> plain;
    std::vector<double> ours;
    std::vector<double> ratios;
    const Echo echo;
    for (int i = 0; i < kRounds; ++i) {
        direct.push_back(round_trip(echo.port()));
        {
            const PlainRelay relay(echo.port());
            plain.push_back(round_trip(relay.port()));
        }
        {
            const OurLink link(echo.port());
            ours.push_back(round_trip(link.port()));
        }
        ratios.push_back((ours.back() - direct.back()) / (plain.back() - direct.back()));
    }
    fmt::print("UDP round trip, medians: direct {:.1f} us, plain relay {:.1f} us, link {:.1f} us\n",
               median(direct), median(plain), median(ours));
    fmt::print("added by the link / by the plain relay: {:.2f} (at most 1.3)\n", median(ratios));
}

void bench_one_way() {
    std::vector<double> plain;
    std::vector<double> ours;
    std::vector<double> ratios;
    std::vector<double> plain_time;
    std::vector<double> our_time;
    std::size_t unaccounted = 0;
    std::uint16_t port = 0;
    const int receiver = loopback_socket(SOCK_DGRAM, &port);
    ::setsockopt(receiver, SOL_SOCKET, SO_RCVBUFFORCE, &kBuffer, sizeof(kBuffer));
    for (int i = 0; i < kRounds; ++i) {
        {
            PlainRelay relay(port);
            plain.push_back(one_way(receiver, relay.port()));
            relay.stop();
            plain_time.push_back(relay.used() * 1e6 / kDatagrams);
        }
        {
            OurLink link(port);
            ours.push_back(one_way(receiver, link.port()));
            link.stop();
            our_time.push_back(link.used() * 1e6 / kDatagrams);
            unaccounted += kDatagrams - link.logged() - link.lost();
        }
        ratios.push_back(ours.back() / plain.back());
    }
    fmt::print(
        "UDP one way, {} datagrams of {} bytes, medians: plain relay {:.0f}/s, link with full log {:.0f}/s\n",
        kDatagrams, kSmall, median(plain), median(ours));
    fmt::print("link / plain relay: {:.2f} (at least 1.2); neither logged nor counted as lost: {}\n",
               median(ratios), unaccounted);
    fmt::print(
        "processor time a datagram: plain relay {:.2f} us, link {:.2f} us; that is {:.2f} times as many\n",
        median(plain_time), median(our_time), median(plain_time) / median(our_time));
}

}  // namespace

int main() {
    bench_one_way();
    bench_round_trip();
    return 0;
}
