#include "cli/class_parts.hh"

#include <fmt/format.h>

#include "base/error.hh"
#include "batch/class_run.hh"

namespace sockgrade::cli {

batch::PartState state_of(batch::Store& store) {
    const auto info = store.run_info();
    if (!info) throw UsageError(fmt::format("'{}' has no results in it yet", store.folder()));
    batch::PartState state;
    state.folder = store.folder();
    state.shard = info->shard;
    state.class_size = info->class_size;
    state.class_fingerprint = info->class_fingerprint;
    state.awaited = store.students().size() * store.exercises().size();
    for (const batch::ResultRow& row : store.results()) {
        // What was inconclusive beside others is tried once more, alone.
        if (row.to_do || (batch::is_unsure(row) && row.attempts < 2)) continue;
        ++state.results;
        if (row.outcome == batch::Outcome::trouble) ++state.troubled;
    }
    state.is_being_written = batch::is_being_written(store.folder());
    return state;
}

}  // namespace sockgrade::cli
