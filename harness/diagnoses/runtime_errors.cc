#include <csignal>

#include "diagnoses/case_view.hh"
#include "diagnoses/words.hh"
#include "runtimes/kinds.hh"
#include "telling/event.hh"

namespace sockgrade::diagnoses {

using model::Cause;
using namespace fmt::literals;

namespace {

// ` It said: cannot resolve`, from the line that the C++ library writes.
std::string exception_in(std::string_view said) {
    constexpr std::string_view kSign = "what():  ";
    const std::size_t at = said.find(kSign);
    if (at == std::string_view::npos) return "";
    const std::string_view rest = said.substr(at + kSign.size());
    return " It said: " + readable(rest.substr(0, rest.find_first_of("\r\n")));
}

// Where it used an element that an array does not have, as build/bounds_guard.cc writes it.
std::string element_beyond(const std::string& said) {
    const std::string_view line = runtimes::line_with(said, "is beyond the end of an array of the type ");
    if (line.empty()) return "";
    return fmt::format("It stopped at {}. {}", readable(line), words::one_byte_less_than_the_buffer);
}

}  // namespace

// Killed by a signal.
std::optional<model::Diagnosis> c_crash(const CaseView& view) {
    const auto& end = view.end;
    if (view.cause != Cause::crashed || !end.has_value()) return std::nullopt;
    if (end->termination.how != model::Termination::How::signaled) return std::nullopt;
    const auto& said = view.output;
    std::string hint;
    switch (end->termination.code) {
        case SIGSEGV:
        case SIGBUS:
            hint = words::memory_that_is_not_its_own;
            break;
        case SIGABRT:
            hint = !element_beyond(said).empty() ? element_beyond(said)
                   : contains(said, "terminate called")
                       ? "A C++ exception was thrown and nobody caught it." + exception_in(said)
                   : contains(said, "stack smashing") || contains(said, "buffer overflow")
                       ? words::more_than_the_buffer_holds
                       : words::damaged_memory;
            break;
        case SIGPIPE:
            hint = words::sent_on_a_closed_connection;
            break;
        case SIGFPE:
            hint = "Something was divided by zero.";
            break;
        case SIGILL:
            hint = "Look for a function that ends without a return.";
            break;
        default:
            return std::nullopt;
    }
    return say<words::c_crash>({end->number}, Hint{hint}, "end"_a = telling::describe(end->termination));
}

namespace {

// "Java stopped at Server.java:12: ...", in the words of the runtime, and what usually helps.
std::optional<model::Diagnosis> stopped(const runtimes::Runtime& runtime, const CaseView& view) {
    if (!came_to_nothing(view.cause)) return std::nullopt;
    const auto stop = runtime.stop(view.errors);
    if (!stop.has_value()) return std::nullopt;
    return model::Diagnosis{"",
                            fmt::format("{} stopped{}{}: {}", runtime.name, stop->place.empty() ? "" : " at ",
                                        readable(stop->place), readable(stop->error)),
                            std::string(stop->hint), view.error_events};
}

}  // namespace

// An exception that nobody caught.
std::optional<model::Diagnosis> java_error(const CaseView& view) {
    return stopped(runtimes::kinds::java, view);
}

std::optional<model::Diagnosis> node_error(const CaseView& view) {
    const bool has_failed = view.end.has_value() && view.end->termination.code != 0;
    if (view.language != Language::javascript || !has_failed) return std::nullopt;
    return stopped(runtimes::kinds::javascript, view);
}

// What Python and Java say of a thread that an exception has ended, behind the last message of a peer: that
// one had to do with it.
std::optional<model::Diagnosis> ends_a_thread_by_an_error(const CaseView& view) {
    // Where the connection ended with it, nobody waits, and the error says it all.
    if (view.cause == Cause::closed_early || view.cause == Cause::reset) return std::nullopt;
    if (view.end || view.error_events.empty() || !contains(view.errors, "Exception in thread"))
        return std::nullopt;
    std::size_t last_sent = 0;
    for (const model::Event& one : view.events)
        if (std::holds_alternative<model::event::Sent>(one.what)) last_sent = one.number;
    if (view.error_events.back() < last_sent) return std::nullopt;
    auto found = python_error(view);
    if (!found) found = java_error(view);
    if (found) found->message = fmt::format("{} {}", words::a_thread_ended, found->message);
    return found;
}

std::optional<model::Diagnosis> go_panic(const CaseView& view) { return stopped(runtimes::kinds::go, view); }

}  // namespace sockgrade::diagnoses
