#include "grading/hand_in.hh"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <deque>
#include <filesystem>
#include <system_error>

#include "base/error.hh"
#include "build/tree.hh"
#include "system/system_error.hh"

namespace sockgrade::grading {

namespace {

namespace fs = std::filesystem;

// Of a folder that is too large: what a student's program can need of it.
constexpr std::uintmax_t kLargestFile = 8 << 20;
constexpr std::uintmax_t kMostBytes = 64 << 20;
constexpr std::size_t kMostFiles = 5000;
constexpr int kDeepest = 4;

struct Part {
    fs::path from;
    fs::path to;
    int depth;
};

// A program in the middle of everything that somebody has: it gets what lies beside it and in folders below,
// nearest first, as far as that is small. Nothing hidden: that is where keys and passwords are.
void copy_what_fits(const Part& top, int deepest, const std::vector<std::string>& command) {
    std::deque<Part> parts{top};
    std::uintmax_t bytes = 0;
    std::size_t files = 0;
    for (; !parts.empty() && files < kMostFiles; parts.pop_front()) {
        const Part part = parts.front();
        std::error_code error;
        for (fs::directory_iterator entry(part.from, error), end; !error && entry != end;
             entry.increment(error)) {
            std::error_code failed;
            const fs::path to = part.to / entry->path().filename();
            const fs::file_type type = entry->symlink_status(failed).type();
            const bool is_program =
                std::find(command.begin(), command.end(), entry->path().string()) != command.end();
            const bool hidden = entry->path().filename().string().starts_with('.');
            if (type == fs::file_type::directory && !hidden && part.depth < deepest &&
                fs::create_directory(to, failed))
                parts.push_back({entry->path(), to, part.depth + 1});
            if (type != fs::file_type::regular || (hidden && !is_program)) continue;
            const std::uintmax_t size = entry->file_size(failed);
            if (!is_program && (failed || size > kLargestFile || bytes + size > kMostBytes)) continue;
            if (!fs::copy_file(entry->path(), to, failed)) continue;
            bytes += size;
            if (++files >= kMostFiles) break;
        }
    }
}

bool copy_all(const fs::path& from, const fs::path& to) {
    try {
        build::copy_tree(from, to);
        return true;
    } catch (const UsageError&) {
        return false;
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
    const bool needs_a_copy = !sandbox::is_of_caller(submission_.identity) && level != sandbox::Level::shared;
    if (!needs_a_copy && submission_.folder != "/") return;
    if (built.files != nullptr) give_tree(built.files->path(), submission_.identity);
    const bool is_built_there =
        built.files != nullptr && (submission_.folder + "/").starts_with(built.files->path() + "/");
    if (!is_built_there) copy_folder(level);
}

void HandIn::copy_folder(sandbox::Level level) {
    // At the top of the file system everything else lies beside a program.
    const bool at_top = submission_.folder == "/";
    const std::string folder = at_top ? "" : submission_.folder;
    copy_.emplace("homework");
    const std::string copy =
        copy_->path() + (at_top ? "/homework" : "/" + fs::path(folder).filename().string());
    if (at_top) {
        fs::create_directory(copy);
        copy_what_fits({"/", copy, 0}, 0, submission_.command);
    } else if (!copy_all(folder, copy)) {
        fs::remove_all(copy);
        fs::create_directory(copy);
        copy_what_fits({folder, copy, 0}, kDeepest, submission_.command);
        notes_.push_back(
            fmt::format("{} is too large for a hand-in: the program sees the small files in it", folder));
    }
    if (level != sandbox::Level::shared) give_tree(copy_->path(), submission_.identity);
    if (sandbox::has_own_world(level) && !at_top) {
        submission_.source = copy;  // and is seen where it was
        return;
    }
    for (std::string& word : submission_.command)
        if (word.starts_with(folder + "/") && fs::exists(copy + word.substr(folder.size())))
            word.replace(0, folder.size(), copy);
    submission_.folder = copy;
}

}  // namespace sockgrade::grading
