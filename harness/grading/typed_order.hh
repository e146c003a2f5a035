// What to type for a program that asks without saying for what: three input() in a row, say. Pure, but for
// who runs it.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "model/transcript.hh"

namespace sockgrade::grading {

// Nobody could know what the program wanted to be told, and it did not use what it was told.
bool may_have_been_told_wrongly(const model::Transcript& transcript);

// How much the program made of what it was given: the more, the better it was understood.
std::size_t use_of_what_was_given(const model::Transcript& transcript);

// What such programs may want to be told, line by line (model::Given), the likeliest first.
const std::vector<std::vector<std::string>>& typed_orders(const model::Plan& plan);

// What of these to type for it, where it asks without saying for what: that of which it makes more than of
// what it was typed in `so_far`, and the most. Empty: nothing else. `run`: how it goes with an order; nothing
// where there is no time left to try it.
std::vector<std::string> find_typed_order(
    const model::Transcript& so_far,
    const std::function<std::optional<model::Transcript>(const std::vector<std::string>& order)>& run);

// "it asks without saying for what, so it was told the host, the port and the message, line by line".
std::string note_of_typed_order(const std::vector<std::string>& order);

}  // namespace sockgrade::grading
