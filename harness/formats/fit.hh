// When what came counts as what was awaited, and where in a stream it ends. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "base/pattern.hh"
#include "model/step.hh"

namespace sockgrade::formats {

// What it captures where it fits all of the bytes; nothing where it does not. A pattern forgives a line end
// more, and a format nothing.
std::optional<Captures> fit(const model::Wanted& wanted, std::string_view bytes);
// The first of the wanted that fits.
std::optional<Captures> fit_one_of(const std::vector<model::Wanted>& wanted, std::string_view bytes);

// What came, cut into what is expected: one frame, or as many as are wanted in any order.
struct Frames {
    std::vector<std::string_view> each{};  // the last may not be whole
    std::size_t used = 0;                  // bytes; what is behind them belongs to the next expectation
    bool are_whole = false;
};
Frames frames_of(const model::Expect& expect, std::string_view bytes, bool has_ended);

// Gives the frame what `until` has come to. Throws names::Mistake where that is no number of bytes, or no
// text.
void fill_frame(model::Expect& expect);

// Could one datagram fit both? True unless a field in the same place says two different things; a name in it
// may stand for anything.
bool may_both_fit(const model::Formatted& a, const model::Formatted& b);

}  // namespace sockgrade::formats
