#include "batch/contents.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/batch/hand_ins.hh"

namespace sockgrade::batch {
namespace {

using testing::ElementsAre;
using What = Choice::What;

TEST(ChooseProgram, ByPattern) {
    const HandIns hand_in;
    hand_in.add("hw/TCP/Receiver.py");
    hand_in.add("hw/TCP/sender.py");
    hand_in.add("hw/notes/receiver.txt", "how it works");
    const Choice choice = choose_program(hand_in.path(), {{"tcp/receiver.*"}, "receiver"});
    EXPECT_EQ(choice.what, What::found);
    EXPECT_EQ(choice.path, "hw/TCP/Receiver.py");
    EXPECT_EQ(choose_program(hand_in.path(), {{"tcp/receiver.*"}, "receiver", false}).what, What::missing);
    EXPECT_EQ(choose_program(hand_in.path(), {{"main.*", "sender.*"}, "sender"}).path, "hw/TCP/sender.py");
}

TEST(ChooseProgram, SeveralAreAskedAboutOrTheNearestIsTaken) {
    const HandIns hand_in;
    hand_in.add("old/server.py");
    hand_in.add("server.c", "int main() {}");
    hand_in.add("server.py");
    const Choice choice = choose_program(hand_in.path(), {{"server.*"}, "server"});
    EXPECT_EQ(choice.what, What::several);
    EXPECT_THAT(choice.candidates, ElementsAre("server.c", "server.py", "old/server.py"));
    const Choice first = choose_program(hand_in.path(), {{"server.*"}, "server", true, true});
    EXPECT_EQ(first.path, "server.c");
    EXPECT_EQ(choose_program(hand_in.path(), {{"/server.py"}, "server"}).path, "server.py");
}

TEST(ChooseProgram, NotWhatToolsLeaveBehind) {
    const HandIns hand_in;
    hand_in.add("server.py");
    hand_in.add("__MACOSX/server.py");
    hand_in.add("._server.py");
    hand_in.add("env/pyvenv.cfg");
    hand_in.add("env/lib/server.py");
    hand_in.add("node_modules/x/server.js");
    EXPECT_EQ(choose_program(hand_in.path(), {{"server.*"}, "server"}).path, "server.py");
    EXPECT_EQ(choose_program(hand_in.path(), {{}, "server"}).path, "server.py");
}

TEST(ChooseProgram, TheSourceGoesBeforeWhatWasMadeOfIt) {
    const HandIns hand_in;
    hand_in.add("server.c", "int main() {}");
    hand_in.add("server", "#!/bin/sh\n");
    std::filesystem::permissions(hand_in.path("server"), std::filesystem::perms::owner_all);
    EXPECT_EQ(choose_program(hand_in.path(), {{"server*"}, "server"}).path, "server.c");
    EXPECT_EQ(choose_program(hand_in.path(), {{"/server"}, "server"}).path, "server");
}

TEST(ChooseProgram, OfAProgramsFilesTheOneThatItBeginsIn) {
    const HandIns hand_in;
    hand_in.add("hw1/net.c", "int dial(void) { return 0; }\n");
    hand_in.add("hw1/start.c", "int main(void) { return dial(); }\n");
    EXPECT_EQ(choose_program(hand_in.path(), {{}, "server"}).path, "hw1/start.c");
    EXPECT_EQ(choose_program(hand_in.path(), {{"*.c"}, "server"}).path, "hw1/start.c");
    EXPECT_EQ(choose_program(hand_in.path(), {{"net.c"}, "server"}).path, "hw1/net.c");
}

TEST(ChooseProgram, ByItsRoleWithoutAPattern) {
    const HandIns hand_in;
    EXPECT_EQ(choose_program(hand_in.path(), {{}, "server"}).what, What::missing);
    hand_in.add("hw1/my_tcp_server.py");
    hand_in.add("hw1/my_tcp_client.py");
    hand_in.add("hw1/readme.txt");
    EXPECT_EQ(choose_program(hand_in.path(), {{}, "server"}).path, "hw1/my_tcp_server.py");
    EXPECT_EQ(choose_program(hand_in.path(), {{}, "sender"}).what, What::several);
}

TEST(ChooseProgram, AMakefileBuildsWhatLiesBelow) {
    const HandIns hand_in;
    hand_in.add("hw/Makefile", "all:\n");
    hand_in.add("hw/src/server.c", "int main() {}");
    EXPECT_EQ(choose_program(hand_in.path(), {{}, "server"}).path, "hw/");
    EXPECT_EQ(choose_program(hand_in.path(), {{"hw/"}, "server"}).path, "hw/");
}

TEST(ChooseProgram, NoLinkOutOfTheHandIn) {
    const HandIns hand_in;
    std::filesystem::create_symlink("/usr/bin/env", hand_in.path("server.py"));
    EXPECT_EQ(choose_program(hand_in.path(), {{"server.py"}, "server"}).what, What::missing);
}

}  // namespace
}  // namespace sockgrade::batch
