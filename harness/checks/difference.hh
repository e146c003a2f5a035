// How two texts differ, in the order in which a student would want to know it. Pure.
#pragma once

#include <string>
#include <string_view>

#include "model/result.hh"

namespace sockgrade::checks {

struct Difference {
    bool same = false;  // but for what a text forgives (model/expected.hh)
    model::Cause cause = model::Cause::wrong_content;
    std::string detail;  // where they differ, and whether only in case, in what is missing, in what is extra
    std::vector<std::string> notes;  // what was put aside: `3 NUL bytes at its end`
};

// `wanted`: what the text should have been, `got`: what it was.
Difference compare(std::string_view wanted, std::string_view got);
// The same of bytes: nothing is forgiven.
Difference compare_bytes(std::string_view wanted, std::string_view got);

// Without the \r, \n and NUL on either side: to look for a text, or to show it, never to compare it.
std::string_view trim_line_ends(std::string_view text);

}  // namespace sockgrade::checks
