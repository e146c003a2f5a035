// What happens to runs that can't be judged as they are.
#include "grading/case_runs.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <string>

#include "system/command.hh"
#include "system/temporary_folder.hh"
#include "tests/unit/run/python_case.hh"

namespace sockgrade::grading {
namespace {

namespace event = model::event;

// It has no thread pointer, so nothing tells that it begins, and its clock stays the kernel's.
constexpr const char* kWithoutALibrary = R"(
#include <sys/syscall.h>
#include <time.h>
static long call(long number, long first, long second) {
    long result;
    __asm__ volatile("syscall" : "=a"(result) : "a"(number), "D"(first), "S"(second) : "rcx", "r11", "memory");
    return result;
}
void _start(void) {
    struct timespec time = {0, 300000000};
    call(SYS_nanosleep, (long)&time, 0);
    call(SYS_exit_group, 0, 0);
}
)";

TEST(CaseRuns, WhatShouldNotHaveJumpedRunsAgainInRealTime) {
    const system::TemporaryFolder folder("jumps");
    ::chmod(folder.path().c_str(), 0755);  // the program is another user
    std::ofstream(folder.path() + "/bare.c") << kWithoutALibrary;
    system::CommandOptions build;
    build.argv = {"gcc", "-nostdlib", "-static", "-o", "bare", "bare.c"};
    build.folder = folder.path();
    build.environment = {"PATH=/usr/local/bin:/usr/bin:/bin"};
    build.time_limit = std::chrono::seconds(60);
    const system::CommandResult built = system::run_command(build);
    ASSERT_TRUE(built.succeeded()) << built.output;

    run::Submission submission;
    submission.command = {"/usr/bin/python3", "-c",
                          "import subprocess, time; time.sleep(0.5); print('slept', flush=True)\n"
                          "subprocess.run(['./bare'], check=True); print('done')"};
    submission.folder = folder.path();
    const model::Plan plan =
        run::plan(model::Role::client, model::Transport::udp, {run::step(model::kProgram, model::Exits{0})});
    const RunOptions options{1, {sandbox::probe_level(), sandbox::ControlGroups::of_this_process()}};
    const std::vector<model::Transcript> transcripts = run_plans({plan}, submission, options);
    ASSERT_EQ(transcripts.size(), 1U);
    EXPECT_EQ(run::printed_by(transcripts[0]), "slept\ndone\n");
    EXPECT_EQ(transcripts[0].first<event::Jumped>(), nullptr);
    EXPECT_TRUE(transcripts[0].plan.real_time);
    const auto* real = transcripts[0].last<event::RealTime>();
    ASSERT_NE(real, nullptr);
    EXPECT_THAT(real->reason, testing::HasSubstr("not ours"));
    EXPECT_FALSE(real->too_late);
}

}  // namespace
}  // namespace sockgrade::grading
