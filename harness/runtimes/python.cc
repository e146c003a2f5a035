#include <algorithm>
#include <array>

#include "base/text.hh"
#include "runtimes/kinds.hh"
#include "runtimes/python_traceback.hh"

namespace sockgrade::runtimes {

namespace {

struct KnownPythonError {
    std::string_view error;  // in the last line of the traceback
    std::string_view code;   // in the line of the program; empty: anywhere
    std::string_view hint;
};

// The first that fits is taken.
constexpr std::array kKnown = {
    KnownPythonError{
        "a bytes-like object is required, not 'str'", "",
        "Sockets carry bytes, not text. Turn a text into bytes before you send it: text.encode()"},
    KnownPythonError{"a bytes-like object is required, not 'tuple'", "",
                     "sendto() takes the data first, and the address behind it: sock.sendto(data, address)"},
    KnownPythonError{"string argument without an encoding", "", "Turn a text into bytes with text.encode()."},
    KnownPythonError{"can't concat str to bytes", "",
                     "Bytes and text do not mix. Turn the bytes into text first: data.decode()"},
    KnownPythonError{"(not \"bytes\") to str", "",
                     "Bytes and text do not mix. Turn the bytes into text first: data.decode()"},
    KnownPythonError{"must be str, not bytes", "",
                     "Bytes and text do not mix. Turn the bytes into text first: data.decode()"},
    KnownPythonError{"'str' object has no attribute 'decode'", "",
                     "This is text already. decode() makes text of bytes, encode() makes bytes of text."},
    KnownPythonError{"'bytes' object has no attribute 'encode'", "",
                     "These are bytes already. encode() makes bytes of text, decode() makes text of bytes."},
    KnownPythonError{"takes exactly one argument (2 given)", "",
                     "An address is one value, a pair in parentheses of its own: sock.connect((host, port))"},
    KnownPythonError{"AF_INET address must be tuple", "",
                     "An address is a pair of host and port: (host, port)"},
    KnownPythonError{
        "values to unpack", "split(",
        "split() gave another number of parts than there are names. Look at what came; it may be empty, or "
        "have no "
        "space in it."},
    KnownPythonError{"not enough values to unpack", "recvfrom(",
                     "Look at what came: it has fewer parts than there are names."},
    KnownPythonError{
        "too many values to unpack", "recvfrom",
        "recvfrom() returns two values, the data and the address: data, address = sock.recvfrom(2048)"},
    KnownPythonError{"values to unpack", "recv",
                     "recv() returns one value, the data: data = connection.recv(1024)"},
    KnownPythonError{"values to unpack", "accept",
                     "accept() returns two values: connection, address = server.accept()"},
    KnownPythonError{
        "'tuple' object has no attribute 'recv'", "",
        "accept() returns a pair. Give both parts a name: connection, address = server.accept()"},
    KnownPythonError{
        "'tuple' object has no attribute 'send", "",
        "accept() returns a pair. Give both parts a name: connection, address = server.accept()"},
    KnownPythonError{
        "'tuple' object has no attribute", "",
        "recvfrom() and accept() return a pair. Give both parts a name: data, address = sock.recvfrom(2048)"},
    KnownPythonError{
        "invalid literal for int()", "argv",
        "That argument is not a number. sys.argv[1] is the first argument, sys.argv[2] the second: look up "
        "the "
        "order in the handout."},
    KnownPythonError{
        "list index out of range", "argv",
        "The program was started with fewer arguments than it looks for. sys.argv[1] is the first."},
    KnownPythonError{"'str' object cannot be interpreted as an integer", "",
                     "A port is a number: int(sys.argv[2])"},
    KnownPythonError{"an integer is required", "", "A port is a number: int(sys.argv[2])"},
    KnownPythonError{
        "Address already in use", "",
        "Something holds the port already. Bind once, before the loop, and end programs that you started "
        "before."},
    KnownPythonError{
        "Cannot assign requested address", "ioctl",
        "This interface has no IPv4 address, which happens. Catch the error, and go on with the next one: "
        "except OSError: continue"},
    KnownPythonError{"Cannot assign requested address", "",
                     "bind() takes an address of this computer; '' stands for all of them."},
    KnownPythonError{
        "ConnectionRefusedError", "",
        "Nobody listens at the address that was dialled. Check host, port, and whether both sides speak "
        "TCP."},
    KnownPythonError{
        "ConnectionResetError", "",
        "The other side left in the middle. Catch that (try ... except OSError), and go on with the next "
        "one."},
    KnownPythonError{
        "BrokenPipeError", "",
        "It sent on a socket that is not connected, or no longer. Check that it is the socket from "
        "connect() or "
        "accept()."},
    KnownPythonError{
        "Transport endpoint is not connected", "",
        "It used a socket that is not connected. A client calls connect() first, a server talks on the "
        "socket that "
        "accept() returned."},
    KnownPythonError{"Destination address required", "",
                     "A UDP socket has to be told where to send: sock.sendto(data, (host, port))"},
    KnownPythonError{"Message too long", "", "One datagram holds 65507 bytes at most."},
    KnownPythonError{
        "BlockingIOError", "",
        "A socket that does not wait gives up at once when nothing is there yet. Catch that (except "
        "BlockingIOError), ask select() first, or leave out setblocking(False)."},
    KnownPythonError{
        "timed out", "",
        "It waited for as long as settimeout() allows, and nothing came. Catch that (except socket.timeout), "
        "or find out why nothing comes."},
    KnownPythonError{
        "struct.error", "",
        "struct.unpack() takes bytes of exactly one length. A text is no struct: data.decode() makes a text "
        "of bytes."},
    KnownPythonError{"Can't convert 'bytes'", "",
                     "Bytes and text do not mix. Turn the bytes into text first: data.decode()"},
    KnownPythonError{"argument of type 'bytes'", "",
                     "Bytes and text do not mix. Turn the bytes into text first: data.decode()"},
    KnownPythonError{
        "Operation not supported", "listen(",
        "Nobody connects by UDP: a UDP socket has no listen() and no accept(). After bind() comes "
        "recvfrom()."},
    KnownPythonError{
        "file descriptor cannot be a negative integer", "select",
        "A socket that was closed is still in the list. Take it out when you close it: sockets.remove(sock)"},
    KnownPythonError{"Bad file descriptor", "",
                     "That socket was closed before. Close it only when nothing uses it any more."},
    KnownPythonError{"EOFError", "",
                     "The input had ended. Ask for it once, or stop at its end: except EOFError: break"},
    KnownPythonError{
        "UnicodeDecodeError", "",
        "Those bytes are not text of that encoding, or end in the middle of a letter. UTF-8 is what "
        "decode() expects."},
    KnownPythonError{"UnicodeEncodeError", "",
                     "That encoding lacks some letters. UTF-8 has all of them: text.encode()"},
    KnownPythonError{"TabError", "", "Indent with spaces only."},
    KnownPythonError{"IndentationError", "",
                     "Look at the spaces at the beginning of that line and the one before."},
    KnownPythonError{
        "SyntaxError", "",
        "Python cannot read that line. Look at its quotes, parentheses and colon, and at the line before."},
    KnownPythonError{"ModuleNotFoundError", "", "Use only what comes with Python."},
    KnownPythonError{"NameError", "",
                     "Check how that name is written, and whether it was given a value before that line."},
};

std::string_view without_indent(std::string_view line) {
    return line.substr(std::min(line.find_first_not_of(" \t"), line.size()));
}

// `ValueError: ...`, `socket.gaierror: ...`, but not `    sock.send(x)` nor `  File "..."`.
bool names_an_error(std::string_view line) {
    if (line.empty() || line.front() == ' ') return false;
    const std::string_view name = line.substr(0, line.find(':'));
    return name.find(' ') == std::string_view::npos && name.size() > 3;
}

constexpr std::string_view kPythonSigns[] = {"Traceback (most recent call last)"};

}  // namespace

const Runtime kinds::python{.name = "Python",
                            .language = Language::python,
                            .is_command = [](std::string_view name) { return name.starts_with("python"); },
                            .crash_signs = kPythonSigns,
                            .stack_signs = kPythonSigns};

std::optional<Traceback> traceback(std::string_view all) {
    const std::size_t last = all.rfind("Traceback (most recent call last)");
    // A file with an error of syntax has no traceback, but the same lines.
    if (last == std::string_view::npos && !contains(all, "SyntaxError:") &&
        !contains(all, "IndentationError:"))
        return std::nullopt;
    const std::string_view text = all.substr(last == std::string_view::npos ? 0 : last);
    Traceback found;
    std::size_t start = 0;
    while (start < text.size()) {
        const std::string_view line = line_at(text, start);
        const std::size_t next = std::min(text.find('\n', start), text.size()) + 1;
        constexpr std::string_view kFile = "  File \"";
        constexpr std::string_view kLine = "\", line ";
        if (const std::size_t at = line.find(kLine);
            line.starts_with(kFile) && at != std::string_view::npos) {
            const std::string_view path = line.substr(kFile.size(), at - kFile.size());
            // Frames of the library are not the student's.
            const bool library = contains(path, "/lib/python3") || path.starts_with('<');
            if (!library || found.line.empty()) {
                found.file = path.substr(path.rfind('/') + 1);
                const std::string_view number = line.substr(at + kLine.size());
                found.line = number.substr(0, number.find(','));
                found.code = without_indent(line_at(text, next));
            }
        } else if (names_an_error(line) && !line.starts_with("Traceback")) {
            found.error = line;
        }
        start = next;
    }
    if (found.error.empty()) found.error = last_line(text);
    if (found.line.empty() || found.error.empty() || found.error.starts_with("KeyboardInterrupt"))
        return std::nullopt;
    return found;
}

std::string_view hint_for(const Traceback& traceback) {
    for (const KnownPythonError& known : kKnown)
        if (contains(traceback.error, known.error) && contains(traceback.code, known.code)) return known.hint;
    return "Look at that line, and at the values in it.";
}

}  // namespace sockgrade::runtimes
