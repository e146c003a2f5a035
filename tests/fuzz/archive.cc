// An archive: nothing of it is written but plain files, folders and links within, below its folder, and no
// more than allowed.
#include "batch/archive.hh"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "base/error.hh"
#include "system/system_error.hh"
#include "system/temporary_folder.hh"
#include "tests/fuzz/problems.hh"
#include "tests/fuzz/target.hh"

namespace sockgrade::fuzz {

namespace fs = std::filesystem;

namespace {

constexpr batch::ArchiveLimits kLimits{100'000, 50, 50'000, 100};

void require_inside(const fs::path& folder) {
    std::uint64_t bytes = 0;
    std::size_t entries = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        ++entries;
        const fs::file_type type = entry.symlink_status().type();
        require(type == fs::file_type::regular || type == fs::file_type::directory ||
                    type == fs::file_type::symlink,
                "files, folders and links", entry.path().string());
        if (type == fs::file_type::regular) bytes += entry.file_size();
        if (type != fs::file_type::symlink) continue;
        const fs::path target =
            fs::weakly_canonical(entry.path().parent_path() / fs::read_symlink(entry.path()));
        require(target.string().starts_with(folder.string()), "links lead inside", target.string());
    }
    require(bytes <= kLimits.bytes, "no more than is allowed");
    require(entries <= 50 * kLimits.entries, "no more folders than is allowed");
}

}  // namespace

void look_at(std::string_view input) {
    static const system::TemporaryFolder place;
    const fs::path top = fs::canonical(place.path());
    const fs::path folder = top / "unpacked";
    fs::create_directory(folder);
    std::ofstream(top / "archive", std::ios::binary) << input;
    try {
        const batch::Unpacked unpacked = batch::unpack((top / "archive").string(), folder.string(), kLimits);
        require(unpacked.refused.size() <= batch::kMostRefused, "a list of refusals ends");
        for (const batch::Refused& one : unpacked.refused) require_plain(one.reason);
        require_plain(unpacked.refusal());
    } catch (const UsageError& error) {
        require_plain(error.what());
    }
    require_inside(folder);
    fs::remove_all(folder);
    require(std::distance(fs::directory_iterator(top), fs::directory_iterator()) == 1,
            "nothing beside its folder");
}

}  // namespace sockgrade::fuzz
