// How slow the processors of this machine are.
#pragma once

namespace sockgrade::run {

// How many times longer they take for the same work than those for which the limits on processor time were
// chosen (a server of 2023); 1 at least. Processors that are emulated take ten times as long and more, and a
// right program must not be called busy for that. Measured in processor time, which a load does not change
// much; takes 3 ms.
double slowness();

// From what the work took, in milliseconds. At most 40.
double slowness_from(double took_ms);

}  // namespace sockgrade::run
