#include <array>

#include "diagnoses/clues.hh"
#include "diagnoses/runtime_error.hh"

namespace sockgrade::diagnoses {

namespace {

constexpr std::array kGoErrors = {
    KnownError{"index out of range", "Check how long it is before you take that element: len(...)"},
    KnownError{"slice bounds out of range", "Check how long it is before you cut there: len(...)"},
    KnownError{"nil pointer dereference",
               "A value is nil there. Look at err before you use what came with it: if err != nil { ... }"},
    KnownError{"address already in use", "The port is taken. Listen once, before the loop."},
    KnownError{"connection refused",
               "Nobody listens at the address that was dialled. Check host and port, and tcp or udp."},
    KnownError{"connection reset", "The other side left in the middle. Close this connection, and go on."},
    KnownError{"EOF", "Reading came to the end of the connection. That is no reason to stop the program."},
    KnownError{"all goroutines are asleep",
               "Everything waits for something else: a channel, a lock or a WaitGroup."},
};

// `\t/home/x/server.go:11 +0x15c` -> `server.go:11`, of the first frame that is the program's own.
std::string go_place(std::string_view text) {
    for (std::size_t at = text.find("\n\t/"); at != std::string_view::npos; at = text.find("\n\t/", at + 1)) {
        std::string_view frame = text.substr(at + 2, text.find('\n', at + 1) - at - 2);
        const std::size_t go = frame.find(".go:");
        if (go == std::string_view::npos || contains(frame, "/go/src/") || contains(frame, "/usr/")) continue;
        frame = frame.substr(0, frame.find(' ', go));
        return std::string(frame.substr(frame.rfind('/') + 1));
    }
    return {};
}

}  // namespace

// The Go runtime stopped it: the line of the student's own code, and what usually helps.
std::optional<model::Diagnosis> go_panic(const Failure& failure) {
    if (!came_to_nothing(failure.cause)) return std::nullopt;
    const std::string said = errors(failure);
    if (!contains(said, "\ngoroutine ")) return std::nullopt;
    std::string_view error = line_with(said, "panic: ");
    if (error.empty()) error = line_with(said, "fatal error: ");
    if (error.empty()) return std::nullopt;
    return stopped_by("Go", go_place(said), error, hint_for(error, kGoErrors), failure);
}

}  // namespace sockgrade::diagnoses
