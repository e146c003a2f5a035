#include "spec/course.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <string>
#include <vector>

#include "base/error.hh"

namespace sockgrade::spec {
namespace {

using testing::ElementsAre;

std::vector<CoursePart> loaded(const std::string& text) {
    const std::string file = testing::TempDir() + "sockgrade-course-" + std::to_string(::getpid()) + ".yaml";
    std::ofstream(file) << text;
    return load_course(file);
}

TEST(Course, HasWeeksAndThenTheLibraryByTopic) {
    const auto parts = loaded(
        "weeks:\n"
        "  - { title: One, about: x, exercises: { b: first, a: second } }\n"
        "  - { title: Two, about: x, exercises: { c: third } }\n"
        "library:\n"
        "  - { title: Mail, about: x, exercises: { d: fourth } }\n");
    ASSERT_EQ(parts.size(), 3U);
    EXPECT_EQ(parts[0].title, "Week 1: One");
    EXPECT_THAT(parts[0].exercises, ElementsAre("b", "a"));
    EXPECT_EQ(parts[1].title, "Week 2: Two");
    EXPECT_EQ(parts[2].title, "Library: Mail");
    EXPECT_THAT(parts[2].exercises, ElementsAre("d"));
}

TEST(Course, NeedsNoLibrary) {
    EXPECT_EQ(loaded("weeks:\n  - { title: One, exercises: { a: x } }\n").size(), 1U);
}

TEST(Course, WhatCantBeReadIsNamed) {
    EXPECT_THROW(loaded("weeks: ["), UsageError);
    EXPECT_THROW(load_course("/no/such/course.yaml"), UsageError);
}

}  // namespace
}  // namespace sockgrade::spec
