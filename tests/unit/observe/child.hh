// A child of the test that runs a function, and is gone with its owner.
#pragma once

#include <fcntl.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <functional>

#include "system/fd.hh"
#include "system/pidfd.hh"
#include "system/system_error.hh"

namespace sockgrade {

class Child {
  public:
    explicit Child(const std::function<void()>& work) {
        pid_ = system::check_call("fork", ::fork());
        if (pid_ == 0) {
            ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
            work();
            ::_exit(0);
        }
        handle_ = system::open_process(pid_);
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child() {
        system::send_signal(handle_, SIGKILL);
        system::wait_for_end(handle_);
    }
    pid_t pid() const { return pid_; }

  private:
    pid_t pid_ = -1;
    system::Fd handle_;
};

struct Pipe {
    Pipe() {
        std::array<int, 2> ends{};
        system::check_call("pipe2", ::pipe2(ends.data(), O_CLOEXEC));
        read.reset(ends[0]);
        write.reset(ends[1]);
    }
    system::Fd read;
    system::Fd write;
};

}  // namespace sockgrade
