// Waits for something to happen in a case, for as long as it still can.
//
// Theory. A wait ends because what was awaited is there, because every process of the program is gone,
// because it can be seen that the program can't go on by itself (quiet: two equal looks, see
// program_watch.hh, with nothing of ours under way to it), or, for a program that neither rests nor gets
// anywhere, because of a backstop, which counts from the last step of progress. Before quiet counts, whatever
// helps a program on is tried in turn: output still in the terminal, datagrams that a fault holds back, and
// what the step itself offers (a line of input, a newline, a half-close). Without quiescence (to compare)
// quiet counts only after a long silence: what two looks take for an end has then been given seconds to turn
// out otherwise.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "model/event.hh"
#include "model/plan.hh"
#include "run/program.hh"
#include "system/event_loop.hh"

namespace sockgrade::run {

struct Awaited {
    std::function<bool()> satisfied;
    std::function<bool()> input = {};  // called when the program waits for input, or is quiet: types a line
    std::function<bool()> help =
        {};  // called when it is quiet: a newline, a half-close. Both: true when done
    std::function<std::size_t()> progress =
        {};  // how much of it is there: with each step the patience is new
};

struct Waited {
    model::WaitEnd how = model::WaitEnd::satisfied;
    model::Blocked blocked;  // what the program was waiting in, where it was looked at
};

// How a story waits.
class Waits {
  public:
    Waits() = default;
    Waits(const Waits&) = delete;
    Waits& operator=(const Waits&) = delete;
    virtual ~Waits() = default;

    virtual Waited wait(const Awaited& awaited) = 0;

    // Lets the program finish what it is doing now: until every thread of it is blocked, even if only for a
    // time, or it is gone. So what comes right behind an answer is seen before the case goes on.
    // `output_too`: with what it has printed until then.
    virtual void settle(bool output_too) = 0;
    void settle() { settle(false); }
};

// For a program that we started.
class Waiting : public Waits {
  public:
    // `nothing_under_way`: all that we sent has reached the program's kernel.
    Waiting(system::EventLoop& loop, Program& program, const model::Plan& plan,
            std::function<bool()> nothing_under_way);

    // A second program, whose acts are waited for like the first one's: it is quiet when neither can go on
    // by itself. Input is offered to the first.
    void watch_too(Program& program) { programs_.push_back(&program); }

    Waited wait(const Awaited& awaited) override;
    using Waits::settle;
    void settle(bool output_too) override;

  private:
    bool pass_fence();
    static bool offer_help(const Awaited& awaited);
    // How the wait ended, or nothing as long as it has not.
    std::optional<model::WaitEnd> outcome(const Awaited& awaited);

    bool has_ended() const;
    bool is_flooded() const;

    system::EventLoop& loop_;
    std::vector<Program*> programs_;  // one, or the two of a pair
    const model::Plan& plan_;
    std::function<bool()> nothing_under_way_;
};

}  // namespace sockgrade::run
