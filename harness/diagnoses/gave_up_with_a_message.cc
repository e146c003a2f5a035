#include <fmt/format.h>

#include <array>

#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

// It ended with a status that says "failed", and said why.
std::optional<model::Diagnosis> gave_up_with_a_message(const Failure& failure) {
    const auto end = ended(failure);
    if (!end.has_value() || !came_to_nothing(failure.cause)) return std::nullopt;
    if (end->termination.how != model::Termination::How::exited || end->termination.code == 0)
        return std::nullopt;
    std::string said = errors(failure);
    if (bare(said).empty()) said = printed(failure.transcript, 0, end->position);
    static constexpr std::array kTelling = {"panic: ", "Error: ", "error: ", "what():", "rror"};
    std::string_view line;
    for (const char* sign : kTelling)
        if (line.empty()) line = line_with(said, sign);
    const std::string_view all = bare(said);
    if (line.empty()) line = all.substr(all.rfind('\n') + 1);
    if (bare(line).empty()) return std::nullopt;
    return model::Diagnosis{"",
                            fmt::format("Your program ended by itself with exit status {}, and said: {}",
                                        end->termination.code, readable(line)),
                            "",
                            {end->number}};
}

}  // namespace sockgrade::diagnoses
