// Names in arguments.
#include <gtest/gtest.h>

#include "plan/plan.hh"
#include "tests/unit/spec/spec_text.hh"

namespace sockgrade::plan {
namespace {

TEST(Arguments, HaveTheNamesOfTheSpec) {
    const model::Spec spec = spec::load(
        "exercise: e\ntitle: t\nprogram: { role: client, transport: tcp, arguments: [\"{host}\", "
        "\"/{page}\"] }\n"
        "values: { page: { word: 8 } }\ncases:\n"
        "  - { id: c, title: t, steps: [server: accept, server: { expect: \"GET /{page}\\n\" }] }\n");
    const model::Plan plan = plan_cases(spec, {}).front();
    const auto& expect = std::get<model::Expect>(plan.steps[1].action);
    ASSERT_EQ(plan.given.arguments.size(), 2U);
    EXPECT_EQ("GET " + plan.given.arguments[1] + "\n", expect.message.bytes);
    EXPECT_EQ(plan.given.arguments[1].size(), 9U);
}

TEST(Arguments, MistakesAreTold) {
    const auto with = [](const std::string& argument) {
        return "exercise: e\ntitle: t\nprogram: { role: client, transport: tcp, arguments: [\"{" + argument +
               "}\"] }\nvalues: { page: { word: 8 }, blob: { bytes: 9 } }\ncases:\n"
               "  - { id: c, title: t, steps: [server: accept, server: expect-anything] }\n";
    };
    spec::expect_problem(with("pgae"), "did you mean '{page}'?");
    spec::expect_problem(with("blob"), "{blob} may have a zero byte");
}

TEST(Prints, PatternsHaveNames) {
    const model::Spec spec = spec::load(spec::with_steps(spec::kTcpServer,
                                                         "- client: connect\n- client: { send: \"{a}\" }\n- "
                                                         "program: { prints: { pattern: \"^got {a}{2}$\" } }",
                                                         "values: { a: \"x.y\" }"));
    const model::Plan plan = plan_cases(spec, {}).front();
    EXPECT_EQ(std::get<model::Prints>(plan.steps[2].action).pattern, "^got x\\.y{2}$");
}

}  // namespace
}  // namespace sockgrade::plan
