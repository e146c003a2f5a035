// Plans as literals, and real programs to run them with.
#pragma once

#include <poll.h>

#include <string>
#include <utility>
#include <vector>

#include "model/transcript.hh"
#include "run/case.hh"
#include "run/case_process.hh"
#include "sandbox/probe.hh"

namespace sockgrade::run {

inline model::Step step(const std::string& actor, model::Action action) {
    return {actor, std::move(action), 0};
}

inline model::Message text(const std::string& bytes) {
    model::Message message;
    message.text = bytes;
    message.bytes = bytes;
    return message;
}

inline model::Prints prints(model::Prints::What what, const std::string& bytes = {}) {
    model::Prints made;
    made.what = what;
    made.message = text(bytes);
    return made;
}

inline model::Plan plan(model::Role role, model::Transport transport, std::vector<model::Step> steps) {
    model::Plan made;
    made.exercise = "test";
    made.case_id = "case";
    made.role = role;
    made.transport = transport;
    made.given.address = {"127.0.0.1", 23456};
    made.given.names_port = true;
    made.steps = std::move(steps);
    return made;
}

// In a process of its own, as always.
inline model::Transcript run_submission(const model::Plan& plan, const Submission& submission,
                                        sandbox::Level level = sandbox::probe_level()) {
    CaseProcess process(plan, submission, {level, sandbox::ControlGroups::of_this_process()});
    for (;;) {
        pollfd wait{process.descriptor(), POLLIN, 0};
        if (::poll(&wait, 1, -1) < 0) continue;
        if (auto transcript = process.read_more()) return *transcript;
    }
}

// `python`: the program's source.
inline model::Transcript run_python(const model::Plan& plan, const std::string& python,
                                    sandbox::Level level = sandbox::probe_level()) {
    Submission submission;
    submission.command = {"/usr/bin/python3", "-c", python};
    submission.folder = "/";
    return run_submission(plan, submission, level);
}

// All that the program printed.
inline std::string printed_by(const model::Transcript& transcript) {
    std::string all;
    for (const auto* printed : transcript.all<model::event::Printed>()) all += printed->bytes;
    return all;
}

}  // namespace sockgrade::run
