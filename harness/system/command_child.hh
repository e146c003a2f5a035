// The process behind run_command: how it is started, killed and waited for.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

#include "system/command.hh"
#include "system/fd.hh"

namespace sockgrade::system {

// Both ends and /dev/null are above 2, so that putting them onto 0, 1 and 2 in the child overwrites none of
// them.
struct Pipe {
    Fd read_end;
    Fd write_end;
};
Pipe make_pipe();
Fd open_null();

// For execve(2): the texts must live on.
std::vector<char*> pointers(const std::vector<std::string>& texts);

// All that the child needs, made before fork: afterwards only async-signal-safe calls are allowed.
struct Launch {
    std::string file;
    std::vector<char*> argv;
    std::vector<char*> environment;
    const char* folder = nullptr;
    pid_t parent = 0;
    CommandLimits limits;
    bool keeps_a_namespace = false;
    Fd input;
    Pipe output;
    Pipe failure;  // closes when exec succeeds, carries errno when it does not
};

// Killed and waited for at the end, if that was not done before: an exception must not leave a process
// behind.
class Child {
  public:
    explicit Child(const Launch& launch);
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child() { end(); }

    int pidfd() const { return pidfd_.get(); }
    // With all that is in its session's first process group; or process 1 of the namespace that it keeps,
    // after which it ends by itself.
    void kill() const;
    CommandEnd wait();

  private:
    void end() noexcept;

    pid_t pid_ = 0;
    bool keeps_a_namespace_ = false;
    Fd pidfd_;
};

}  // namespace sockgrade::system
