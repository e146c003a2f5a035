#include "run/program_input.hh"

#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <string_view>

#include "run/terminal.hh"
#include "system/system_error.hh"

namespace sockgrade::run {

using system::check_call;

namespace {

constexpr char kEnd = '\4';      // Ctrl-D
constexpr char kQuote = '\x16';  // Ctrl-V
// The terminal keeps 4,095 bytes of a line. An end in the middle of a line hands over what stands before it;
// no size of a buffer ends there, or older kernels would take that end for one of the input.
constexpr std::size_t kPart = 3997;
constexpr std::size_t kMostEnds = 2048;

void set_mode(int terminal) {
    termios mode{};
    check_call("tcgetattr", ::tcgetattr(terminal, &mode));
    ::cfmakeraw(&mode);  // no echo, no signals, no line end turned into another
    mode.c_iflag |= IUTF8;
    mode.c_lflag |= ICANON | IEXTEN;
    std::fill(std::begin(mode.c_cc), std::end(mode.c_cc), static_cast<cc_t>(_POSIX_VDISABLE));
    mode.c_cc[VEOF] = kEnd;
    mode.c_cc[VLNEXT] = kQuote;
    mode.c_cc[VMIN] = 1;  // for a program that leaves out ICANON alone
    mode.c_cc[VTIME] = 0;
    check_call("tcsetattr", ::tcsetattr(terminal, TCSANOW, &mode));
    const winsize size{24, 80, 0, 0};
    ::ioctl(terminal, TIOCSWINSZ, &size);
}

// As it is typed at a terminal that hands over lines.
std::string as_keys(std::string_view bytes) {
    std::string keys;
    std::size_t in_line = 0;
    for (const char byte : bytes) {
        if (in_line == kPart) {
            keys += kEnd;
            in_line = 0;
        }
        if (byte == kEnd || byte == kQuote) keys += kQuote;
        keys += byte;
        in_line = byte == '\n' ? 0 : in_line + 1;
    }
    return keys;
}

}  // namespace

// Nobody writes to it: where the program does, it is told so, as behind a pipe.
ProgramInput::ProgramInput()
    : master_(open_master()),
      slave_(open_slave(master_, O_RDONLY)),
      watch_(open_slave(master_, O_RDONLY | O_NONBLOCK)) {
    set_mode(watch_.get());
}

bool ProgramInput::hands_over_lines() const {
    termios mode{};
    return ::tcgetattr(watch_.get(), &mode) < 0 || (mode.c_lflag & ICANON) != 0;
}

// The kernel passes it on by a thread of its own. To ask whether something is there waits for that (n_tty),
// and whoever was waiting for it has been woken then.
bool ProgramInput::holds_something() const {
    pollfd one{watch_.get(), POLLIN, 0};
    return ::poll(&one, 1, 0) != 0;
}

void ProgramInput::send() {
    if (unsent_.empty()) return;
    const ssize_t sent = ::write(master_.get(), unsent_.data(), unsent_.size());
    if (sent > 0) unsent_.erase(0, static_cast<std::size_t>(sent));
    holds_something();
}

void ProgramInput::type(const std::string& bytes) {
    if (ended_) return;
    unsent_ += hands_over_lines() ? as_keys(bytes) : bytes;
    send();
}

void ProgramInput::end() {
    if (ended_) return;
    ended_ = true;
    unsent_ += kEnd;
    send();
}

// One that goes round and round at the end of its input shall not be slowed down by us. One that edits lines
// by itself gets each end as a key.
void ProgramInput::go_on() {
    send();
    if (!ended_ || !is_read()) return;
    ends_ = std::min(ends_ * 2, kMostEnds);
    unsent_.assign(hands_over_lines() ? ends_ : 1, kEnd);
    send();
}

}  // namespace sockgrade::run
