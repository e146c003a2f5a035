#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "diagnoses/pings.hh"

namespace sockgrade::diagnoses {

namespace {

constexpr std::string_view kDigits = "0123456789";

// The text before the first number, and that number.
struct Numbered {
    std::string_view before;
    std::string_view number;
};

Numbered numbered(std::string_view text) {
    const std::size_t at = std::min(text.find_first_of(kDigits), text.size());
    const std::size_t end = std::min(text.find_first_not_of(kDigits, at), text.size());
    return {text.substr(0, at), text.substr(at, end - at)};
}

}  // namespace

// The first datagram is as it should be but for its number.
std::optional<model::Diagnosis> counts_from_another_number(const Failure& failure) {
    const auto pings = pings_of(failure);
    if (!pings || pings->all_came() || pings->sent.front().which == 0) return std::nullopt;
    const std::string wanted = beginning_of(pings->expected.front());
    const Numbered first = numbered(wanted);
    const Numbered got = numbered(pings->sent.front().bytes);
    if (first.number.empty() || got.number.empty() || first.before != got.before) return std::nullopt;
    if (first.number == got.number) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format("Your first datagram has the number {}: {}. The numbers begin with {}.", got.number,
                    quote(bare(pings->sent.front().bytes), 60), first.number),
        fmt::format(
            "Let the loop begin with {}. In Python, range(10) goes from 0 to 9, and range(1, 11) from "
            "1 to 10.",
            first.number),
        {pings->sent.front().number}};
}

}  // namespace sockgrade::diagnoses
