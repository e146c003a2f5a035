// The last steps of a forked child before it becomes the student's program.
#pragma once

#include "sandbox/launcher.hh"

namespace sockgrade::sandbox {

// Never returns: executes the program, or sends a `not_started` report over `control` and exits.
[[noreturn]] void become_program(const LaunchOptions& options, int control);

// Hands a descriptor to the worker, or says that there is none (-1). False: that could not be done.
bool send_descriptor(int control, int descriptor);

void send_report(int control, LaunchedProgram::Report::Kind kind, int value, const char* stage = "");

}  // namespace sockgrade::sandbox
