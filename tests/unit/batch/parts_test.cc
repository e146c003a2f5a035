#include "batch/parts.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sockgrade::batch {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

PartState part(std::size_t number, std::size_t of) {
    PartState state;
    state.folder = "part-" + std::to_string(number);
    state.shard = {number, of};
    state.class_size = 10;
    state.class_fingerprint = "class";
    state.results = state.awaited = 5;
    return state;
}

TEST(PartsOfAClass, AreOneWhenEachIsThereOnce) {
    EXPECT_THAT(problems_of({part(2, 3), part(1, 3), part(3, 3)}), IsEmpty());
    EXPECT_THAT(problems_of({part(1, 1)}), IsEmpty());
    EXPECT_THAT(problems_of({}), ElementsAre("there are no parts"));
}

TEST(PartsOfAClass, GapsAreNamed) {
    EXPECT_THAT(problems_of({part(1, 9), part(6, 9), part(8, 9)}),
                ElementsAre("6 parts of 9 are missing: 2 to 5, 7 and 9"));
    EXPECT_THAT(problems_of({part(1, 2)}), ElementsAre("1 part of 2 is missing: 2"));
}

TEST(PartsOfAClass, DoublesAreNamed) {
    PartState again = part(1, 2);
    again.folder = "again";
    EXPECT_THAT(problems_of({part(1, 2), part(2, 2), again}),
                ElementsAre("part 1 of 2 is here 2 times: 'part-1' and 'again'"));
}

TEST(PartsOfAClass, HalvesAreNamed) {
    PartState half = part(1, 3);
    half.results = 2;
    PartState running = part(2, 3);
    running.is_being_written = true;
    PartState broken = part(3, 3);
    broken.troubled = 1;
    EXPECT_THAT(
        problems_of({half, running, broken}),
        ElementsAre("'part-1' (part 1 of 3) is not finished: 2 of 5 results",
                    "'part-2' (part 2 of 3) is being written", HasSubstr("has 1 result where the grader")));
}

TEST(PartsOfAClass, PartsOfAnotherCutOrClassAreNamed) {
    PartState other = part(2, 2);
    other.class_fingerprint = "other";
    EXPECT_THAT(problems_of({part(1, 2), other}), ElementsAre(HasSubstr("have changed between them")));
    EXPECT_THAT(problems_of({part(1, 2), part(2, 3)}), ElementsAre(HasSubstr("cut in different ways")));
}

}  // namespace
}  // namespace sockgrade::batch
