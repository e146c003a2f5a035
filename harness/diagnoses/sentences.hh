// What each diagnosis says in general: for whoever writes a proof, and reads a name without a case.
#pragma once

#include <string_view>

namespace sockgrade::diagnoses {

// One sentence; empty for a name that no diagnosis has. They stand in sentences.def.
std::string_view sentence_of(std::string_view name);

}  // namespace sockgrade::diagnoses
