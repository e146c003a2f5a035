#include "build/workshop.hh"

#include <fmt/format.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <filesystem>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "base/error.hh"
#include "build/tree.hh"
#include "sandbox/runtime_paths.hh"
#include "system/memory_image.hh"
#include "system/system_error.hh"
#include "system/temporary_place.hh"

namespace sockgrade::build {

namespace {

constexpr std::uint64_t kMostOfAFile = std::uint64_t{256} << 20;
constexpr std::uint64_t kUsualMemory = std::uint64_t{4} << 30;
constexpr std::uint64_t kMostCpuSeconds = 300;

// A JVM takes a 64th of the machine's memory at its start, so that a large machine needs a larger limit.
std::uint64_t most_memory() {
    const auto pages = static_cast<std::uint64_t>(std::max(::sysconf(_SC_PHYS_PAGES), 0L));
    const auto size = static_cast<std::uint64_t>(std::max(::sysconf(_SC_PAGESIZE), 0L));
    return std::max(kUsualMemory, pages / 16 * size);
}

constexpr std::uintmax_t kMostOnDisk = std::uintmax_t{512} << 20;
constexpr std::size_t kMostEntriesOnDisk = 50'000;
constexpr std::uintmax_t kMostUnseen = std::uintmax_t{2} << 30;
// Others build beside this one, one a processor or some more, and what they write must not be what stops it.
std::uintmax_t builds_at_a_time() {
    constexpr std::uintmax_t kUsual = 8;
    return std::max(kUsual, 2 * static_cast<std::uintmax_t>(std::max(::sysconf(_SC_NPROCESSORS_ONLN), 1L)));
}
// No exercise's build needs more; who can't have that has no room to build, whatever the program.
constexpr std::uintmax_t kEnoughOnDisk = std::uintmax_t{64} << 20;

// What a build writes is bounded by looking at it now and then, and not by a file system of a fixed size in
// memory: of memory a machine has less, and a class is built many at a time. What it has deleted and still
// holds open is seen only by what the disk loses; since that could be anybody's doing, it is no finding. Nor
// is anything that a compiler says when there was no room: somebody else may have taken it.
class DiskWatch {
  public:
    explicit DiskWatch(std::string folder)
        : folder_(std::move(folder)),
          free_(free_now()),
          most_(std::clamp(free_ / builds_at_a_time(), kEnoughOnDisk, kMostOnDisk)) {}

    bool is_too_much() const { return disk_is_filling() || is_larger(folder_, most_, kMostEntriesOnDisk); }
    void throw_when_disk_is_full(bool failed) const {
        if (disk_is_filling() || (failed && has_no_room()))
            throw system::SystemError("build in " + folder_, ENOSPC);
    }

  private:
    std::uintmax_t free_now() const {
        std::error_code error;
        const auto space = std::filesystem::space(folder_, error);
        return error ? 0 : space.free;
    }
    bool disk_is_filling() const {
        const std::uintmax_t now = free_now();
        return now < free_ && free_ - now > kMostUnseen;
    }

    bool has_no_room() const {
        constexpr std::uintmax_t kFewEntries = 64;
        struct statvfs now {};
        if (::statvfs(folder_.c_str(), &now) < 0) return false;
        // Some file systems count no entries.
        return now.f_bavail * now.f_frsize < kEnoughOnDisk / 4 ||
               (now.f_files > 0 && now.f_favail < kFewEntries);
    }

