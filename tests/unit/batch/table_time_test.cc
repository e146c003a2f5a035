#include "batch/table_time.hh"

#include <gtest/gtest.h>

#include <string>

namespace sockgrade::batch {
namespace {

std::string read_time(const std::string& text) {
    const auto time = table_time(text);
    return time ? to_string(*time) : "none";
}

TEST(TableTime, IsReadInTheLanguagesOfCourseSystems) {
    for (const char* text :
         {"Thursday, 12 March 2026, 11:58 PM", "Thursday, March 12, 2026, 11:58 PM",
          "Donnerstag, 12. M\u00e4rz 2026, 23:58", "jueves, 12 de marzo de 2026, 23:58",
          "jeudi 12 mars 2026, 23:58", "gioved\u00ec, 12 marzo 2026, 23:58",
          "quinta-feira, 12 de mar\u00e7o de 2026, 23:58", "2026-03-12 23:58", "12 Mar 2026 23:58"})
        EXPECT_EQ(read_time(text), "2026-03-12 23:58") << text;
    EXPECT_EQ(read_time("martes, 12 de mayo de 2026, 00:05"), "2026-05-12 00:05");
    EXPECT_EQ(read_time("Tuesday, 1 December 2026, 12:00 AM"), "2026-12-01 00:00");
    EXPECT_EQ(read_time("mardi 4 ao\u00fbt 2026, 12:00"), "2026-08-04 12:00");
    EXPECT_EQ(read_time("12.3.2026 23:58"), "2026-03-12 23:58");
    EXPECT_EQ(read_time("12.03.2026, 08:00"), "2026-03-12 08:00");
    EXPECT_EQ(read_time("2026-03-12T22:58:01Z"), "2026-03-12 22:58:01 +00:00");
}

TEST(TableTime, WhatCanBeReadInTwoWaysIsNoTime) {
    for (const char* text :
         {"", "-", "12 March 2026", "03/04/2026 10:00", "March 2026, 10:00", "12 March 2026, 25:00",
          "12 March 2026, 13:00 PM", "12 March 26, 10:00", "31 June 2026, 10:00", "12 13 March 2026, 10:00",
          "13.3.2026", "3.13.2026 10:00", "13.3.26 10:00", "12.3.2026 March 10:00 12"})
        EXPECT_EQ(read_time(text), "none") << text;
    EXPECT_EQ(read_time(std::string(100'000, '1')), "none");
}

}  // namespace
}  // namespace sockgrade::batch
