#include "grading/side_by_side.hh"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <map>
#include <utility>
#include <vector>

#include "system/fd.hh"
#include "system/interruption.hh"
#include "system/system_error.hh"

namespace sockgrade::grading {

using system::check_call;

namespace {

struct Piece {
    system::Fd results;
    pid_t process;
    std::string text;
};

// What is returned goes through the pipe with a mark at its end, so that a process that died half-way is
// noticed.
constexpr char kComplete = '\x04';

[[noreturn]] void work_and_report(const std::function<std::string(std::size_t)>& work, std::size_t index,
                                  int results) {
    ::prctl(PR_SET_PDEATHSIG, SIGTERM, 0, 0, 0);  // it has to clean up as well
    const std::string text = work(index) + kComplete;
    for (std::size_t at = 0; at < text.size();) {
        const ssize_t size = ::write(results, text.data() + at, text.size() - at);
        if (size < 0 && errno != EINTR) break;
        if (size > 0) at += static_cast<std::size_t>(size);
    }
    ::_exit(0);
}

// `others`: whose pipes the new process has as well. It must not: with a reader that reads nothing, what it
// writes after our end would never be refused, and it would wait for ever.
Piece start(const std::function<std::string(std::size_t)>& work, std::size_t index,
            std::map<std::size_t, Piece>& others) {
    std::array<int, 2> pipe{};
    check_call("pipe2", ::pipe2(pipe.data(), O_CLOEXEC));
    Piece piece{system::Fd(pipe[0]), -1, ""};
    const system::Fd write_end(pipe[1]);
    piece.process = check_call("fork", ::fork());
    if (piece.process == 0) {
        piece.results.reset();
        others.clear();
        work_and_report(work, index, write_end.get());
    }
    return piece;
}

// True when the piece is complete.
bool read_more(Piece& piece) {
    std::array<char, 4096> buffer;
    const ssize_t size = ::read(piece.results.get(), buffer.data(), buffer.size());
    if (size > 0) piece.text.append(buffer.data(), static_cast<std::size_t>(size));
    if (size > 0 || (size < 0 && errno == EINTR)) return false;
    while (::waitpid(piece.process, nullptr, 0) < 0 && errno == EINTR) {
    }
    if (!piece.text.empty() && piece.text.back() == kComplete)
        piece.text.pop_back();
    else
        piece.text = "its process ended early";
    return true;
}

}  // namespace

void side_by_side(std::size_t count, std::size_t jobs, const std::function<std::string(std::size_t)>& work,
                  const std::function<void(std::size_t, const std::string&)>& done) {
    std::map<std::size_t, Piece> running;
    for (std::size_t next = 0; next < count || !running.empty();) {
        while (next < count && running.size() < std::max<std::size_t>(jobs, 1)) {
            running.emplace(next, start(work, next, running));
            ++next;
        }
        std::vector<pollfd> waits;
        std::vector<std::size_t> indices;
        for (const auto& [index, piece] : running) {
            waits.push_back({piece.results.get(), POLLIN, 0});
            indices.push_back(index);
        }
        system::poll_or_interrupt(waits);
        for (std::size_t i = 0; i < waits.size(); ++i) {
            if (waits[i].revents == 0 || !read_more(running.at(indices[i]))) continue;
            done(indices[i], running.at(indices[i]).text);
            running.erase(indices[i]);
        }
    }
}

}  // namespace sockgrade::grading
