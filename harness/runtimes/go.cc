#include <array>

#include "runtimes/kinds.hh"

namespace sockgrade::runtimes {

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

std::optional<Stop> go_stop(std::string_view errors) {
    if (!contains(errors, "\ngoroutine ")) return std::nullopt;
    std::string_view error = line_with(errors, "panic: ");
    if (error.empty()) error = line_with(errors, "fatal error: ");
    if (error.empty()) return std::nullopt;
    return Stop{go_place(errors), std::string(error), hint_for(error, kGoErrors)};
}

constexpr std::string_view kGoCrashes[] = {"panic: "};
constexpr std::string_view kGoStacks[] = {"goroutine "};

}  // namespace

const Runtime kinds::go{.name = "Go", .crash_signs = kGoCrashes, .stack_signs = kGoStacks, .stop = go_stop};

}  // namespace sockgrade::runtimes
