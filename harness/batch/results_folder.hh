// The folder that results are written to: by one process at a time.
#pragma once

#include <string>

#include "system/fd.hh"

namespace sockgrade::batch {

// Some network file systems have no locks. Where nothing but finished files is put, one can do without.
enum class Locks { required, if_there_are_any };

// Held for as long as this lives; the system lets go of it however the process ends.
class ResultsFolder {
  public:
    // A folder that is new or empty is begun; one with results is opened when `resume`. UsageError when there
    // are results and it is not, when another process writes them, when the folder is something else's, and
    // when locks are required where the file system has none.
    ResultsFolder(const std::string& path, bool resume, Locks locks = Locks::required);

    const std::string& path() const { return path_; }
    bool is_locked() const { return is_locked_; }

    // From here on it holds results: when they are gone, something has been lost.
    void mark();

  private:
    void lock(Locks locks);

    std::string path_;
    system::Fd lock_;
    bool is_locked_ = false;
};

// Whether a process is writing to it at this moment, as far as locks can say.
bool is_being_written(const std::string& folder);

inline constexpr const char* kDatabaseName = "results.db";

}  // namespace sockgrade::batch
