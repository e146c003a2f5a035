#include "reports/source_line.hh"

#include <gtest/gtest.h>

#include "tests/unit/reports/sample_results.hh"

namespace sockgrade::reports {
namespace {

std::string line_in(const std::string& errors) {
    model::CaseResult one = samples::failed().cases[0];
    one.transcripts[0].events.push_back({11, 20'000, model::event::Printed{true, errors}});
    const auto line = source_line(one);
    return line ? place_of(*line) + (line->text.empty() ? "" : " " + line->text) : "none";
}

TEST(SourceLine, IsTheInnermostOfTheStudentsOwn) {
    EXPECT_EQ(line_in("Traceback (most recent call last):\n"
                      "  File \"/home/anna/server.py\", line 30, in <module>\n    main()\n"
                      "  File \"/home/anna/server.py\", line 12, in main\n    reply(connection)\n    ^^^^^\n"
                      "  File \"/usr/lib/python3.11/socket.py\", line 706, in readinto\n    return self\n"
                      "ConnectionResetError: [Errno 104]\n"),
              "server.py:12 reply(connection)");
    EXPECT_EQ(line_in("Exception in thread \"main\" java.net.ConnectException: refused\n"
                      "\tat java.base/sun.nio.ch.Net.pollConnect(Net.java:672)\n"
                      "\tat Server.serve(Server.java:12)\n\tat Server.main(Server.java:30)\n"),
              "Server.java:12");
    EXPECT_EQ(line_in("/home/anna/server.js:12\n    reply.toUpper()\n          ^\n\nTypeError: no\n"
                      "    at Socket.<anonymous> (/home/anna/server.js:12:11)\n    at node:events:517:28\n"),
              "server.js:12 reply.toUpper()");
    EXPECT_EQ(line_in("panic: no\n\ngoroutine 1 [running]:\nmain.main()\n\t/home/anna/server.go:12 +0x1d\n"),
              "server.go:12");
}

TEST(SourceLine, IsNotMadeUp) {
    for (const char* errors : {"", "server.py:12", "File \"server.py\"", "  File \"server.py\", line x",
                               "  File \"<stdin>\", line 1, in f", "  File \"server.py\", line 123456789\n",
                               "  File \"/etc/passwd\", line 3\n", "\tat Thread.run(Thread.java)",
                               "  File \"server.py\", line 0, in f\n"})
        EXPECT_EQ(line_in(errors), "none") << errors;
    model::CaseResult passed = samples::passed().cases[0];
    EXPECT_FALSE(source_line(passed).has_value());
    EXPECT_FALSE(source_line({}).has_value());
}

TEST(SourceLine, IsWhereACompilerStopped) {
    const auto line = source_line(samples::build_failure().cases[0]);
    ASSERT_TRUE(line.has_value());
    EXPECT_EQ(place_of(*line), "sender.c:7");
}

}  // namespace
}  // namespace sockgrade::reports
