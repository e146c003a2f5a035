#include "model/expected.hh"

#include "base/text.hh"

namespace sockgrade::model {

namespace {

bool is(const Message& wanted, std::string_view datagram) {
    const std::string_view bytes = wanted.bytes;
    if (is_exact(wanted)) return bytes == datagram;
    if (bytes.ends_with(kAndSoOn))
        return datagram.starts_with(bytes.substr(0, bytes.size() - kAndSoOn.size()));
    return same_text(bytes, datagram);
}

}  // namespace

HttpRules rules_of(const Expect& expect) {
    if (!expect.response) return {};
    return {expect.response->status, false, false, expect.response->is_bodiless};
}

std::string returned(std::string_view sent, Letters letters) {
    switch (letters) {
        case Letters::ascii:
            return ascii_capitals(sent);
        case Letters::unicode:
            return unicode_capitals(sent);
        case Letters::kept:
            break;
    }
    return std::string(sent);
}

std::string_view without_nuls(std::string_view bytes) {
    return bytes.substr(0, bytes.find_last_not_of('\0') + 1);
}

// Of a \r\n the \r alone may be left.
std::string_view without_line_end(std::string_view bytes) {
    bytes = without_nuls(bytes);
    if (bytes.ends_with('\n')) bytes.remove_suffix(1);
    if (bytes.ends_with('\r')) bytes.remove_suffix(1);
    return bytes;
}

bool same_text(std::string_view wanted, std::string_view got) {
    const std::string_view want = without_line_end(wanted);
    const std::string_view have = without_line_end(got);
    return want == have || want == without_nuls(got) || without_nuls(wanted) == have;
}

std::optional<std::size_t> which_of(const std::vector<Message>& expected, std::string_view datagram) {
    for (std::size_t i = 0; i < expected.size(); ++i)
        if (is(expected[i], datagram)) return i;
    return std::nullopt;
}

}  // namespace sockgrade::model
