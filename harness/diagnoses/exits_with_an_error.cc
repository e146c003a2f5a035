#include <fmt/format.h>

#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

using model::Cause;

// All went well, but its exit status says otherwise.
std::optional<model::Diagnosis> exits_with_an_error(const Failure& failure) {
    const auto& steps = failure.transcript.plan.steps;
    const auto end = ended(failure);
    if (failure.cause != Cause::exited_early || !end.has_value() || steps.empty()) return std::nullopt;
    const auto* exits = std::get_if<model::Exits>(&steps.back().action);
    if (exits == nullptr || exits->status != 0) return std::nullopt;
    if (end->termination.how != model::Termination::How::exited || end->termination.code == 0 ||
        !errors(failure).empty() || failure.transcript.first<model::event::Received>() == nullptr)
        return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format("Your program did its work, and then ended with exit status {}. Whoever started it takes "
                    "that for a failure.",
                    end->termination.code),
        "0 stands for success: return 0 at the end of main() in C. Other languages give 0 by themselves, "
        "unless "
        "exit() is called with another number.",
        {end->number}};
}

}  // namespace sockgrade::diagnoses
