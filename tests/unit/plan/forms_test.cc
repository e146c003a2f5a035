#include "plan/forms.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sockgrade::plan {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::Not;

model::ProgramSpec sender() {
    model::ProgramSpec program;
    program.role = model::Role::sender;
    program.arguments = {"{host}", "{port}", "{message}"};
    program.otherwise = {{"{host}", "{port}"}, {}};
    return program;
}

model::ProgramSpec server() {
    model::ProgramSpec program;
    program.arguments = {"{port}"};
    program.otherwise = {{"{host}", "{port}"}, {}};
    return program;
}

TEST(UndocumentedForms, KeepTheOrder) {
    const auto forms = undocumented_forms(sender());
    EXPECT_THAT(forms, Contains(Form{"{host}:{port}", "{message}"}));
    EXPECT_THAT(forms, Contains(Form{"{message}"}));
    EXPECT_THAT(forms, Not(Contains(Form{"{port}", "{host}", "{message}"})));
    for (const Form& known : documented_forms(sender())) EXPECT_THAT(forms, Not(Contains(known)));
    EXPECT_THAT(undocumented_forms(server()), Contains(Form{"{host}:{port}"}));
}

TEST(UndocumentedForms, GiveNothingThatTheSpecDoesNot) {
    model::ProgramSpec program = sender();
    program.arguments = {"{host}", "{port}"};
    for (const Form& form : undocumented_forms(program)) EXPECT_THAT(form, Not(Contains("{message}")));
    program.arguments.clear();
    program.otherwise.clear();
    EXPECT_THAT(undocumented_forms(program), IsEmpty());
    program.role = model::Role::peer;
    program.arguments = {"{own_port}", "{host}", "{port}"};
    EXPECT_THAT(undocumented_forms(program), Contains(Form{"{own_port}", "{host}:{port}"}));
    program.role = model::Role::client;
    program.arguments = {"{host}", "{first}", "{last}"};
    EXPECT_THAT(undocumented_forms(program), Contains(Form{"{first}", "{last}"}));
}

TEST(FormInUsage, IsWhatTheProgramSays) {
    const std::pair<const char*, Form> usages[] = {
        {"usage: client.py [-h] --host HOST --port PORT [--message MESSAGE]\nclient.py: error: the following",
         {"--host", "{host}", "--port", "{port}", "--message", "{message}"}},
        {"Usage: ./client <port> <host> <message>\n", {"{port}", "{host}", "{message}"}},
        {"Usage: python3 client.py <server ip> <server port>\n", {"{host}", "{port}"}},
        {"usage: java UDPSender -h=host -p=port\n", {"-h={host}", "-p={port}"}},
        {"Aufruf: sender RECHNER PORT NACHRICHT\n", {"{host}", "{port}", "{message}"}},
        {"Usage: sender host:port \"message\"\n", {"{host}:{port}", "{message}"}},
        {"usage: server.py [-h] [-v]\n                 -p PORT -a ADDRESS\n\nServes.\n",
         {"-p", "{port}", "-a", "{host}"}},
        {"Usage: node server.js message port, then wait", {"{message}", "{port}"}},
    };
    for (const auto& [printed, form] : usages) {
        const auto told = form_in_usage(printed, sender());
        ASSERT_TRUE(told.has_value()) << printed;
        EXPECT_EQ(*told, form) << printed;
    }
}

TEST(FormInUsage, IsNotGuessed) {
    for (const char* printed :
         {"", "usage:", "Usage: server.py\n", "The server is ready\n",
          "usage: client.py [-h] [--colour COLOUR]\n", "usage: client.py --name NAME --port PORT\n",
          "Usage: client <nickname> <port>\n"})
        EXPECT_FALSE(form_in_usage(printed, sender()).has_value()) << printed;
    // What the spec does not give.
    EXPECT_FALSE(form_in_usage("usage: server.py <port> <file>", server()).has_value());
}

}  // namespace
}  // namespace sockgrade::plan
