// Every key and word of an assignment. specs/assignment.schema.json is held against these by a test.
#pragma once

#include "model/assignment.hh"
#include "spec/keys.hh"

namespace sockgrade::spec {

inline constexpr Key kAssignmentKeys[] = {{"assignment", true}, {"title"},   {"exercises", true},
                                          {"missing"},          {"several"}, {"ignore-case"}};
inline constexpr Place kAssignment{"assignment", kAssignmentKeys};
inline constexpr Key kPartKeys[] = {{"exercise", true}, {"program"}, {"programs"}, {"points"}};
inline constexpr Place kPart{"part", kPartKeys};

inline constexpr Word<model::Assignment::Missing> kMissing[] = {
    {"zero", model::Assignment::Missing::zero}, {"leave-out", model::Assignment::Missing::leave_out}};
inline constexpr Word<model::Assignment::Several> kSeveral[] = {{"ask", model::Assignment::Several::ask},
                                                                {"first", model::Assignment::Several::first}};

}  // namespace sockgrade::spec
