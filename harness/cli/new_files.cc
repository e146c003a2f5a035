#include "cli/new_files.hh"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <string_view>

#include "base/error.hh"
#include "base/text.hh"
#include "system/fd.hh"

namespace sockgrade::cli {

namespace {

namespace fs = std::filesystem;

void make_folder(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error || !fs::is_directory(folder))
        throw UsageError(fmt::format("can't make the folder {}: {}", quote(folder.string()),
                                     error ? error.message() : "it is a file"));
}

// False where there is one already: a student's work is never written over, and a link is not followed.
bool create(const fs::path& path, const std::string& content) {
    constexpr mode_t kMode = 0666;
    const system::Fd file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kMode));
    if (!file.valid() && errno == EEXIST) return false;
    const auto fail = [&] {
        throw UsageError(fmt::format("can't write {}: {}", quote(path.string()), std::strerror(errno)));
    };
    if (!file.valid()) fail();
    for (std::string_view rest = content; !rest.empty();) {
        const ssize_t size = ::write(file.get(), rest.data(), rest.size());
        if (size < 0) fail();
        rest.remove_prefix(static_cast<std::size_t>(size));
    }
    return true;
}

}  // namespace

std::string lay_out(const std::string& folder, const std::vector<NewFile>& files) {
    make_folder(folder);
    std::size_t widest = 14;
    for (const NewFile& file : files) widest = std::max(widest, file.name.size());
    std::string said;
    for (const NewFile& file : files) {
        const fs::path path = fs::path(folder) / file.name;
        make_folder(path.parent_path());
        said += fmt::format("  {:<{}}  {}\n", file.name, widest,
                            create(path, file.content) ? file.what : "was there and stays as it is");
    }
    return said;
}

}  // namespace sockgrade::cli
