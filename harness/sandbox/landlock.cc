#include "sandbox/landlock.hh"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <utility>

#include "system/fd.hh"

namespace sockgrade::sandbox {

namespace {

using system::Fd;

constexpr int kVersionWithRefer = 2;
constexpr int kVersionWithNetwork = 4;  // which adds a field before `scoped`
constexpr int kVersionWithScopes = 6;
constexpr std::uint64_t kScopeAbstractUnixSockets = 1U << 0;  // Linux 6.12; our headers are older
constexpr std::uint64_t kScopeSignals = 1U << 1;

struct Ruleset {
    std::uint64_t files = 0;
    std::uint64_t network = 0;
    std::uint64_t scoped = 0;
};

constexpr std::uint64_t kRead =
    LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
constexpr std::uint64_t kAllOfVersion1 = (std::uint64_t{LANDLOCK_ACCESS_FS_MAKE_SYM} << 1) - 1;
constexpr std::uint64_t kRefer = 1U << 13;
constexpr std::uint64_t kTruncate = 1U << 14;
constexpr std::uint64_t kForFiles =
    LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE | kTruncate;

std::uint64_t all_rights(int version) {
    std::uint64_t all = kAllOfVersion1;
    if (version >= kVersionWithRefer) all |= kRefer;
    if (version >= 3) all |= kTruncate;
    return all;
}

void allow(const Fd& ruleset, const std::string& path, std::uint64_t rights) {
    const Fd place(::open(path.c_str(), O_PATH | O_CLOEXEC));
    struct stat status {};
    if (!place.valid() || ::fstat(place.get(), &status) < 0) return;
    landlock_path_beneath_attr rule{};
    rule.allowed_access = S_ISDIR(status.st_mode) ? rights : rights & kForFiles;
    rule.parent_fd = place.get();
    ::syscall(SYS_landlock_add_rule, ruleset.get(), LANDLOCK_RULE_PATH_BENEATH, &rule, 0U);
}

}  // namespace

int landlock_version() {
    const long version =
        ::syscall(SYS_landlock_create_ruleset, nullptr, std::size_t{0}, LANDLOCK_CREATE_RULESET_VERSION);
    return version < 0 ? 0 : static_cast<int>(version);
}

namespace {

struct Handled {
    std::uint64_t files;
    std::vector<std::pair<std::string, std::uint64_t>> allowed;
};

bool confine(const Handled& handled) {
    const int version = landlock_version();
    if (version == 0) return false;
    Ruleset rules;
    rules.files = handled.files;
    std::size_t size = offsetof(Ruleset, network);
    if (version >= kVersionWithNetwork) size = offsetof(Ruleset, scoped);
    if (version >= kVersionWithScopes) {
        size = sizeof(Ruleset);
        rules.scoped = kScopeAbstractUnixSockets | kScopeSignals;
    }
    const Fd ruleset(static_cast<int>(::syscall(SYS_landlock_create_ruleset, &rules, size, 0U)));
    if (!ruleset.valid()) return false;
    for (const auto& [path, rights] : handled.allowed) allow(ruleset, path, rights);
    return ::syscall(SYS_landlock_restrict_self, ruleset.get(), 0U) == 0;
}

}  // namespace

bool confine_files_and_signals(const std::vector<std::string>& readable,
                               const std::vector<std::string>& writable) {
    Handled handled{all_rights(landlock_version()), {}};
    for (const std::string& path : readable) handled.allowed.emplace_back(path, kRead);
    for (const std::string& path : writable) handled.allowed.emplace_back(path, handled.files);
    return confine(handled);
}

bool confine_to_own_processes() {
    // Rules have to be about something. Moving files between folders is refused where no rule allows it.
    std::uint64_t any = LANDLOCK_ACCESS_FS_MAKE_BLOCK;
    if (landlock_version() >= kVersionWithRefer) any |= kRefer;
    return confine({any, {{"/", any}}});
}

}  // namespace sockgrade::sandbox
