// Diagnoses of what writes without end, or more than it should.
#include "failed_case.hh"

namespace sockgrade::diagnoses {
namespace {

TEST(Floods, WhateverIsCountedByTheHundred) {
    const auto printed_what_fits = [](const std::string& pattern) {
        FailedCase one(Role::client, kUdp, Cause::extra);
        one.findings[0].step = 0;
        std::string lines;
        for (int i = 0; i < 1200; ++i) lines += "Reply: yes\n";
        one.prints(lines).proof();
        model::Prints never;
        never.what = model::Prints::What::pattern;
        never.pattern = pattern;
        never.times = 0;
        return one.step(model::kProgram, never, WaitEnd::quiet);
    };
    EXPECT_THAT(said(floods, printed_what_fits("(?s)(?:yes.*?){300}")), HasSubstr("printed 1200 lines"));
    EXPECT_NE(said(floods, printed_what_fits("(?:[^\\n]*\\n){1000}")), "");
    EXPECT_EQ(said(floods, printed_what_fits("(?:yes.*?){3}")), "");
    EXPECT_EQ(said(floods, printed_what_fits("-[0-9]+ ms")), "");
}

TEST(Floods, DatagramsAreCountedWhereTheyArrive) {
    FailedCase one(Role::client, kUdp, Cause::extra);
    model::IsRunning running{std::chrono::seconds(2)};
    running.sends_at_most = 300;
    one.received("server", "more").proof();
    one.findings[0].step = 0;
    one.findings[0].got = "301 datagrams in 2 seconds";
    EXPECT_THAT(said(floods, one.step(model::kProgram, running)),
                HasSubstr("sent 301 datagrams in 2 seconds. More than 300 are too many"));
}

TEST(Floods, SaysWhatAndAfterWhat) {
    const auto poured = [](const std::string& output, Cause cause) {
        return FailedCase(Role::client, kTcp, cause)
            .add(event::Coaxed{"", event::Coaxed::With::end_of_input})
            .prints(output)
            .add(event::Flooded{"output", 4 << 20})
            .step(model::kProgram, model::Exits{}, WaitEnd::flooded);
    };
    EXPECT_THAT(said(floods, poured("Text: \nText: \nText: \nText: \nTe", Cause::output_flood)),
                HasSubstr("after its input had ended, again and again \"Text: \""));
    EXPECT_THAT(said(floods, poured("1\n2\n3\n4\n5\n", Cause::output_flood)),
                HasSubstr("printed without end after its input had ended."));
    EXPECT_EQ(said(floods, poured("Text: \nText: \nText: \n", Cause::hung)), "");
    // Its time was over before it came to the limit.
    const auto slow = FailedCase(Role::client, kTcp, Cause::output_flood)
                          .prints("Text: \nText: \nText: \nText: \nTe")
                          .step(model::kProgram, model::Exits{}, WaitEnd::backstop);
    EXPECT_THAT(said(floods, slow), HasSubstr("printed without end, again and again"));
}

}  // namespace
}  // namespace sockgrade::diagnoses
