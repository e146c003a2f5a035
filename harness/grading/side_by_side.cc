#include "grading/side_by_side.hh"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstring>
#include <map>
#include <optional>
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
    std::string text;  // what has been read and is no whole frame yet
    std::optional<std::string> result{};
};

using Work = std::function<std::string(std::size_t, const Tell&)>;

// What goes through the pipe: a letter, how long the text is, the text. Without the result's frame the
// process died half-way.
constexpr char kTold = 'T';
constexpr char kResult = 'R';
constexpr std::size_t kHead = 1 + sizeof(std::uint64_t);

std::string framed(char kind, const std::string& text) {
    const std::uint64_t size = text.size();
    std::string frame(kHead, kind);
    std::memcpy(frame.data() + 1, &size, sizeof size);
    return frame + text;
}

void write_whole(int descriptor, const std::string& text) {
    for (std::size_t at = 0; at < text.size();) {
        const ssize_t size = ::write(descriptor, text.data() + at, text.size() - at);
        if (size < 0 && errno != EINTR) return;
        if (size > 0) at += static_cast<std::size_t>(size);
    }
}

[[noreturn]] void work_and_report(const Work& work, std::size_t index, int results) {
    ::prctl(PR_SET_PDEATHSIG, SIGTERM, 0, 0, 0);  // it has to clean up as well
    const Tell tell = [&](const std::string& text) { write_whole(results, framed(kTold, text)); };
    write_whole(results, framed(kResult, work(index, tell)));
    ::_exit(0);
}

// `others`: whose pipes the new process has as well. It must not: with a reader that reads nothing, what it
// writes after our end would never be refused, and it would wait for ever.
Piece start(const Work& work, std::size_t index, std::map<std::size_t, Piece>& others) {
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

void take_frames(Piece& piece, const Tell& told) {
    while (piece.text.size() >= kHead) {
        std::uint64_t size = 0;
        std::memcpy(&size, piece.text.data() + 1, sizeof size);
        if (piece.text.size() - kHead < size) return;
        const char kind = piece.text.front();
        std::string text = piece.text.substr(kHead, size);
        piece.text.erase(0, kHead + size);
        if (kind == kResult)
            piece.result = std::move(text);
        else
            told(text);
    }
}

// True when the piece is complete.
bool read_more(Piece& piece, const Tell& told) {
    constexpr std::size_t kAtOnce = 65536;
    std::array<char, kAtOnce> buffer;
    const ssize_t size = ::read(piece.results.get(), buffer.data(), buffer.size());
    if (size > 0) {
        piece.text.append(buffer.data(), static_cast<std::size_t>(size));
        take_frames(piece, told);
    }
    if (size > 0 || (size < 0 && errno == EINTR)) return false;
    while (::waitpid(piece.process, nullptr, 0) < 0 && errno == EINTR) {
    }
    return true;
}

}  // namespace

void side_by_side(std::size_t count, const SideBySide& how, const Work& work) {
    std::map<std::size_t, Piece> running;
    for (std::size_t next = 0; next < count || !running.empty();) {
        while (next < count && running.size() < std::max<std::size_t>(how.jobs, 1) &&
               (running.empty() || !how.may_start || how.may_start())) {
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
            const std::size_t index = indices[i];
            Piece& piece = running.at(index);
            const Tell told = [&](const std::string& text) {
                if (how.told) how.told(index, text);
            };
            if (waits[i].revents == 0 || !read_more(piece, told)) continue;
            how.done(index, piece.result.value_or("its process ended early"));
            running.erase(index);
        }
    }
}

}  // namespace sockgrade::grading
