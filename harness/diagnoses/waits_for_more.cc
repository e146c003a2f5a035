#include <fmt/format.h>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

namespace {

// One that waits for whatever comes first may wait for this one, too. What it has read is a question of its
// own.
bool waits_for_events_alone(const model::Waits& waits) {
    return waits.size() == 1 && watches_several(waits.front());
}

const char* how_to_flush(Language written_in) {
    switch (written_in) {
        case Language::python:
            return "What is written to a file of makefile() stays in its buffer until flush().";
        case Language::java:
            return "What is written to a PrintWriter or BufferedWriter stays in its buffer until flush(): "
                   "call that after "
                   "each reply, or make it with new PrintWriter(stream, true) and use println().";
        case Language::javascript:
            return "";
        case Language::other:
            break;
    }
    return "What is written to a bufio.Writer in Go, or by fprintf() and fputs() in C, stays in a buffer "
           "until "
           "Flush() or fflush().";
}

// It waits in a call that receives, so what had come is read.
std::string hint_for_a_line(const Failure& failure, bool was_printed) {
    const char* const flush = how_to_flush(language(failure.transcript));
    const std::string begin =
        was_printed
            ? "It has been read, since it was printed. Send the reply before you read again, and not behind "
              "the loop."
            : "Reply as soon as a line, or an empty line where that ends the request, has come. A loop until "
              "recv() returns nothing, and functions such as read() and io.ReadAll(), wait until the other "
              "side closes.";
    // Java's readers and writers go together.
    if (was_printed || language(failure.transcript) == Language::java)
        return fmt::format("{} {}", flush, begin);
    return fmt::format("{} If your program has written a reply: {}", begin, flush);
}

}  // namespace

// The request is whole, and it goes on reading.
std::optional<model::Diagnosis> waits_for_more(const Failure& failure) {
    const model::Plan& plan = failure.transcript.plan;
    const auto text = unanswered(failure);
    const auto wait = unsatisfied_wait(failure);
    if (plan.transport != model::Transport::tcp || !text.has_value() || bare(text->original).empty() ||
        (failure.cause != model::Cause::no_reply && failure.cause != model::Cause::missing) ||
        serves_one_at_a_time(failure))
        return std::nullopt;
    const bool reads = wait.has_value() && waits_for_more_bytes(wait->in);
    if (!wait.has_value() || wait->how != model::WaitEnd::quiet ||
        !(reads || waits_for_events_alone(wait->in)))
        return std::nullopt;
    for (std::size_t i = 0, stop = failed_at(failure); i < stop; ++i) {
        const event::What& what = failure.transcript.events[i].what;
        // Whatever we did to make it talk, or an end of the connection: then it waits for something else.
        if (std::holds_alternative<event::Coaxed>(what) || std::holds_alternative<event::Closed>(what) ||
            std::holds_alternative<event::Finished>(what) || std::holds_alternative<event::Ended>(what))
            return std::nullopt;
    }
    const bool is_line = text->original.ends_with('\n');
    const bool read = contains(printed(failure.transcript, 0, failed_at(failure)), bare(text->original));
    if (read && !(reads && is_line)) return std::nullopt;
    if (!reads && !any_in(wait->in, WaitCall::epoll_wait))
        return model::Diagnosis{"",
                                fmt::format("{} had come, and your program waits in {}. The other side sends "
                                            "nothing more before it has its "
                                            "reply.",
                                            quote(text->original, 80), in_words(wait->in)),
                                "If it has not been read: the socket that accept() returned belongs among "
                                "those that select() or poll() is "
                                "given, anew before each call; in C the first argument of select() is the "
                                "greatest descriptor plus 1. If "
                                "it has been read: reply to what has come, without waiting for more.",
                                {text->evidence.back(), wait->number}};
    if (!is_line)
        return model::Diagnosis{
            "",
            fmt::format(
                "{} had come, without a line end behind it, and your program waits in {}{}. The other side "
                "sends nothing more before it has its reply.",
                quote(text->original, 80), in_words(wait->in), reads ? " for more" : ""),
            "Reply to what has come, as one recv() returns it. readline(), fgets(), readLine() and a loop "
            "over the "
            "lines of a file wait for a line end, and read() and io.ReadAll() until the other side closes.",
            {text->evidence.back(), wait->number}};
    return model::Diagnosis{
        "",
        fmt::format("{} had come, with the line end behind it, and your program waits in {}{}. The other "
                    "side sends nothing more before it has its reply.",
                    quote(text->original, 80), in_words(wait->in), reads ? " for more" : ""),
        hint_for_a_line(failure, read),
        {text->evidence.back(), wait->number}};
}

}  // namespace sockgrade::diagnoses
