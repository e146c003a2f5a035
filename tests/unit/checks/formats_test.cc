// Messages of bytes, and where they come from.
#include <gmock/gmock.h>

#include "tests/unit/checks/transcript_builder.hh"

namespace sockgrade::checks {
namespace {

using namespace std::string_literals;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using Kind = model::FormatField::Kind;
using What = model::Expect::What;

model::Message data_block(const std::string& number) {
    model::Message message;
    message.form = model::Message::Form::format;
    message.formatted = {"data",
                         {{.name = "op", .kind = Kind::u2, .is = "3"},
                          {.name = "block", .kind = Kind::u2},
                          {.name = "body", .kind = Kind::bytes, .size = "2"}},
                         {{.name = "block", .bytes = number}}};
    return message;
}

model::Message error_message() {
    model::Message message;
    message.form = model::Message::Form::format;
    message.formatted = {
        "error", {{.name = "op", .kind = Kind::u2, .is = "5"}, {.name = "why", .kind = Kind::cstring}}, {}};
    return message;
}

model::Expect awaiting_block(const std::string& number) {
    model::Expect made;
    made.what = What::format;
    made.message = data_block(number);
    return made;
}

model::Finding finding_of(const model::Expect& expect, const std::vector<std::string>& came) {
    Case one(Role::server, Transport::udp);
    std::vector<model::event::What> happenings;
    for (const std::string& bytes : came) happenings.push_back(received(bytes));
    one.step("client", send("hello"), {call(Call::bind, Transport::udp, kGiven), sent("hello")});
    one.step("client", expect, happenings);
    return one.judged().findings.back();
}

TEST(SendsFormat, IsHeldFieldByField) {
    EXPECT_EQ(finding_of(awaiting_block("1"), {"\0\3\0\1ab"s}).status, Status::met);
    const model::Finding wrong = finding_of(awaiting_block("1"), {"\0\3\0\2ab"s});
    EXPECT_EQ(wrong.cause, Cause::wrong_content);
    EXPECT_EQ(wrong.detail,
              "`block` (bytes 2 to 3) is 2, and should be 1.\n"
              "bytes 0-1  00 03  op = 3\n"
              "bytes 2-3  00 02  block = 2, should be 1\n"
              "bytes 4-5  61 62  body = \"ab\" (any)");
    EXPECT_EQ(finding_of(awaiting_block("1"), {"\0\3\0\1ab"s, "\0\3\0\1ab"s}).cause, Cause::extra);
}

// Who waits for an acknowledgement may send again before it comes, however busy the machine of its peer is.
TEST(SendsFormat, ACopyThatCameBeforeTheAnswerIsNoAnswerToIt) {
    const auto status = [](const std::vector<model::event::What>& second, const std::string& came) {
        Case one(Role::server, Transport::udp);
        one.step("client", send("hello"), {call(Call::bind, Transport::udp, kGiven), sent("hello")});
        one.step("client", awaiting_block("1"), {received("\0\3\0\1ab"s)});
        one.step("client", send("ack"), second);
        one.step("client", awaiting_block("2"), {received(came)});
        return one.judged().findings.back().status;
    };
    EXPECT_EQ(status({received("\0\3\0\1ab"s), sent("ack")}, "\0\3\0\2cd"s), Status::met);
    EXPECT_EQ(status({received("\0\3\0\1ac"s), sent("ack")}, "\0\3\0\2cd"s), Status::not_met);
    EXPECT_EQ(status({sent("ack"), received("\0\3\0\1ab"s)}, "\0\3\0\2cd"s), Status::not_met);
    EXPECT_EQ(status({sent("ack")}, "\0\3\0\1ab"s), Status::not_met);
}

TEST(SendsFormat, OneThatIsNotWholeIsMissed) {
    model::Expect expect = awaiting_block("1");
    expect.frame.until = model::Frame::Until::format;
    const auto detail = [&](const std::string& came) {
        Case one = connected_server();
        one.step("client", send("hello"), {sent("hello")});
        one.step("client", expect, {received(came)}, WaitEnd::quiet);
        return one.judged().findings.back().detail;
    };
    EXPECT_THAT(detail("\0\3\0\1a"s), AllOf(HasSubstr("It is not whole."), HasSubstr("only 1 is left")));
    // What is wrong in it is worth more than that it ends too early.
    EXPECT_THAT(detail("\0\3\0\2a"s), AllOf(Not(HasSubstr("It is not whole.")), HasSubstr("should be 1")));
}

TEST(SendsOneOf, FormatsAreToldByTheNearest) {
    model::Expect expect;
    expect.what = What::one_of;
    expect.wanted = {{error_message(), false, ""}, {data_block("1"), false, ""}};
    EXPECT_EQ(finding_of(expect, {"\0\5no\0"s}).status, Status::met);
    const model::Finding wrong = finding_of(expect, {"\0\3\0\2ab"s});
    EXPECT_THAT(wrong.detail, AllOf(HasSubstr("As 'error': `op` (bytes 0 to 1) is 3, and should be 5."),
                                    HasSubstr("As 'data': `block` (bytes 2 to 3) is 2, and should be 1."),
                                    HasSubstr("\nbytes 2-3  00 02  block = 2, should be 1")));
}

TEST(AnswersFromItsPort, IsAskedOfWhoHasAnswered) {
    model::Expect expect = awaiting_block("1");
    expect.port = model::Expect::Port::another;
    const auto finding = [&](const std::vector<std::uint16_t>& ports) {
        Case one(Role::server, Transport::udp);
        one.step("client", send("hello"),
                 {call(Call::bind, Transport::udp, kGiven), opened(), sent("hello")});
        std::vector<model::event::What> happenings;
        for (const std::uint16_t port : ports)
            happenings.push_back(Opened{"client", kPeer, {"127.0.0.1", port}});
        happenings.push_back(received("\0\3\0\1ab"s));
        one.step("client", expect, happenings);
        return one.judged().findings.back();
    };
    EXPECT_EQ(finding({40001}).status, Status::met);
    EXPECT_EQ(finding({}).cause, Cause::wrong_address);
    EXPECT_THAT(finding({}).detail, HasSubstr("It came from port 12000, where everybody asks."));
}

}  // namespace
}  // namespace sockgrade::checks
