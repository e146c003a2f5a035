// The same files inside the program, for a copy of it that came alone: a tar.xz that the linker put there.
//
// Everything else reads files by their paths, so they are unpacked once for each user, and used again by
// whatever has the same data.
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <vector>

namespace sockgrade::shipped {

// Empty in a program that was built without (SOCKGRADE_STATIC).
std::span<const std::byte> packed_data();

// Where they may be unpacked, the best first: $XDG_CACHE_HOME/sockgrade or ~/.cache/sockgrade (XDG Base
// Directory Specification), and a folder of this user's in each place for temporary files.
std::vector<std::filesystem::path> cache_folders();

// The folder in the first of `caches` that can be used, with what `packed` holds. It is called after its
// content, and moved there as a whole, so a folder that is there is complete. What others could have written
// is not used. Throws a runtime_error that says what is wrong with the last of `caches`.
std::filesystem::path unpacked(std::span<const std::byte> packed,
                               std::span<const std::filesystem::path> caches);

// Writes the files of an archive, a tar.xz, to a folder that exists. Throws a runtime_error that says why
// not.
void unpack(std::span<const std::byte> packed, const std::filesystem::path& folder);

}  // namespace sockgrade::shipped
