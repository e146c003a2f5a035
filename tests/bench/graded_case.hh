// Cases as benchmarks run them: a server that replies in capitals, and how long it takes to grade a program.
#pragma once

#include <poll.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <vector>

#include "checks/judge.hh"
#include "run/case_process.hh"

namespace sockgrade::bench {

using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

constexpr std::uint16_t kPort = 27183;

// Says on its standard output that it listens, which is all that doing it by hand has to go by.
constexpr const char* kCapitalsServer = R"(
#include <arpa/inet.h>
#include <ctype.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>
int main(int argc, char **argv) {
    int s = socket(AF_INET, SOCK_STREAM, 0), on = 1;
    struct sockaddr_in a = {.sin_family = AF_INET, .sin_port = htons(atoi(argv[1]))};
    char b[1024];
    setsockopt(s, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    bind(s, (struct sockaddr *)&a, sizeof a);
    listen(s, 5);
    write(1, "up\n", 3);
    for (;;) {
        int c = accept(s, 0, 0), n = recv(c, b, sizeof b, 0);
        for (int i = 0; i < n; i++) b[i] = toupper(b[i]);
        send(c, b, n, 0);
        close(c);
    }
}
)";

inline model::Plan capitals_plan() {
    model::Plan plan;
    plan.exercise = "bench";
    plan.case_id = "replies-in-capitals";
    plan.given.address = {"127.0.0.1", kPort};
    plan.given.arguments = {std::to_string(kPort)};
    model::Send send;
    send.coax = true;
    send.messages.emplace_back();
    send.messages.front().bytes = "hello, world of words";
    model::Expect expect;
    expect.what = model::Expect::What::capitals;
    plan.steps = {{"client", model::Connect{}, 0},
                  {"client", send, 0},
                  {"client", expect, 0},
                  {"client", model::Close{}, 0}};
    return plan;
}

// Milliseconds; the program has to pass.
inline double graded(const model::Plan& plan, const run::Submission& submission, const run::Place& place) {
    const auto start = Clock::now();
    run::CaseProcess process(plan, submission, place);
    for (;;) {
        pollfd wait{process.descriptor(), POLLIN, 0};
        ::poll(&wait, 1, -1);
        const auto transcript = process.read_more();
        if (!transcript.has_value()) continue;
        const bool passed = checks::judge(*transcript).verdict == model::Verdict::passed;
        const double took = Milliseconds(Clock::now() - start).count();
        if (!passed) std::abort();
        return took;
    }
}

inline double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

}  // namespace sockgrade::bench
