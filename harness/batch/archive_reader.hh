// What an archive holds, entry by entry, as libarchive understands it in a process that can do nothing but
// that (sandbox/reader_process.hh): who finds a hole in the library has found nothing else. What comes from
// there is as little to be trusted as the archive is.
#pragma once

#include <cstdint>
#include <string>

#include "sandbox/reader_process.hh"

namespace sockgrade::batch {

struct ArchiveRecord {
    enum class Kind : std::uint32_t { entry, data, end, damage };
    enum class What : std::uint32_t { file, folder, link, second_name, other };
    Kind kind = Kind::damage;
    What what = What::other;
    bool is_encrypted = false;
    bool is_executable = false;
    std::string text;          // the entry's path; the data of the entry before it; what is wrong
    std::string target;        // of a link
    std::uint64_t packed = 0;  // bytes of the archive that were read so far
};

class ArchiveReader {
  public:
    // `bytes`: as much as it may come to, unpacked. Throws SystemError.
    ArchiveReader(int file, std::uint64_t bytes);

    // Nothing comes after `end` and `damage`.
    ArchiveRecord next();

  private:
    ArchiveRecord broken();

    sandbox::ReaderProcess process_;
};

}  // namespace sockgrade::batch
