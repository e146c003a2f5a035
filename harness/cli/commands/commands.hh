// The commands, each in a file of its name. They return the exit status; what goes wrong is thrown (main.cc).
#pragma once

#include "cli/options.hh"
#include "platforms/platform.hh"

namespace sockgrade::cli {

int check(const Options& options);
int start(const Options& options);
int list(const Options& options);
int show(const Options& options);
int lint(const Options& options);
int verify(const Options& options);
int rejudge(const Options& options);
int doctor(const Options& options);
int batch(const Options& options);
int report(const Options& options);
int compare(const Options& options);
int merge(const Options& options);
int collect(const Options& options);
int cluster(const Options& options);
int autograder(const Options& options, const platforms::Platform& platform);

}  // namespace sockgrade::cli
