#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using model::Cause;
using model::Transport;

// It reads lines, and throws away what has no newline at the end.
std::optional<model::Diagnosis> needs_a_newline(const Failure& failure) {
    const model::Plan& plan = failure.transcript.plan;
    if (plan.role != model::Role::server || plan.transport != Transport::tcp || ended(failure).has_value())
        return std::nullopt;
    if (failure.cause != Cause::closed_early && failure.cause != Cause::no_reply) return std::nullopt;
    const auto text = wrong_text(failure);
    if (!text.has_value() || !text->got.empty() || bare(text->original).empty() ||
        contains(text->original, "\n"))
        return std::nullopt;
    std::size_t no_more = 0;
    for (std::size_t i = 0, stop = failed_at(failure); i < stop; ++i) {
        const model::Event& event = failure.transcript.events[i];
        const auto* finished = std::get_if<event::Finished>(&event.what);
        if (finished == nullptr || event.number < text->evidence.front()) continue;
        if (!finished->by_program) no_more = event.number;
        // It had kept the connection open until then.
        if (!finished->by_program) continue;
        if (no_more == 0) return std::nullopt;
        return model::Diagnosis{
            "",
            fmt::format("Your program waited for more after {}, and closed the connection without a reply "
                        "when no more came. There was no newline at the end of the text.",
                        quote(bare(text->original), 60)),
            "Functions that read a line, such as ReadString('\\n'), readline() or fgets(), stop at the end "
            "of "
            "the input too, some of them with an error, and then return the text that they have. Answer that "
            "as well.",
            {text->evidence.front(), no_more, event.number}};
    }
    return std::nullopt;
}

}  // namespace sockgrade::diagnoses
