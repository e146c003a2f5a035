// Delta debugging: which of many parts does it take for a failure?
//
// Theory. Zeller and Hildebrandt, "Simplifying and Isolating Failure-Inducing Input" (2002), algorithm ddmin.
// The parts are cut into n pieces. When one piece alone fails, go on with it, cut in two; when all but one
// piece fail, go on with these; otherwise cut finer, until every part has been left out by itself. What stays
// is 1-minimal: without any single one of its parts it does not fail. One culprit among k parts is found in
// about 2 log2(k) tries; the worst is k * k.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

namespace sockgrade::shrink {

using Parts = std::vector<std::size_t>;
using Fails = std::function<bool(const Parts& kept)>;

// `all` is known to fail. Nothing at all is tried first where `may_be_empty`; otherwise one part stays. A
// `fails` that has had enough says no to everything from then on.
Parts ddmin(Parts all, bool may_be_empty, const Fails& fails);

}  // namespace sockgrade::shrink
