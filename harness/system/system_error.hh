// What the system refused us. Never a student's mistake: whoever catches it makes the case inconclusive.
#pragma once

#include <sys/types.h>

#include <string_view>
#include <system_error>

namespace sockgrade::system {

// what() names the attempt and the reason: "bind 127.0.0.1:12000: Address already in use".
class SystemError : public std::system_error {
  public:
    SystemError(std::string_view attempt, int error_number);
    int error_number() const { return code().value(); }
};

// The result of a system call that reports failure as described in errno(3): below 0, with the reason in
// errno. Such a result throws a SystemError, every other is returned as it is.
int check_call(std::string_view attempt, int result);
ssize_t check_call(std::string_view attempt, ssize_t result);

}  // namespace sockgrade::system
