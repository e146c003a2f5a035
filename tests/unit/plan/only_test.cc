#include "plan/only.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.hh"
#include "plan/parts.hh"

namespace sockgrade::plan {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

TEST(Only, IsWrittenAndReadBack) {
    for (const char* text :
         {"faults=2", "faults=none", "messages.1=4+5", "bytes.1.4=17", "bytes.given=40", "messages.given=2+3",
          "faults=1+3,targets.1=2+4,targets.3=1,messages.1=4,messages.12=1+10,bytes.given=1,bytes.1.4=17"}) {
        const Only only = only_from(text);
        EXPECT_FALSE(only.is_everything());
        EXPECT_EQ(to_string(only), text);
        EXPECT_EQ(only_from(to_string(only)), only);
    }
    EXPECT_EQ(to_string(Only{}), "");
}

TEST(Only, RefusesWhatItWouldNotWrite) {
    for (const char* text : {"",
                             "faults",
                             "faults=",
                             "faults=0",
                             "faults=two",
                             "faults=1,faults=2",
                             "faults=1+1",
                             "faults=-1",
                             "faults=1+",
                             "faults.1=2",
                             "messages=4",
                             "messages.1=none",
                             "messages.0=1",
                             "bytes.1=2",
                             "bytes.1.2.3=4",
                             "bytes.1.2=",
                             "bytes.1.2=99999999999999999999999",
                             "lines.1=2",
                             "faults=1,",
                             "bytes.given=0",
                             "bytes.given=4,bytes.given=4"})
        EXPECT_THAT([&] { only_from(text); }, ThrowsMessage<UsageError>(HasSubstr("names no part of a case")))
            << text;
}

Parts some_parts() {
    Parts parts;
    parts.faults = 2;
    parts.targets = {{2, {{1, 2, 3}}}};
    parts.messages = {{1, 5}};
    parts.lengths = {{{3, 1}, 90, 4}};
    return parts;
}

TEST(Only, FitsThePartsThatThereAre) {
    for (const char* text :
         {"faults=none", "faults=2", "targets.2=3", "messages.1=1+5", "bytes.3.1=4", "bytes.3.1=90"})
        EXPECT_NO_THROW(check(only_from(text), some_parts())) << text;
    const auto refuses = [](const char* text, const char* why) {
        EXPECT_THAT([&] { check(only_from(text), some_parts()); }, ThrowsMessage<UsageError>(HasSubstr(why)))
            << text;
    };
    refuses("faults=3", "there is no fault 3");
    refuses("targets.1=1", "nothing of what fault 1 hits");
    refuses("targets.2=4", "one has to stay");
    refuses("messages.2=1", "step 2 has no messages");
    refuses("messages.1=6", "there is no message 6");
    refuses("bytes.1.1=5", "message 1 of step 1 can't be made shorter");
    refuses("bytes.3.1=3", "from 4 to 90 bytes");
    refuses("bytes.3.1=91", "from 4 to 90 bytes");
    refuses("bytes.given=3", "the message that is given can't");
}

}  // namespace
}  // namespace sockgrade::plan
