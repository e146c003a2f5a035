#include <array>

#include "runtimes/kinds.hh"

namespace sockgrade::runtimes {

namespace {

constexpr std::array kNodeErrors = {
    KnownError{"toUpperCase is not a function",
               "What 'data' and 'message' events bring is a Buffer. Make a text of it first: "
               "data.toString().toUpperCase()"},
    KnownError{"ECONNRESET",
               "The other side left in the middle. Handle that: socket.on('error', () => {}) in Node."},
    KnownError{"EPIPE",
               "It wrote to a connection that was closed. Handle that: socket.on('error', () => {})"},
    KnownError{"ECONNREFUSED",
               "Nobody listens at the address that was dialled. Check host and port, and TCP or UDP."},
    KnownError{"EADDRINUSE",
               "Another socket holds that port. Bind once only, to the port that you are given."},
    KnownError{"EADDRNOTAVAIL", "That address is none of this computer. Leave the host out: listen(port)"},
    KnownError{"ERR_SOCKET_BAD_PORT",
               "A port is a number from 0 to 65535. process.argv[2] is the first argument."},
    KnownError{"ERR_INVALID_ARG_TYPE",
               "Sockets carry text or Buffers. Look at what is handed over there, and in which order: "
               "connect(port, host), send(text, port, host)"},
    KnownError{"ERR_STREAM_WRITE_AFTER_END", "end() was called before that write(). Write first."},
    KnownError{"is not defined", "Check how that name is written, and where it was given a value."},
    KnownError{"of undefined", "Something has no value there. Look at where it should have got one."},
    KnownError{"is not a function",
               "Check how that function is written, and what the value before the dot is."},
    KnownError{"Cannot find module", "Use only what comes with Node."},
    KnownError{"SyntaxError",
               "Node cannot read that line. Look at its quotes, brackets and commas, and the line before."},
};

// `    at f (/home/x/server.js:4:23)` -> `server.js:4`, of the first frame that is the program's own.
std::string node_place(std::string_view text) {
    for (std::size_t at = text.find("\n    at "); at != std::string_view::npos;
         at = text.find("\n    at ", at + 1)) {
        std::string_view frame = text.substr(at + 1, text.find('\n', at + 1) - at - 1);
        if (contains(frame, "node:") || contains(frame, "node_modules")) continue;
        const std::size_t slash = frame.rfind('/');
        if (slash == std::string_view::npos) continue;
        frame.remove_prefix(slash + 1);
        const std::size_t line = frame.find(':');
        const std::size_t column = frame.find(':', line + 1);
        if (line == std::string_view::npos || column == std::string_view::npos) continue;
        return std::string(frame.substr(0, column));
    }
    // An error of syntax stands above its frames: `/home/x/server.js:4` and the line.
    const std::string_view head = text.substr(0, text.find('\n'));
    if (!head.starts_with('/') || !contains(head, ".js:")) return {};
    return std::string(head.substr(head.rfind('/') + 1));
}

std::optional<Stop> node_stop(std::string_view errors) {
    const std::size_t frames = errors.find("\n    at ");
    if (frames == std::string_view::npos) return std::nullopt;
    const std::size_t before = errors.rfind('\n', frames - 1);
    const std::size_t start = before == std::string_view::npos ? 0 : before + 1;
    return Stop{node_place(errors), std::string(errors.substr(start, frames - start)),
                hint_for(errors, kNodeErrors)};
}

constexpr std::string_view kNodeCrashes[] = {"Uncaught ", "throw er;", "Error: "};
constexpr std::string_view kNodeStacks[] = {"    at ", "throw er;"};

}  // namespace

const Runtime kinds::javascript{.name = "Node",
                                .language = Language::javascript,
                                .is_command = [](std::string_view name) { return name.starts_with("node"); },
                                .crash_signs = kNodeCrashes,
                                .stack_signs = kNodeStacks,
                                .stop = node_stop};

}  // namespace sockgrade::runtimes
