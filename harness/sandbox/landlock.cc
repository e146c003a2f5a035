#include "sandbox/landlock.hh"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>

#include "system/fd.hh"

namespace sockgrade::sandbox {

namespace {

using system::Fd;

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
    if (version >= 2) all |= kRefer;
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

bool confine_files_and_signals(const std::vector<std::string>& readable,
                               const std::vector<std::string>& writable) {
    const int version = landlock_version();
    if (version == 0) return false;
    Ruleset rules;
    rules.files = all_rights(version);
    std::size_t size = offsetof(Ruleset, network);
    if (version >= kVersionWithNetwork) size = offsetof(Ruleset, scoped);
    if (version >= kVersionWithScopes) {
        size = sizeof(Ruleset);
        rules.scoped = kScopeAbstractUnixSockets | kScopeSignals;
    }
    const Fd ruleset(static_cast<int>(::syscall(SYS_landlock_create_ruleset, &rules, size, 0U)));
    if (!ruleset.valid()) return false;
    for (const std::string& path : readable) allow(ruleset, path, kRead);
    for (const std::string& path : writable) allow(ruleset, path, rules.files);
    return ::syscall(SYS_landlock_restrict_self, ruleset.get(), 0U) == 0;
}

}  // namespace sockgrade::sandbox
