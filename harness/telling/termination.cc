// How a program ended, in words. The names of signals are ours, since strsignal() follows the locale and
// `Segmentation fault` alone tells a beginner less than the two together.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <string_view>
#include <system_error>

#include "base/text.hh"
#include "telling/event.hh"

namespace sockgrade::telling {

using model::Termination;

namespace {

struct Signal {
    int number;
    std::string_view name;
    std::string_view meaning;
};

constexpr std::array kSignals{
    Signal{SIGABRT, "SIGABRT", "it gave up by itself: abort()"},
    Signal{SIGALRM, "SIGALRM", "its alarm clock rang"},
    Signal{SIGBUS, "SIGBUS", "memory that is not there"},
    Signal{SIGFPE, "SIGFPE", "impossible arithmetic, such as a division by zero"},
    Signal{SIGHUP, "SIGHUP", "hang-up"},
    Signal{SIGILL, "SIGILL", "illegal instruction"},
    Signal{SIGINT, "SIGINT", "interrupted"},
    Signal{SIGKILL, "SIGKILL", "killed"},
    Signal{SIGPIPE, "SIGPIPE", "it wrote to a connection that was closed"},
    Signal{SIGQUIT, "SIGQUIT", "quit"},
    Signal{SIGSEGV, "SIGSEGV", "segmentation fault"},
    Signal{SIGSYS, "SIGSYS", "forbidden system call"},
    Signal{SIGTERM, "SIGTERM", "terminated"},
    Signal{SIGTRAP, "SIGTRAP", "trap"},
    Signal{SIGUSR1, "SIGUSR1", "user signal 1"},
    Signal{SIGUSR2, "SIGUSR2", "user signal 2"},
    Signal{SIGXCPU, "SIGXCPU", "too much processor time"},
    Signal{SIGXFSZ, "SIGXFSZ", "a file grew too large"},
};

std::string killed_by(int number) {
    const auto* known =
        std::find_if(kSignals.begin(), kSignals.end(), [&](const Signal& s) { return s.number == number; });
    if (known == kSignals.end()) return fmt::format("the program was killed by signal {}", number);
    return fmt::format("the program was killed by {} ({})", known->name, known->meaning);
}

std::string not_started(const Termination& termination) {
    std::string text = "the program could not be started";
    if (!termination.detail.empty()) text += ": " + escape(termination.detail);
    if (termination.code != 0) text += ": " + std::generic_category().message(termination.code);
    return text;
}

}  // namespace

std::string describe(const Termination& termination) {
    switch (termination.how) {
        case Termination::How::exited:
            return fmt::format("the program ended with exit status {}", termination.code);
        case Termination::How::signaled:
            return killed_by(termination.code) +
                   (termination.detail.empty() ? "" : ": " + escape(termination.detail));
        case Termination::How::stopped:
            return "Sockgrade stopped the program at the end of the case";
        case Termination::How::not_started:
            return not_started(termination);
    }
    return "the program ended";
}

}  // namespace sockgrade::telling
