// Results that are written at one place and kept at another.
//
// Theory. Each result is a commit of a database: many small writes that wait for the disk, and locks. A
// network file system is slow at the first and may not have the second. So a job on a cluster writes on a
// disk of its own, and what is kept gets a copy of everything, in one piece: each file is written beside the
// old one and put in its place. Whoever reads there sees the results of some moment, never half of them. What
// is lost with a machine that dies is what came since the last copy; it is graded again.
#pragma once

#include <optional>
#include <string>

#include "batch/results_folder.hh"
#include "system/temporary_folder.hh"

namespace sockgrade::batch {

class WorkingCopy {
  public:
    enum class Place {
        scratch,  // where temporary files are, with what is kept already
        beside,   // in a folder within, empty: for results that appear when they are complete
    };
    // Holds `kept` as a Store would (ResultsFolder), and throws the same.
    WorkingCopy(const std::string& kept, bool resume, Place place);
    WorkingCopy(const WorkingCopy&) = delete;
    WorkingCopy& operator=(const WorkingCopy&) = delete;
    ~WorkingCopy();

    // To be opened with Store::open(folder(), true).
    const std::string& folder() const { return folder_; }
    // Nobody may be in the middle of writing to the copy. When it can't be done, the copy stays, and the
    // SystemError says where.
    void copy_back();
    // False: somebody has to see to it that nobody else writes there.
    bool is_locked() const { return held_.is_locked(); }

  private:
    void take_what_is_there();
    void put_in_place(const std::string& name) const;

    ResultsFolder held_;
    std::optional<system::TemporaryFolder> own_;
    std::string folder_;
};

}  // namespace sockgrade::batch
