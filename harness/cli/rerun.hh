// What of a class is graded again.
#pragma once

#include <string>

#include "batch/grade_part.hh"
#include "batch/store.hh"
#include "batch/submissions.hh"

namespace sockgrade::cli {

// Of --rerun: "failed", "inconclusive" or a student, by key, id or name; empty: nothing. UsageError for a
// student of whom nothing is stored.
void mark_for_rerun(batch::Store& store, const std::string& wish);

// Whose program is now another file, since the assignment's patterns have changed. It can be done over: the
// store learns of the new patterns when all that they change is marked.
void mark_other_choices(batch::Store& store, const batch::RunInfo& stored, const batch::Work& work,
                        const batch::Class& all);

}  // namespace sockgrade::cli
