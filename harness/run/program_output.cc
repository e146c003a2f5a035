#include "run/program_output.hh"

#include <fcntl.h>
#include <sys/epoll.h>
#include <sys/ioctl.h>
#include <sys/random.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

#include "run/terminal.hh"
#include "system/system_error.hh"

namespace sockgrade::run {

using system::check_call;

namespace {

constexpr std::size_t kMarkLength = 16;
constexpr std::size_t kTerminalHolds = std::size_t{128}
                                       << 10;  // 64 KiB on their way, and what was handed over

void make_non_blocking(int descriptor) {
    const int flags = check_call("fcntl(F_GETFL)", ::fcntl(descriptor, F_GETFL));
    check_call("fcntl(F_SETFL)", ::fcntl(descriptor, F_SETFL, flags | O_NONBLOCK));
}

}  // namespace

ProgramOutput::ProgramOutput(system::EventLoop& loop, Recorder& record, std::size_t limit)
    : loop_(loop),
      record_(record),
      limit_(limit),
      master_(open_master()),
      slave_(open_slave(master_, O_RDWR)),
      fence_writer_(open_slave(master_, O_RDWR | O_NONBLOCK)) {
    termios mode{};
    check_call("tcgetattr", ::tcgetattr(slave_.get(), &mode));
    ::cfmakeraw(&mode);  // bytes stay as they are
    check_call("tcsetattr", ::tcsetattr(slave_.get(), TCSANOW, &mode));
    const winsize size{24, 80, 0, 0};
    ::ioctl(slave_.get(), TIOCSWINSZ, &size);

    std::array<int, 2> pipe{};
    check_call("pipe2", ::pipe2(pipe.data(), O_CLOEXEC));
    errors_read_.reset(pipe[0]);
    errors_write_.reset(pipe[1]);
    make_non_blocking(errors_read_.get());
    loop_.watch(master_.get(), EPOLLIN, [this](std::uint32_t) { read_terminal(); });
    loop_.watch(errors_read_.get(), EPOLLIN, [this](std::uint32_t) { read_errors(); });
}

ProgramOutput::~ProgramOutput() {
    loop_.forget(master_.get());
    if (errors_read_.valid()) loop_.forget(errors_read_.get());
}

void ProgramOutput::program_has_started() { errors_write_.reset(); }

void ProgramOutput::take(const std::string& bytes, bool from_stderr) {
    if (bytes.empty() || flooded()) return;
    text_ += bytes;
    record_(model::event::Printed{from_stderr, bytes});
}

void ProgramOutput::read_what_is_left() {
    const std::size_t enough = text_.size() + kTerminalHolds;
    while (text_.size() < enough && !flooded() && read_terminal()) {
    }
}

bool ProgramOutput::read_terminal() {
    std::array<char, 65536> buffer;
    const ssize_t size = ::read(master_.get(), buffer.data(), buffer.size());
    if (size <= 0) return false;
    pending_.append(buffer.data(), static_cast<std::size_t>(size));
    if (fence_.empty()) {
        take(std::exchange(pending_, {}), false);
        return true;
    }
    const std::size_t mark = pending_.find(fence_);
    if (mark != std::string::npos) {
        pending_.erase(mark, fence_.size());
        fence_.clear();
        take(std::exchange(pending_, {}), false);
    } else if (pending_.size() >= kMarkLength) {
        const std::size_t safe = pending_.size() - (kMarkLength - 1);
        take(pending_.substr(0, safe), false);
        pending_.erase(0, safe);
    }
    return true;
}

// A terminal hands over late, a pipe does not: what was printed before an error, or before a prompt that goes
// there (input() in Python), stands before it.
void ProgramOutput::read_errors() {
    read_what_is_left();
    if (!errors_read_.valid()) return;
    std::array<char, 65536> buffer;
    const ssize_t size = ::read(errors_read_.get(), buffer.data(), buffer.size());
    if (size > 0) {
        take(std::string(buffer.data(), static_cast<std::size_t>(size)), true);
    } else if (size == 0) {
        loop_.forget(errors_read_.get());
        errors_read_.reset();
    }
}

void ProgramOutput::raise_fence() {
    if (!fence_.empty()) return;
    std::array<char, kMarkLength> mark{};
    if (::getrandom(mark.data(), mark.size(), 0) != static_cast<ssize_t>(mark.size())) return;
    // When the terminal is full the program waits for us, and there is no use for a fence.
    if (::write(fence_writer_.get(), mark.data(), mark.size()) == static_cast<ssize_t>(mark.size()))
        fence_.assign(mark.data(), mark.size());
}

}  // namespace sockgrade::run
