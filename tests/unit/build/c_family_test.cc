#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "build/c_hints.hh"
#include "tests/unit/build/submission.hh"

namespace sockgrade::build {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class CFamily : public Submission {};

TEST_F(CFamily, CompilesIntoAFolderOfItsOwn) {
    put("say.h", "#define TEXT \"hello\"\n");
    const Built built =
        build(put("server.c",
                  "#include <math.h>\n#include <stdio.h>\n#include \"say.h\"\n"
                  "int main(int argc, char** argv) {\n"
                  "    printf(TEXT \" %s %.0f\\n\", argv[1], sqrt(argc * 2.0));\n    return 0;\n}\n"));
    EXPECT_EQ(output_of(built, {"12000"}), "hello 12000 2\n");
    EXPECT_THAT(built.notes, IsEmpty());
    EXPECT_EQ(built.folder, folder());
    EXPECT_THAT(files(), ElementsAre("say.h", "server.c"));
    ASSERT_NE(built.files, nullptr);
    EXPECT_THAT(built.command, ElementsAre(built.files->path() + "/server"));
}

// What comes into the buffer is as long as the buffer, and the byte behind it gets a NUL.
TEST_F(CFamily, EndsAProgramThatUsesAnElementBeyondTheEnd) {
    const Built built =
        build(put("server.c",
                  "#include <stdio.h>\n#include <stdlib.h>\n"
                  "int main(int argc, char** argv) {\n"
                  "    char buffer[16] = {0};\n    int n = atoi(argv[1]);\n"
                  "    buffer[n] = 0;\n    puts(\"went well\");\n    return argc > 9 ? buffer[0] : 0;\n}\n"));
    EXPECT_EQ(output_of(built, {"15"}), "went well\n");
    EXPECT_EQ(output_of(built, {"16"}),
              "server.c:6: index 16 is beyond the end of an array of the type 'char [16]'\n");
    // recv() has failed, and the byte before the buffer matters to nobody.
    EXPECT_EQ(output_of(built, {"-1"}), "went well\n");
}

TEST_F(CFamily, EndsAProgramThatHasWrittenBehindABuffer) {
    const Built built = build(put("client.cpp",
                                  "#include <cstdio>\n#include <cstring>\n"
                                  "int main(int, char** argv) {\n"
                                  "    char text[16] = \"\";\n    std::strcat(text, argv[1]);\n"
                                  "    std::puts(text);\n}\n"));
    EXPECT_EQ(output_of(built, {"short"}), "short\n");
    EXPECT_THAT(output_of(built, {"a text of many more letters than sixteen"}), HasSubstr("stack smashing"));
}

TEST_F(CFamily, NamesTheHeaderThatIsMissing) {
    const Built built = build(
        put("chat.cpp", "#include <vector>\nint main() { std::vector<int> a{1}; return std::copy_m(a); }\n"));
    ASSERT_TRUE(built.failure.has_value());
    EXPECT_EQ(built.failure->hint, "");
    EXPECT_THAT(c_error_hint("a.cpp:9:5: error: ‘copy_n’ is not a member of ‘std’; did you mean ‘copy’?\n"),
                HasSubstr("add #include <algorithm>"));
    EXPECT_THAT(c_error_hint("a.cpp:9:5: error: ‘exchange’ is not a member of ‘std’\n"),
                HasSubstr("add #include <utility>"));
}

TEST_F(CFamily, KeepsWhatItMadeAsLongAsTheResult) {
    std::string program;
    {
        const Built copy = [&] { return build(put("a.c", "int main(void) { return 0; }\n")); }();
        program = copy.command.front();
        EXPECT_TRUE(std::filesystem::exists(program));
    }
    EXPECT_FALSE(std::filesystem::exists(program));
}

TEST_F(CFamily, TurnsWarningsIntoNotes) {
    const Built built = build(put("old.c",
                                  "#include <stdio.h>\n"
                                  "main() {\n"
                                  "    char text[] = \"x\";\n"
                                  "    text[0] = toupper(text[0]);\n"
                                  "    printf(\"%d\\n\", (int)strlen(text));\n"
                                  "    close(9);\n"
                                  "    return 0;\n"
                                  "}\n"));
    EXPECT_EQ(output_of(built), "1\n");
    EXPECT_THAT(
        built.notes,
        ElementsAre("line 2: return type defaults to ‘int’",
                    "line 4: implicit declaration of function ‘toupper’; add #include <ctype.h>",
                    "line 5: implicit declaration of function ‘strlen’; add #include <string.h>",
                    "line 6: implicit declaration of function ‘close’; did you mean ‘pclose’?; add #include "
                    "<unistd.h>"));
}

TEST_F(CFamily, ShowsAFewWarningsAndCountsTheRest) {
    std::string source = "int main(void) {\n";
    for (int i = 0; i < 12; ++i)
        source += "    char* p" + std::to_string(i) + " = " + std::to_string(i + 1) + ";\n";
    const Built built = build(put("many.c", source + "    return 0;\n}\n"));
    ASSERT_EQ(built.notes.size(), 9U);
    EXPECT_EQ(built.notes.back(), "and 4 more warnings");
}

TEST_F(CFamily, NamesTheFirstErrorsLine) {
    const Built built = build(put("server.c", "int main(void) {\n    int x = 1\n    return y;\n}\n"));
    ASSERT_TRUE(built.failure.has_value());
    EXPECT_EQ(built.failure->message,
              "server.c does not compile: line 3: expected ‘,’ or ‘;’ before ‘return’");
    EXPECT_THAT(built.failure->log, HasSubstr("server.c:3:5: error: expected ‘,’ or ‘;’ before ‘return’"));
    EXPECT_THAT(built.command, IsEmpty());
}

TEST_F(CFamily, NamesTheHeaderThatAnErrorIsIn) {
    put("say.h", "\nint x\n");
    EXPECT_EQ(failure_message(build(put("a.c", "#include \"say.h\"\nint main(void) { return x; }\n"))),
              "a.c does not compile: say.h line 2: expected ‘;’ before ‘int’");
}

TEST_F(CFamily, NamesWhatTheLinkerMisses) {
    const Built call = build(put("a.c", "int answer(void);\nint main(void) {\n    return answer();\n}\n"));
    EXPECT_EQ(failure_message(call), "a.c does not compile: line 3: undefined reference to `answer'");
    EXPECT_THAT(call.failure->hint, HasSubstr("the folder with all of its files"));
    const Built main = build(put("b.c", "int answer(void) { return 42; }\n"));
    EXPECT_EQ(failure_message(main), "b.c does not compile: undefined reference to `main'");
    EXPECT_EQ(main.failure->hint, "the program needs a function main()");
}

TEST_F(CFamily, TakesTheOtherFilesOfTheProgramWhereItNeedsThem) {
    put("answer.h", "int answer(void);\n");
    put("answer.c", "#include \"answer.h\"\nint answer(void) { return 42; }\n");
    put("another.c", "int answer(void);\nint main(void) { return answer(); }\n");
    const std::string prints = "#include <stdio.h>\n#include \"answer.h\"\nint main(void)\n{\n";
    EXPECT_EQ(output_of(build(put("a.c", prints + "    printf(\"%d\\n\", answer());\n}\n"))), "42\n");
    // Who needs none does not suffer from what else lies there.
    put("broken.c", "int answer(void) { return 41 }\n");
    EXPECT_EQ(output_of(build(put("b.c", prints + "    puts(\"alone\");\n}\n"))), "alone\n");
    EXPECT_EQ(failure_message(build(put("a.c", prints + "    return answer();\n}\n"))),
              "a.c does not compile: broken.c line 1: expected ‘;’ before ‘}’ token");
}

TEST_F(CFamily, CppTakesItsOtherFilesToo) {
    put("answer.cpp", "int answer() { return 42; }\n");
    put("answer.c", "int answer(void) { return 41; }\n");
    const Built built = build(put("a.cpp",
                                  "#include <iostream>\nint answer();\n"
                                  "int main() { std::cout << answer() << '\\n'; }\n"));
    EXPECT_EQ(output_of(built), "42\n");
}

TEST_F(CFamily, HasAdviceForTheUsualErrors) {
    const auto hint = [&](const std::string& name, const std::string& source) {
        const Built built = build(put(name, source));
        return built.failure ? built.failure->hint : "no failure";
    };
    EXPECT_EQ(hint("quotes.c", "int main(void) { return “a”; }\n"),
              "replace the typographic quotes or dashes by plain ones");
    EXPECT_THAT(hint("windows.c", "#include <winsock2.h>\nint main(void) { return 0; }\n"),
                HasSubstr("this is a program for Windows"));
}

TEST_F(CFamily, CompilesCppOfEveryEndingAndAge) {
    const std::string source = "#include <iostream>\nint main() { std::cout << __cplusplus << '\\n'; }\n";
    for (const char* name : {"a.cc", "a.cpp", "a.cxx", "a.C"})
        EXPECT_EQ(output_of(build(put(name, source))), "202002\n");
    EXPECT_EQ(
        output_of(build(
            put("old.cc", "#include <iostream>\nint main() { int requires = 7; std::cout << requires; }\n"))),
        "7");
}

TEST_F(CFamily, CopesWithOddFileNames) {
    const std::string source = "#include <stdio.h>\nint main(void) { puts(\"ok\"); return 0; }\n";
    for (const char* name : {"-o.c", "my server (1).c", "größe.c", "a;b$(c).c"}) {
        EXPECT_EQ(output_of(build(put(name, source))), "ok\n") << name;
    }
}

TEST_F(CFamily, EndsACompilerThatDoesNotEnd) {
    BuildOptions options;
    put("bin/gcc", "#!/bin/sh\nwhile :; do :; done\n", 0755);
    options.search_path = folder() + "/bin";
    options.time_limit = std::chrono::milliseconds(500);
    EXPECT_EQ(failure_message(build(put("a.c", ""), options)),
              "a.c does not compile: the time limit of 0.5 s was over");
}

TEST(CHints, TellOurMissingHeadersFromTheirs) {
    EXPECT_TRUE(lacks_system_headers("a.c:1:10: fatal error: stdio.h: No such file or directory"));
    EXPECT_FALSE(lacks_system_headers("a.c:1:10: fatal error: util.h: No such file or directory"));
    EXPECT_FALSE(lacks_system_headers("a.c:1:10: error: stdio.h"));
}

}  // namespace
}  // namespace sockgrade::build
