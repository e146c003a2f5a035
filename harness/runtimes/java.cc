#include <array>

#include "runtimes/kinds.hh"

namespace sockgrade::runtimes {

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

constexpr std::string_view kJavaStart = "Exception in thread ";

std::optional<Stop> java_stop(std::string_view errors) {
    const std::size_t start = errors.rfind(kJavaStart);
    if (start == std::string_view::npos) return std::nullopt;
    const std::string_view text = errors.substr(start);
    std::string_view error = line_with(text, kJavaStart);
    // The name of the thread stands in quotes before it.
    if (const std::size_t quotes = error.find("\" ", kJavaStart.size() + 1); quotes != std::string_view::npos)
        error.remove_prefix(quotes + 2);
    return Stop{java_place(text), std::string(error), hint_for(error, kJavaErrors)};
}

constexpr std::string_view kJavaCrashes[] = {"Exception in thread"};
constexpr std::string_view kJavaStacks[] = {"Exception in thread", "\tat "};

}  // namespace

const Runtime kinds::java{.name = "Java",
                          .language = Language::java,
                          .is_command = [](std::string_view name) { return name == "java"; },
                          .crash_signs = kJavaCrashes,
                          .stack_signs = kJavaStacks,
                          .stop = java_stop};

}  // namespace sockgrade::runtimes
