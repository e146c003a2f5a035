#include "reference/host_names.hh"

#include <gtest/gtest.h>

#include <cstdint>
#include <sstream>

namespace sockgrade::reference {
namespace {

constexpr std::uint8_t kA = 1;
constexpr std::uint8_t kPtr = 12;
constexpr std::uint8_t kMx = 15;
constexpr std::uint8_t kAaaa = 28;

std::string query(const std::string& name, std::uint8_t type) {
    std::string bytes("\x12\x34\x01\x00\x00\x01\x00\x00\x00\x00\x00\x00", 12);
    std::istringstream labels(name);
    for (std::string label; std::getline(labels, label, '.');)
        bytes += static_cast<char>(label.size()) + label;
    bytes += '\0';
    return bytes + std::string("\0", 1) + static_cast<char>(type) + std::string("\0\1", 2);
}

int status_of(const std::string& reply) { return reply.at(3) & 0x0f; }
int answers_in(const std::string& reply) { return reply.at(7); }

TEST(HostNames, AreWhatPeopleCallTheirComputers) {
    for (const char* name :
         {"Yohanna", "my-laptop", "server.example.edu", "raspberrypi.local", "DESKTOP-4F2K",
          "hostname.of.receiver", "my_pc", "3com.com", "xn--mnchen-3ya", "a"})
        EXPECT_TRUE(can_be_host_name(name)) << name;
    for (const char* name : {"", "http://server", "my laptop", "a..b", ".", "server.", "127.0.0.1:5000",
                             "300.1.1.1", "24430", "-h", "<server>", "1.2.3"})
        EXPECT_FALSE(can_be_host_name(name)) << name;
    EXPECT_TRUE(can_be_host_name(std::string(63, 'a')));
    EXPECT_FALSE(can_be_host_name(std::string(64, 'a')));
    EXPECT_FALSE(can_be_host_name(std::string(63, 'a') + '.' + std::string(63, 'b') + '.' +
                                  std::string(63, 'c') + '.' + std::string(63, 'd')));
}

TEST(NameQuery, GetsTheAddress) {
    const std::string asked = query("my-Laptop.local", kA);
    const auto reply = answer_to_name_query(asked, "192.168.7.9");
    ASSERT_TRUE(reply.has_value());
    EXPECT_EQ(reply->name, "my-Laptop.local");
    EXPECT_EQ(reply->host, "192.168.7.9");
    EXPECT_EQ(reply->bytes.substr(0, 2), "\x12\x34");
    EXPECT_EQ(status_of(reply->bytes), 0);
    EXPECT_EQ(answers_in(reply->bytes), 1);
    // The question stands in the answer as it was asked.
    EXPECT_EQ(reply->bytes.substr(12, asked.size() - 12), asked.substr(12));
    EXPECT_EQ(reply->bytes.substr(reply->bytes.size() - 6), std::string("\x00\x04\xc0\xa8\x07\x09", 6));
}

TEST(NameQuery, HasNoOtherAddress) {
    for (const std::uint8_t type : {kAaaa, kMx}) {
        const auto reply = answer_to_name_query(query("my-laptop", type), "127.0.0.1");
        ASSERT_TRUE(reply.has_value());
        EXPECT_EQ(status_of(reply->bytes), 0);
        EXPECT_EQ(answers_in(reply->bytes), 0);
    }
}

TEST(NameQuery, FindsNothingWhereNothingCanBe) {
    for (const char* name : {"http://server", "300.1.1.1", "my laptop"}) {
        const auto reply = answer_to_name_query(query(name, kA), "127.0.0.1");
        ASSERT_TRUE(reply.has_value());
        EXPECT_EQ(status_of(reply->bytes), 3);
        EXPECT_EQ(reply->name, name);
        EXPECT_EQ(reply->host, "");
    }
    const auto pointer = answer_to_name_query(query("1.0.0.127.in-addr.arpa", kPtr), "127.0.0.1");
    ASSERT_TRUE(pointer.has_value());
    EXPECT_EQ(status_of(pointer->bytes), 3);
    EXPECT_EQ(pointer->name, "");
}

TEST(NameQuery, LocalhostStaysHere) {
    EXPECT_EQ(answer_to_name_query(query("LocalHost", kA), "192.168.7.9")->host, "127.0.0.1");
}

TEST(NameQuery, MayBeAnything) {
    const std::string whole = query("server.example.edu", kA);
    for (std::size_t size = 0; size < whole.size(); ++size)
        EXPECT_FALSE(answer_to_name_query(whole.substr(0, size), "127.0.0.1").has_value()) << size;
    std::string reply = whole;
    reply[2] = '\x81';
    EXPECT_FALSE(answer_to_name_query(reply, "127.0.0.1").has_value());
    std::string compressed = whole;
    compressed[12] = '\xc0';
    EXPECT_FALSE(answer_to_name_query(compressed, "127.0.0.1").has_value());
    // A label with a dot in it.
    std::string dotted = whole;
    dotted[15] = '.';
    EXPECT_EQ(status_of(answer_to_name_query(dotted, "127.0.0.1")->bytes), 3);
}

}  // namespace
}  // namespace sockgrade::reference
