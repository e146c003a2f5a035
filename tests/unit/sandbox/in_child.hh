// Runs a part of a test in a process of its own: entering a world cannot be undone.
#pragma once

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <exception>
#include <functional>

#include "system/system_error.hh"

namespace sockgrade {

// True when `work` returned true there. What it threw is shown.
inline bool in_child(const std::function<bool()>& work) {
    std::fflush(nullptr);
    const pid_t child = system::check_call("fork", ::fork());
    if (child == 0) {
        bool good = false;
        try {
            good = work();
        } catch (const std::exception& error) {
            std::fprintf(stderr, "in the child: %s\n", error.what());
        }
        ::_exit(good ? 0 : 1);
    }
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace sockgrade
