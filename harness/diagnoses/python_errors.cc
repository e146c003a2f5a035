#include <fmt/format.h>
#include <array>

#include "diagnoses/case_view.hh"
#include "diagnoses/words.hh"

namespace sockgrade::diagnoses {

using namespace fmt::literals;

// What only Python 2 understands.
std::optional<model::Diagnosis> python2_source(const CaseView& view) {
    if (!came_to_nothing(view.cause)) return std::nullopt;
    const auto& trace = view.traceback;
    if (!trace.has_value()) return std::nullopt;
    static constexpr std::array kSigns = {"Missing parentheses in call to 'print'",
                                          "name 'raw_input' is not defined", "name 'unicode' is not defined",
                                          "name 'xrange' is not defined",
                                          "multiple exception types must be parenthesized"};
    for (const char* sign : kSigns) {
        if (!contains(trace->error, sign)) continue;
        return say<words::python2_source>(
            view.error_events,
            Hint{contains(sign, "raw_input") ? "raw_input() is called input() now: text = input('Text: ')"
                 : contains(sign, "print")   ? "print is a function now: print(text)"
                                             : "Look up how this is written in Python 3."},
            "line"_a = trace->line, "file"_a = readable(trace->file), "error"_a = readable(trace->error));
    }
    return std::nullopt;
}

namespace {

struct Known {
    const char* error;  // in the last line of the traceback
    const char* code;   // in the line of the program; empty: anywhere
    const char* hint;
};

// The first that fits is taken.
constexpr std::array kKnown = {
    Known{"a bytes-like object is required, not 'str'", "",
          "Sockets carry bytes, not text. Turn a text into bytes before you send it: text.encode()"},
    Known{"a bytes-like object is required, not 'tuple'", "",
          "sendto() takes the data first, and the address behind it: sock.sendto(data, address)"},
    Known{"string argument without an encoding", "", "Turn a text into bytes with text.encode()."},
    Known{"can't concat str to bytes", "",
          "Bytes and text do not mix. Turn the bytes into text first: data.decode()"},
    Known{"(not \"bytes\") to str", "",
          "Bytes and text do not mix. Turn the bytes into text first: data.decode()"},
    Known{"must be str, not bytes", "",
          "Bytes and text do not mix. Turn the bytes into text first: data.decode()"},
    Known{"'str' object has no attribute 'decode'", "",
          "This is text already. decode() makes text of bytes, encode() makes bytes of text."},
    Known{"'bytes' object has no attribute 'encode'", "",
          "These are bytes already. encode() makes bytes of text, decode() makes text of bytes."},
    Known{"takes exactly one argument (2 given)", "",
          "An address is one value, a pair in parentheses of its own: sock.connect((host, port))"},
    Known{"AF_INET address must be tuple", "", "An address is a pair of host and port: (host, port)"},
    Known{"values to unpack", "split(",
          "split() gave another number of parts than there are names. Look at what came; it may be empty, or "
          "have no "
          "space in it."},
    Known{"not enough values to unpack", "recvfrom(",
          "Look at what came: it has fewer parts than there are names."},
    Known{"too many values to unpack", "recvfrom",
          "recvfrom() returns two values, the data and the address: data, address = sock.recvfrom(2048)"},
    Known{"values to unpack", "recv", "recv() returns one value, the data: data = connection.recv(1024)"},
    Known{"values to unpack", "accept", "accept() returns two values: connection, address = server.accept()"},
    Known{"'tuple' object has no attribute 'recv'", "",
          "accept() returns a pair. Give both parts a name: connection, address = server.accept()"},
    Known{"'tuple' object has no attribute 'send", "",
          "accept() returns a pair. Give both parts a name: connection, address = server.accept()"},
    Known{
        "'tuple' object has no attribute", "",
        "recvfrom() and accept() return a pair. Give both parts a name: data, address = sock.recvfrom(2048)"},
    Known{"invalid literal for int()", "argv",
          "That argument is not a number. sys.argv[1] is the first argument, sys.argv[2] the second: look up "
          "the "
          "order in the handout."},
    Known{"list index out of range", "argv",
          "The program was started with fewer arguments than it looks for. sys.argv[1] is the first."},
    Known{"'str' object cannot be interpreted as an integer", "", "A port is a number: int(sys.argv[2])"},
    Known{"an integer is required", "", "A port is a number: int(sys.argv[2])"},
    Known{"Address already in use", "",
          "Something holds the port already. Bind once, before the loop, and end programs that you started "
          "before."},
    Known{"Cannot assign requested address", "ioctl",
          "This interface has no IPv4 address, which happens. Catch the error, and go on with the next one: "
          "except OSError: continue"},
    Known{"Cannot assign requested address", "",
          "bind() takes an address of this computer; '' stands for all of them."},
    Known{"ConnectionRefusedError", "",
          "Nobody listens at the address that was dialled. Check host, port, and whether both sides speak "
          "TCP."},
    Known{"ConnectionResetError", "",
          "The other side left in the middle. Catch that (try ... except OSError), and go on with the next "
          "one."},
    Known{"BrokenPipeError", "",
          "It sent on a socket that is not connected, or no longer. Check that it is the socket from "
          "connect() or "
          "accept()."},
    Known{"Transport endpoint is not connected", "",
          "It used a socket that is not connected. A client calls connect() first, a server talks on the "
          "socket that "
          "accept() returned."},
    Known{"Destination address required", "",
          "A UDP socket has to be told where to send: sock.sendto(data, (host, port))"},
    Known{"Message too long", "", "One datagram holds 65507 bytes at most."},
    Known{"BlockingIOError", "",
          "A socket that does not wait gives up at once when nothing is there yet. Catch that (except "
          "BlockingIOError), ask select() first, or leave out setblocking(False)."},
    Known{
        "timed out", "",
        "It waited for as long as settimeout() allows, and nothing came. Catch that (except socket.timeout), "
        "or find out why nothing comes."},
    Known{
        "struct.error", "",
        "struct.unpack() takes bytes of exactly one length. A text is no struct: data.decode() makes a text "
        "of bytes."},
    Known{"Can't convert 'bytes'", "",
          "Bytes and text do not mix. Turn the bytes into text first: data.decode()"},
    Known{"argument of type 'bytes'", "",
          "Bytes and text do not mix. Turn the bytes into text first: data.decode()"},
    Known{"Operation not supported", "listen(",
          "Nobody connects by UDP: a UDP socket has no listen() and no accept(). After bind() comes "
          "recvfrom()."},
    Known{
        "file descriptor cannot be a negative integer", "select",
        "A socket that was closed is still in the list. Take it out when you close it: sockets.remove(sock)"},
    Known{"Bad file descriptor", "",
          "That socket was closed before. Close it only when nothing uses it any more."},
    Known{"EOFError", "", "The input had ended. Ask for it once, or stop at its end: except EOFError: break"},
    Known{"UnicodeDecodeError", "",
          "Those bytes are not text of that encoding, or end in the middle of a letter. UTF-8 is what "
          "decode() expects."},
    Known{"UnicodeEncodeError", "", "That encoding lacks some letters. UTF-8 has all of them: text.encode()"},
    Known{"TabError", "", "Indent with spaces only."},
    Known{"IndentationError", "", "Look at the spaces at the beginning of that line and the one before."},
    Known{"SyntaxError", "",
          "Python cannot read that line. Look at its quotes, parentheses and colon, and at the line before."},
    Known{"ModuleNotFoundError", "", "Use only what comes with Python."},
    Known{"NameError", "",
          "Check how that name is written, and whether it was given a value before that line."},
};

}  // namespace

// The last traceback: its line, and what usually helps with such an error.
std::optional<model::Diagnosis> python_error(const CaseView& view) {
    const auto& trace = view.traceback;
    if (!trace.has_value() || !came_to_nothing(view.cause)) return std::nullopt;
    std::string hint = "Look at that line, and at the values in it.";
    for (const Known& known : kKnown) {
        if (!contains(trace->error, known.error) || !contains(trace->code, known.code)) continue;
        hint = known.hint;
        break;
    }
    const std::string code = trace->code.empty() ? "" : fmt::format(" ({})", readable(trace->code));
    return say<words::python_error>(view.error_events, Hint{hint}, "file"_a = readable(trace->file),
                                    "line"_a = readable(trace->line), "error"_a = readable(trace->error),
                                    "code"_a = code);
}

}  // namespace sockgrade::diagnoses
