#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "model/typed.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

// A line was typed, and nothing of it left.
std::optional<model::Diagnosis> keeps_what_is_typed(const Failure& failure) {
    const model::Expect* const expect = unmet_expectation(failure);
    if (failure.transcript.plan.role != model::Role::peer || expect == nullptr ||
        !model::awaits_typing(*expect) || failure.cause != model::Cause::missing)
        return std::nullopt;
    bool met = false;
    std::string_view line;
    std::size_t number = 0;
    for (std::size_t i = 0, stop = failed_at(failure); i < stop; ++i) {
        const model::Event& one = failure.transcript.events[i];
        met = met || std::holds_alternative<event::Opened>(one.what);
        if (const auto* typed = std::get_if<event::Typed>(&one.what);
            typed != nullptr && number == 0 && model::is_text(*typed)) {
            line = bare(typed->bytes);
            number = one.number;
        }
        if (std::holds_alternative<event::Received>(one.what)) return std::nullopt;
    }
    const auto wait = unsatisfied_wait(failure);
    if (!met || number == 0 || ended(failure).has_value()) return std::nullopt;
    const bool deaf = wait.has_value() && waits_for_more_bytes(wait->in);
    return model::Diagnosis{
        "",
        fmt::format(
            "{} was typed. Your program is connected to the other one, but has sent nothing{}.",
            quote(line, 60),
            deaf ? fmt::format(": it waits in {} for what comes from there", in_words(wait->in)) : ""),
        deaf ? "Waiting for the keyboard and waiting for the network go on at the same time: in two threads, "
               "or with "
               "select()."
             : "Send each line that is typed on the connection: connection.sendall(line.encode()). What has "
               "a buffer "
               "of its own keeps it until you call flush().",
        {number}};
}

}  // namespace sockgrade::diagnoses
