#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

// Never at rest: a loop that goes round without waiting.
std::optional<model::Diagnosis> spins(const Failure& failure) {
    const auto wait = unsatisfied_wait(failure);
    if (failure.cause != model::Cause::hung || !wait.has_value()) return std::nullopt;
    if (wait->how != model::WaitEnd::backstop || !wait->blocked.empty()) return std::nullopt;
    return model::Diagnosis{
        "",
        "Your program never came to rest: it ran without waiting for anything.",
        "A loop goes round and round. When recv() returns nothing, or 0, the other side has closed: "
        "leave the loop then (if not data: break).",
        {wait->number}};
}

}  // namespace sockgrade::diagnoses
