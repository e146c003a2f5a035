#include "reference/host_names.hh"

#include <arpa/inet.h>

#include <algorithm>
#include <cstdint>

#include "base/text.hh"

namespace sockgrade::reference {

namespace {

constexpr std::size_t kHeader = 12;
constexpr std::size_t kLongestLabel = 63;
constexpr std::size_t kLongestName = 253;
constexpr std::uint16_t kAddress = 1;         // A
constexpr std::uint16_t kPointer = 12;        // PTR
constexpr std::uint16_t kAddressOfIpv6 = 28;  // AAAA
constexpr std::uint16_t kInternet = 1;
constexpr unsigned kNoSuchName = 3;  // NXDOMAIN

bool is_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool can_be_label(std::string_view label) {
    return !label.empty() && label.size() <= kLongestLabel && label.front() != '-' && label.back() != '-' &&
           std::all_of(label.begin(), label.end(),
                       [](char c) { return is_letter_or_digit(c) || c == '-' || c == '_'; });
}

std::uint16_t number_at(std::string_view bytes, std::size_t at) {
    return static_cast<std::uint16_t>(static_cast<unsigned char>(bytes[at]) << 8U |
                                      static_cast<unsigned char>(bytes[at + 1]));
}

struct Query {
    std::string name;
    bool is_whole = true;  // no label has a dot in it
    std::uint16_t type = 0;
    std::string_view question;  // as it stands in the message
};

std::optional<Query> read_query(std::string_view message) {
    if (message.size() < kHeader || (static_cast<unsigned char>(message[2]) & 0x80U) != 0 ||
        number_at(message, 4) != 1)
        return std::nullopt;
    Query query;
    std::size_t at = kHeader;
    while (at < message.size() && message[at] != 0) {
        const std::size_t length = static_cast<unsigned char>(message[at]);
        if (length > kLongestLabel || at + 1 + length >= message.size()) return std::nullopt;
        const std::string_view label = message.substr(at + 1, length);
        if (label.find('.') != std::string_view::npos) query.is_whole = false;
        if (!query.name.empty()) query.name += '.';
        query.name += label;
        at += 1 + length;
    }
    constexpr std::size_t kTypeAndClass = 4;
    if (at + 1 + kTypeAndClass > message.size() || number_at(message, at + 3) != kInternet)
        return std::nullopt;
    query.type = number_at(message, at + 1);
    query.question = message.substr(kHeader, at + 1 + kTypeAndClass - kHeader);
    return query;
}

void add_number(std::string& bytes, unsigned number) {
    bytes += static_cast<char>(number >> 8U);
    bytes += static_cast<char>(number & 0xffU);
}

std::string reply_to(std::string_view message, const Query& query, bool known, const std::string& host) {
    constexpr unsigned kIsReply = 0x8480;  // that, with authority; recursion is to be had
    const unsigned asked = number_at(message, 2) & 0x7900U;
    std::string reply(message.substr(0, 2));
    add_number(reply, kIsReply | asked | (known ? 0 : kNoSuchName));
    add_number(reply, 1);
    add_number(reply, host.empty() ? 0 : 1);
    add_number(reply, 0);
    add_number(reply, 0);
    reply += query.question;
    if (host.empty()) return reply;
    constexpr unsigned kNameOfTheQuestion = 0xc000U | kHeader;
    constexpr unsigned kSeconds = 60;
    add_number(reply, kNameOfTheQuestion);
    add_number(reply, kAddress);
    add_number(reply, kInternet);
    add_number(reply, 0);
    add_number(reply, kSeconds);
    in_addr address{};
    ::inet_pton(AF_INET, host.c_str(), &address);
    add_number(reply, sizeof(address));
    reply.append(reinterpret_cast<const char*>(&address), sizeof(address));
    return reply;
}

}  // namespace

bool can_be_host_name(std::string_view name) {
    if (name.size() > kLongestName) return false;
    std::string_view label;
    for (std::size_t begin = 0; begin <= name.size(); begin += label.size() + 1) {
        label = name.substr(begin, name.find('.', begin) - begin);
        if (!can_be_label(label)) return false;
    }
    return !std::all_of(label.begin(), label.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<NameReply> answer_to_name_query(std::string_view message, const std::string& host) {
    const auto query = read_query(message);
    if (!query.has_value()) return std::nullopt;
    const bool known = query->type != kPointer && query->is_whole && can_be_host_name(query->name);
    const std::string name = to_lower(query->name);
    const std::string own = name == "localhost" || name.ends_with(".localhost") ? "127.0.0.1" : host;
    NameReply reply;
    reply.bytes = reply_to(message, *query, known, known && query->type == kAddress ? own : "");
    if (query->type != kAddress && query->type != kAddressOfIpv6) return reply;
    reply.name = query->name;
    if (known) reply.host = own;
    return reply;
}

}  // namespace sockgrade::reference
