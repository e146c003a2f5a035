#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "diagnoses/numbered_lines.hh"

namespace sockgrade::diagnoses {

// The acknowledgement is well made, but its number is not that of the datagram.
std::optional<model::Diagnosis> acknowledges_with_another_number(const Failure& failure) {
    const std::vector<Line> lines = lines_to_acknowledge(failure);
    const auto got = wrong_datagram(failure);
    if (!got.has_value()) return std::nullopt;
    // The line that it answers is the one that came last.
    const auto came = [&](const Line& line) {
        std::size_t last = 0;
        for (const std::size_t number : line.delivered)
            if (number < got->number) last = std::max(last, number);
        return last;
    };
    const auto open = std::max_element(lines.begin(), lines.end(),
                                       [&](const Line& a, const Line& b) { return came(a) < came(b); });
    if (open == lines.end() || came(*open) == 0) return std::nullopt;
    const auto digits = [](std::string_view text) {
        text = bare(text);
        return text.substr(std::min(text.find_last_not_of("0123456789") + 1, text.size()));
    };
    const std::string_view number = digits(got->bytes);
    const std::string_view wanted = digits(open->acknowledgement);
    const std::string_view word =
        bare(open->acknowledgement).substr(0, bare(open->acknowledgement).size() - wanted.size());
    if (number.empty() || wanted.empty() || number == wanted ||
        bare(got->bytes) != std::string(word) + std::string(number))
        return std::nullopt;
    const bool is_next = open == lines.begin() && number == std::to_string(open - lines.begin() + 1);
    const bool is_shorter = number.size() < wanted.size() && wanted.starts_with(number);
    return model::Diagnosis{
        "",
        fmt::format("Your program answered {} with {} instead of {}.", quote(open->datagram, 60),
                    quote(got->bytes, 40), quote(open->acknowledgement, 40)),
        is_shorter ? "Read all digits of the number, up to the space: text.split()[0] in Python, atoi() or "
                     "sscanf() in "
                     "C. One character is one digit only."
        : is_next  ? "TCP acknowledges with the number that it expects next; here it is the number of the "
                     "datagram that came."
                   : "Take the number out of the datagram that came, each time. A counter of your own, or a "
                     "number that was "
                     "kept, is another one when a line comes again.",
        {got->number}};
}

}  // namespace sockgrade::diagnoses
