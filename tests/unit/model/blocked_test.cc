#include "model/blocked.hh"

#include <gtest/gtest.h>

namespace sockgrade::model {
namespace {

std::string tcp(std::string_view text) { return without_descriptors(text, Transport::tcp); }

TEST(Blocked, NamesDescriptorsByWhatTheyAre) {
    EXPECT_EQ(tcp("It was waiting in accept() on descriptor 3."),
              "It was waiting in accept() on the listening socket.");
    EXPECT_EQ(tcp("recv() on descriptor 4"), "recv() on the connection");
    EXPECT_EQ(tcp("read() on descriptor 14 for more"), "read() on the connection for more");
    EXPECT_EQ(tcp("connect() on descriptor 3"), "connect() on the socket");
    EXPECT_EQ(without_descriptors("recvfrom() on descriptor 3.", Transport::udp),
              "recvfrom() on the socket.");
}

TEST(Blocked, CountsThoseOfOneCall) {
    EXPECT_EQ(tcp("recv() on descriptor 4, recv() on descriptor 5 and recv() on descriptor 6."),
              "recv() on 3 connections.");
    EXPECT_EQ(tcp("accept() on descriptor 3, recv() on descriptor 4 and recv() on descriptor 5"),
              "accept() on the listening socket, recv() on 2 connections");
    EXPECT_EQ(tcp("accept() on descriptor 3 and recv() on descriptor 4"),
              "accept() on the listening socket and recv() on the connection");
}

TEST(Blocked, LeavesTheRestAsItIs) {
    for (const char* text :
         {"", "poll()", "its own code", "flock() on descriptor 7", "recv() on descriptor ",
          "recv() on descriptor x", "() on descriptor 3", R"(it printed "recv() on descriptor 4")",
          R"(it printed "\"recv() on descriptor 4")"})
        EXPECT_EQ(tcp(text), text);
}

TEST(Blocked, IsSaidOfAllOfACase) {
    CaseResult result;
    result.findings.resize(1);
    result.findings[0].detail = "It was waiting in accept() on descriptor 3.";
    result.diagnoses = {{"blocked_in", "Your program waits in recv() on descriptor 4", "hint", {}}};
    name_descriptors(result, Transport::tcp);
    EXPECT_EQ(result.findings[0].detail, "It was waiting in accept() on the listening socket.");
    EXPECT_EQ(result.diagnoses[0].message, "Your program waits in recv() on the connection");
}

}  // namespace
}  // namespace sockgrade::model
