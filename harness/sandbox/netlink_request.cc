#include "sandbox/netlink_request.hh"

#include <arpa/inet.h>
#include <sys/socket.h>

#include <cerrno>
#include <cstring>

#include "system/fd.hh"
#include "system/system_error.hh"

namespace sockgrade::sandbox {

using system::check_call;
using system::Fd;

void NetlinkRequest::append(const void* bytes, std::size_t size) {
    const auto* const first = static_cast<const std::byte*>(bytes);
    body_.insert(body_.end(), first, first + size);
    body_.resize(NLMSG_ALIGN(body_.size()));
}

void NetlinkRequest::add_bytes(std::uint16_t attribute, const void* bytes, std::size_t size) {
    const rtattr header{static_cast<unsigned short>(RTA_LENGTH(size)), attribute};
    append(&header, sizeof(header));
    append(bytes, size);
}

void NetlinkRequest::add_text(std::uint16_t attribute, std::string_view text) {
    const std::string ended(text);
    add_bytes(attribute, ended.c_str(), ended.size() + 1);
}

void NetlinkRequest::add_ipv4(std::uint16_t attribute, const std::string& address) {
    in_addr binary{};
    if (::inet_pton(AF_INET, address.c_str(), &binary) != 1) throw system::SystemError(address, EINVAL);
    add(attribute, binary);
}

std::size_t NetlinkRequest::begin(std::uint16_t attribute) {
    const std::size_t at = body_.size();
    const rtattr header{0, attribute};
    append(&header, sizeof(header));
    return at;
}

void NetlinkRequest::end(std::size_t begun) {
    const auto length = static_cast<unsigned short>(body_.size() - begun);
    std::memcpy(body_.data() + begun, &length, sizeof(length));
}

void NetlinkRequest::send(const char* what) const {
    nlmsghdr header{};
    header.nlmsg_len = static_cast<std::uint32_t>(NLMSG_LENGTH(body_.size()));
    header.nlmsg_type = type_;
    header.nlmsg_flags = static_cast<std::uint16_t>(NLM_F_REQUEST | NLM_F_ACK | flags_);
    std::vector<std::byte> message(sizeof(header));
    std::memcpy(message.data(), &header, sizeof(header));
    message.insert(message.end(), body_.begin(), body_.end());

    const Fd netlink(
        check_call("socket(NETLINK_ROUTE)", ::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_ROUTE)));
    check_call(what, ::send(netlink.get(), message.data(), message.size(), 0));
    struct {
        nlmsghdr header;
        nlmsgerr error;
        char rest[4096];
    } answer{};
    check_call(what, ::recv(netlink.get(), &answer, sizeof(answer), 0));
    if (answer.header.nlmsg_type == NLMSG_ERROR && answer.error.error != 0)
        throw system::SystemError(what, -answer.error.error);
}

}  // namespace sockgrade::sandbox
