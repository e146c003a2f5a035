#include "grading/hand_in.hh"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "base/error.hh"
#include "build/tree.hh"
#include "system/system_error.hh"

namespace sockgrade::grading {

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kSmallFile = 1 << 20;
constexpr std::size_t kMostFiles = 1000;

// A program in the middle of everything that somebody has: it gets what lies beside it, as far as that is
// small.
void copy_files_beside(const fs::path& from, const fs::path& to, const std::vector<std::string>& command) {
    std::error_code error;
    std::size_t count = 0;
    for (fs::directory_iterator entry(from, error), end; !error && entry != end && count < kMostFiles;
         entry.increment(error)) {
        std::error_code failed;
        const bool is_program =
            std::find(command.begin(), command.end(), entry->path().string()) != command.end();
        const bool wanted = is_program || (!entry->path().filename().string().starts_with('.') &&
                                           entry->file_size(failed) <= kSmallFile && !failed);
        if (!wanted || entry->symlink_status(failed).type() != fs::file_type::regular) continue;
        if (fs::copy_file(entry->path(), to / entry->path().filename(), failed)) ++count;
    }
}

void give(const fs::path& place, const sandbox::Identity& owner) {
    system::check_call(place.string(),
                       ::fchownat(AT_FDCWD, place.c_str(), owner.uid, owner.gid, AT_SYMLINK_NOFOLLOW));
}

// Owners may do with their own what they like: the program could have made these files itself.
void give_tree(const fs::path& top, const sandbox::Identity& owner) {
    give(top, owner);
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(top)) {
        if (!entry.is_symlink())
            fs::permissions(
                entry.path(),
                entry.is_directory() ? fs::perms::owner_all : fs::perms::owner_read | fs::perms::owner_write,
                fs::perm_options::add);
        give(entry.path(), owner);
    }
}

}  // namespace

HandIn::HandIn(const build::Built& built, sandbox::Level level)
    : submission_{built.command,  built.folder, built.environment,
                  built.readable, "",           sandbox::identity_for_programs()} {
    if (sandbox::is_of_caller(submission_.identity) || level == sandbox::Level::shared) return;
    if (built.files != nullptr) give_tree(built.files->path(), submission_.identity);
    const bool is_built_there =
        built.files != nullptr && (submission_.folder + "/").starts_with(built.files->path() + "/");
    if (!is_built_there) copy_folder(level);
}

void HandIn::copy_folder(sandbox::Level level) {
    const std::string folder = submission_.folder;
    copy_.emplace("sockgrade-hand-in");
    const std::string copy = copy_->path() + "/" + fs::path(folder).filename().string();
    try {
        build::copy_tree(folder, copy);
    } catch (const UsageError&) {
        fs::remove_all(copy);
        fs::create_directory(copy);
        copy_files_beside(folder, copy, submission_.command);
        notes_.push_back(fmt::format(
            "{} is too large to be copied as a whole: the program sees only the small files beside it",
            folder));
    }
    give_tree(copy_->path(), submission_.identity);
    if (sandbox::has_own_world(level)) {
        submission_.source = copy;  // and is seen where it was
        return;
    }
    for (std::string& word : submission_.command)
        if (word.starts_with(folder + "/")) word.replace(0, folder.size(), copy);
    submission_.folder = copy;
}

}  // namespace sockgrade::grading
