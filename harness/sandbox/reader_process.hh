// A child for libraries that read what came from outside, and may be misled by it: it reads the file that it
// is handed, computes, writes into a pipe, and can do nothing else. It opens no file and no socket, starts
// nothing and signals nobody (seccomp, where the machine has it); its memory and its time have limits.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "system/fd.hh"

namespace sockgrade::sandbox {

struct ReaderLimits {
    std::uint64_t memory;       // bytes, beside what it has of ours
    std::uint64_t cpu_seconds;  // it can't wait for anything but for us, so that this is all its time
};

class ReaderProcess {
  public:
    // What the child does, with nothing open but these two. `prepare` comes before it is confined.
    using Work = std::function<void(int input, int output)>;

    // Forks; the calling process must have one thread. Throws SystemError.
    ReaderProcess(int input, const ReaderLimits& limits, const std::function<void()>& prepare,
                  const Work& work);
    ReaderProcess(const ReaderProcess&) = delete;
    ReaderProcess& operator=(const ReaderProcess&) = delete;
    ~ReaderProcess();  // ends it

    // All of it: false when its output has ended before. Throws SystemError.
    bool read(void* to, std::size_t size);

    // When its output has ended: how it came to its end, if not by itself. A clause.
    std::optional<std::string> complaint();

  private:
    pid_t process_ = -1;
    system::Fd output_;
};

}  // namespace sockgrade::sandbox
