#include <fmt/format.h>

#include <csignal>

#include "base/text.hh"
#include "diagnoses/clues.hh"
#include "wording/wanted.hh"

namespace sockgrade::diagnoses {

namespace {

std::string where_it_is_caught(const Failure& failure) {
    switch (language(failure.transcript)) {
        case Language::python:
            return "Put connect(), send() and recv() inside try, and behind it: except OSError as error: "
                   "print(...), "
                   "then sys.exit(1).";
        case Language::java:
            return "Put the sockets inside try, and behind it: catch (IOException e) { ... System.exit(1); }";
        case Language::javascript:
            return "Handle it: socket.on('error', (error) => { console.log(...); process.exit(1); })";
        case Language::other:
            break;
    }
    return "Look at what connect(), send() and recv() return (err != nil in Go, -1 in C), print a line, and "
           "end with "
           "exit(1).";
}

// It had the error in its hands: it said so on its output, or what stands there is not what the language
// itself writes about an error that nobody has caught.
bool shows_the_trace_itself(const Failure& failure) {
    const std::string said = errors(failure);
    switch (language(failure.transcript)) {
        case Language::python: {
            std::string output;
            for (const auto* print : failure.transcript.all<model::event::Printed>())
                if (!print->to_stderr) output += print->bytes;
            for (const model::Step& step : failure.transcript.plan.steps) {
                const auto* prints = std::get_if<model::Prints>(&step.action);
                if (prints != nullptr && prints->what == model::Prints::What::pattern &&
                    prints->times != 0U && wording::times_printed(prints->pattern, output) > 0)
                    return true;
            }
            return false;
        }
        case Language::java:
            return !contains(said, "Exception in thread");
        case Language::javascript:
            return !contains(said, "Node.js v");
        case Language::other:
            break;
    }
    return false;
}

}  // namespace

// The peer has gone, as the case wanted, and the program was to deal with that.
std::optional<model::Diagnosis> leaves_the_error_uncaught(const Failure& failure) {
    const auto end = ended(failure);
    if (failure.cause != model::Cause::crashed || !had_to_fail(failure) || !end) return std::nullopt;
    const bool by_signal = end->termination.how == model::Termination::How::signaled;
    if (by_signal && end->termination.code != SIGPIPE) return std::nullopt;
    if (by_signal)
        return model::Diagnosis{"",
                                "Your program was killed by SIGPIPE when it wrote to the connection that the "
                                "other side had closed: it had "
                                "no chance to say so.",
                                "Ignore that signal at the beginning: signal(SIGPIPE, SIG_IGN). Then send() "
                                "returns -1 with errno EPIPE, "
                                "and your program can say so and end with exit(1). And look at recv(): 0 "
                                "says that the other side has "
                                "closed.",
                                {end->number}};
    const auto trace = traceback(failure);
    if (shows_the_trace_itself(failure))
        return model::Diagnosis{
            "",
            fmt::format(
                "The other side had died. Your program noticed that, and then left the trace of the error{} "
                "for its user to read: a page about the inside of your program.",
                trace ? fmt::format(" in line {} ({})", readable(trace->line), readable(trace->error)) : ""),
            "Print one line in plain words, and end with exit status 1. Leave out what shows the rest: raise "
            "and "
            "traceback.print_exc() in Python, error.printStackTrace() in Java, console.error(error) with the "
            "whole "
            "error in Node.",
            error_events(failure)};
    return model::Diagnosis{
        "",
        fmt::format(
            "The other side had died, and your program ended by the error{}, which it did not catch: its "
            "user "
            "reads a page about the inside of your program.",
            trace ? fmt::format(" in line {} ({})", readable(trace->line), readable(trace->error)) : ""),
        where_it_is_caught(failure), error_events(failure)};
}

}  // namespace sockgrade::diagnoses
