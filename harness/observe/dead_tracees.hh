// Threads that died while we traced them.
//
// Theory. The end of a traced thread is told to who traces it (man 2 ptrace, "Death under ptrace"), and to
// nobody else before that has been taken: its process stays a zombie, the program's init does not learn that
// the program has ended, and can't end itself where it is process 1 of a pid namespace (man 7
// pid_namespaces). A thread that is killed while it is stopped can't be let go any more, so its end has to be
// taken. That of a process' first thread comes behind those of all others.
#pragma once

#include <sys/types.h>

#include <vector>

namespace sockgrade::observe {

class DeadTracees {
  public:
    // One that can't be stopped or let go.
    void add(pid_t thread);
    // Those that are there by now; waits for nobody.
    void take_ends();

  private:
    std::vector<pid_t> threads_;
};

}  // namespace sockgrade::observe
