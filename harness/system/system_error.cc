#include "system/system_error.hh"

#include <cerrno>
#include <string>

namespace sockgrade::system {

SystemError::SystemError(std::string_view attempt, int error_number)
    : std::system_error(error_number, std::generic_category(), std::string(attempt)) {}

int check_call(std::string_view attempt, int result) {
    if (result < 0) throw SystemError(attempt, errno);
    return result;
}

ssize_t check_call(std::string_view attempt, ssize_t result) {
    if (result < 0) throw SystemError(attempt, errno);
    return result;
}

}  // namespace sockgrade::system
