// What Wireshark makes of our captures. It judges checksums, numbers and blocks better than we could.
#include "capture/capture.hh"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cerrno>
#include <fstream>
#include <initializer_list>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "system/command.hh"
#include "system/find_program.hh"
#include "system/temporary_folder.hh"

namespace sockgrade::capture {
namespace {

namespace event = model::event;
using model::Address;
using model::Direction;
using model::Role;
using model::Transport;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const Address kProgram{"127.0.0.1", 31741};
const Address kClient{"127.0.0.1", 41234};
const Address kNeighbour{"127.0.0.1", 41235};

model::Transcript told(Role role, Transport transport, std::initializer_list<event::What> happenings) {
    model::Transcript transcript;
    transcript.plan.exercise = "an-exercise";
    transcript.plan.case_id = "a-case";
    transcript.plan.role = role;
    transcript.plan.transport = transport;
    for (const event::What& what : happenings) {
        const std::size_t number = transcript.events.size() + 1;
        transcript.events.push_back({number, static_cast<std::int64_t>(number) * 1500, what});
    }
    return transcript;
}

// What both sides sent in a stream, as tshark puts it together.
struct Stream {
    std::string from_first;  // the one that spoke first
    std::string from_second;
};

class Capture : public testing::Test {
  protected:
    // tshark on the capture. Without it these tests fail: see ci/install.
    std::string tshark(const model::Transcript& transcript, const std::vector<std::string>& options) const {
        return tshark(to_pcapng(transcript), options);
    }
    std::string tshark(const std::string& capture, const std::vector<std::string>& options) const {
        const std::string path = folder_.path() + "/case.pcapng";
        std::ofstream(path, std::ios::binary) << capture;
        system::CommandOptions command;
        command.argv = {"tshark", "-r", path};
        for (const char* check : {"ip", "tcp", "udp"})
            command.argv.insert(command.argv.end(), {"-o", fmt::format("{}.check_checksum:TRUE", check)});
        command.argv.insert(command.argv.end(), options.begin(), options.end());
        command.environment = {"PATH=" + system::search_path(), "HOME=" + folder_.path(), "LC_ALL=C.UTF-8"};
        command.output_limit = 16 << 20;
        const system::CommandResult result = system::run_command(command);
        EXPECT_TRUE(result.succeeded()) << result.output;
        std::string text;
        std::istringstream lines(result.output);
        for (std::string line; std::getline(lines, line);)
            if (!line.starts_with("Running as user")) text += line + "\n";
        return text;
    }

    // Warnings and errors: bad checksums, gaps and repetitions of sequence numbers, malformed packets.
    std::string complaints(const model::Transcript& transcript) const {
        return tshark(transcript, {"-q", "-z", "expert,warn"});
    }

    Stream follow(const model::Transcript& transcript, const std::string& transport, int number) const {
        // Only what arrived.
        const std::string text = tshark(transcript, {"-2", "-R", "frame.interface_id == 0", "-q", "-z",
                                                     fmt::format("follow,{},raw,{}", transport, number)});
        Stream stream;
        std::istringstream lines(text);
        bool data = false;
        for (std::string line; std::getline(lines, line);) {
            if (line.starts_with("Node 1")) data = true;
            if (!data || line.starts_with("Node 1")) continue;
            if (line.starts_with("===")) break;
            const bool second = line.starts_with('\t');
            std::string& side = second ? stream.from_second : stream.from_first;
            for (std::size_t i = second ? 1 : 0; i + 1 < line.size(); i += 2)
                side += static_cast<char>(std::stoi(line.substr(i, 2), nullptr, 16));
        }
        return stream;
    }

    std::vector<std::string> fields(const model::Transcript& transcript,
                                    const std::vector<std::string>& names) const {
        std::vector<std::string> options = {"-T", "fields"};
        for (const std::string& name : names) options.insert(options.end(), {"-e", name});
        std::vector<std::string> rows;
        std::istringstream lines(tshark(transcript, options));
        for (std::string line; std::getline(lines, line);) rows.push_back(line);
        return rows;
    }

