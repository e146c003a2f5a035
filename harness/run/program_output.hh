// What the program writes: a pseudo-terminal for its standard output, as students see it at home (on a pipe,
// most programs show nothing until they end), and a pipe for its standard error. Read all the time, so that
// the program never blocks on it, and kept up to a limit.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "run/recorder.hh"
#include "system/event_loop.hh"
#include "system/fd.hh"

namespace sockgrade::run {

class ProgramOutput {
  public:
    ProgramOutput(system::EventLoop& loop, Recorder& record, std::size_t limit);
    ProgramOutput(const ProgramOutput&) = delete;
    ProgramOutput& operator=(const ProgramOutput&) = delete;
    ~ProgramOutput();

    int terminal() const { return slave_.get(); }       // to be the program's descriptor 1
    int errors() const { return errors_write_.get(); }  // and 2
    void program_has_started();                         // closes our copy of the pipe's end

    const std::string& text() const { return text_; }  // both, in the order of arrival
    bool flooded() const { return text_.size() > limit_; }

    // The kernel hands terminal output over a little later than the program writes it. A fence is a mark that
    // we write behind it: when the mark has come through, so has everything before it.
    void raise_fence();
    bool fence_is_down() const { return fence_.empty(); }

    // At the end, when no mark can be waited for: all that was written before the call. A reader of an empty
    // terminal waits for what is still on its way (n_tty), which nobody who waits for readiness does. Stops
    // at what a terminal can hold, as the program may still be writing.
    void read_what_is_left();
    // The same for both, while it runs.
    void read_what_is_there() { read_errors(); }

  private:
    bool read_terminal();  // false: it was empty
    void read_errors();
    void take(const std::string& bytes, bool from_stderr);

    system::EventLoop& loop_;
    Recorder& record_;
    std::size_t limit_;
    system::Fd master_;
    system::Fd slave_;
    system::Fd fence_writer_;  // an open file of its own: it must not block, the program's may
    system::Fd errors_read_;
    system::Fd errors_write_;
    std::string text_;
    std::string fence_;    // the mark that is under way
    std::string pending_;  // read while a fence is up: may hold the beginning of the mark
};

}  // namespace sockgrade::run
