#include "build/program_parts.hh"

#include <gtest/gtest.h>

#include <string>

namespace sockgrade::build {
namespace {

bool c_main(const std::string& text) {
    SourceFile source;
    source.text = text;
    return has_c_main(source);
}

TEST(ProgramParts, AProgramInCBeginsInMain) {
    for (const char* begin :
         {"int main(void) {\n", "int main (int argc, char **argv)\n{\n", "main()\n{\n", "void main() {",
          "int\nmain(int argc, char *argv[])\n", "  int main() { f(); };\n", "\tauto main() -> int {\n",
          "int main(int argc,\n         char *argv[]) {\n", "static int x;\r\nint main()\r\n{\r\n"})
        EXPECT_TRUE(c_main(std::string("#include <stdio.h>\n") + begin)) << begin;
}

TEST(ProgramParts, AHelperHasNoMain) {
    for (const char* text :
         {"", "int answer(void) { return 42; }\n", "int main(void);\n", "// int main(void) {\n",
          " * int main(void) is elsewhere\n", "int main_loop(int s) {\n", "int domain(int s) {\n",
          "    return main (1, 0);\n", "    printf(\"main (\");\n", "#define main(x) x\n", "int mainly;\n"})
        EXPECT_FALSE(c_main(text)) << text;
}

TEST(ProgramParts, JavaBeginsInMainWhereverItsBracketsStand) {
    const auto begins = [](const std::string& text) {
        SourceFile source;
        source.text = text;
        return has_java_main(source);
    };
    EXPECT_TRUE(begins("class A { public static void main(String[] a) {} }"));
    EXPECT_TRUE(begins("class A {\n  final static public void\n    main (String... a)\n  {}\n}"));
    EXPECT_FALSE(begins("class A { void mainLoop() {} void run() {} }"));
}

TEST(ProgramParts, OnlyWhatIsSureToDefineAndNoMoreIsAPart) {
    const auto begins = [](const std::string& text) {
        SourceFile source;
        source.text = text;
        return has_python_statements(source);
    };
    EXPECT_FALSE(begins("import socket\nPORT = 12000\n\ndef run():\n    pass\n"));
    for (const char* statement :
         {"run()\n", "if __name__ == '__main__':\n    run()\n", "Server(12000).run()\n",
          "s = Server(12000)\n", "while True: pass\n", "try:\n    run()\nexcept OSError:\n    pass\n"})
        EXPECT_TRUE(begins(std::string("def run():\n    pass\n") + statement)) << statement;
}

}  // namespace
}  // namespace sockgrade::build
