#include <fmt/format.h>

#include <csignal>

#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

using model::Cause;

namespace {

// ` It said: cannot resolve`, from the line that the C++ library writes.
std::string exception_in(std::string_view said) {
    constexpr std::string_view kSign = "what():  ";
    const std::size_t at = said.find(kSign);
    if (at == std::string_view::npos) return "";
    const std::string_view rest = said.substr(at + kSign.size());
    return " It said: " + readable(rest.substr(0, rest.find_first_of("\r\n")));
}

}  // namespace

// Killed by a signal.
std::optional<model::Diagnosis> c_crash(const Failure& failure) {
    const auto end = ended(failure);
    if (failure.cause != Cause::crashed || !end.has_value()) return std::nullopt;
    if (end->termination.how != model::Termination::How::signaled) return std::nullopt;
    const std::string said = printed(failure.transcript, 0, failed_at(failure));
    std::string hint;
    switch (end->termination.code) {
        case SIGSEGV:
        case SIGBUS:
            hint =
                "It touched memory that is not its own. Usual reasons: a pointer that points nowhere, an "
                "argument "
                "argv[n] that was not given, or more bytes than a buffer has room for. Compile with -g "
                "-fsanitize=address to see the line.";
            break;
        case SIGABRT:
            hint = contains(said, "terminate called")
                       ? "A C++ exception was thrown and nobody caught it." + exception_in(said)
                   : contains(said, "stack smashing") || contains(said, "buffer overflow")
                       ? "More bytes were written than a buffer has room for. Give recv() the size of the "
                         "buffer, "
                         "minus one for the NUL: recv(s, buffer, sizeof buffer - 1, 0)"
                       : "The memory was found damaged, or an assertion failed. Look for a buffer that is "
                         "too small.";
            break;
        case SIGPIPE:
            hint =
                "It sent on a connection that was closed already, or never connected. Check that the socket "
                "is the "
                "connected one, and send() with MSG_NOSIGNAL to get an error instead of the signal.";
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
    return model::Diagnosis{
        "", fmt::format("Your program crashed: {}.", model::describe(end->termination)), hint, {end->number}};
}

}  // namespace sockgrade::diagnoses
