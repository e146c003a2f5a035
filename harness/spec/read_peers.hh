// The peers that a program calls which is called itself.
#pragma once

#include <string>
#include <vector>

#include "model/spec.hh"
#include "spec/scope.hh"
#include "spec/section.hh"

namespace sockgrade::spec {

// Their names, in the order of the spec.
std::vector<std::string> read_peers(const Section& map);

// What is said of a program that calls nobody else, or that calls anyway.
void check_peers(const Section& map, const model::ProgramSpec& program);

// Where they are is known from the start.
void know_peers(const std::vector<std::string>& peers, Scope& scope);
// "origin.host" and "origin.port" of each.
std::vector<std::string> places_of_peers(const std::vector<std::string>& peers);

}  // namespace sockgrade::spec
