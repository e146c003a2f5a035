// To be preloaded: below the folder that WITHOUT_LOCKS names, files can't be locked, as on a network file
// system whose server or mount has no locks.
#include <dlfcn.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdarg>
#include <cstring>
#include <string>

namespace {

bool is_there(int descriptor) {
    const char* const folder = ::getenv("WITHOUT_LOCKS");
    if (folder == nullptr) return false;
    std::array<char, 4096> path{};
    const std::string link = "/proc/self/fd/" + std::to_string(descriptor);
    const ssize_t size = ::readlink(link.c_str(), path.data(), path.size() - 1);
    return size > 0 && std::strncmp(path.data(), folder, std::strlen(folder)) == 0;
}

int call(const char* name, int descriptor, int command, void* argument) {
    const bool locks = command == F_SETLK || command == F_SETLKW || command == F_GETLK ||
                       command == F_OFD_SETLK || command == F_OFD_SETLKW || command == F_OFD_GETLK;
    if (locks && is_there(descriptor)) {
        errno = ENOLCK;
        return -1;
    }
    using Function = int (*)(int, int, ...);
    const auto next = reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
    return next(descriptor, command, argument);
}

}  // namespace

extern "C" int fcntl(int descriptor, int command, ...) {
    va_list arguments;
    va_start(arguments, command);
    void* const argument = va_arg(arguments, void*);
    va_end(arguments);
    return call("fcntl", descriptor, command, argument);
}

extern "C" int fcntl64(int descriptor, int command, ...) {
    va_list arguments;
    va_start(arguments, command);
    void* const argument = va_arg(arguments, void*);
    va_end(arguments);
    return call("fcntl64", descriptor, command, argument);
}
