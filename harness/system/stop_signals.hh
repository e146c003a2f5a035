// Ctrl-C and SIGTERM as an event of the loop, for a command that runs until it is told to stop.
#pragma once

#include "system/event_loop.hh"
#include "system/fd.hh"

namespace sockgrade::system {

class StopSignals {
  public:
    // From here on, for good, the signals end nothing: they are blocked (man 2 signalfd).
    explicit StopSignals(EventLoop& loop);
    StopSignals(const StopSignals&) = delete;
    StopSignals& operator=(const StopSignals&) = delete;
    ~StopSignals();

    bool came() const { return came_; }

  private:
    EventLoop& loop_;
    Fd signals_;
    bool came_ = false;
};

}  // namespace sockgrade::system
