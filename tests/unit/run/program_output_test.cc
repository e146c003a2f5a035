#include "run/program_output.hh"

#include <gtest/gtest.h>
#include <unistd.h>

#include <string>

namespace sockgrade::run {
namespace {

void write_all(int descriptor, const std::string& bytes) {
    ASSERT_EQ(::write(descriptor, bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
}

struct Watched {
    explicit Watched(std::size_t limit) : output(loop, record, limit) {}

    system::EventLoop loop;
    model::Transcript transcript;
    Recorder record{transcript};
    ProgramOutput output;
};

// The kernel hands it over by a thread of its own, which has hardly ever run by then.
TEST(ProgramOutput, WhatWasWrittenLastIsReadAtTheEnd) {
    for (int i = 0; i < 100; ++i) {
        Watched program(1000);
        write_all(program.output.terminal(), "the last words\n");
        program.output.read_what_is_left();
        EXPECT_EQ(program.output.text(), "the last words\n");
    }
}

TEST(ProgramOutput, AMarkThatIsUnderWayIsNoPartOfIt) {
    Watched program(1000);
    write_all(program.output.terminal(), "before");
    program.output.raise_fence();
    write_all(program.output.terminal(), " and after");
    program.output.read_what_is_left();
    EXPECT_TRUE(program.output.fence_is_down());
    EXPECT_EQ(program.output.text(), "before and after");
}

TEST(ProgramOutput, IsReadAtTheEndUpToItsLimit) {
    Watched program(5);
    write_all(program.output.terminal(), "more than it may be\n");
    program.output.read_what_is_left();
    EXPECT_TRUE(program.output.flooded());
    write_all(program.output.terminal(), "nobody reads this");
    program.output.read_what_is_left();
    EXPECT_EQ(program.output.text(), "more than it may be\n");
}

}  // namespace
}  // namespace sockgrade::run
