// What a program waits in, in the terms of who wrote it.
#pragma once

#include <string>
#include <string_view>

#include "model/result.hh"

namespace sockgrade::model {

// "accept() on descriptor 3" says "accept() on the listening socket": the number is nowhere in the student's
// program. What stands in quotes stays as it is.
std::string without_descriptors(std::string_view text, Transport transport);
// In all that is said about a case.
void name_descriptors(CaseResult& result, Transport transport);

}  // namespace sockgrade::model
