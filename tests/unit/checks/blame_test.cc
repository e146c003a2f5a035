// Whose fault it is, on stories of two programs written out.
#include "checks/blame.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "telling/pair.hh"
#include "transcript_builder.hh"

namespace sockgrade::checks::blaming {
namespace {

using model::Half;
using model::PairRoles;
using model::PairTranscript;
using model::event::What;
using testing::HasSubstr;

// A reliable sender and its receiver, told event by event.
class TwoPrograms {
  public:
    TwoPrograms() {
        const PairRoles roles{"sender", "receiver"};
        model::Expect all = expect(model::Expect::What::all);
        all.copies = 0;
        for (const char* content : {"a", "b"}) {
            all.messages.push_back(text(std::to_string(all.messages.size()) + " " + content));
            all.messages.back().as = "{i} {line}";
            all.messages.back().content = content;
        }
        const std::vector<model::Step> steps{
            {"receiver", all, 0},
            {"receiver", model::AnswerEach{"ACK {seq}", {{"seq", "", " ", false, {}}}}, 0},
            {"receiver", model::Prints{}, 0}};
        pair_.plan.dialling.role = Role::sender;
        pair_.plan.listening.role = Role::receiver;
        for (model::Plan* plan : {&pair_.plan.dialling, &pair_.plan.listening}) {
            plan->transport = Transport::udp;
            plan->given.address = kGiven;
            plan->given.names_port = true;
        }
        pair_.plan.dialling.steps = telling::dialling_steps(steps, roles);
        pair_.plan.listening.steps = telling::listening_steps(steps, roles, Transport::udp);
        receiver(Started{{"receiver"}}).receiver(call(Call::bind, Transport::udp, {"0.0.0.0", kGiven.port}));
    }

    TwoPrograms& sender_starts(const Address& dialled = kGiven) {
        return sender(Started{{"sender"}}).sender(call(Call::sendto, Transport::udp, dialled));
    }
    TwoPrograms& sender(What what) { return add(Half::dialling, std::move(what)); }
    TwoPrograms& receiver(What what) { return add(Half::listening, std::move(what)); }
    TwoPrograms& sends(const std::string& bytes) {
        if (!std::exchange(opened_, true)) {
            sender(Opened{"receiver", kGiven, kPeer});
            receiver(Opened{"sender", kPeer, kGiven});
        }
        return passes("sender", model::Direction::from_program, bytes);
    }
    TwoPrograms& answers(const std::string& bytes) {
        return passes("receiver", model::Direction::to_program, bytes);
    }
    TwoPrograms& prints(const std::string& text) { return receiver(printed(text)); }
    // Both have sent, answered and printed what they should.
    TwoPrograms& line(const std::string& number, const std::string& content) {
        return sends(number + " " + content).answers("ACK " + number).prints(content + "\n");
    }

    PairJudgement judged() {
        sender(StepEnded{0, WaitEnd::quiet, {}})
            .receiver(StepEnded{0, WaitEnd::quiet, {{model::Wait::Call::recvfrom, 3}}});
        return judge_pair(telling::project(pair_, Half::dialling), telling::project(pair_, Half::listening));
    }

  private:
    TwoPrograms& add(std::optional<Half> of, What what) {
        pair_.events.push_back({of, {pair_.events.size() + 1, 0, std::move(what)}});
        return *this;
    }
    TwoPrograms& passes(const std::string& role, model::Direction direction, const std::string& bytes) {
        add(std::nullopt, Sent{role, bytes, {}});
        Delivered delivered;
        delivered.direction = direction;
        delivered.bytes = bytes;
        return add(std::nullopt, delivered);
    }

