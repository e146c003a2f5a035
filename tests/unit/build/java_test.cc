#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "build/java_class.hh"
#include "build/java_source.hh"
#include "tests/unit/build/submission.hh"

namespace sockgrade::build {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class Java : public Submission {};

std::string program(const std::string& declaration, const std::string& text) {
    return declaration + " {\n    public static void main(String[] args) { System.out.println(\"" + text +
           "\" + String.join(\",\", args)); }\n}\n";
}

TEST_F(Java, CompilesAndStartsTheClass) {
    const Built built = build(put("Server.java", program("public class Server", "port ")));
    EXPECT_EQ(output_of(built, {"12000"}), "port 12000\n");
    ASSERT_EQ(built.command.size(), 8U);
    EXPECT_THAT(built.command,
                ElementsAre(built.command[0], "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto",
                            "-XX:-UsePerfData", "-cp", built.files->path() + "/classes", "Server"));
    EXPECT_THAT(built.notes, ElementsAre("runs with " + built.command[0]));
    EXPECT_THAT(files(), ElementsAre("Server.java"));
}

TEST_F(Java, DoesNotMindTheFilesName) {
    EXPECT_EQ(output_of(build(put("alice_task1.java", program("public class UDPServer", "public")))),
              "public\n");
    EXPECT_EQ(output_of(build(put("bob.java", program("class Hidden", "not public")))), "not public\n");
    EXPECT_EQ(output_of(build(put("-carol.java", program("class Carol", "dash")))), "dash\n");
}

TEST_F(Java, DoesNotMindThePackage) {
    put("Text.java", "package a.b;\n\nclass Text {\n    static final String HELLO = \"hello\";\n}\n");
    const Built built = build(put("Server.java",
                                  "/* mine */ package a.b;\n\npublic class Server {\n    public static "
                                  "void main(String[] args) { System.out.println(Text.HELLO); }\n}\n"));
    EXPECT_EQ(output_of(built), "hello\n");
    EXPECT_EQ(built.command.back(), "a.b.Server");
}

TEST_F(Java, FindsTheOtherClassesOfTheFolder) {
    put("Text.java",
        "class Text {\n    static final String HELLO = \"hello\";\n    public static void main(String[] a) "
        "{ }\n}\n");
    put("Broken.java", "class Broken {");
    const Built built = build(put("y.java",
                                  "public class X {\n    public static void main(String[] args) { "
                                  "System.out.println(Text.HELLO); }\n}\n"));
    EXPECT_EQ(output_of(built), "hello\n");
    EXPECT_EQ(built.command.back(), "X");
}

TEST_F(Java, ChoosesAmongSeveralMains) {
    const std::string source = program("class Helper", "helper") + program("class TCPServer", "server") +
                               program("class TCPClient", "client");
    EXPECT_EQ(output_of(build(put("tcpclient.java", source), prefer({"server"}))), "client\n");
    const Built built = build(put("all.java", source), prefer({"server"}));
    EXPECT_EQ(output_of(built), "server\n");
    EXPECT_EQ(built.notes.back(), "3 of its classes have a main(); TCPServer is started");
    EXPECT_EQ(output_of(build(put("all.java", source))), "helper\n");
}

TEST_F(Java, ReadsMarksAndLatin1) {
    EXPECT_EQ(output_of(build(put("A.java", "\xef\xbb\xbf" + program("public class A", "mark")))), "mark\n");
    EXPECT_EQ(output_of(build(put("B.java",
                                  "// gr\xfc\xdf"
                                  "e\r\n" +
                                      program("public class B", "latin"))),
                        {}),
              "latin\n");
}

TEST_F(Java, NamesTheFirstErrorsLine) {
    const Built built = build(put("mine.java", "public class Server {\n    int x = \"s\";\n}\n"));
    EXPECT_EQ(failure_message(built),
              "mine.java does not compile: line 2: incompatible types: String cannot be converted to int");
    EXPECT_THAT(built.failure->log, HasSubstr("Server.java:2: error: incompatible types"));
    const Built quotes = build(put("Q.java", "class Q { String s = “a”; }\n"));
    EXPECT_EQ(quotes.failure->hint, "replace the typographic quotes by straight ones");
}

TEST_F(Java, SaysThatThereIsNoMain) {
    EXPECT_EQ(
        failure_message(build(put("Server.java", "class Server {\n    void main(String[] args) {}\n}\n"))),
        "Server.java has no public static void main(String[] args)");
}

TEST(JavaSource, ReadsThePackage) {
    EXPECT_EQ(java_package("package a.b;"), "a.b");
    EXPECT_EQ(java_package("// one\n/* two\n */ package  a . b ;\nclass X {}"), "a.b");
    EXPECT_EQ(java_package("class X {} // package a;"), "");
    EXPECT_EQ(java_package("packages a;"), "");
    EXPECT_EQ(java_package("package ../../etc;"), "");
    EXPECT_EQ(java_package("package a..b;"), "");
    EXPECT_EQ(java_package("/* never closed"), "");
    EXPECT_EQ(java_package(""), "");
}

TEST(JavaSource, ReadsTheWantedFile) {
    EXPECT_EQ(
        java_wanted_file("y.java:1: error: class X is public, should be declared in a file named X.java\n"),
        "X.java");
    EXPECT_EQ(java_wanted_file("class X is public, should be declared in a file named ../X.java\n"), "");
    EXPECT_EQ(java_wanted_file("y.java:1: error: something else\n"), "");
}

TEST(JavaClass, IsOnlyReadWhole) {
    EXPECT_FALSE(read_java_class("").has_value());
    EXPECT_FALSE(read_java_class("not a class file at all").has_value());
    EXPECT_FALSE(
        read_java_class(std::string("\xca\xfe\xba\xbe\0\0\0\x3d\xff\xff\x01\xff\xff", 13)).has_value());
}

}  // namespace
}  // namespace sockgrade::build
