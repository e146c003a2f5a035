#pragma once

#include "model/spec.hh"
#include "spec/context.hh"
#include "spec/scope.hh"
#include "spec/section.hh"

namespace sockgrade::spec {

// `values`: those of the whole spec, whose names stand in arguments, too.
// `peers`: that it calls though it is called itself; where they are may stand there as well.
model::ProgramSpec read_program(const Section& section, const std::vector<model::ValueRule>& values,
                                const std::vector<std::string>& peers);

// What the program is given as {message}, or types: one line that a command line can carry.
model::Message read_given_message(const Section& section, const model::ProgramSpec& program, Scope& scope);

// Does any form of the arguments have that placeholder?
bool arguments_have(const model::ProgramSpec& program, const std::string& placeholder);

}  // namespace sockgrade::spec
