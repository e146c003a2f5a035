#include "base/date_time.hh"

#include <gtest/gtest.h>

namespace sockgrade {
namespace {

std::string read_again(const std::string& text) {
    const auto time = read_date_time(text);
    return time ? to_string(*time) : "none";
}

TEST(DateTime, IsReadAsPeopleAndCourseSystemsWriteIt) {
    EXPECT_EQ(read_again("2026-03-12 23:59"), "2026-03-12 23:59");
    EXPECT_EQ(read_again("2026-03-12T23:59:07"), "2026-03-12 23:59:07");
    EXPECT_EQ(read_again("2026-03-12 23:59 +01:00"), "2026-03-12 23:59 +01:00");
    EXPECT_EQ(read_again("2018-07-01T14:22:32.365935-07:00"), "2018-07-01 14:22:32 -07:00");
    EXPECT_EQ(read_again("2026-03-12 22:58:01.328527000 Z"), "2026-03-12 22:58:01 +00:00");
    EXPECT_EQ(read_again("2026-03-12 22:58:01 UTC"), "2026-03-12 22:58:01 +00:00");
    EXPECT_EQ(read_again("2026-03-12T22:58:01+0530"), "2026-03-12 22:58:01 +05:30");
}

TEST(DateTime, WhatIsNoTimeIsNone) {
    for (const char* text :
         {"", "2026-03-12", "2026-02-30 12:00", "2025-02-29 12:00", "2026-13-01 12:00", "2026-03-12 24:00",
          "2026-03-12 23:60", "2026-03-12 23:59:", "2026-03-12 23:59 +15:00", "2026-03-12 23:59 CET",
          "2026-03-12 23:59 x", "12.03.2026 23:59", "0000-01-01 00:00", "2026-03-12 23:59 +01:00 "})
        EXPECT_EQ(read_again(text), "none") << text;
    EXPECT_EQ(read_again("2024-02-29 12:00"), "2024-02-29 12:00");
}

TEST(DateTime, SecondsCountOnItsOwnClock) {
    EXPECT_EQ(clock_seconds(*read_date_time("1970-01-02 00:00:01 +05:00")), 86'401);
    EXPECT_EQ(to_string(from_clock_seconds(clock_seconds(*read_date_time("2026-03-12 23:59:07")))),
              "2026-03-12 23:59:07");
    EXPECT_EQ(to_string(from_clock_seconds(-1)), "1969-12-31 23:59:59");
}

}  // namespace
}  // namespace sockgrade
