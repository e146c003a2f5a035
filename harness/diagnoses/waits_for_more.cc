#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

// The request is whole, and it goes on reading.
std::optional<model::Diagnosis> waits_for_more(const Failure& failure) {
    const model::Plan& plan = failure.transcript.plan;
    const auto text = unanswered(failure);
    const auto wait = unsatisfied_wait(failure);
    if (plan.transport != model::Transport::tcp || !text.has_value() || !text->original.ends_with('\n') ||
        (failure.cause != model::Cause::no_reply && failure.cause != model::Cause::missing) ||
        serves_one_at_a_time(failure))
        return std::nullopt;
    if (!wait.has_value() || wait->how != model::WaitEnd::quiet || !waits_for_more_bytes(wait->blocked))
        return std::nullopt;
    for (std::size_t i = 0, stop = failed_at(failure); i < stop; ++i) {
        const event::What& what = failure.transcript.events[i].what;
        // Whatever we did to make it talk, or an end of the connection: then it waits for something else.
        if (std::holds_alternative<event::Coaxed>(what) || std::holds_alternative<event::Closed>(what) ||
            std::holds_alternative<event::Finished>(what) || std::holds_alternative<event::Ended>(what))
            return std::nullopt;
    }
    const bool read = contains(printed(failure.transcript, 0, failed_at(failure)), bare(text->original));
    return model::Diagnosis{
        "",
        fmt::format(
            "{} had come, with the line end behind it, and your program waits in {} for more. The other "
            "side sends nothing more before it has its reply.",
            quote(text->original, 80), escape(wait->blocked)),
        read ? "It has been read, since it was printed. Send the reply before you read again, and not behind "
               "the "
               "loop. What has a buffer of its own, such as BufferedWriter, PrintWriter, bufio.Writer or "
               "makefile(), "
               "keeps it until you call flush()."
             : "Reply as soon as a line, or an empty line where that ends the request, has come. A loop "
               "until recv() "
               "returns nothing, and functions such as read() and io.ReadAll(), wait until the other side "
               "closes.",
        {text->evidence.back(), wait->number}};
}

}  // namespace sockgrade::diagnoses
