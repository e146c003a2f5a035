#include "batch/progress.hh"

#include <gtest/gtest.h>

namespace sockgrade::batch {
namespace {

using std::chrono::milliseconds;

TEST(ProgressBar, SaysHowFarAndHowLong) {
    EXPECT_EQ(bar_of({0, 40, 0, 0, milliseconds(0)}, 80),
              "  [..............................]  0/40  0 failed");
    EXPECT_EQ(bar_of({10, 40, 3, 1, milliseconds(5000)}, 80),
              "  [#######.......................]  10/40  3 failed  1 unsure  2.0/s  15 s left");
    EXPECT_EQ(bar_of({40, 40, 3, 0, milliseconds(5000)}, 80),
              "  [##############################]  40/40  3 failed  8.0/s");
    EXPECT_EQ(bar_of({1, 400, 0, 0, milliseconds(10'000)}, 100),
              "  [..............................]  1/400  0 failed  0.1/s  1 h 06 min left");
}

TEST(ProgressBar, NeverIsWiderThanTheTerminal) {
    for (std::size_t columns = 1; columns < 100; ++columns)
        EXPECT_LE(bar_of({10, 40, 3, 1, milliseconds(5000)}, columns).size(), columns);
    EXPECT_EQ(bar_of({0, 0, 0, 0, milliseconds(0)}, 80).size(), 49U);
}

TEST(Progress, LinesWhereThereIsNoTerminal) {
    std::string printed;
    milliseconds now{0};
    const auto print = [&](const std::string& text) { printed += text; };
    const auto clock = [&] { return now; };
    {
        Progress progress(2, 0, print, clock);
        progress.done("ann  passed", false, false);
        progress.done("bo  failed", true, false);
        progress.clear();
    }
    EXPECT_EQ(printed, "1/2  ann  passed\n2/2  bo  failed\n");
    printed.clear();
    Progress progress(2, 60, print, clock);
    progress.clear();
    EXPECT_EQ(printed, "");
    now = milliseconds(1000);
    progress.done("ann  passed", false, false);
    progress.clear();
    EXPECT_EQ(printed, "\r  [###########............]  1/2  0 failed  1.0/s  1 s left\x1b[K\r\x1b[K");
}

}  // namespace
}  // namespace sockgrade::batch