    std::string folder_;
    std::uintmax_t free_;
    std::uintmax_t most_;
};

void erase_all(std::string& text, std::string_view unwanted) {
    for (std::size_t at = text.find(unwanted); at != std::string::npos; at = text.find(unwanted, at)) {
        text.erase(at, unwanted.size());
    }
}

}  // namespace

std::string Workshop::find(const Tool& tool, std::string_view purpose) const {
    if (auto file = find(tool.name)) return *file;
    throw UsageError(
        fmt::format("no {} {}: install it (Debian package {})", tool.name, purpose, tool.package));
}

std::optional<std::string> Workshop::find(std::string_view name) const {
    return system::find_program(name, options_.search_path);
}

void require_that_it_may_start(const std::string& file) {
    if (system::may_start(file)) return;
    throw std::runtime_error(fmt::format(
        "what is built can't be started: {} is mounted noexec, and so is everything else that could "
        "be used; name a folder in TMPDIR that is not",
        std::filesystem::path(file).parent_path().string()));
}

const std::string& Workshop::folder() {
    if (!files_) files_ = std::make_shared<const system::TemporaryFolder>("sockgrade-build");
    return files_->path();
}

const std::optional<sandbox::Bubblewrap>& Workshop::sandbox() {
    if (!has_looked_for_sandbox_ && options_.find_sandbox) sandbox_ = options_.find_sandbox();
    has_looked_for_sandbox_ = true;
    return sandbox_;
}

Enclosure& Workshop::enclosure() {
    if (!enclosure_) enclosure_ = std::make_unique<Enclosure>(*sandbox(), folder());
    return *enclosure_;
}

void Workshop::allow(const std::vector<std::string>& paths) {
    allowed_.insert(allowed_.end(), paths.begin(), paths.end());
}

void Workshop::show(const std::string& folder) {
    if (has_sandbox()) enclosure().show(folder);
}

system::CommandOptions Workshop::command(const std::vector<std::string>& argv,
                                         const std::vector<std::string>& more,
                                         const std::string& home) const {
    system::CommandOptions command;
    command.argv = argv;
    command.environment = {"PATH=" + options_.search_path, "LANG=C.UTF-8"};
    if (!home.empty()) command.environment.push_back("HOME=" + home);
    command.environment.insert(command.environment.end(), more.begin(), more.end());
    const auto left =
        std::chrono::ceil<std::chrono::milliseconds>(deadline_ - std::chrono::steady_clock::now());
    command.time_limit = std::max(left, std::chrono::milliseconds(0));
    command.output_limit = options_.output_limit;
    return command;
}

system::CommandResult Workshop::run(const std::vector<std::string>& argv, const std::string& folder,
                                    const std::vector<std::string>& more) {
    const std::string no_room = std::generic_category().message(ENOSPC);
    system::CommandResult result = run_once(argv, folder, more);
    // Who took the room may have been stopped by now. Whoever says so without reason, says it again.
    if (!result.succeeded() && result.output.find(no_room) != std::string::npos)
        result = run_once(argv, folder, more);
    return result;
}

system::CommandResult Workshop::run_once(const std::vector<std::string>& argv, const std::string& folder,
                                         const std::vector<std::string>& more) {
    system::CommandOptions command =
        this->command(argv, more, has_sandbox() ? "/tmp" : sandbox::home_folder());
    command.folder = folder;
    command.environment.push_back("TMPDIR=" + this->folder());
    command.limits = {kMostOfAFile, most_memory(), kMostCpuSeconds};
    const DiskWatch disk(this->folder());
    command.has_gone_too_far = [&disk] { return disk.is_too_much(); };

    system::CommandResult result;
    if (has_sandbox()) {
        enclosure().show(folder);
        for (const std::string& path : std::exchange(allowed_, {})) enclosure().allow(path);
        for (const std::string& path : sandbox::installation_of(argv.front())) {
            if (enclosure().allow(path)) continue;
            throw UsageError(fmt::format(
                "{0}: builds of root's run as a user of their own, who may not read it; try: chmod o+rx {0}",
                path));
        }
        result = enclosure().run(std::move(command));
    } else {
        ran_unprotected_ = true;
        result = system::run_command(command);
    }
    if (const auto* not_started = std::get_if<system::NotStarted>(&result.end)) {
        throw system::SystemError("start " + argv.front(), not_started->error_number);
    }
    // What it did since the last look.
    if (disk.is_too_much()) result.end = system::Stopped{};
    disk.throw_when_disk_is_full(!result.succeeded());
    erase_all(result.output, this->folder() + "/");
    return result;
}

system::CommandResult Workshop::ask(const std::vector<std::string>& argv,
                                    const std::vector<std::string>& more) {
    system::CommandOptions command = this->command(argv, more, sandbox::home_folder());
    command.folder = "/";
    return system::run_command(command);
}

void Workshop::finish(Built& built) const {
    const bool is_made_here =
        files_ && !built.command.empty() && built.command.front().starts_with(files_->path() + "/");
    if (is_made_here && !system::may_start_from_memory()) require_that_it_may_start(built.command.front());
    built.files = files_;
    if (files_) built.readable.push_back(files_->path());
    built.isolated = !ran_unprotected_;
    if (ran_unprotected_) {
        built.notes.emplace_back(
            "what was built could reach all of your files: without bubblewrap there is no sandbox for "
            "compilers (Debian package bubblewrap)");
    }
}

}  // namespace sockgrade::build
