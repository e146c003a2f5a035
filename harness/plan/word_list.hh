#pragma once

#include <span>
#include <string_view>

namespace sockgrade::plan {

// Short common English words of 4 to 8 lower-case letters, each once.
std::span<const std::string_view> words();

// The same kind of words, none of them among words(): what a control run is given shares nothing with the
// plan.
std::span<const std::string_view> control_words();

}  // namespace sockgrade::plan
