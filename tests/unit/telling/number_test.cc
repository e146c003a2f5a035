#include "telling/number.hh"

#include <gtest/gtest.h>

namespace sockgrade::telling {
namespace {

TEST(Ordinal, EndsAsItIsSpoken) {
    EXPECT_EQ(ordinal(1), "1st");
    EXPECT_EQ(ordinal(2), "2nd");
    EXPECT_EQ(ordinal(3), "3rd");
    EXPECT_EQ(ordinal(4), "4th");
    for (const std::size_t teen : {11U, 12U, 13U, 111U, 212U})
        EXPECT_EQ(ordinal(teen), std::to_string(teen) + "th");
    EXPECT_EQ(ordinal(21), "21st");
    EXPECT_EQ(ordinal(102), "102nd");
}

TEST(Ordinal, SmallOnesAreWords) {
    EXPECT_EQ(ordinal_in_words(1), "first");
    EXPECT_EQ(ordinal_in_words(5), "fifth");
    EXPECT_EQ(ordinal_in_words(6), "6th");
    EXPECT_EQ(ordinal_in_words(21), "21st");
}

}  // namespace
}  // namespace sockgrade::telling
