#pragma once

#include <algorithm>
#include <chrono>
#include <tuple>
#include <vector>

#include "run/program.hh"

namespace sockgrade::run {

// Looks at all programs that have not ended.
class Looks {
  public:
    explicit Looks(const std::vector<Program*>& programs) {
        for (Program* program : programs)
            if (!program->ended() || programs.size() == 1) each_.push_back({program, program->look()});
    }
    bool nobody_runs() const {
        return all([](const One& one) { return one.look.nobody_runs(); });
    }
    bool nothing_can_happen(std::chrono::nanoseconds horizon) const {
        return all(
            [&](const One& one) { return one.look.nothing_can_happen(horizon, one.program->timers()); });
    }
    // Threads of the program that are known by the same numbers as long as they live.
    using Thread = std::tuple<const Program*, pid_t, pid_t>;
    template <class Take>
    void for_each_thread(Take take) const {
        for (const One& one : each_)
            for (const observe::ThreadLook& thread : one.look.threads)
                take(Thread{one.program, thread.process, thread.thread}, thread);
    }
    bool wants_processor() const {
        return !all([](const One& one) { return !one.look.wants_processor(); });
    }
    std::uint64_t tree_time() const {
        std::uint64_t sum = 0;
        for (const One& one : each_) sum += one.look.tree_time;
        return sum;
    }
    // The first program, to which input is offered.
    bool reads_input(const Program* first) const {
        return std::any_of(each_.begin(), each_.end(),
                           [&](const One& one) { return one.program == first && one.look.reads_input(); });
    }
    // Of this program; of one that has ended there is none.
    observe::Look of(const Program* program) const {
        for (const One& one : each_)
            if (one.program == program) return one.look;
        return {};
    }
    bool has_go_tick() const {
        return std::any_of(each_.begin(), each_.end(), [](const One& one) { return one.look.has_go_tick(); });
    }
    model::Waits waits_of(const Program* program) const {
        for (const One& one : each_)
            if (one.program == program) return one.program->waits(one.look);
        return {};
    }
    friend bool operator==(const Looks& a, const Looks& b) {
        return std::equal(
            a.each_.begin(), a.each_.end(), b.each_.begin(), b.each_.end(),
            [](const One& x, const One& y) { return x.program == y.program && x.look == y.look; });
    }

  private:
    struct One {
        Program* program;
        observe::Look look;
    };
    template <typename Is>
    bool all(Is is) const {
        return !each_.empty() && std::all_of(each_.begin(), each_.end(), is);
    }
    std::vector<One> each_;
};

}  // namespace sockgrade::run
