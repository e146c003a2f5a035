// Until when each thread of a program waits, by the program's clock.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "observe/program_watch.hh"
#include "system/event_loop.hh"

namespace sockgrade::timing {

// A wait is one as long as the thread is in the same call and has not run. What counts from its beginning
// counts from the look that first saw it: a moment late, never early, as the kernel's own time limits.
class WaitBook {
  public:
    using Moment = system::Clock::time_point;

    // `now`: by the program's clock.
    void update(const observe::Look& look, Moment now);

    // Of the waits of the last look: the earliest end. Nothing: nobody has a limit.
    std::optional<Moment> next() const;
    // Some thread waits for a time that is not known, or in a call that nobody but the kernel can end.
    bool has_unknown() const { return has_unknown_; }
    // Those that end at this moment, or before it, the earliest first.
    std::vector<observe::ThreadLook> due(Moment moment) const;

  private:
    struct Wait {
        observe::ThreadLook thread;
        Moment began;
        std::optional<Moment> ends;
    };
    std::map<std::pair<pid_t, pid_t>, Wait> waits_;
    bool has_unknown_ = false;
};

}  // namespace sockgrade::timing
