#include "build/tree.hh"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <system_error>

#include "base/error.hh"
#include "build/source_file.hh"
#include "system/fd.hh"
#include "system/system_error.hh"

namespace sockgrade::build {

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kMostBytes = 256ULL * 1024 * 1024;
constexpr std::size_t kMostEntries = 20'000;

[[noreturn]] void cannot_copy(const fs::path& file, const std::error_code& error) {
    throw UsageError(file.string() + ": " + error.message());
}

void copy_entry(const fs::directory_entry& entry, const fs::path& to) {
    std::error_code error;
    if (entry.is_symlink(error)) {
        fs::copy_symlink(entry.path(), to, error);
    } else if (entry.is_directory(error)) {
        // With permissions of its own: a read-only folder could not be built in.
        fs::create_directory(to, error);
    } else if (entry.is_regular_file(error)) {
        fs::copy_file(entry.path(), to, error);
    }
    if (error) cannot_copy(entry.path(), error);
}

}  // namespace

bool is_file_inside(const fs::path& folder, const fs::path& file) {
    std::error_code error;
    const fs::path whole = fs::canonical(file, error);
    if (error || !fs::is_regular_file(whole, error)) return false;
    const fs::path root = fs::canonical(folder, error);
    if (error) return false;
    return std::mismatch(root.begin(), root.end(), whole.begin(), whole.end()).first == root.end();
}

bool is_executable(const fs::path& file) {
    std::error_code error;
    if (!fs::is_regular_file(file, error) || ::access(file.c_str(), X_OK) != 0) return false;
    const std::string name = file.filename().string();
    if (name.ends_with(".so") || name.find(".so.") != std::string::npos) return false;
    const system::Fd fd(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    std::array<char, 4> start{};
    const ssize_t count = ::read(fd.get(), start.data(), start.size());
    if (count < 2) return false;
    const std::string_view text(start.data(), static_cast<std::size_t>(count));
    return is_elf(text) || text.starts_with("#!");
}

std::vector<std::string> executables_below(const fs::path& folder) {
    std::vector<std::string> found;
    std::error_code error;
    const auto skip = fs::directory_options::skip_permission_denied;
    for (fs::recursive_directory_iterator entry(folder, skip, error), end; !error && entry != end;
         entry.increment(error)) {
        if (entry->path().filename().string().starts_with('.')) {
            entry.disable_recursion_pending();
            continue;
        }
        if (is_file_inside(folder, entry->path()) && is_executable(entry->path())) {
            found.push_back(entry->path().lexically_relative(folder).string());
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

void copy_tree(const fs::path& from, const fs::path& to) {
    std::error_code error;
    fs::create_directory(to, error);
    std::size_t entries = 0;
    std::uintmax_t bytes = 0;
    for (fs::recursive_directory_iterator entry(from, error), end; !error && entry != end;
         entry.increment(error)) {
        std::error_code ignored;
        if (entry->symlink_status(ignored).type() == fs::file_type::regular)
            bytes += entry->file_size(ignored);
        if (++entries > kMostEntries || bytes > kMostBytes) {
            throw UsageError(from.string() +
                             ": too large for a submission (more than 20,000 files or 256 MiB)");
        }
        // Version control holds every old version, and no build of a student's program needs it.
        if (entry->path().filename() == ".git") {
            entry.disable_recursion_pending();
            continue;
        }
        copy_entry(*entry, to / entry->path().lexically_relative(from));
    }
    if (error) cannot_copy(from, error);
}

bool is_larger(const fs::path& folder, std::uintmax_t bytes, std::size_t entries) {
    std::error_code error;
    for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
        struct stat status {};
        // It may be gone by now.
        if (::lstat(entry->path().c_str(), &status) < 0) continue;
        // Not its length: a file with holes fills no disk.
        const auto used = static_cast<std::uintmax_t>(status.st_blocks) * 512;
        if (entries == 0 || used > bytes) return true;
        --entries;
        bytes -= used;
    }
    return error && error != std::errc::no_such_file_or_directory;
}

bool is_readable_by_others(const fs::path& folder) {
    constexpr mode_t to_enter = S_IROTH | S_IXOTH;
    struct stat status {};
    if (::stat(folder.c_str(), &status) < 0 || (status.st_mode & to_enter) != to_enter) return false;
    std::error_code error;
    std::size_t entries = 0;
    for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
        if (++entries > kMostEntries || ::lstat(entry->path().c_str(), &status) < 0) return false;
        const mode_t needed = S_ISDIR(status.st_mode) ? to_enter : S_ISREG(status.st_mode) ? S_IROTH : 0;
        if ((status.st_mode & needed) != needed) return false;
    }
    return !error;
}

void give_tree(const fs::path& folder, uid_t user) {
    system::check_call("give " + folder.string() + " to the build", ::lchown(folder.c_str(), user, user));
    std::error_code error;
    for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
        // What cannot be given (a path too long to be named) stays as it is.
        [[maybe_unused]] const int ignored = ::lchown(entry->path().c_str(), user, user);
    }
}

}  // namespace sockgrade::build
