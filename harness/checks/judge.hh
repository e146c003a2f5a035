// Transcript -> findings and verdict: the requirements of a case in the order of its story. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/result.hh"
#include "model/transcript.hh"

namespace sockgrade::checks {

struct Judgement {
    model::Verdict verdict = model::Verdict::passed;
    std::optional<model::Cause> cause;  // of the first requirement that was not met
    std::string summary;                // one line
    std::vector<model::Finding> findings;
};

// Judges by the plan that stands in the transcript. `program`: what findings call the program.
Judgement judge(const model::Transcript& transcript, const std::string& program = "program");

// Only what peers expected to get, of a program that nobody watched: where it listened and what it called is
// not asked.
std::vector<model::Finding> judge_expectations(const model::Transcript& transcript);

// Whether the verdict depends on what the program does when it is given another address and message.
bool needs_control(const model::Transcript& transcript);

// What a control run showed, to be added to the transcripts of the same program.
model::event::Control control_event(const model::Transcript& control_run);

}  // namespace sockgrade::checks
