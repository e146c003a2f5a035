// Losses in bursts, made into a list.
//
// Theory. Real links lose in bursts: a model with a memory has good and bad times. Drawn while datagrams
// pass, such a memory would depend on how many came and in what order. So the chain is run when the plan is
// made, one step for each message that a direction will carry, and the plan lists the messages that it loses.
// Parameters are those of tc-netem(8), "gemodel" and "state":
//   Gilbert-Elliott: p good to bad, r bad to good, 1-h the loss in bad times, 1-k the loss in good ones.
//     Share of bad times p / (p + r), mean length of one 1 / r.
//   Four states: 1 received, 2 received within a burst, 3 lost within a burst, 4 lost by itself; p13, p31,
//     p32, p23, p14, and from 4 always back to 1.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "model/fault.hh"

namespace sockgrade::faults {

// Positions from 1 to chain.messages. It starts as it would be found at any time, not in good times. The same
// seed gives the same list.
std::vector<std::size_t> lost_positions(const model::LossChain& chain, std::uint64_t seed);

// What the parameters come to.
struct LossRates {
    double loss = 0;        // share of messages lost
    double mean_burst = 0;  // Gilbert-Elliott: messages in one bad time; four states: losses in a row
};
LossRates rates_of(const model::LossChain& chain);

}  // namespace sockgrade::faults
