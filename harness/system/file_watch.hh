// Changes of files, as an event of the loop (man 7 inotify).
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "system/event_loop.hh"
#include "system/fd.hh"

namespace sockgrade::system {

// What can be seen of a program's files without reading them: equal while nobody has written, moved or
// removed one. Of a folder, all source files in it, and those without an ending; of a file, the source files
// beside it too. What editors, interpreters and reports put there is none of them.
struct FileState {
    std::int64_t modified_ns = 0;
    std::uint64_t size = 0;
    std::uint64_t inode = 0;  // editors write beside and rename
    friend bool operator==(const FileState&, const FileState&) = default;
};
using FileStates = std::map<std::string, FileState>;
FileStates states_of(const std::vector<std::string>& paths);

// Sees that something happened in the folders where the files are. What it was, states_of() tells.
class FileWatch {
  public:
    FileWatch(EventLoop& loop, const std::vector<std::string>& paths);
    FileWatch(const FileWatch&) = delete;
    FileWatch& operator=(const FileWatch&) = delete;
    ~FileWatch();

    bool woke() const { return woke_; }

  private:
    EventLoop& loop_;
    Fd inotify_;
    bool woke_ = false;
};

}  // namespace sockgrade::system
