// How two texts differ, in the order in which a student would want to know it. Pure.
#pragma once

#include <string>
#include <string_view>

#include "model/result.hh"

namespace sockgrade::checks {

struct Difference {
    bool same = false;  // but for line ends and NULs around the text, which are put aside
    model::Cause cause = model::Cause::wrong_content;
    std::string detail;  // where they differ, and whether only in case, in what is missing, in what is extra
    std::vector<std::string> notes;  // what was put aside: `3 NUL bytes at its end`
};

// `wanted`: what the text should have been, `got`: what it was.
Difference compare(std::string_view wanted, std::string_view got);

// Without the \r, \n and NUL on either side.
std::string_view trim_line_ends(std::string_view text);

}  // namespace sockgrade::checks