    PairTranscript pair_;
    bool opened_ = false;
};

TEST(Blame, NobodyWhenBothAreRight) {
    const PairJudgement judged = TwoPrograms().sender_starts().line("0", "a").line("1", "b").judged();
    EXPECT_EQ(judged.of_pair.verdict, Verdict::passed) << judged.of_pair.summary;
    EXPECT_FALSE(judged.blamed.has_value());
    EXPECT_FALSE(judged.is_neither);
}

TEST(Blame, ASenderThatSendsSomethingElse) {
    const PairJudgement judged = TwoPrograms().sender_starts().line("1", "a").line("2", "b").judged();
    EXPECT_EQ(judged.of_pair.verdict, Verdict::failed);
    EXPECT_EQ(judged.blamed, Half::dialling);
    EXPECT_EQ(judged.shown, Half::dialling);
    EXPECT_THAT(judged.of_pair.summary, HasSubstr("The sender breaks the rules of its exercise"));
    EXPECT_THAT(judged.of_pair.summary, testing::Not(HasSubstr("receiver")));
}

// The sender, which waits for ever, does not get its lines there either.
TEST(Blame, AReceiverThatDoesNotAnswer) {
    const PairJudgement judged =
        TwoPrograms().sender_starts().sends("0 a").prints("a\n").sends("0 a").sends("0 a").judged();
    EXPECT_EQ(judged.blamed, Half::listening);
    EXPECT_EQ(judged.shown, Half::listening);
    EXPECT_EQ(judged.of_pair.cause, Cause::no_reply);
    EXPECT_THAT(judged.of_pair.summary, HasSubstr("Later the sender does not do what it should either"));
    EXPECT_THAT(judged.of_pair.findings.front().requirement, HasSubstr("The receiver"));
}

TEST(Blame, AReceiverThatAnswersWithAnotherNumber) {
    const PairJudgement judged =
        TwoPrograms().sender_starts().sends("0 a").answers("ACK 1").prints("a\n").judged();
    EXPECT_EQ(judged.blamed, Half::listening);
    EXPECT_EQ(judged.of_pair.cause, Cause::wrong_content);
}

TEST(Blame, AReceiverThatDoesNotPrint) {
    const PairJudgement judged =
        TwoPrograms().sender_starts().line("0", "a").sends("1 b").answers("ACK 1").judged();
    EXPECT_EQ(judged.blamed, Half::listening);
    EXPECT_EQ(judged.of_pair.cause, Cause::missing);
}

TEST(Blame, TheFirstOfBoth) {
    // Its first datagram is wrong already; that it gets no answer comes after that.
    EXPECT_EQ(TwoPrograms().sender_starts().sends("x").sends("0 a").judged().blamed, Half::dialling);
    // The other way round: a right line without an answer, and then a wrong one.
    EXPECT_EQ(TwoPrograms().sender_starts().sends("0 a").sends("x").judged().blamed, Half::listening);
}

TEST(Blame, ASenderThatCrashes) {
    const PairJudgement judged = TwoPrograms()
                                     .sender_starts()
                                     .line("0", "a")
                                     .sender(Ended{{Termination::How::signaled, 11, ""}})
                                     .judged();
    EXPECT_EQ(judged.blamed, Half::dialling);
    EXPECT_EQ(judged.of_pair.cause, Cause::crashed);
}

// The sender is gone before the receiver's end is told, but the receiver's connection ended first.
TEST(Blame, AReceiverThatCrashesUnderItsPeer) {
    const PairJudgement judged = TwoPrograms()
                                     .sender_starts()
                                     .sends("0 a")
                                     .receiver(Finished{"sender", true})
                                     .sender(Ended{{Termination::How::exited, 1, ""}})
                                     .receiver(Ended{{Termination::How::signaled, 11, ""}})
                                     .judged();
    EXPECT_EQ(judged.blamed, Half::listening);
    EXPECT_EQ(judged.of_pair.cause, Cause::crashed);
}

// Nothing was sent to it, so it cannot be wrong.
TEST(Blame, ASenderThatSendsNothing) {
    const PairJudgement judged = TwoPrograms().sender(Started{{"sender"}}).judged();
    EXPECT_EQ(judged.blamed, Half::dialling);
    EXPECT_EQ(judged.of_pair.cause, Cause::never_connected);
}

TEST(Blame, NeitherWhenTheyDoNotMeet) {
    const PairJudgement judged = TwoPrograms().sender_starts({"127.0.0.1", 15000}).judged();
    EXPECT_EQ(judged.of_pair.verdict, Verdict::failed);
    EXPECT_FALSE(judged.blamed.has_value());
    EXPECT_TRUE(judged.is_neither);
    EXPECT_EQ(judged.of_pair.cause, Cause::wrong_address);
    EXPECT_THAT(judged.of_pair.summary, HasSubstr("the receiver listens at 0.0.0.0:12000, the sender calls "
                                                  "127.0.0.1:15000"));
}

// The one exercise forgives a newline, the other one says that nothing stands behind the number.
TEST(Blame, NeitherWhenTheSenderOverlooksAnAnswerWithALineEnd) {
    const auto judged_with = [](const std::string& answer) {
        TwoPrograms two;
        two.sender_starts().sends("0 a").answers(answer).prints("a\n");
        for (int i = 0; i < 2; ++i) two.sends("0 a").answers(answer);
        return two.judged();
    };
    for (const std::string& answer :
         {std::string("ACK 0\n"), std::string("ACK 0\r\n"), std::string("ACK 0\0\0", 7)}) {
        const PairJudgement judged = judged_with(answer);
        EXPECT_TRUE(judged.is_neither);
        EXPECT_FALSE(judged.blamed.has_value());
        EXPECT_EQ(judged.shown, Half::dialling);
        EXPECT_THAT(judged.of_pair.summary, HasSubstr("the sender waits for \"ACK 0\" and nothing else"));
    }
    EXPECT_EQ(judged_with("ACK 0").blamed, Half::dialling);
    EXPECT_EQ(judged_with("ACK 1\n").blamed, Half::listening);
}

TEST(Blame, ASenderThatSwapsTheBytesOfItsPort) {
    const PairJudgement judged =
        TwoPrograms().sender_starts({"127.0.0.1", model::swap_bytes(kGiven.port)}).judged();
    EXPECT_EQ(judged.blamed, Half::dialling);
    EXPECT_THAT(judged.of_pair.findings.front().detail, HasSubstr("two bytes swapped"));
}

// One message of a sender's own, which its receiver prints as `output`.
PairJudgement told_one_message(const std::string& bytes, const std::string& output) {
    PairTranscript pair;
    const PairRoles roles{"sender", "receiver"};
    const std::vector<model::Step> steps{{"receiver", expect(model::Expect::What::anything), 0},
                                         {"receiver", model::Prints{}, 0}};
    pair.plan.dialling.role = Role::sender;
    pair.plan.listening.role = Role::receiver;
    for (model::Plan* plan : {&pair.plan.dialling, &pair.plan.listening}) {
        plan->transport = Transport::udp;
        plan->given.address = kGiven;
        plan->given.names_port = true;
    }
    pair.plan.dialling.steps = telling::dialling_steps(steps, roles);
    pair.plan.listening.steps = telling::listening_steps(steps, roles, Transport::udp);
    const auto add = [&](std::optional<Half> of, What what) {
        pair.events.push_back({of, {pair.events.size() + 1, 0, std::move(what)}});
    };
    add(Half::listening, Started{{"receiver"}});
    add(Half::listening, call(Call::bind, Transport::udp, {"0.0.0.0", kGiven.port}));
    add(Half::dialling, Started{{"sender"}});
    add(Half::dialling, call(Call::sendto, Transport::udp, kGiven));
    add(Half::dialling, Opened{"receiver", kGiven, kPeer});
    add(Half::listening, Opened{"sender", kPeer, kGiven});
    add(std::nullopt, Sent{"sender", bytes, {}});
    model::event::Delivered delivered;
    delivered.direction = model::Direction::from_program;
    delivered.bytes = bytes;
    add(std::nullopt, delivered);
    add(Half::listening, printed(output));
    add(Half::dialling, StepEnded{0, WaitEnd::satisfied, {}});
    add(Half::listening, StepEnded{0, WaitEnd::quiet, {{model::Wait::Call::recvfrom, 3}}});
    return judge_pair(telling::project(pair, Half::dialling), telling::project(pair, Half::listening));
}

TEST(Blame, ASenderWhoseBytesAreNoText) {
    for (const std::string& bytes : {std::string("\0\0\0\5hello", 9), std::string("gr\xfc\xdf e")}) {
        const PairJudgement judged = told_one_message(bytes, "hello\n");
        EXPECT_EQ(judged.blamed, Half::dialling);
        EXPECT_EQ(judged.of_pair.cause, Cause::wrong_content);
        EXPECT_THAT(judged.of_pair.summary, HasSubstr("sends its message as text in UTF-8"));
    }
    // A NUL behind the text does no harm.
    EXPECT_EQ(told_one_message(std::string("hello\0", 6), "something else\n").blamed, Half::listening);
    EXPECT_EQ(told_one_message("hello", "something else\n").blamed, Half::listening);
}

TEST(Blame, NobodyWhenWeGotInTheWay) {
    const PairJudgement judged =
        TwoPrograms().sender_starts().sends("x").receiver(Trouble{"no memory"}).judged();
    EXPECT_EQ(judged.of_pair.verdict, Verdict::inconclusive);
    EXPECT_FALSE(judged.blamed.has_value());
}

// --- Whether a program answers what arrives.

model::Finding answering(Case& told) {
    const Judgement judgement = told.judged();
    return judgement.findings.back();
}

Case receiver_case() { return Case(Role::receiver, Transport::udp); }

const model::AnswerEach kAck{"ACK {seq}", {{"seq", "", " ", false, {}}}};

TEST(AnswersWhatArrives, InWhateverOrder) {
    Case told = receiver_case();
    told.step(model::kProgram, kAck, {sent("0 a"), sent("1 b"), received("ACK 1"), received("ACK 0")});
    EXPECT_EQ(answering(told).status, Status::met);
}

TEST(AnswersWhatArrives, DoublesToo) {
    Case told = receiver_case();
    told.step(model::kProgram, kAck, {sent("0 a"), received("ACK 0"), sent("0 a")}, WaitEnd::quiet);
    const model::Finding finding = answering(told);
    EXPECT_EQ(finding.status, Status::not_met);
    EXPECT_EQ(finding.cause, Cause::no_reply);
    // The one that is not answered.
    EXPECT_EQ(finding.evidence, std::vector<std::size_t>{4});
}

TEST(AnswersWhatArrives, AnAnswerThatIsLostWasSaid) {
    Case told = receiver_case();
    told.plan().faults.emplace_back().kind = "drop";
    told.plan().faults.back().direction = model::Direction::from_program;
    FaultApplied lost;
    lost.kind = "drop";
    lost.direction = model::Direction::from_program;
    lost.bytes = "ACK 0";
    lost.lost = true;
    Delivered arrived;
    arrived.bytes = "0 a";
    told.step(model::kProgram, kAck, {sent("0 a"), arrived, lost});
    EXPECT_EQ(answering(told).status, Status::met);
}

TEST(AnswersWhatArrives, ADatagramThatWasLostNeedsNone) {
    Case told = receiver_case();
    told.plan().faults.emplace_back().kind = "drop";
    FaultApplied lost;
    lost.kind = "drop";
    lost.bytes = "0 a";
    lost.lost = true;
    told.step(model::kProgram, kAck, {sent("0 a"), lost});
    EXPECT_EQ(answering(told).status, Status::met);
}

TEST(AnswersWhatArrives, NotWithSomethingElse) {
    Case told = receiver_case();
    told.step(model::kProgram, kAck, {sent("0 a"), received("ACK 7")});
    const model::Finding finding = answering(told);
    EXPECT_EQ(finding.status, Status::not_met);
    EXPECT_THAT(finding.got, HasSubstr("ACK 7"));
    EXPECT_THAT(finding.awaited, HasSubstr("ACK 0"));
}

}  // namespace
}  // namespace sockgrade::checks::blaming
