// A folder of /proc whose files are read again and again. They stay open: finding and opening one takes the
// kernel three times as long as reading it.
#pragma once

#include <dirent.h>
#include <sys/types.h>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "system/fd.hh"

namespace sockgrade::observe {

class ProcFolder {
  public:
    ProcFolder() = default;
    explicit ProcFolder(system::Fd folder) : folder_(std::move(folder)) {}

    bool valid() const { return folder_.valid(); }
    int get() const { return folder_.get(); }

    // The first 1,024 bytes of a file as they are now; nothing, and errno, when it can't be read. Paths are
    // relative to the folder.
    std::optional<std::string> read(const std::string& path);
    // The same, of a file that does not stay open.
    std::optional<std::string> read_once(const std::string& path) const;
    // The entries of a folder that are numbers; none when it can't be read.
    std::vector<pid_t> numbers_in(const std::string& path);
    // A descriptor that is the caller's; invalid, and errno, when it can't be opened.
    system::Fd open(const std::string& path, int flags) const;

    // Closes what nobody has read since the last call.
    void close_unused();

  private:
    struct CloseFolder {
        void operator()(DIR* folder) const { ::closedir(folder); }
    };
    template <class Handle>
    struct Open {
        Handle handle;
        std::uint64_t round = 0;  // the one in which it was last read
    };
    using OpenFolder = std::unique_ptr<DIR, CloseFolder>;

    bool has_room() const;
    OpenFolder open_folder(const std::string& path) const;

    system::Fd folder_;
    std::uint64_t round_ = 0;
    std::map<std::string, Open<system::Fd>> files_;
    std::map<std::string, Open<OpenFolder>> folders_;
};

}  // namespace sockgrade::observe
