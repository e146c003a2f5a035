#include "spec/load.hh"

#include <gtest/gtest.h>

#include <filesystem>

#include "tests/support/places.hh"
#include "tests/unit/spec/spec_text.hh"

namespace sockgrade::spec {
namespace {

using model::Expect;
using model::Message;

Message text(std::string what) { return {Message::Form::text, std::move(what), {}, {}}; }

std::vector<std::filesystem::path> shipped_specs() {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(in_source("specs")))
        if (entry.path().extension() == ".yaml") paths.push_back(entry.path());
    return paths;
}

model::Spec load_beside_specs(const std::string& spec) {
    return load_spec_text(spec, in_source("specs/x.yaml"), kNames);
}

TEST(ShippedSpecs, Load) {
    const auto paths = shipped_specs();
    EXPECT_GE(paths.size(), 8U);
    for (const auto& path : paths) {
        try {
            EXPECT_EQ(load_spec(path, kNames, Reader::author).exercise, path.stem().string());
        } catch (const SpecError& error) {
            ADD_FAILURE() << error.what();
        }
    }
}

// A file that was cut off anywhere is a spec or a list of problems, and nothing else.
TEST(ShippedSpecs, EveryTruncationLoadsOrIsRefused) {
    for (const auto& path : shipped_specs()) {
        // Every byte of one spec, and forty cuts of each of the others, however long they are: each cut is a
        // whole load under the sanitizers.
        const std::string whole = file_text(path);
        const std::size_t stride = path.stem() == "udp-sender" ? 1 : whole.size() / 40 + 1;
        for (std::size_t size = 0; size < whole.size(); size += stride) {
            try {
                load(whole.substr(0, size));
            } catch (const SpecError& error) {
                ASSERT_FALSE(error.problems().empty());
            }
        }
    }
}

// One character changed: the slips that people make.
TEST(ShippedSpecs, EverySlipOfAKeyLoadsOrIsRefused) {
    const std::string whole = file_text(in_source("specs/udp-sender.yaml"));
    for (const char slip : {' ', '\n', '{', '"', ':', '-', '*', '&', '!', '\t', '\0', '\xff'})
        for (std::size_t at = 0; at < whole.size(); at += 17) {
            std::string text_with_slip = whole;
            text_with_slip[at] = slip;
            try {
                load(text_with_slip);
            } catch (const SpecError& error) {
                ASSERT_FALSE(error.problems().empty());
            }
        }
}

TEST(LoadSpec, ReadsTheProgram) {
    const model::Spec spec = load_spec(in_source("specs/tcp-sender.yaml"), kNames);
    EXPECT_EQ(spec.file, in_source("specs/tcp-sender.yaml"));
    EXPECT_EQ(spec.title, "A TCP sender");
    EXPECT_EQ(spec.handout, "../exercises/tcp-sender/README.md");
    EXPECT_EQ(spec.program.role, model::Role::sender);
    EXPECT_EQ(spec.program.transport, model::Transport::tcp);
    EXPECT_EQ(spec.program.arguments, (std::vector<std::string>{"{host}", "{port}", "{message}"}));
    EXPECT_EQ(spec.program.otherwise,
              (std::vector<std::vector<std::string>>{{"{host}", "{port}"}, {"{port}"}, {}}));
    EXPECT_EQ(spec.program.message, text("greetings from {word}, signed {word}"));
    EXPECT_EQ(spec.cases[0].id, "message-arrives");
    EXPECT_EQ(spec.cases[0].points, 3);
    EXPECT_EQ(spec.cases[0].line, 16);
    EXPECT_EQ(spec.cases[2].level, model::Level::must);
    EXPECT_EQ(spec.cases[3].level, model::Level::should);
    EXPECT_EQ(spec.cases[3].needs, "ends-by-itself");
    EXPECT_EQ(spec.cases[4].message, (Message{Message::Form::words, {}, "5000", {}}));
}

TEST(LoadSpec, ReadsEveryStepOfAPeer) {
    const model::Spec spec = load_beside_specs(
        with_steps(kTcpServer,
                   "- a: { connect: { from: another-host } }\n"
                   "- a: { send: \"x {word}\", coax: true, pieces: 3 }\n"
                   "- a: { send_each: [p, { bytes: \"00 FF\" }, { bytes: all }], together: true }\n"
                   "- a: { expect: { capitals_of: sent, letters: unicode } }\n"
                   "- a: { reply: capitals, pieces: [7, 2], letters: unicode }\n"
                   "- a: { reply: { file: questions/udp-sender.yaml } }\n"
                   "- a: { expect: EXACT }\n"
                   "- a: finish-sending\n"
                   "- a: expect-anything\n"
                   "- a: expect-nothing-more\n"
                   "- a: expect-end\n"
                   "- a: reset"));
    Expect capitals;
    capitals.what = Expect::What::capitals;
    capitals.letters = model::Letters::unicode;
    Expect exact;
    exact.what = Expect::What::bytes;
    exact.message = text("EXACT");
    Expect nothing;
    nothing.what = Expect::What::nothing;
    Expect end;
    end.what = Expect::What::end;
    const std::vector<model::Step> expected{
        {"a", model::Connect{model::From::another_host}, 8},
        {"a", model::Send{{text("x {word}")}, true, {{}, 3}, false}, 9},
        {"a",
         model::Send{
             {text("p"), {Message::Form::bytes, "00 ff", {}, {}}, {Message::Form::every_byte, {}, {}, {}}},
             false,
             {},
             true},
         10},
        {"a", capitals, 11},
        {"a", model::Reply{model::Reply::With::capitals, {}, {{7, 2}, 0}, model::Letters::unicode}, 12},
        {"a",
         model::Reply{model::Reply::With::message,
                      {Message::Form::file, "questions/udp-sender.yaml", {}, {}},
                      {},
                      model::Letters::ascii},
         13},
        {"a", exact, 14},
        {"a", model::FinishSending{}, 15},
        {"a", Expect{}, 16},
        {"a", nothing, 17},
        {"a", end, 18},
        {"a", model::Reset{}, 19},
    };
    EXPECT_EQ(spec.cases[0].steps, expected);
}

TEST(LoadSpec, ReadsDatagramsAndFaults) {
    const model::Spec spec =
        load(with_steps(kUdpServer,
                        "- a: { send_each: { count: 3, text: \"{n} {size} {word}\" }, from: another-host }\n"
                        "- a: { expect: { each: sent, order: any, copies: any } }\n"
                        "- a: close",
                        "vary: { size: [1, 2] }\n"
                        "faults:\n"
                        "  - drop: { to: program, n: [1, 2], times: 2, chance: 30% }\n"
                        "  - duplicate: { from: program, containing: \"{size}\", chance: 5 }"));
    const model::CaseSpec& one = spec.cases[0];
    EXPECT_EQ(one.steps[0].action,
              model::Action(model::Send{std::vector<Message>(3, text("{n} {size} {word}")),
                                        false,
                                        {},
                                        false,
                                        model::From::another_host}));
    Expect each;
    each.what = Expect::What::each;
    each.order = Expect::Order::any;
    each.copies = 0;
    EXPECT_EQ(one.steps[1].action, model::Action(each));
    EXPECT_EQ(one.vary.at("size"), (std::vector<std::string>{"1", "2"}));
    EXPECT_EQ(one.faults, (std::vector<model::FaultRule>{
                              {"drop", model::Direction::to_program, {1, 2}, "", 2, 30},
                              {"duplicate", model::Direction::from_program, {}, "{size}", 1, 5}}));
}

TEST(LoadSpec, ReadsWhatTheProgramDoes) {
    const model::Spec spec = load(with_steps(kTcpClient,
                                             "- s: accept\n- s: expect-given\n- s: { reply: ok }\n"
                                             "- program: { prints: { each: sent, order: any, once: true } }\n"
                                             "- program: prints-the-reply\n- program: { prints: done }\n"
                                             "- program: { is: running }\n"
                                             "- program: { is: running, after: 30 }\n"
                                             "- program: { exits: 3 }"));
    const std::vector<model::Step>& steps = spec.cases[0].steps;
    EXPECT_EQ(steps[3].action,
              model::Action(model::Prints{model::Prints::What::sent, {}, Expect::Order::any, true}));
    EXPECT_EQ(steps[4].action,
              model::Action(model::Prints{model::Prints::What::reply, {}, Expect::Order::kept, false}));
    EXPECT_EQ(steps[5].action, model::Action(model::Prints{model::Prints::What::message, text("done"),
                                                           Expect::Order::kept, false}));
    EXPECT_EQ(steps[6].action, model::Action(model::IsRunning{}));
    EXPECT_EQ(steps[7].action, model::Action(model::IsRunning{std::chrono::seconds(30)}));
    EXPECT_EQ(steps[8].action, model::Action(model::Exits{3}));
}

}  // namespace
}  // namespace sockgrade::spec
