#include "system/seccomp_program.hh"

#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>

#include "system/fd.hh"
#include "system/system_error.hh"

namespace sockgrade::system {

SeccompProgram::SeccompProgram(std::uint32_t otherwise) : context_(seccomp_init(otherwise)) {
    if (context_ == nullptr) throw SystemError("seccomp_init", ENOMEM);
}

void SeccompProgram::add(std::uint32_t action, int call, const std::vector<scmp_arg_cmp>& arguments) {
    const int result = seccomp_rule_add_array(context_.get(), action, call,
                                              static_cast<unsigned>(arguments.size()), arguments.data());
    if (result < 0 && result != -EDOM) throw SystemError("seccomp rule", -result);
}

std::vector<sock_filter> SeccompProgram::instructions() const {
    const Fd file(check_call("memfd_create", ::memfd_create("filter", MFD_CLOEXEC)));
    const int result = seccomp_export_bpf(context_.get(), file.get());
    if (result < 0) throw SystemError("seccomp_export_bpf", -result);
    const off_t size = ::lseek(file.get(), 0, SEEK_END);
    std::vector<sock_filter> program(static_cast<std::size_t>(size) / sizeof(sock_filter));
    check_call("read(filter)", ::pread(file.get(), program.data(), static_cast<std::size_t>(size), 0));
    return program;
}

}  // namespace sockgrade::system
