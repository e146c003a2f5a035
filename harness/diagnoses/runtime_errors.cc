#include <array>
#include <csignal>

#include "diagnoses/case_view.hh"
#include "diagnoses/runtime_error.hh"
#include "diagnoses/words.hh"
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
            hint = contains(said, "terminate called")
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

constexpr std::array kJavaErrors = {
    KnownError{"BindException",
               "The port is taken. Make the ServerSocket or DatagramSocket once, before the loop."},
    KnownError{
        "StreamCorruptedException",
        "An ObjectInputStream reads only what an ObjectOutputStream wrote. Here a plain text comes: read it "
        "with a BufferedReader, or with in.read(buffer)."},
    KnownError{
        "EOFException",
        "The bytes ended before that call had all that it wants. readUTF() takes the first two bytes for a "
        "length: it reads only what writeUTF() wrote. Read a plain text with in.read(buffer)."},
    KnownError{"UnknownHostException", "There is no host of that name. Take the host from the arguments."},
    KnownError{"StringIndexOutOfBoundsException", "Check the length of the text before you cut it there."},
    KnownError{"ConnectException",
               "Nobody listens at the address that was dialled. Check host and port, and TCP or UDP."},
    KnownError{"SocketTimeoutException",
               "Nothing came in the time that setSoTimeout() allows. Catch that, and go on."},
    KnownError{"Socket closed",
               "That socket was closed before. Close it only when nothing uses it any more."},
    KnownError{"Socket is closed",
               "That socket was closed before. Close it only when nothing uses it any more."},
    KnownError{"Connection reset",
               "The other side left in the middle. Catch the IOException, and go on with the next one."},
    KnownError{"Broken pipe",
               "The other side left in the middle. Catch the IOException, and go on with the next one."},
    KnownError{
        "Cannot invoke \"String.",
        "A text was null. readLine() returns null when the other side has closed, or the input has ended."},
    KnownError{"NullPointerException",
               "Something was null: look at what that line uses, and where it should have got its value. "
               "readLine(), "
               "for one, returns null when the other side has closed."},
    KnownError{"ArrayIndexOutOfBoundsException", "Check the index. args[0] is the first argument."},
    KnownError{"NumberFormatException",
               "That text is not a number. args[0] is the first argument: look up their order."},
    KnownError{"NoSuchElementException", "The input had ended. Ask hasNextLine() before nextLine()."},
};

// `at Server.main(Server.java:12)` -> `Server.java:12`, of the first frame that is not the library's.
std::string java_place(std::string_view text) {
    for (std::size_t at = text.find("\tat "); at != std::string_view::npos; at = text.find("\tat ", at + 1)) {
        const std::string_view frame = text.substr(at + 4, text.find('\n', at) - at - 4);
        if (frame.starts_with("java.") || frame.starts_with("sun.") || contains(frame, "/")) continue;
        const std::size_t open = frame.find('(');
        const std::size_t close = frame.find(')');
        if (open == std::string_view::npos || close == std::string_view::npos || close < open) continue;
        return std::string(frame.substr(open + 1, close - open - 1));
    }
    return {};
}

}  // namespace

// An exception that nobody caught: the line of the student's own code, and what usually helps.
std::optional<model::Diagnosis> java_error(const CaseView& view) {
    if (!came_to_nothing(view.cause)) return std::nullopt;
    const auto& said = view.errors;
    constexpr std::string_view kStart = "Exception in thread ";
    const std::size_t start = said.rfind(kStart);
    if (start == std::string::npos) return std::nullopt;
    const std::string_view text = std::string_view(said).substr(start);
    std::string_view error = line_with(text, kStart);
    // The name of the thread stands in quotes before it.
    if (const std::size_t quotes = error.find("\" ", kStart.size() + 1); quotes != std::string_view::npos)
        error.remove_prefix(quotes + 2);
    return stopped_by("Java", java_place(text), error, hint_for(error, kJavaErrors), view);
}

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

}  // namespace

// An exception that nobody caught: the line of the student's own code, and what usually helps.
std::optional<model::Diagnosis> node_error(const CaseView& view) {
    if (view.language != Language::javascript || !came_to_nothing(view.cause)) return std::nullopt;
    const auto& end = view.end;
    if (!end.has_value() || end->termination.code == 0) return std::nullopt;
    const auto& said = view.errors;
    const std::size_t frames = said.find("\n    at ");
    if (frames == std::string::npos) return std::nullopt;
    const std::size_t before = said.rfind('\n', frames - 1);
    const std::string_view error =
        std::string_view(said).substr(before == std::string::npos ? 0 : before + 1, frames - before - 1);
    return stopped_by("Node", node_place(said), error, hint_for(said, kNodeErrors), view);
}

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
std::optional<model::Diagnosis> go_panic(const CaseView& view) {
    if (!came_to_nothing(view.cause)) return std::nullopt;
    const auto& said = view.errors;
    if (!contains(said, "\ngoroutine ")) return std::nullopt;
    std::string_view error = line_with(said, "panic: ");
    if (error.empty()) error = line_with(said, "fatal error: ");
    if (error.empty()) return std::nullopt;
    return stopped_by("Go", go_place(said), error, hint_for(error, kGoErrors), view);
}

}  // namespace sockgrade::diagnoses
