// Waits for something to happen in a case, for as long as it still can.
//
// Theory. A wait ends because what was awaited is there, because every process of the program is gone,
// because it can be seen that the program can't go on by itself (quiet: two equal looks, see
// program_watch.hh, with nothing of ours under way to it, and nothing of its own to us: what it has sent may
// be in its system still), or, for a program that neither rests nor gets anywhere, because of a backstop,
// which counts from the last step of progress. Before quiet counts, whatever
// helps a program on is tried in turn: output still in the terminal, datagrams that a fault holds back, and
// what the step itself offers (a line of input, a newline, a half-close). Without quiescence (to compare)
// quiet counts only after a long silence: what two looks take for an end has then been given seconds to turn
// out otherwise.
//
// Where nothing happens until some time is over, that time is not waited for: the clock of the program, and
// with it every limit here, goes on to its end (timing/program_clock.hh). For a program that never rests it
// goes on in small steps (restless.hh).
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "model/event.hh"
#include "model/plan.hh"
#include "run/program.hh"
#include "run/restless.hh"
#include "system/event_loop.hh"

namespace sockgrade::run {

struct Awaited {
    std::function<bool()> satisfied;
    std::function<bool()> input = {};  // called when the program waits for input, or is quiet: types a line
    std::function<bool()> help =
        {};  // called when it is quiet: a newline, a half-close. Both: true when done
    std::optional<system::Clock::time_point> until = {};  // by Waits::now(), when `satisfied` asks for that
    std::function<std::size_t()> progress =
        {};  // how much of it is there: with each step the patience is new
    Due due = Due::something;
    bool lasts = false;  // it ends at `until`, also where nothing more can come before
};

struct Waited {
    model::WaitEnd how = model::WaitEnd::satisfied;
    model::Waits waits{};  // what the program was waiting in, where it was looked at
};

// How a story waits.
class Waits {
  public:
    Waits() = default;
    Waits(const Waits&) = delete;
    Waits& operator=(const Waits&) = delete;
    virtual ~Waits() = default;

    virtual Waited wait(const Awaited& awaited) = 0;

    // The clock that the program and its peers go by.
    virtual system::Clock::time_point now() const { return system::Clock::now(); }
    // It waits for somebody to type.
    virtual bool program_reads_input() const { return false; }

    // Real time that waits took so far which ended by a backstop, but for what the program had no processor.
    virtual std::chrono::microseconds in_vain() const { return {}; }

    // While help is asked for: the program does not wait, it has used up the time that it is given, or goes
    // round and round, so that the time was passed over.
    virtual bool program_is_busy() const { return false; }

    // Lets the program finish what it is doing now: until every thread of it is blocked, even if only for a
    // time, or it is gone. So what comes right behind an answer is seen before the case goes on.
    // `output_too`: with what it has printed until then.
    virtual void settle(bool output_too) = 0;
    void settle() { settle(false); }
};

// What the harness has to do with the program beside waiting for it. Without pass_time no clock jumps, and
// nothing but the first is asked.
struct OurPart {
    std::function<bool()> nothing_under_way{};  // all that we sent has reached the program's kernel
    std::function<bool()> is_sending{};         // what the program has sent is on its way to us
    std::function<bool()> is_coming{};          // a connection that the system asks for again by itself
    std::function<std::optional<system::Clock::time_point>()> next_due{};  // of what waits for its time
    std::function<void(std::chrono::nanoseconds)> pass_time{};             // so much is over at once
    std::function<void(const model::event::RealTime&)> stays_real{};       // the clock can't jump, and why
};

// For a program that we started.
class Waiting : public Waits {
  public:
    Waiting(system::EventLoop& loop, Program& program, const model::Plan& plan, OurPart part);

    // A second program, whose acts are waited for like the first one's: it is quiet when neither can go on
    // by itself. Input is offered to the first. Their clocks are equal, and jump together.
    void watch_too(Program& program) { programs_.push_back(&program); }

    Waited wait(const Awaited& awaited) override;
    system::Clock::time_point now() const override { return programs_.front()->clock().now(); }
    bool program_reads_input() const override;
    std::chrono::microseconds in_vain() const override { return in_vain_; }
    bool program_is_busy() const override { return program_is_busy_; }
    using Waits::settle;
    void settle(bool output_too) override;

  private:
    struct Round;  // one wait
    bool pass_fence();
    static bool offer_help(const Awaited& awaited);
    bool may_jump() const;
    std::chrono::nanoseconds ahead() const { return programs_.front()->clock().ahead(); }
    bool is_due() const;
    // When the next thing is due that waits for its time: of the harness's, and the program's too.
    std::optional<system::Clock::time_point> our_next_limit(const Awaited& awaited) const;
    std::optional<system::Clock::time_point> next_limit(const Awaited& awaited) const;
    // Everybody waits, as `look` shows: the clock goes on to the next limit, or to `end_of_patience`. False:
    // it goes on by itself.
    bool jump(const Awaited& awaited, const Looks& look, system::Clock::time_point end_of_patience);
    bool clocks_can_jump() const;
    bool pass_time(std::chrono::microseconds by, const Looks& look);
    std::optional<system::Clock::time_point> next_of_programs() const;
    bool end_overdue_waits();
    // How the wait ended, or nothing as long as it has not.
    std::optional<model::WaitEnd> outcome(const Awaited& awaited);

    void note_progress(Round& round);
    bool is_time_to_look(Round& round);
    void look_again_at(Round& round, bool helped, Looks look);
    std::optional<Waited> look_around(Round& round);
    std::chrono::nanoseconds horizon(const Awaited& awaited) const;
    bool nothing_comes(const Round& round) const;
    // What can be done about how things stand. Empty: nothing; the wait is over.
    std::optional<bool> help_on(Round& round, const Looks& look);
    std::optional<bool> help_who_can_do_nothing(Round& round, const Looks& look);
    bool move_on(Round& round, const Looks& look);

    bool has_ended() const;
    bool is_flooded() const;

    system::EventLoop& loop_;
    std::vector<Program*> programs_;  // one, or the two of a pair
    const model::Plan& plan_;
    OurPart part_;
    Restless restless_;
    bool has_told_ = false;  // that the clock stays real
    bool program_is_busy_ = false;
    std::chrono::microseconds in_vain_{0};
};

}  // namespace sockgrade::run