  private:
    system::TemporaryFolder folder_;
};

model::Transcript conversation() {
    return told(
        Role::server, Transport::tcp,
        {event::Started{{"python3", "server.py"}},
         event::SocketCall{
             model::event::SocketCall::Call::listen, Transport::tcp, {"0.0.0.0", 31741}, 0, false},
         event::Opened{"client", kClient, kProgram}, event::Sent{"client", "hel", kProgram},
         event::Sent{"client", "lo\n", kProgram}, event::Opened{"other", kNeighbour, kProgram},
         event::Received{"client", "HELLO\n", kProgram},
         event::Coaxed{"client", event::Coaxed::With::half_close}, event::Finished{"client", false},
         event::Received{"client", std::string(200'000, 'x'), kProgram}, event::Finished{"client", true},
         event::Closed{"client", false}, event::Sent{"other", std::string("\0\xff", 2), kProgram},
         event::Finished{"other", true}, event::Sent{"other", "more", kProgram},
         event::Printed{false, "bye\n"}, event::Ended{{model::Termination::How::exited, 0, ""}}});
}

TEST_F(Capture, ATcpConversationIsWholeAndFlawless) {
    const model::Transcript transcript = conversation();
    EXPECT_THAT(complaints(transcript), Not(HasSubstr("Frequency")));
    const Stream client = follow(transcript, "tcp", 0);
    EXPECT_EQ(client.from_first, "hello\n");
    EXPECT_TRUE(client.from_second == "HELLO\n" + std::string(200'000, 'x'));
    const Stream other = follow(transcript, "tcp", 1);
    EXPECT_EQ(other.from_first, std::string("\0\xff", 2) + "more");
    EXPECT_EQ(other.from_second, "");
}

// The tests rely on tshark's complaints, so it has to have some.
TEST_F(Capture, AFlawIsNoticed) {
    std::string bytes = to_pcapng(
        told(Role::server, Transport::tcp,
             {event::Opened{"client", kClient, kProgram}, event::Sent{"client", "hello", kProgram}}));
    // In the packet: the comment, which says it too, comes behind.
    bytes.at(bytes.find("hello")) = 'j';
    EXPECT_THAT(tshark(bytes, {"-q", "-z", "expert,warn"}), HasSubstr("Bad checksum"));
}

TEST_F(Capture, EachRoleHasAnAddressAndCommentsSayWhatHappened) {
    const std::vector<std::string> rows =
        fields(conversation(), {"frame.time_epoch", "ip.src", "tcp.flags.str", "frame.comment"});
    ASSERT_GT(rows.size(), 3U);
    EXPECT_THAT(rows[0], HasSubstr("0.004500000\t192.0.2.2\t"));
    EXPECT_THAT(rows[0], HasSubstr("event 2, 0.003000 s: the program called listen on 0.0.0.0:31741"));
    EXPECT_THAT(rows[1], HasSubstr("192.0.2.1"));
    EXPECT_THAT(rows.back(), HasSubstr(R"(the program printed "bye\n")"));
    EXPECT_THAT(rows.back(), HasSubstr("192.0.2.1"));  // the acknowledgement of `more`
}

TEST_F(Capture, ARecordedAddressStaysWhereItIsNobodyElses) {
    const model::Transcript transcript = told(Role::client, Transport::tcp,
                                              {event::Opened{"server", {"10.1.1.1", 80}, {"10.1.1.2", 5000}},
                                               event::Received{"server", "hi", {"10.1.1.2", 5000}}});
    EXPECT_THAT(
        fields(transcript, {"ip.src", "tcp.dstport"}),
        ElementsAre("10.1.1.2\t80", "10.1.1.1\t5000", "10.1.1.2\t80", "10.1.1.2\t80", "10.1.1.1\t5000"));
}

TEST_F(Capture, ResetsAndRefusalsAreShown) {
    const model::Transcript transcript =
        told(Role::server, Transport::tcp,
             {event::NotOpened{"client", kProgram, ECONNREFUSED}, event::Opened{"client", kClient, kProgram},
              event::Closed{"client", true}, event::Opened{"client", kClient, kProgram},
              event::Sent{"client", "hello", kProgram}, event::ResetSeen{"client", ECONNRESET}});
    // A reset is a warning in itself; nothing else is.
    const std::string text = complaints(transcript);
    EXPECT_THAT(text, HasSubstr("3   Sequence                TCP  Connection reset (RST)"));
    EXPECT_THAT(text, HasSubstr("Warns (3)"));
    EXPECT_THAT(text, Not(HasSubstr("Errors")));
    EXPECT_EQ(follow(transcript, "tcp", 2).from_first, "hello");
}

TEST_F(Capture, Ipv6) {
    const model::Transcript tcp =
        told(Role::server, Transport::tcp,
             {event::Opened{"client", {"::1", 41234}, {"::1", 31741}}, event::Sent{"client", "hello", {}},
              event::Received{"client", "HELLO", {}}});
    EXPECT_THAT(complaints(tcp), Not(HasSubstr("Frequency")));
    EXPECT_EQ(follow(tcp, "tcp", 0).from_second, "HELLO");
    const model::Transcript udp =
        told(Role::server, Transport::udp,
             {event::Opened{"client", {"::1", 41234}, {"::1", 31741}},
              event::Sent{"client", "hello", {"::1", 31741}}, event::ResetSeen{"client", ECONNREFUSED}});
    EXPECT_THAT(complaints(udp), Not(HasSubstr("Frequency")));
    EXPECT_THAT(fields(udp, {"ipv6.src", "icmpv6.type"}),
                ElementsAre("2001:db8::2\t", "2001:db8::1,2001:db8::2\t1"));
}

TEST_F(Capture, WhatALinkDroppedIsOnItsInterface) {
    static const Address link{"127.0.0.1", 50000};
    const auto fault = [](const char* kind, std::size_t number, const char* bytes,
                          Direction direction = Direction::to_program) {
        return event::FaultApplied{kind, direction, number,  1, bytes, std::string(kind) == "drop",
                                   {},   0,         "client"};
    };
    const auto arrives = [](std::size_t number, const char* bytes) {
        return event::Delivered{"client", Direction::to_program, number, 1, bytes, {}, link};
    };
    model::Transcript transcript = told(Role::server, Transport::udp,
                                        {event::Opened{"client", kClient, kProgram},
                                         event::Sent{"client", "one.", link},
                                         arrives(1, "one."),
                                         event::Sent{"client", "two.", link},
                                         fault("reorder", 2, "two."),
                                         event::Sent{"client", "three.", link},
                                         fault("reorder", 3, "three."),
                                         arrives(3, "three."),
                                         arrives(2, "two."),
                                         event::Sent{"client", "four.", link},
                                         fault("duplicate", 4, "four."),
                                         arrives(4, "four."),
                                         arrives(4, "four."),
                                         event::Sent{"client", "five.", link},
                                         fault("drop", 5, "five."),
                                         event::Sent{"client", "", link},
                                         arrives(6, ""),
                                         event::Received{"client", "ONE.", link},
                                         fault("drop", 2, "TWO.", Direction::from_program),
                                         event::Received{"client", "THREE.", link}});
    const auto rule = [](const char* kind, std::vector<std::size_t> numbers, Direction direction) {
        return model::FaultRule{kind, direction, std::move(numbers), {}, 1, 100};
    };
    transcript.plan.faults = {
        rule("reorder", {2, 3}, Direction::to_program), rule("duplicate", {4}, Direction::to_program),
        rule("drop", {5}, Direction::to_program), rule("drop", {2}, Direction::from_program)};
    EXPECT_THAT(complaints(transcript), Not(HasSubstr("Frequency")));
    const Stream stream = follow(transcript, "udp", 0);
    EXPECT_EQ(stream.from_first, "one.three.two.four.four.");
    EXPECT_EQ(stream.from_second, "ONE.THREE.");
    std::vector<std::string> dropped;
    std::vector<std::string> commented;
    for (const std::string& row :
         fields(transcript, {"frame.interface_name", "udp.srcport", "udp.payload", "frame.comment"})) {
        if (row.starts_with("link: dropped")) dropped.push_back(row);
        if (row.find("copy that the link made") != std::string::npos ||
            row.find("The link held it back") != std::string::npos)
            commented.push_back(row);
    }
    ASSERT_EQ(dropped.size(), 2U);
    EXPECT_THAT(dropped[0], HasSubstr("\t41234\t666976652e\t"));  // five.
    EXPECT_THAT(dropped[0], HasSubstr("the link dropped message 5 (first copy) to the program"));
    EXPECT_THAT(dropped[1], HasSubstr("\t31741\t54574f2e\t"));  // TWO.
    EXPECT_EQ(commented.size(), 2U);
}

TEST_F(Capture, WithoutPacketsItIsStillACapture) {
    EXPECT_THAT(
        fields(told(Role::server, Transport::tcp, {event::Printed{false, "hello"}}), {"frame.number"}),
        IsEmpty());
    EXPECT_THAT(fields({}, {"frame.number"}), IsEmpty());
}

// A saved transcript may have been written by anyone.
TEST_F(Capture, ATranscriptThatMakesNoSenseIsStillACapture) {
    const std::string evil = std::string("]]>\n<script>\xff\u202e\0", 17) + std::string(5000, 'e');
    for (const Transport transport : {Transport::tcp, Transport::udp}) {
        model::Transcript transcript = told(
            Role::client, transport,
            {event::Sent{evil, evil, {evil, 0}}, event::Received{"", std::string(70'000, 'x'), {}},
             event::Opened{evil, {"0.0.0.0", 0}, {evil, 7}}, event::Opened{evil, {"::1", 0}, kProgram},
             event::Finished{evil, true}, event::Finished{evil, true}, event::Closed{"nobody", true},
             event::Received{evil, "late", {"::", 65535}}, event::ResetSeen{evil, 0},
             event::ResetSeen{evil, 0}, event::Sent{evil, "later", {}}, event::Trouble{evil},
             event::FaultApplied{"drop", Direction::from_program, 1, 1, evil},
             event::Delivered{
                 evil, Direction::to_program, 1, 1, evil, event::Delivered::Way::from_stranger, {evil, 1}},
             event::Delivered{
                 evil, Direction::from_program, 1, 1, evil, event::Delivered::Way::refused, {evil, 1}}});
        transcript.events[3].at_us = -9;
        for (int i = 0; i < 300; ++i) transcript.events.push_back({0, 0, event::SocketCall{}});
        transcript.plan.faults = {{evil, Direction::to_program, {}, {}, 1, 100},
                                  {"drop", {}, {}, {}, 1, 100}};
        transcript.plan.case_id = evil;
        const std::string text = complaints(transcript);
        EXPECT_THAT(text, Not(HasSubstr("Malformed")));
        EXPECT_THAT(text, Not(HasSubstr("hecksum")));
    }
}

}  // namespace
}  // namespace sockgrade::capture
