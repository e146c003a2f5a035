// A cache of go's of our own.
//
// Compiling the standard library takes longer than any student's program, so it is done once and kept. Not in
// the user's cache: whoever can write there decides what later builds are made of. Ours holds what go made of
// a program of ours, and is only read after that.
#pragma once

#include <optional>
#include <string>

#include "build/workshop.hh"

namespace sockgrade::build {

// The folder of the cache for this go, filled; nullopt where it cannot be kept (no home, a full disk).
std::optional<std::string> filled_go_cache(const std::string& go, Workshop& workshop);

// A cache at `to` that go can write to, with links to all that is in `cache`. go is not content with a cache
// that it can only read: in a module it would not find its own packages.
void link_go_cache(const std::string& cache, const std::string& to);

}  // namespace sockgrade::build
