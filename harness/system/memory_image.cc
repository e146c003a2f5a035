#include "system/memory_image.hh"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/sendfile.h>

#include <cerrno>

#include "system/system_error.hh"

namespace sockgrade::system {

namespace {

// Linux 6.3 wants it said whether a file in memory may be started; older ones know no such flag.
Fd make_image() {
    constexpr unsigned kMayBeStarted = 0x10;  // MFD_EXEC
    Fd image(::memfd_create("program", MFD_CLOEXEC | kMayBeStarted));
    if (!image.valid() && errno == EINVAL) image.reset(::memfd_create("program", MFD_CLOEXEC));
    return image;
}

}  // namespace

bool may_start_from_memory() { return make_image().valid(); }

Fd copy_to_memory(const std::string& file) {
    const Fd from(check_call("open " + file, ::open(file.c_str(), O_RDONLY | O_CLOEXEC)));
    Fd image = make_image();
    check_call("memfd_create", image.get());
    constexpr std::size_t kPart = std::size_t{1} << 20;
    while (check_call("copy " + file, ::sendfile(image.get(), from.get(), nullptr, kPart)) > 0) {
    }
    return image;
}

}  // namespace sockgrade::system
