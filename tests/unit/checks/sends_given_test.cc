#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "transcript_builder.hh"

namespace sockgrade::checks {
namespace {

using testing::Contains;
using testing::HasSubstr;

using What = model::Expect::What;

const std::string kMessage = "good morning and 42 apples";  // what accepted_client() is given

Case sends_message(const std::string& bytes, WaitEnd how = WaitEnd::satisfied) {
    std::vector<model::event::What> happenings;
    if (!bytes.empty()) happenings.emplace_back(received(bytes, "server"));
    return accepted_client(Role::sender)
        .step("server", expect(What::given), happenings, how, Waits{{WaitCall::read, 0}});
}

Control control_run(const std::string& sent) {
    return {{"127.0.0.1", 23456}, "another text entirely", kGiven, sent};
}

TEST(SendsGiven, TheGivenMessage) {
    expect_passed(sends_message(kMessage));
    expect_passed(sends_message(kMessage + "\n"));
}

TEST(SendsGiven, AsALineAmongOthers) {
    expect_passed(sends_message("my name is Ada\n" + kMessage + "\nbye\n"));
}

TEST(SendsGiven, InSeveralSegments) {
    expect_passed(accepted_client(Role::sender)
                      .step("server", expect(What::given),
                            {received("good morning", "server"), received(" and 42 apples", "server")}));
}

TEST(SendsGiven, AnotherTextIsNotIt) {
    expect_failed(sends_message("hello"), Cause::wrong_content);
    expect_failed(sends_message("GOOD MORNING AND 42 APPLES"), Cause::wrong_case);
    expect_failed(sends_message("good morning and"), Cause::missing);
    expect_failed(sends_message(kMessage + kMessage), Cause::extra);
}

TEST(SendsGiven, NothingAndWhy) {
    expect_failed(sends_message("", WaitEnd::quiet), Cause::missing,
                  "waiting in read() on its standard input");
    expect_failed(sends_message("\n", WaitEnd::quiet), Cause::missing);
}

// The control run was given another message, and the same came: it is the program's own.
TEST(SendsGiven, ATextOfItsOwnIsFollowed) {
    expect_passed(sends_message("hello from Ada").happens(control_run("hello from Ada")));
    // By chance a part of the given text, but it stayed the same with a wholly different one.
    expect_passed(sends_message("good").happens(control_run("good")));
}

TEST(SendsGiven, WhatChangesWithTheMessageIsMadeFromIt) {
    expect_failed(sends_message("good m").happens(control_run("anothe")), Cause::missing);
}

TEST(SendsGiven, WhoAsksForTheMessageHasToSendIt) {
    const Case typed =
        accepted_client(Role::sender)
            .step("server", expect(What::given), {Typed{kMessage + "\n"}, received("hello", "server")})
            .happens(control_run("hello"));
    expect_failed(typed, Cause::wrong_content, "had been typed, but the program sent something else");
}

// Whether to go on was asked after it had sent its own.
TEST(SendsGiven, WhatIsTypedBehindATextOfItsOwnDoesNotMatter) {
    const Case typed =
        accepted_client(Role::sender)
            .step("server", expect(What::given), {received("hello", "server"), Typed{kMessage + "\n"}})
            .happens(control_run("hello"));
    expect_passed(typed);
}

TEST(SendsGiven, AControlRunThatSentNothingProvesNothing) {
    Control silent = control_run("");
    silent.sent = std::nullopt;
    expect_failed(sends_message("hello").happens(silent), Cause::wrong_content);
}

TEST(SendsGiven, OneDatagramOfSeveralIsEnough) {
    Case udp(Role::sender, Transport::udp);
    udp.plan().given.message = kMessage;
    const auto with = [&](const std::vector<model::event::What>& happenings) {
        return Case(udp).step("server", expect(What::given), happenings);
    };
    const Opened there{"server", kGiven, kPeer};
    expect_passed(with({there, received("hi", "server"), received(kMessage, "server")}));
    expect_failed(with({there, received("good morning", "server"), received(" and 42 apples", "server")}),
                  Cause::missing);
}

TEST(FirstSent, WhatItSaysBeforeAnybodySpeaks) {
    EXPECT_EQ(first_sent(accepted_client().transcript()), std::nullopt);
    Case talk = accepted_client();
    talk.happens(received("a", "server")).happens(received("b", "server")).happens(sent("c", "server"));
    talk.happens(received("d", "server"));
    EXPECT_EQ(first_sent(talk.transcript()), "ab");
    talk.plan().transport = Transport::udp;
    EXPECT_EQ(first_sent(talk.transcript()), "a");
}

}  // namespace
}  // namespace sockgrade::checks
