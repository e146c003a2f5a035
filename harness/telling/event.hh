#pragma once

#include <string>

#include "model/transcript.hh"

namespace sockgrade::telling {

// One event in one line of plain words, without its time: `the program sent "HELLO" (5 bytes)`. Everything
// that the program or a spec could have chosen is escaped.
std::string describe(const model::Event& event);
// The same for readers who see the whole case: says who dialled whom, which peer it was where there are
// several, and what a step is about.
std::string describe(const model::Event& event, const model::Plan& plan);
// `the program was killed by SIGSEGV (segmentation fault)`.
std::string describe(const model::Termination& termination);

}  // namespace sockgrade::telling
