#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "diagnoses/numbered_lines.hh"

namespace sockgrade::diagnoses {

// The last thing that came before its end was a line that it had already.
std::optional<model::Diagnosis> ends_at_a_double(const Failure& failure) {
    const auto end = ended(failure);
    if (!serves(failure.transcript.plan) || !end.has_value()) return std::nullopt;
    const Line* last = nullptr;
    std::size_t came = 0;  // the last that did
    const std::vector<Line> lines = lines_to_acknowledge(failure);
    for (const Line& line : lines)
        for (const std::size_t number : line.delivered)
            if (number > came && number < end->number) {
                came = number;
                last = &line;
            }
    if (last == nullptr || last->delivered.size() < 2 || last->delivered.front() >= came) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format("{} came once more, and then your program ended.", quote(last->datagram, 60)),
        "A line that comes again is acknowledged and not printed; it is no end, and no error.",
        {came, end->number}};
}

}  // namespace sockgrade::diagnoses
