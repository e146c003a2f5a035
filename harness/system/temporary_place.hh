// Where what lasts as long as a command is put: temporary_folder.hh makes its folders there.
//
// /tmp may be read-only, full, or mounted so that no program in it may be started, as hardened machines have
// it. None of this is the fault of a student's program that is built there. So each place is tried out with a
// real file, written and started, before anything is graded.
#pragma once

#include <string>
#include <vector>

namespace sockgrade::system {

struct TemporaryPlace {
    std::string folder;
    bool can_write = false;
    bool can_start = false;  // programs that lie there
    std::string complaint;   // what is wrong with it; empty: nothing
};

TemporaryPlace try_place(const std::string& folder);

// $TMPDIR, and what systems have beside it, the most usual first.
std::vector<std::string> usual_places();

struct ChosenPlace {
    TemporaryPlace place;                   // the first that can do all; else the first that can be written
    std::vector<TemporaryPlace> passed_by;  // those before it, each with its complaint
};
ChosenPlace choose_place(const std::vector<std::string>& folders);

// "/tmp (Permission denied) and /var/tmp (it has no room left)"
std::string complaints_of(const std::vector<TemporaryPlace>& places);

// Tells this process, by $TMPDIR, to use it. Before there are threads.
void use(const TemporaryPlace& place);

// The same with the place that it chooses. Where nothing can be written it throws a
// runtime_error that says what to do.
ChosenPlace use_temporary_place();

// Whether a file may be started that is there, as far as its place goes.
bool may_start(const std::string& file);

}  // namespace sockgrade::system
