// In which form a program takes its arguments.
//
// Theory. Handouts allow more than one form, and students write others. Which one a program takes is seen in
// one case: the address, the port and the message that it was given are used, or they are not. The usual form
// counts where all of it is used, and where the case goes well all the same: a program that has everything
// written in uses nothing in any form, and is not started more often for that. Else the other forms are tried
// in the beginning of that case, and the one in which more is used counts; first those of the spec, then what
// the program says of itself when it does not get what it wants, and what students write besides only where
// it took what it was given for something else, or did nothing at all.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "model/spec.hh"
#include "model/transcript.hh"
#include "plan/forms.hh"

namespace sockgrade::grading {

// Did the program end by itself before it had done anything with a socket?
bool gave_up_at_once(const model::Transcript& transcript);
// The same, or it crashed: as one does that misses an argument.
bool died_at_once(const model::Transcript& transcript);

struct FoundForm {
    plan::Form form;
    std::string note;  // for the report, behind a colon
};

// `first`: what happened with the usual form. `goes_well`: asked only where it matters. `run`: the beginnings
// of the same case in these forms, in their order.
std::optional<FoundForm> find_form(
    const model::ProgramSpec& program, const model::Transcript& first, const std::function<bool()>& goes_well,
    const std::function<std::vector<model::Transcript>(const std::vector<plan::Form>&)>& run);

// As far as it takes to see what is used: up to the first thing that is expected.
model::Plan beginning_of(model::Plan plan);

}  // namespace sockgrade::grading
