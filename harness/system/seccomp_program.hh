// A seccomp filter in the making (libseccomp). Everything that no rule names is allowed, if nothing else is
// said; calls of another architecture end the process.
#pragma once

#include <linux/filter.h>
#include <seccomp.h>

#include <cstdint>
#include <memory>
#include <vector>

namespace sockgrade::system {

class SeccompProgram {
  public:
    explicit SeccompProgram(std::uint32_t otherwise = SCMP_ACT_ALLOW);

    // A call that this architecture does not have is left out. Throws SystemError.
    void add(std::uint32_t action, int call, const std::vector<scmp_arg_cmp>& arguments = {});

    // For seccomp(2).
    std::vector<sock_filter> instructions() const;

  private:
    struct Release {
        void operator()(void* context) const { seccomp_release(context); }
    };
    std::unique_ptr<void, Release> context_;
};

}  // namespace sockgrade::system
