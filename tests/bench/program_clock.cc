// What it costs that a program's clock is ours, and what it saves: programs without timers graded in turn
// with and without it, and a program with ten time-outs of a second compared with one that has none.
#include <fmt/format.h>

#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "build/build.hh"
#include "grading/hand_in.hh"
#include "run/program.hh"
#include "sandbox/probe.hh"
#include "system/temporary_folder.hh"
#include "tests/bench/graded_case.hh"

namespace {

using sockgrade::bench::capitals_plan;
using sockgrade::bench::graded;
using sockgrade::bench::kCapitalsServer;
using sockgrade::bench::median;
namespace model = sockgrade::model;
namespace run = sockgrade::run;

constexpr int kRuns = 60;

constexpr std::string_view kPythonServer = R"(
import socket, sys
server = socket.socket()
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(('', int(sys.argv[1])))
server.listen()
while True:
    client, _ = server.accept()
    client.sendall(client.recv(1024).upper())
    client.close()
)";

constexpr std::string_view kWorker = "print(sum(i * i for i in range(1_000_000)))\n";
constexpr std::string_view kClockReader = R"(
import time
for _ in range(100_000): time.monotonic()
)";
constexpr std::string_view kHasTimeouts = R"(
import socket
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(('127.0.0.1', 0))
s.settimeout(1)
for _ in range(10):
    try: s.recvfrom(100)
    except socket.timeout: pass
)";
constexpr std::string_view kHasNone = R"(
import socket
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(('127.0.0.1', 0))
s.settimeout(1)
)";

model::Plan ends_plan() {
    model::Plan plan = capitals_plan();
    plan.role = model::Role::client;
    plan.transport = model::Transport::udp;
    plan.given.arguments.clear();
    plan.steps = {{model::kProgram, model::Exits{0}, 0}};
    return plan;
}

class Graded {
  public:
    Graded(const std::string& name, std::string_view source, model::Plan plan) : plan_(std::move(plan)) {
        const std::string path = folder_.path() + "/" + name;
        std::ofstream(path) << source;
        built_ = sockgrade::build::build(path);
        if (built_.failure.has_value()) std::abort();
        hand_in_.emplace(built_, place_.level);
    }
    double run(bool real_time) {
        plan_.real_time = real_time;
        return graded(plan_, hand_in_->submission(), place_);
    }

  private:
    sockgrade::system::TemporaryFolder folder_;
    model::Plan plan_;
    run::Place place_{sockgrade::sandbox::probe_level(),
                      sockgrade::sandbox::ControlGroups::of_this_process()};
    sockgrade::build::Built built_;
    std::optional<sockgrade::grading::HandIn> hand_in_;
};

void compare(const char* what, Graded&& program) {
    std::vector<double> ours;
    std::vector<double> real;
    for (int i = 0; i < kRuns; ++i) {
        real.push_back(program.run(true));
        ours.push_back(program.run(false));
    }
    fmt::print("{:<34} {:7.2f} ms, with a clock of its own {:7.2f} ms, ratio {:.3f}\n", what, median(real),
               median(ours), median(ours) / median(real));
}

}  // namespace

int main() {
    run::prepare_to_start_programs(sockgrade::sandbox::probe_level());
    compare("C server without timers", Graded("server.c", kCapitalsServer, capitals_plan()));
    compare("Python server without timers", Graded("server.py", kPythonServer, capitals_plan()));
    compare("Python program that only works", Graded("works.py", kWorker, ends_plan()));
    compare("100,000 readings of the clock", Graded("reads.py", kClockReader, ends_plan()));

    Graded with("with.py", kHasTimeouts, ends_plan());
    Graded without("without.py", kHasNone, ends_plan());
    std::vector<double> more;
    for (int i = 0; i < kRuns; ++i) {
        const double least = without.run(false);
        more.push_back(with.run(false) - least);
    }
    fmt::print("ten time-outs of a second take {:.2f} ms\n", median(more));
    return 0;
}
