#include "telling/step.hh"

#include <gtest/gtest.h>

namespace sockgrade::telling {
namespace {

using namespace model;
Message text(std::string what) {
    return {.form = Message::Form::text, .text = std::move(what), .size = {}, .bytes = {}};
}
Message words(std::string size, std::string bytes = {}) {
    return {.form = Message::Form::words, .text = {}, .size = std::move(size), .bytes = std::move(bytes)};
}
std::string said(std::string actor, Action action) {
    return describe({std::move(actor), std::move(action), 0});
}

TEST(DescribeStep, SaysWhatAPeerDoes) {
    EXPECT_EQ(said("client", Connect{}), "the client connects");
    EXPECT_EQ(said("sender", Connect{From::another_host}), "the sender connects from another host");
    EXPECT_EQ(said("server", Accept{}), "the server accepts a connection");
    EXPECT_EQ(said("client", FinishSending{}),
              "the client finishes sending (a half-close) and goes on reading");
    EXPECT_EQ(said("client", Close{}), "the client closes its socket");
    EXPECT_EQ(said("rude", Reset{}), "the peer 'rude' resets its connection");
    EXPECT_EQ(said("server", Reply{}), "the server replies with the capitals of what it got");
    EXPECT_EQ(said("server", Reply{Reply::With::message, text("ok"), {{}, 1}, Letters::ascii}),
              "the server replies with \"ok\", 1 byte at a time");
}

TEST(DescribeStep, SaysHowAPeerMakesItHard) {
    EXPECT_EQ(said("server", Accept{true}),
              "the server accepts a connection only when the program does nothing more without it");
    EXPECT_EQ(said("server", FillBacklog{}),
              "the server has no room in its backlog: an attempt to connect gets no answer until it accepts");
    EXPECT_EQ(said("server", Refuse{}), "the server refuses the first attempt to connect");
    EXPECT_EQ(said("server", Refuse{2}), "the server refuses the first 2 attempts to connect");
    EXPECT_EQ(said("server", StopReading{}),
              "the server stops reading, so that the program can send only so much");
    EXPECT_EQ(said("server", GoOnReading{}), "the server goes on reading when the program can send no more");
    EXPECT_EQ(said("server", GoAway{}), "the server goes away: nobody holds its port any more");
    EXPECT_EQ(said("server", ComeBack{}),
              "the server comes back on the same port and has forgotten everything");
    EXPECT_EQ(
        said("server", Reply{Reply::With::capitals, {}, {}, Letters::ascii, {BreakOff::How::cut, 1}}),
        "the server replies with the capitals of what it got, but closes its socket after 1 byte of it");
    EXPECT_EQ(
        said("rude",
             Send{{text("hello")}, false, {}, false, From::anywhere, {}, 0, {}, {BreakOff::How::reset, 3}}),
        "the peer 'rude' sends \"hello\", but resets its connection after 3 bytes of it");
}

TEST(DescribeStep, SaysWhatIsSent) {
    EXPECT_EQ(said("client", Send{{text("hello")}, true, {}, false}),
              "the client sends \"hello\" and, if the program stays silent, a newline and then a half-close");
    EXPECT_EQ(said("client", Send{{text("hi\n")}, false, {{}, 7}, false}),
              "the client sends \"hi\\n\", 7 bytes at a time");
    EXPECT_EQ(said("client", Send{{text("hello")}, false, {{2}, 0}, false}),
              "the client sends \"hello\", cut after its first 2 bytes");
    EXPECT_EQ(said("client", Send{{text("hello")}, false, {{1, 2}, 3}, false}),
              "the client sends \"hello\", cut after pieces of 1, 2 bytes, 3 bytes at a time");
    EXPECT_EQ(said("client", Send{{text("a"), text("b")}, false, {}, true}),
              "the client sends \"a\" and then \"b\", all in one go");
    EXPECT_EQ(said("quiet", Send{{text("")}, false, {}, false, From::another_host}),
              "the peer 'quiet' sends an empty message from another host");
    EXPECT_EQ(said("client", Send{{text("a"), text("b")}, false, {}, false}),
              "the client sends \"a\" and then \"b\"");
    EXPECT_EQ(said("client", Send{{text("a"), text("b"), text("c")}, false, {}, false}),
              "the client sends 3 messages, from \"a\" to \"c\"");
    EXPECT_EQ(said("client", Send{{text("{n}"), text("{n}")}, false, {}, false}),
              "the client sends 2 messages, \"{n}\"");
}

TEST(DescribeStep, ShowsARecipeUntilItIsFilledInAndForWhatIsLong) {
    EXPECT_EQ(said("client", Send{{words("{size}")}, false, {}, false}),
              "the client sends {size} bytes of words");
    EXPECT_EQ(said("client", Send{{words("5", "apple")}, false, {}, false}), "the client sends \"apple\"");
    EXPECT_EQ(said("client", Send{{words("900", std::string(900, 'a'))}, false, {}, false}),
              "the client sends 900 bytes of words");
}

TEST(DescribeStep, SaysWhatIsExpected) {
    const auto expect = [](Expect::What what) {
        Expect e;
        e.what = what;
        return e;
    };
    EXPECT_EQ(said("client", expect(Expect::What::capitals)), "the client gets the capitals of what it sent");
    EXPECT_EQ(said("server", expect(Expect::What::given)),
              "the server gets the text that the program was given, or one of its own");
    EXPECT_EQ(said("server", expect(Expect::What::end)), "the server sees the program close the connection");
    Expect each = expect(Expect::What::each);
    EXPECT_EQ(said("client", each), "the client gets the capitals of each message that it sent, in order");
    each.order = Expect::Order::any;
    each.copies = 2;
    EXPECT_EQ(said("client", each),
              "the client gets the capitals of each message that it sent, in any order, each at most twice");
    each.letters = model::Letters::kept;
    each.copies = 1;
    EXPECT_EQ(said("client", each), "the client gets each message that it sent, in any order");
    Expect timed = expect(Expect::What::capitals);
    timed.letters = model::Letters::kept;
    timed.not_before = std::chrono::milliseconds(1500);
    timed.within = std::chrono::seconds(2);
    EXPECT_EQ(said("client", timed),
              "the client gets what it sent, not before 1.5 seconds are over, within 2 seconds");
    Expect http = expect(Expect::What::http);
    http.response = {404, {{"Content-Type", {text("a+"), true, ""}}}, model::Wanted{text("gone")}};
    EXPECT_EQ(
        said("client", http),
        "the client gets an HTTP response with the status 404, Content-Type: what fits \"a+\", and the body "
        "\"gone\"");
}

TEST(DescribeStep, SaysWhatTheProgramDoes) {
    EXPECT_EQ(said(kProgram, Prints{}), "the program prints each message that was sent, in order");
    EXPECT_EQ(said(kProgram, Exits{}), "the program ends");
    EXPECT_EQ(said(kProgram, Exits{0}), "the program ends with exit status 0");
    EXPECT_EQ(said(kProgram, IsRunning{}), "the program is still running");
    EXPECT_EQ(said(kProgram, IsRunning{std::chrono::seconds(30)}),
              "the program is still running after 30 seconds of silence");
    EXPECT_EQ(said(kProgram, Exits{std::nullopt, true}), "the program ends with an exit status other than 0");
    EXPECT_EQ(said(kProgram, model::Wrote{{{"out.txt", {text("hello"), false, ""}}}}),
              "the program has written \"hello\" to the file \"out.txt\"");
    EXPECT_EQ(said(kProgram, KeepsPrinting{}), "the program prints again and again while nothing comes");
    model::Typed typed;
    typed.message.text = "more";
    EXPECT_EQ(said(kProgram, typed), "the program gets \"more\" typed on its standard input");
    EXPECT_EQ(said("server", Refuse{0}), "the server refuses every attempt to connect");
}

}  // namespace
}  // namespace sockgrade::telling
