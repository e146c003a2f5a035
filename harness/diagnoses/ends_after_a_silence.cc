#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "diagnoses/failed_step.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

// Nobody came for a while, and that was its end.
std::optional<model::Diagnosis> ends_after_a_silence(const Failure& failure) {
    constexpr std::int64_t kSecond = 1'000'000;
    const model::Step* const failed = failed_step(failure).step;
    const auto* const running = failed == nullptr ? nullptr : std::get_if<model::IsRunning>(&failed->action);
    const auto end = ended(failure);
    if (!serves(failure.transcript.plan) || running == nullptr || running->after.count() == 0 ||
        !end.has_value())
        return std::nullopt;
    std::int64_t began = 0;
    std::int64_t stopped = 0;
    for (const model::Event& one : failure.transcript.events) {
        if (one.number == end->number) stopped = one.at_us;
        const bool is_last = std::holds_alternative<event::Sent>(one.what) ||
                             std::holds_alternative<event::Received>(one.what) ||
                             std::holds_alternative<event::Opened>(one.what) ||
                             std::holds_alternative<event::Closed>(one.what);
        if (is_last && one.number < end->number) began = one.at_us;
    }
    if (stopped - began < kSecond) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format("For {} seconds nothing came, and then your program ended.", (stopped - began) / kSecond),
        "It was to go on until somebody stops it. A time limit that is over (settimeout(), setSoTimeout(), "
        "SetDeadline(), select(), alarm()) is no reason to end: catch that inside the loop and wait again, "
        "or set "
        "no limit.",
        {end->number}};
}

}  // namespace sockgrade::diagnoses
