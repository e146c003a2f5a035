// A program's question to the name server: the answer is a message of DNS to the last byte.
#include "reference/host_names.hh"

#include "tests/fuzz/target.hh"

namespace sockgrade::fuzz {

namespace {

std::size_t number_at(std::string_view bytes, std::size_t at) {
    require(at + 2 <= bytes.size(), "an answer is whole", bytes);
    return static_cast<std::size_t>(static_cast<unsigned char>(bytes[at])) << 8U |
           static_cast<unsigned char>(bytes[at + 1]);
}

// Behind the name at this place.
std::size_t skip_name(std::string_view bytes, std::size_t at) {
    for (;;) {
        require(at < bytes.size(), "a name ends", bytes);
        const std::size_t length = static_cast<unsigned char>(bytes[at]);
        if (length >= 0xc0) return at + 2;
        require(length < 64, "a label is short", bytes);
        at += length + 1;
        if (length == 0) return at;
    }
}

}  // namespace

void look_at(std::string_view input) {
    const auto reply = reference::answer_to_name_query(input, "10.1.2.3");
    if (!reply.has_value()) return;
    const std::string_view bytes = reply->bytes;
    require(bytes.substr(0, 2) == input.substr(0, 2), "an answer has the question's number", bytes);
    require((number_at(bytes, 2) & 0x8000U) != 0, "an answer says that it is one", bytes);
    require(number_at(bytes, 4) == 1 && number_at(bytes, 8) == 0 && number_at(bytes, 10) == 0, "one question",
            bytes);
    std::size_t at = skip_name(bytes, 12) + 4;
    const std::size_t answers = number_at(bytes, 6);
    require(answers <= 1, "one answer at most", bytes);
    if (answers == 1) {
        at = skip_name(bytes, at);
        require(number_at(bytes, at) == 1 && number_at(bytes, at + 8) == 4, "an IPv4 address", bytes);
        at += 14;
    }
    require(at == bytes.size(), "nothing behind it", bytes);
    require(reply->host.empty() || reference::can_be_host_name(reply->name), "what has an address is a name",
            bytes);
    require(bytes.size() <= input.size() + 16, "an answer is hardly longer than its question", bytes);
}

}  // namespace sockgrade::fuzz
