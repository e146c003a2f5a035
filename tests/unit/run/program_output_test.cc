#include "run/program_output.hh"

#include <gtest/gtest.h>
#include <unistd.h>

#include <string>

namespace sockgrade::run {
namespace {

void write_all(int descriptor, const std::string& bytes) {
    ASSERT_EQ(::write(descriptor, bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
}

// The kernel hands it over by a thread of its own, which has hardly ever run by then.
TEST(ProgramOutput, WhatWasWrittenLastIsReadAtTheEnd) {
    for (int i = 0; i < 100; ++i) {
        system::EventLoop loop;
        model::Transcript transcript;
        Recorder record(transcript);
        ProgramOutput output(loop, record, 1000);
        write_all(output.terminal(), "the last words\n");
        output.read_what_is_left();
        EXPECT_EQ(output.text(), "the last words\n");
    }
}

TEST(ProgramOutput, AMarkThatIsUnderWayIsNoPartOfIt) {
    system::EventLoop loop;
    model::Transcript transcript;
    Recorder record(transcript);
    ProgramOutput output(loop, record, 1000);
    write_all(output.terminal(), "before");
    output.raise_fence();
    write_all(output.terminal(), " and after");
    output.read_what_is_left();
    EXPECT_TRUE(output.fence_is_down());
    EXPECT_EQ(output.text(), "before and after");
}

TEST(ProgramOutput, IsReadAtTheEndUpToItsLimit) {
    system::EventLoop loop;
    model::Transcript transcript;
    Recorder record(transcript);
    ProgramOutput output(loop, record, 5);
    write_all(output.terminal(), "more than it may be\n");
    output.read_what_is_left();
    EXPECT_TRUE(output.flooded());
    write_all(output.terminal(), "nobody reads this");
    output.read_what_is_left();
    EXPECT_EQ(output.text(), "more than it may be\n");
}

}  // namespace
}  // namespace sockgrade::run
