// What grading adds: a capitals case on a C program, compared with starting that program and doing the same
// exchange by hand. Both are measured in turn in the same run, so that a busy machine slows both.
#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "build/build.hh"
#include "grading/hand_in.hh"
#include "sandbox/probe.hh"
#include "system/temporary_folder.hh"
#include "tests/bench/graded_case.hh"

namespace {

using sockgrade::bench::capitals_plan;
using sockgrade::bench::Clock;
using sockgrade::bench::graded;
using sockgrade::bench::kCapitalsServer;
using sockgrade::bench::kPort;
using sockgrade::bench::median;
using sockgrade::bench::Milliseconds;
namespace model = sockgrade::model;

double by_hand(const std::string& program) {
    const auto start = Clock::now();
    std::array<int, 2> pipe{};
    if (::pipe2(pipe.data(), 0) != 0) std::abort();
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, pipe[1], 1);
    std::string port = std::to_string(kPort);
    std::string path = program;
    std::array<char*, 3> arguments{path.data(), port.data(), nullptr};
    pid_t child = -1;
    if (::posix_spawn(&child, path.c_str(), &actions, nullptr, arguments.data(), environ) != 0) std::abort();
    std::array<char, 64> buffer{};
    if (::read(pipe[0], buffer.data(), buffer.size()) <= 0) std::abort();
    const int client = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(kPort);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(client, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) != 0) std::abort();
    const std::string message = "hello, world of words";
    if (::send(client, message.data(), message.size(), 0) < 0) std::abort();
    if (::recv(client, buffer.data(), buffer.size(), 0) <= 0) std::abort();
    ::close(client);
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    const double took = Milliseconds(Clock::now() - start).count();
    ::close(pipe[0]);
    ::close(pipe[1]);
    ::posix_spawn_file_actions_destroy(&actions);
    return took;
}

}  // namespace

int main() {
    const sockgrade::system::TemporaryFolder folder;
    const std::string source = folder.path() + "/server.c";
    std::ofstream(source) << kCapitalsServer;
    const sockgrade::build::Built built = sockgrade::build::build(source);
    if (built.failure.has_value()) return 1;
    const sockgrade::run::Place place{sockgrade::sandbox::probe_level(),
                                      sockgrade::sandbox::ControlGroups::of_this_process()};
    const sockgrade::grading::HandIn hand_in(built, place.level);
    const model::Plan plan = capitals_plan();

    constexpr int kRuns = 200;
    std::vector<double> with;
    std::vector<double> without;
    for (int i = 0; i < kRuns; ++i) {
        without.push_back(by_hand(built.command.front()));
        with.push_back(graded(plan, hand_in.submission(), place));
    }
    fmt::print(
        "capitals case, C program, {} runs, medians: by hand {:.2f} ms, graded {:.2f} ms (isolation {})\n",
        kRuns, median(without), median(with), sockgrade::sandbox::to_string(place.level));
    fmt::print("added {:.2f} ms, ratio {:.1f}\n", median(with) - median(without),
               median(with) / median(without));
    return 0;
}
