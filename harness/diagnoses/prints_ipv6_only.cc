#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "diagnoses/printed_addresses.hh"

namespace sockgrade::diagnoses {

namespace {

// `fe80::91:48ff:fe33:30d3`, but not `02:42:ac:11:00:02`, the address of a network card.
bool is_ipv6(std::string_view word) {
    const bool has_letters_of_it = std::all_of(word.begin(), word.end(), [](char c) {
        return c == ':' || std::isxdigit(static_cast<unsigned char>(c)) != 0;
    });
    constexpr std::ptrdiff_t kFull = 7;
    return has_letters_of_it &&
           (contains(word, "::") || std::count(word.begin(), word.end(), ':') == kFull) && word != "::";
}

std::string ipv6_in(std::string_view text) {
    constexpr std::string_view kSpaces = " \t\r\n,;()[]'\"=/%";
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = std::min(text.find_first_of(kSpaces, start), text.size());
        if (is_ipv6(text.substr(start, end - start))) return std::string(text.substr(start, end - start));
        start = end + 1;
    }
    return "";
}

}  // namespace

// The other family of addresses.
std::optional<model::Diagnosis> prints_ipv6_only(const Failure& failure) {
    const auto missed = addresses_missed(failure);
    if (!missed.has_value() || !missed->printed.empty()) return std::nullopt;
    const std::string address = ipv6_in(missed->output);
    if (address.empty()) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format("Your program printed IPv6 addresses, such as {}, and no IPv4 address, such as {}.",
                    address, missed->own.front()),
        "Each interface has addresses of both families. Take those of IPv4: AF_INET in C and Python, "
        "Inet4Address in Java, family 'IPv4' in Node, To4() in Go.",
        unmet(failure).evidence};
}

}  // namespace sockgrade::diagnoses
