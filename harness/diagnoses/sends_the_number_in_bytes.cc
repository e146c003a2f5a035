#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "diagnoses/numbered_lines.hh"

namespace sockgrade::diagnoses {

// The text is right; before it stand one, two, four or eight bytes that are no digits.
std::optional<model::Diagnosis> sends_the_number_in_bytes(const Failure& failure) {
    const auto got = wrong_datagram(failure);
    if (!got.has_value()) return std::nullopt;
    for (const Line& line : lines_to_send(failure)) {
        const std::string_view whole = trim_line_end(got->bytes);
        if (line.text.empty() || !whole.ends_with(bare(line.text))) continue;
        std::string_view before = whole.substr(0, whole.size() - bare(line.text).size());
        if (before.ends_with(' ')) before.remove_suffix(1);
        const bool is_binary = before.find('\0') != std::string_view::npos;
        if (!is_binary ||
            (before.size() != 1 && before.size() != 2 && before.size() != 4 && before.size() != 8))
            continue;
        return model::Diagnosis{"",
                                fmt::format("Your program sends the number as {} in front of the text: {}.",
                                            count_of(before.size(), "byte"), quote(got->bytes, 60)),
                                "The number is written in digits, as in \"12 good night\": str(seq) in "
                                "Python, sprintf(\"%d %s\") in C.",
                                {got->number}};
    }
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
