// Waits, a moment at a time, for what somebody else does at once when it gets a processor.
#pragma once

#include "system/event_loop.hh"

namespace sockgrade::system {

// Theory. Who only yields (sched_yield) keeps its processor where each session has a share of its own
// (autogroups, man 7 sched): the one that is waited for may then not get it for seconds, though it needs
// microseconds. So the first moments are yields, and those behind them leave the processor.
class BriefWait {
  public:
    void a_moment() const;

  private:
    Clock::time_point began_ = Clock::now();
};

}  // namespace sockgrade::system
