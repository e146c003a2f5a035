// One student in one exercise, from what was handed in to a result.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "batch/store.hh"
#include "batch/submissions.hh"
#include "grading/grade.hh"
#include "model/assignment.hh"
#include "model/spec.hh"
#include "sandbox/bubblewrap.hh"

namespace sockgrade::batch {

// An exercise of the assignment, with its spec.
struct Part {
    model::AssignmentPart asked;
    model::Spec spec;
    std::string fingerprint;  // of the spec's file
};

struct Work {
    std::string name;  // of the assignment
    std::string title;
    std::vector<Part> parts;
    model::Assignment::Missing missing = model::Assignment::Missing::zero;
    model::Assignment::Several several = model::Assignment::Several::ask;
    model::Assignment::Questions questions = model::Assignment::Questions::automatic;
    bool ignore_case = true;
    std::optional<model::LateRule> late{};
    grading::GradeOptions how;
    std::optional<sandbox::Bubblewrap> sandbox;  // for builds
};

struct Graded {
    Outcome outcome = Outcome::graded;
    std::string message;
    std::string build_log;
    model::Result result;
};

// Whatever goes wrong is an outcome. Throws system::Interrupted only.
Graded grade_part(const Work& work, const Part& part, const Submission& submission);

// From a process of its own to the one that stores it.
std::string graded_to_text(const Graded& graded);
// What is no such text is trouble, with the text as its reason.
Graded graded_from_text(const std::string& text, const Work& work, const Part& part);

}  // namespace sockgrade::batch
