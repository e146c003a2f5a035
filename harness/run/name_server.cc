#include "run/name_server.hh"

#include <netinet/in.h>
#include <sys/epoll.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>

#include "reference/host_names.hh"
#include "sandbox/world.hh"
#include "system/socket_address.hh"
#include "system/system_error.hh"

namespace sockgrade::run {

using system::check_call;

namespace {

constexpr std::size_t kLargestQuery = 4096;
constexpr std::size_t kMostNames = 100;  // that are recorded

// Where the exercise is to find a certain computer, a name of the program's own is that of another.
std::string host_of_names(const model::Plan& plan) {
    return plan.address_rule == model::AddressRule::given_host ? sandbox::kLanNeighbour : "127.0.0.1";
}

}  // namespace

NameServer::NameServer(system::EventLoop& loop, const model::Plan& plan, sandbox::Level level)
    : loop_(loop), has_own_network_(sandbox::has_own_world(level)), host_(host_of_names(plan)) {
    if (has_own_network_) return;
    open({"127.0.0.1", 0});
    address_ = system::local_address(socket_.get());
}

NameServer::~NameServer() {
    if (socket_.valid()) loop_.forget(socket_.get());
}

bool NameServer::takes(const observe::SocketCall& call, Recorder& record) {
    using Kind = observe::SocketCall::Kind;
    if (call.transport != model::Transport::udp || call.address.port != model::kNameServicePort ||
        (call.kind != Kind::connect && call.kind != Kind::send))
        return false;
    if (has_own_network_ && call.address.host != sandbox::kNameServer) return false;
    record_ = &record;
    try {
        if (!socket_.valid()) open(call.address);
    } catch (const system::SystemError&) {
        // The program itself has that port: it finds nobody else there.
    }
    return true;
}

void NameServer::open(const model::Address& own) {
    const system::SocketAddress address = system::to_system(own);
    system::Fd socket(
        check_call("socket", ::socket(address.family(), SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0)));
    check_call("bind " + model::to_string(own), system::bind_socket(socket.get(), address));
    socket_ = std::move(socket);
    loop_.watch(socket_.get(), EPOLLIN, [this](std::uint32_t) { answer(); });
}

void NameServer::answer() {
    std::array<char, kLargestQuery> query{};
    for (;;) {
        system::SocketAddress from;
        const ssize_t size =
            ::recvfrom(socket_.get(), query.data(), query.size(), 0, from.get(), &from.length);
        if (size < 0 && errno == EINTR) continue;
        if (size < 0) return;
        const auto reply =
            reference::answer_to_name_query({query.data(), static_cast<std::size_t>(size)}, host_);
        if (!reply.has_value()) continue;
        if (!reply->name.empty() && record_ != nullptr && asked_.size() < kMostNames &&
            asked_.insert(reply->name).second)
            (*record_)(model::event::NameAsked{reply->name, reply->host});
        // Who asks twice at once may be content with one answer, and gone.
        ::sendto(socket_.get(), reply->bytes.data(), reply->bytes.size(), MSG_NOSIGNAL, from.get(),
                 from.length);
    }
}

}  // namespace sockgrade::run
