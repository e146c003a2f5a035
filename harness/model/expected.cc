#include "model/expected.hh"

#include "base/text.hh"

namespace sockgrade::model {

namespace {

bool is(std::string_view wanted, std::string_view datagram) {
    if (wanted.ends_with(kAndSoOn))
        return datagram.starts_with(wanted.substr(0, wanted.size() - kAndSoOn.size()));
    return trim_line_end(wanted) == trim_line_end(datagram);
}

}  // namespace

std::optional<std::size_t> which_of(const std::vector<Message>& expected, std::string_view datagram) {
    for (std::size_t i = 0; i < expected.size(); ++i)
        if (is(expected[i].bytes, datagram)) return i;
    return std::nullopt;
}

}  // namespace sockgrade::model
