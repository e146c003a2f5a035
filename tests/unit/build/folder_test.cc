#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

#include "build/pick.hh"
#include "tests/unit/build/submission.hh"

namespace sockgrade::build {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class Folder : public Submission {
  protected:
    static std::string says(const std::string& text) {
        return "#include <stdio.h>\nint main(void) { puts(\"" + text + "\"); return 0; }\n";
    }
};

TEST_F(Folder, TakesTheOnlyProgram) {
    put("README.md", "mine");
    put(".hidden.py", "");
    put("prog.sh", "echo only\n");
    EXPECT_EQ(output_of(build(folder())), "only\n");
    EXPECT_EQ(output_of(build(folder() + "/", prefer({"server"}))), "only\n");
}

TEST_F(Folder, TakesTheOneWithTheWantedName) {
    put("TCPServer.sh", "echo server\n");
    put("client.sh", "echo client\n");
    EXPECT_EQ(output_of(build(folder(), prefer({"client"}))), "client\n");
    EXPECT_EQ(output_of(build(folder(), prefer({"server", "receiver"}))), "server\n");
}

TEST_F(Folder, OfGoTakesTheFileThatTheProgramBeginsIn) {
    put("go.mod", "module example.org/server\n");
    put("main.go", "package main\n\nfunc main() { println(hello) }\n");
    put("text.go", "package main\n\nconst hello = \"hello\"\n");
    EXPECT_EQ(output_of(build(folder())), "hello\n");
}

TEST_F(Folder, OfCTakesTheFileThatTheProgramBeginsIn) {
    put("net.h", "const char* greeting(void);\n");
    put("net.c", "#include \"net.h\"\nconst char* greeting(void) { return \"hello\"; }\n");
    put("start.c",
        "#include <stdio.h>\n#include \"net.h\"\nint main(void) { puts(greeting()); return 0; }\n");
    EXPECT_EQ(output_of(build(folder())), "hello\n");
    // Of a pair, each its own.
    put("client.c",
        "#include <stdio.h>\n#include \"net.h\"\nint main(void) { printf(\"%s!\\n\", greeting()); }\n");
    EXPECT_EQ(output_of(build(folder(), prefer({"client"}))), "hello!\n");
}

TEST_F(Folder, OfJavaTakesTheFileThatTheProgramBeginsIn) {
    put("Client.java", "public class Client { static void run() { System.out.println(\"hello\"); } }\n");
    put("Main.java", "public class Main {\n  public static void main(String[] args) { Client.run(); }\n}\n");
    EXPECT_EQ(output_of(build(folder(), prefer({"client"}))), "hello\n");
}

TEST_F(Folder, OfPythonTakesTheFileThatTheProgramBeginsIn) {
    put("server.py",
        "\"\"\"What serves.\"\"\"\nimport sys\n\nPORT = 12000\n\n\nclass Server:\n    def run(self):\n"
        "        print('hello')\n");
    put("main.py", "from server import Server\nServer().run()\n");
    EXPECT_EQ(output_of(build(folder(), prefer({"server"}))), "hello\n");
}

TEST_F(Folder, OfJavaScriptTakesTheFileThatTheProgramBeginsIn) {
    put("server.js",
        "'use strict';\nconst net = require('net');\nfunction run() {\n  console.log('hello');\n}\n"
        "module.exports = { run };\n");
    put("index.js", "require('./server').run();\n");
    EXPECT_EQ(output_of(build(folder(), prefer({"server"}))), "hello\n");
}

TEST_F(Folder, SaysWhenTheFileOfTheWantedNameBeginsNoProgram) {
    put("server.c", "int mian(void) { return 0; }\n");
    put("client.c", "int main(void) { return 0; }\n");
    EXPECT_EQ(build(folder(), prefer({"server"})).notes,
              std::vector<std::string>{"client.c was taken, as no program begins in server.c"});
    EXPECT_TRUE(build(folder(), prefer({"client"})).notes.empty());
}

TEST_F(Folder, TakesAScriptOfTheWantedName) {
    put("client.py", "print('client')\n");
    put("server.tcl", "#!/bin/sh\necho script\n", 0755);
    EXPECT_EQ(output_of(build(folder(), prefer({"server"}))), "script\n");
    EXPECT_EQ(output_of(build(folder(), prefer({"client"}))), "client\n");
    EXPECT_EQ(output_of(build(folder(), prefer({"sender"}))), "client\n");
}

TEST_F(Folder, ListsWhatItCannotChooseFrom) {
    put("a.py", "");
    put("b.py", "");
    put("c.c", "");
    EXPECT_EQ(refusal(folder()), ": several programs in it (a.py, b.py and c.c); name the file to grade");
    EXPECT_EQ(refusal(folder(), prefer({"server", "receiver"})),
              ": several programs in it (a.py, b.py and c.c); name the file to grade, or call one of them "
              "server or "
              "receiver (with its ending)");
}

TEST_F(Folder, DoesNotAskForANameThatTheyHave) {
    put("server.py", "");
    put("server.c", "");
    EXPECT_EQ(refusal(folder(), prefer({"server"})),
              ": several programs in it (server.c and server.py); name the file to grade");
}

TEST_F(Folder, AMakefileThatMakesNothingIsNamed) {
    put("Makefile", "all:\n\t@true\n");
    EXPECT_THAT(refusal(folder()), HasSubstr(": its Makefile made no program"));
}

TEST_F(Folder, SaysThatThereIsNothing) {
    put("numbers.dat", "");
    put("docs/notes.dat", "");
    EXPECT_THAT(
        refusal(folder()),
        HasSubstr(": no program in it; it needs a Makefile, an executable or a file that ends in .c, .cc"));
}

TEST_F(Folder, PrefersSourceToWhatWasCompiled) {
    put("server", "#!/bin/sh\necho compiled\n", 0755);
    EXPECT_EQ(output_of(build(folder())), "compiled\n");
    put("server.sh", "echo source\n");
    EXPECT_EQ(output_of(build(folder())), "source\n");
}

TEST_F(Folder, DoesNotFollowLinksOutOfItself) {
    ASSERT_EQ(::symlink("/etc/passwd", (folder() + "/server.py").c_str()), 0);
    ASSERT_EQ(::mkfifo((folder() + "/client.py").c_str(), 0600), 0);
    EXPECT_THAT(refusal(folder()), HasSubstr("no program in it"));
    put("real.sh", "echo inside\n");
    ASSERT_EQ(::symlink("real.sh", (folder() + "/server.sh").c_str()), 0);
    EXPECT_EQ(output_of(build(folder(), prefer({"server"}))), "inside\n");
}

TEST_F(Folder, MakesInACopy) {
    put("server.c", says("made"));
    put("Makefile", "server: server.c\n\tgcc -o server server.c\n");
    const Built built = build(folder());
    EXPECT_EQ(output_of(built), "made\n");
    EXPECT_EQ(built.command.front(), built.folder + "/server");
    EXPECT_THAT(built.notes, ElementsAre("made by make: server"));
    EXPECT_THAT(files(), ElementsAre("Makefile", "server.c"));
}

TEST_F(Folder, MakesWhatWasCompiledElsewhereAnew) {
    put("server.c", says("fresh"));
    put("server.o", "object of another machine");
    put("server",
        "\x7f"
        "ELF of another machine",
        0755);
    put("makefile", "server: server.o\n\tgcc -o server server.o\nserver.o: server.c\n\tgcc -c server.c\n");
    EXPECT_EQ(output_of(build(folder())), "fresh\n");
}

TEST_F(Folder, TakesTheWantedOneOfWhatWasMade) {
    put("a.c", says("a server"));
    put("b.c", says("a client"));
    put("Makefile", "all:\n\tmkdir -p bin\n\tgcc -o bin/server a.c\n\tgcc -o bin/client b.c\n");
    EXPECT_EQ(output_of(build(folder(), prefer({"server"}))), "a server\n");
    EXPECT_EQ(output_of(build(folder(), prefer({"sender", "client"}))), "a client\n");
    EXPECT_EQ(refusal(folder()),
              ": make builds several programs (bin/client and bin/server); call the one to grade by "
              "itself");
}

TEST_F(Folder, MakesTheWantedTargetThoughItIsNotTheFirst) {
    put("client.c", says("a client"));
    put("server.c", says("a server"));
    put("Makefile", "CC := gcc\nclient: client.c\n\t$(CC) -o $@ $<\nserver: server.c\n\t$(CC) -o $@ $<\n");
    EXPECT_EQ(output_of(build(folder(), prefer({"server"}))), "a server\n");
    EXPECT_EQ(output_of(build(folder())), "a client\n");
}

TEST_F(Folder, FallsBackToAProgramThatMakeDoesNotBuild) {
    put("Makefile", "all:\n\t@echo nothing to do\n");
    put("server.sh", "echo a script\n");
    EXPECT_EQ(output_of(build(folder())), "a script\n");
}

TEST_F(Folder, SaysWhyMakeFailed) {
    put("server.c", "int main(void) {\n    return 0\n}\n");
    put("Makefile", "server: server.c\n\tgcc -o server server.c\n");
    const Built built = build(folder());
    EXPECT_EQ(failure_message(built), "make failed: server.c line 2: expected ‘;’ before ‘}’ token");
    EXPECT_THAT(built.failure->log, HasSubstr("gcc -o server server.c\n"));
    put("Makefile", "server: server.c missing.c\n\tgcc -o server server.c\n");
    EXPECT_EQ(failure_message(build(folder())),
              "make failed: No rule to make target 'missing.c', needed by 'server'.  Stop.");
    put("Makefile", "all:\n    gcc server.c\n");
    EXPECT_EQ(failure_message(build(folder())), "make failed: missing separator.  Stop.");
}

TEST_F(Folder, KeepsTheNotesOfMake) {
    put("server.c", "#include <stdio.h>\nint main(void) {\n    close(9);\n    return 0;\n}\n");
    put("Makefile", "server: server.c\n\tgcc -o server server.c\n");
    EXPECT_THAT(build(folder()).notes.front(),
                HasSubstr("server.c line 3: implicit declaration of function ‘close’"));
}

TEST(Pick, TakesTheWholeNameBeforeAPart) {
    EXPECT_EQ(pick({"my_server", "Server"}, {"server"}), 1U);
    EXPECT_EQ(pick({"my_server", "client"}, {"server"}), 0U);
    EXPECT_EQ(pick({"my_server", "your_server"}, {"server"}), std::nullopt);
    EXPECT_EQ(pick({"receiver", "server"}, {"server", "receiver"}), 1U);
    EXPECT_EQ(pick({"a"}, {"server"}), 0U);
    EXPECT_EQ(pick({"a", "b"}, {"server"}), std::nullopt);
    EXPECT_EQ(pick({"a", "b"}, {""}), std::nullopt);
    EXPECT_EQ(pick({}, {"server"}), std::nullopt);
}

}  // namespace
}  // namespace sockgrade::build
