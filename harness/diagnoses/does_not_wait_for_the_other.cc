#include <fmt/format.h>

#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

// It called before the other one was there, and ended.
std::optional<model::Diagnosis> does_not_wait_for_the_other(const Failure& failure) {
    const auto end = ended(failure);
    if (failure.transcript.plan.role != model::Role::peer || !end.has_value()) return std::nullopt;
    for (const model::Event& one : failure.transcript.events) {
        if (std::holds_alternative<event::Opened>(one.what)) return std::nullopt;
        const auto* played = std::get_if<event::FaultPlayed>(&one.what);
        if (played == nullptr || played->what != event::FaultPlayed::What::refused) continue;
        return model::Diagnosis{
            "",
            "Your program called the other one, who was not there yet, and ended.",
            "Whoever is started first finds nobody. Catch the error of connect(), and then wait to be called "
            "(accept()), or try again after a second.",
            {one.number, end->number}};
    }
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
