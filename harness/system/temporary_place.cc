#include "system/temporary_place.hh"

#include <fcntl.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <stdexcept>
#include <system_error>
#include <variant>

#include "system/command.hh"
#include "system/fd.hh"

namespace sockgrade::system {

namespace {

// Less than what a compiler and a student's files take is none.
constexpr std::uint64_t kLeastRoom = std::uint64_t{32} << 20;

std::string message_of(int error) { return std::generic_category().message(error); }

bool has_room(const std::string& folder) {
    struct statvfs space {};
    if (::statvfs(folder.c_str(), &space) < 0) return true;
    const bool has_nodes = space.f_files == 0 || space.f_favail > 0;
    return has_nodes && std::uint64_t{space.f_bavail} * space.f_frsize >= kLeastRoom;
}

// 0, or the error.
int write_script(const std::string& file) {
    const Fd fd(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0700));
    if (!fd.valid()) return errno;
    constexpr std::string_view kScript = "#!/bin/sh\nexit 0\n";
    return ::write(fd.get(), kScript.data(), kScript.size()) < 0 ? errno : 0;
}

TemporaryPlace try_files(const std::string& folder, const std::string& own) {
    const std::string script = own + "/program";
    if (const int error = write_script(script); error != 0) return {folder, false, false, message_of(error)};
    CommandOptions command;
    command.argv = {script};
    const CommandResult result = run_command(command);
    ::unlink(script.c_str());
    if (const auto* refused = std::get_if<NotStarted>(&result.end))
        return {folder, true, false,
                fmt::format("no program in it may be started: {}", message_of(refused->error_number))};
    if (!has_room(folder)) return {folder, false, true, "it has no room left"};
    return {folder, true, true, ""};
}

void add(std::vector<std::string>& folders, const std::string& folder) {
    const bool is_new = std::find(folders.begin(), folders.end(), folder) == folders.end();
    if (folder.starts_with('/') && is_new) folders.push_back(folder);
}

std::string variable(const char* name) {
    const char* const value = ::getenv(name);
    return value == nullptr ? "" : value;
}

}  // namespace

TemporaryPlace try_place(const std::string& folder) {
    std::string own = folder + "/sockgrade-try-XXXXXX";
    if (::mkdtemp(own.data()) == nullptr) return {folder, false, false, message_of(errno)};
    TemporaryPlace place = try_files(folder, own);
    ::rmdir(own.c_str());
    return place;
}

std::vector<std::string> usual_places() {
    std::vector<std::string> folders;
    std::string wished = variable("TMPDIR");
    while (wished.size() > 1 && wished.ends_with('/')) wished.pop_back();
    add(folders, wished);
    for (const char* folder : {"/tmp", "/var/tmp", "/dev/shm"}) add(folders, folder);
    // Root's programs run as somebody who gets into none of root's own folders.
    if (::geteuid() == 0) {
        add(folders, "/run");
    } else {
        add(folders, variable("XDG_RUNTIME_DIR"));
        if (const std::string home = variable("HOME"); !home.empty()) add(folders, home + "/.cache");
    }
    return folders;
}

ChosenPlace choose_place(const std::vector<std::string>& folders) {
    std::vector<TemporaryPlace> tried;
    for (const std::string& folder : folders) {
        tried.push_back(try_place(folder));
        if (!tried.back().complaint.empty()) continue;
        TemporaryPlace place = std::move(tried.back());
        tried.pop_back();
        return {std::move(place), std::move(tried)};
    }
    const auto writable =
        std::find_if(tried.begin(), tried.end(), [](const TemporaryPlace& one) { return one.can_write; });
    return {writable == tried.end() ? TemporaryPlace{} : *writable, tried};
}

std::string complaints_of(const std::vector<TemporaryPlace>& places) {
    std::vector<std::string> all;
    for (const TemporaryPlace& one : places) all.push_back(fmt::format("{} ({})", one.folder, one.complaint));
    return fmt::format("{}", fmt::join(all, ", "));
}

void use(const TemporaryPlace& place) { ::setenv("TMPDIR", place.folder.c_str(), 1); }

ChosenPlace use_temporary_place() {
    ChosenPlace chosen = choose_place(usual_places());
    if (!chosen.place.can_write)
        throw std::runtime_error(fmt::format(
            "there is no folder for temporary files: {}; name one in TMPDIR that has room, and in "
            "which programs may be started",
            complaints_of(chosen.passed_by)));
    use(chosen.place);
    return chosen;
}

bool may_start(const std::string& file) {
    struct statvfs place {};
    return ::statvfs(file.c_str(), &place) < 0 || (place.f_flag & ST_NOEXEC) == 0;
}

}  // namespace sockgrade::system
