// What a program has started, where no pid namespace ends it: processes whose parent has ended fall to the
// next one above that takes them in.
#pragma once

#include <dirent.h>
#include <sys/types.h>

#include <memory>
#include <vector>

#include "system/fd.hh"

namespace sockgrade::sandbox {

class Descendants {
  public:
    // From now on the calling process, which has one thread, takes in the orphans below it. What end() needs
    // is opened now: a program may see to it that nothing can be opened later.
    Descendants();

    // Kills the caller's children until it has none. Those of the killed fall to it, and are next.
    void end();

  private:
    struct Close {
        void operator()(DIR* folder) const { ::closedir(folder); }
    };
    std::vector<pid_t> children();
    bool is_child(pid_t process) const;

    system::Fd children_;  // the kernel's list of them (CONFIG_PROC_CHILDREN); invalid: there is none
    std::unique_ptr<DIR, Close> all_;
};

}  // namespace sockgrade::sandbox
