// Unpacks what came from outside. An archive may lie about everything: paths, sizes, kinds of files. So
// nothing of it is written but plain files, folders and links within, below one folder (safe_folder.hh), and
// as much as the limits say.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace sockgrade::batch {

struct ArchiveLimits {
    std::uint64_t bytes;  // of all files, unpacked
    std::size_t entries;
    std::uint64_t ratio_from;   // unpacked bytes from which on the ratio is looked at
    std::uint64_t ratio = 200;  // unpacked bytes for each packed one
};

// A student's. And a class's: those of all.
inline constexpr ArchiveLimits kOfOneStudent{std::uint64_t{128} << 20, 10'000, std::uint64_t{32} << 20};
inline constexpr ArchiveLimits kOfAClass{std::uint64_t{16} << 30, 500'000, std::uint64_t{1} << 30};

struct Refused {
    std::string entry;         // its path as the archive has it; empty: the archive itself
    std::string reason;        // a clause: "its path leads out of the folder"
    bool is_harmless = false;  // a link that leads out, which is left out: what remains may well be graded
};

struct Unpacked {
    std::size_t files = 0;
    std::vector<Refused> refused;  // the first of them, at most kMostRefused

    // Why nothing of it should be graded; empty when something may.
    std::string refusal() const;
};
inline constexpr std::size_t kMostRefused = 50;

// Unpacks zip, tar (packed in any usual way) and 7z into a folder that is there. What the archive does wrong
// is in the result, what the system refuses (a full disk) is a SystemError.
Unpacked unpack(const std::string& archive, const std::string& folder, const ArchiveLimits& limits);

}  // namespace sockgrade::batch
