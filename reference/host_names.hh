// What a name server says: messages of DNS (RFC 1035) as bytes. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sockgrade::reference {

// Could a computer be called that (RFC 1123, and the underscore that people use)? What ends in a number is an
// address, or a mistake in one.
bool can_be_host_name(std::string_view name);

struct NameReply {
    std::string bytes;
    // Of a question for an address: the name, without a dot at its end, and the IPv4 address that it got;
    // none where nothing can be called that. No name: another question.
    std::string name;
    std::string host;
};

// Every name that a computer could have is that of `host`, which has an IPv4 address and no other;
// "localhost" is 127.0.0.1. No address has a name. Nothing: this is no question.
std::optional<NameReply> answer_to_name_query(std::string_view query, const std::string& host);

}  // namespace sockgrade::reference
