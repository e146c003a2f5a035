#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "diagnoses/numbered_lines.hh"

namespace sockgrade::diagnoses {

// No number behind the word, or more than the number.
std::optional<model::Diagnosis> acknowledges_in_another_form(const Failure& failure) {
    const auto got = wrong_datagram(failure);
    if (!got.has_value()) return std::nullopt;
    for (const Line& line : lines_to_acknowledge(failure)) {
        if (!line.is_open()) continue;
        const std::string_view answer = bare(got->bytes);
        const std::string_view wanted = bare(line.acknowledgement);
        const std::string_view word = wanted.substr(0, wanted.find(' '));
        const char* what =
            answer == word                                  ? "without a number"
            : answer.starts_with(std::string(wanted) + " ") ? "with more than the number"
            : contains(word, " ") || answer != wanted.substr(std::min(word.size() + 1, wanted.size()))
                ? nullptr
                : "with the number alone";
        if (what == nullptr || answer == wanted) return std::nullopt;
        return model::Diagnosis{
            "",
            fmt::format("Your program acknowledged {} {}: {}.", quote(line.datagram, 60), what,
                        quote(got->bytes, 60)),
            fmt::format("The acknowledgement is the word, a space and the number, and nothing else: {}.",
                        quote(wanted)),
            {got->number}};
    }
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
