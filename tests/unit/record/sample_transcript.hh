// A transcript with every kind of step and event, and no field at its default.
#pragma once

#include <string>

#include "model/transcript.hh"

namespace sockgrade::record {

inline std::string all_bytes() {
    std::string bytes;
    for (int i = 0; i < 256; ++i) bytes += static_cast<char>(i);
    return bytes;
}

inline model::Formatted sample_format() {
    using Kind = model::FormatField::Kind;
    return {"data",
            {{"op", Kind::u4, 3, true, "= 1", true, "", "", {}},
             {"all", Kind::group, 0, false, "", false, "op", "len == 0", {{"len", Kind::u1}}}},
            {{"op", "{a}\xff", "7", "{b}", "c", {}}, {"all", "", "", "", "", {{{"len", "1", "1"}}, {}}}}};
}

inline model::Expect timed_http(const model::Message& message) {
    model::Expect http;
    http.what = model::Expect::What::http;
    http.response = {404, {{"Location", {message, false, ""}}}, model::Wanted{message, true, "some"}, true};
    http.frame = {model::Frame::Until::delimiter, "\xff", 3};
    http.not_before = std::chrono::milliseconds(7);
    http.within = std::chrono::milliseconds(9);
    return http;
}

inline model::Plan sample_plan() {
    using namespace model;
    const Message message{Message::Form::words, "text {word}", "500", "grüße", "{i} {line}", "\xfe"};
    const Message binary{Message::Form::every_byte, "", "", all_bytes()};
    Message fields{Message::Form::format, "", "", "\xfd"};
    fields.formatted = sample_format();
    Plan plan;
    plan.exercise = "tcp-capitalize-server";
    plan.case_id = "long-message";
    plan.variant = "size=1024";
    plan.title = "A \"long\" message\n";
    plan.seed = 0xffff'ffff'ffff'ffff;
    plan.stream_seed = 1;
    plan.role = Role::sender;
    plan.transport = Transport::udp;
    plan.address_rule = AddressRule::given;
    plan.given = {{"::1", 65535}, "\xff", {"{host}", ""}, true, true, true, 7, {1, 9, {1, 5}, {10}}, {}};
    plan.faults = {
        {"drop",
         Direction::from_program,
         {1, 7},
         "a",
         2,
         50,
         {1, 3},
         {4},
         {{"seq", "S\xff", " ", true, {5, 6}}},
         {LossChain::Model::four_state, {1, 2, 3, 4, 5}, 9},
         {1, 2, 3, 4, 5, 6, 7, true, "t\xff", {8, "u", {{"ack", "A", "", false, {9}}}, sample_format()}},
         sample_format()},
        {}};
    plan.steps = {
        {"a", Connect{From::another_host}, 1},
        {"b", Accept{true}, 2},
        {"c",
         Send{{message, binary},
              true,
              {{2, 5}, 7},
              true,
              From::this_host,
              "ACK {i}",
              5,
              {"ACK 0", "\xff"},
              {BreakOff::How::cut, 3}},
         3},
        {"c", AnswerEach{"ACK {seq}", {{"seq", "", " ", false, {}}}}, 3},
        {"d", Reply{Reply::With::message, message, {{}, 3}, Letters::unicode, {BreakOff::How::reset, 4}}, 4},
        {"e", FinishSending{}, 5},
        {"f", Close{}, 6},
        {"g", Reset{}, 7},
        {"h", Expect{Expect::What::each, message, Letters::unicode, Expect::Order::any, 0, {message, binary}},
         8},
        {"program", Prints{Prints::What::message, message, Expect::Order::any, true, "a+", "some", 3}, 9},
        {"program", Exits{3}, 10},
        {"program", Exits{std::nullopt}, 11},
        {"program", IsRunning{}, 12},
        {"i", FillBacklog{}, 13},
        {"j", Refuse{3}, 14},
        {"k", StopReading{}, 15},
        {"l", GoOnReading{}, 16},
        {"m", GoAway{}, 17},
        {"n", ComeBack{}, 18},
        {"program", Exits{std::nullopt, true}, 19},
        {"program", KeepsPrinting{}, 20},
        {"program", Typed{message}, 21},
        {"program", Wrote{{{"out/\xff", {message, true, "some"}}}}, 22},
        {"h", timed_http(message), 23},
        {"h", Expect{Expect::What::format, fields}, 24},
        {"o",
         Whenever{{{{message, true, "some"}, fields, {{"next", "{= a}", "\xff", "{= b}"}}, true, 3}, {}},
                  {{"next", "0"}},
                  {{"was", "", "\xfe"}},
                  {{"next < 4", "a window"}},
                  {{"next == 4", "all"}}},
         25},
    };
    plan.values = {{"a", "\xff", true}};
    plan.files = {{"in/\xff", message}};
    plan.interfaces = {{"eth0", {"10.1.2.3"}, 8}};
    using std::chrono::milliseconds;
    plan.limits = {milliseconds(1), milliseconds(2), milliseconds(3), milliseconds(6), 4, 5};
    plan.quiescence = false;
    plan.real_time = true;
    return plan;
}

inline std::vector<model::event::What> sample_happenings() {
    using namespace model;
    using namespace model::event;
    const Address here{"127.0.0.1", 12000};
    const Address there{"fe80::1%lo", 41234};
    return {
        Started{{"python3", "\xfe.py", ""}},
        SocketCall{SocketCall::Call::bind, Transport::udp, here, 98, true},
        StepBegan{11},
        StepEnded{3,
                  WaitEnd::flooded,
                  {{model::Wait::Call::recvmsg, 7, model::Wait::On::udp_socket, 250'000},
                   {model::Wait::Call::none}}},
        Opened{"client", here, there},
        NotOpened{"client", there, 111},
        event::Sent{"client", std::string(65536, 'x'), here},
        Received{"client", all_bytes(), there},
        Finished{"client", true},
        Closed{"client", true},
        ResetSeen{"client", 104},
        Coaxed{"client", Coaxed::With::end_of_input},
        event::Typed{"hello\n"},
        Printed{true, std::string("\0\x80", 2)},
        FaultApplied{"drop", Direction::from_program, 3, 2, "\xc3", true, std::nullopt},
        FaultApplied{"corrupt", Direction::to_program, 3, 2, "a", false, "\xc3", 7, "client"},
        Delivered{"client", Direction::to_program, 3, 2, "\xc3", Delivered::Way::refused, there},
        FaultPlayed{"client", FaultPlayed::What::came_back, 9},
        Ended{{Termination::How::not_started, -1, "exec"}},
        LeftProcesses{2},
        Flooded{"output", 8388608},
        Control{here, "message", there, "sent"},
        Control{here, "message", std::nullopt, std::nullopt},
        Jumped{1'000'001},
        RealTime{"\u202e", true},
        FileSeen{"out/\xff", FileSeen::Kind::unreadable, "\xff", 9},
        NameAsked{"rasp\x1b.local", "127.0.0.1"},
        Unsupported{"\u202e"},
        Trouble{"\u202e"},
    };
}

inline model::Transcript sample_transcript() {
    model::Transcript transcript{sample_plan(), "B", {}};
    for (const model::event::What& what : sample_happenings()) {
        const std::size_t number = transcript.events.size() + 1;
        transcript.events.push_back({number, static_cast<std::int64_t>(number) * 1000 - 3, what});
    }
    return transcript;
}

}  // namespace sockgrade::record
