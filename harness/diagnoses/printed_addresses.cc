#include "diagnoses/printed_addresses.hh"

#include <algorithm>
#include <cctype>
#include <string_view>

#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Four numbers of at most three digits, with points between them.
bool is_ipv4(std::string_view word) {
    std::size_t numbers = 0;
    for (std::size_t start = 0; start <= word.size();) {
        const std::size_t end = std::min(word.find('.', start), word.size());
        const std::string_view number = word.substr(start, end - start);
        constexpr int kMost = 255;
        if (number.empty() || number.size() > 3 || !std::all_of(number.begin(), number.end(), is_digit) ||
            std::stoi(std::string(number)) > kMost)
            return false;
        ++numbers;
        start = end + 1;
    }
    return numbers == 4;
}

}  // namespace

bool PrintedAddresses::is_own(const std::string& address) const {
    return std::find(own.begin(), own.end(), address) != own.end();
}

std::vector<std::string> ipv4_addresses_in(const std::string& text) {
    std::vector<std::string> found;
    std::string word;
    for (const char c : text + " ") {
        if (is_digit(c) || c == '.') {
            word += c;
            continue;
        }
        while (word.ends_with('.')) word.pop_back();
        if (is_ipv4(word) && std::find(found.begin(), found.end(), word) == found.end())
            found.push_back(word);
        word.clear();
    }
    return found;
}

std::optional<PrintedAddresses> addresses_missed(const Failure& failure) {
    PrintedAddresses found;
    found.own = addresses_of(failure.transcript.plan);
    if (found.own.empty() || failure.cause != model::Cause::missing) return std::nullopt;
    found.output = printed(failure.transcript, 0, failed_at(failure));
    found.printed = ipv4_addresses_in(found.output);
    const bool has_one = std::any_of(found.printed.begin(), found.printed.end(),
                                     [&](const std::string& one) { return found.is_own(one); });
    if (has_one) return std::nullopt;
    return found;
}

}  // namespace sockgrade::diagnoses
