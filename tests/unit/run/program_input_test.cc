#include "run/program_input.hh"

#include <gtest/gtest.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <string>

namespace sockgrade::run {
namespace {

// As much as one read() gives; it would wait where there is nothing.
std::string read_once(const ProgramInput& input) {
    std::array<char, 8192> buffer{};
    const ssize_t size = ::read(input.terminal(), buffer.data(), buffer.size());
    return size < 0 ? "an error" : std::string(buffer.data(), static_cast<std::size_t>(size));
}

TEST(ProgramInput, IsATerminalThatNobodyWritesTo) {
    const ProgramInput input;
    EXPECT_EQ(::isatty(input.terminal()), 1);
    EXPECT_LT(::write(input.terminal(), "x", 1), 0);
}

TEST(ProgramInput, OneReadGivesOneLine) {
    ProgramInput input;
    input.type("one\n");
    input.type("two\nthree\n");
    EXPECT_FALSE(input.is_read());
    EXPECT_EQ(read_once(input), "one\n");
    EXPECT_EQ(read_once(input), "two\n");
    EXPECT_EQ(read_once(input), "three\n");
    EXPECT_TRUE(input.is_read());
}

TEST(ProgramInput, EveryByteArrivesAsItIs) {
    ProgramInput input;
    std::string bytes;
    for (int i = 0; i < 256; ++i)
        if (i != '\n') bytes += static_cast<char>(i);
    bytes += '\n';
    input.type(bytes);
    EXPECT_EQ(read_once(input), bytes);
}

TEST(ProgramInput, LinesMayBeLongerThanATerminalKeeps) {
    ProgramInput input;
    const std::string line = std::string(30'000, 'a') + "\n";
    input.type(line);
    std::string got;
    while (got.size() < line.size()) {
        const std::string part = read_once(input);
        ASSERT_FALSE(part.empty()) << got.size();
        got += part;
        input.go_on();
    }
    EXPECT_EQ(got, line);
}

TEST(ProgramInput, TheEndComesBehindWhatWasTypedAndLasts) {
    ProgramInput input;
    input.type("the last line\n");
    input.end();
    EXPECT_FALSE(input.is_open());
    input.type("nothing comes behind the end\n");
    EXPECT_EQ(read_once(input), "the last line\n");
    EXPECT_EQ(read_once(input), "");
    for (int i = 0; i < 5; ++i) {
        input.go_on();
        EXPECT_EQ(read_once(input), "");
    }
}

// As editors of lines do (readline of Node.js).
TEST(ProgramInput, WhoTakesSingleKeysGetsTheEndAsAKey) {
    ProgramInput input;
    termios mode{};
    ASSERT_EQ(::tcgetattr(input.terminal(), &mode), 0);
    ::cfmakeraw(&mode);
    ASSERT_EQ(::tcsetattr(input.terminal(), TCSANOW, &mode), 0);
    input.type(std::string("\4 and \x16\n"));
    EXPECT_EQ(read_once(input), "\4 and \x16\n");
    input.end();
    EXPECT_EQ(read_once(input), "\4");
    input.go_on();
    EXPECT_EQ(read_once(input), "\4");
}

}  // namespace
}  // namespace sockgrade::run
