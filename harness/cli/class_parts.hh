// The folders of --shard, seen from outside.
#pragma once

#include "batch/parts.hh"
#include "batch/store.hh"

namespace sockgrade::cli {

// UsageError when there is nothing in it.
batch::PartState state_of(batch::Store& store);

}  // namespace sockgrade::cli
