// What runtimes really write, held against what is known of them.
#include "runtimes/runtime.hh"

#include <gtest/gtest.h>

#include <filesystem>
#include <set>
#include <string>

#include "runtimes/kinds.hh"
#include "runtimes/python_traceback.hh"
#include "tests/support/places.hh"

namespace sockgrade::runtimes {
namespace {

constexpr std::string_view kJava =
    "Exception in thread \"main\" java.net.BindException: Address already in use\n"
    "\tat java.base/sun.nio.ch.Net.bind0(Native Method)\n"
    "\tat Server.main(Server.java:12)\n";
constexpr std::string_view kNode =
    "node:events:491\n      throw er; // Unhandled 'error' event\n\n"
    "Error: read ECONNRESET\n"
    "    at TCP.onStreamRead (node:internal/stream_base_commons:217:20)\n"
    "    at Socket.serve (/home/x/server.js:4:23)\n";
constexpr std::string_view kGo =
    "panic: runtime error: index out of range [1] with length 1\n\ngoroutine 1 [running]:\n"
    "main.main()\n\t/home/x/server.go:11 +0x15c\n";
constexpr std::string_view kPython =
    "Traceback (most recent call last):\n"
    "  File \"/home/x/server.py\", line 7, in <module>\n"
    "    sock.send(text)\n"
    "TypeError: a bytes-like object is required, not 'str'\n";
constexpr std::string_view kCpp = "terminate called after throwing an instance of 'std::system_error'\n";

TEST(Runtimes, AreToldByTheCommandThatRunsTheirPrograms) {
    EXPECT_EQ(language_of("/usr/bin/python3.11"), Language::python);
    EXPECT_EQ(language_of("java"), Language::java);
    EXPECT_EQ(language_of("/usr/bin/nodejs"), Language::javascript);
    EXPECT_EQ(language_of("./server"), Language::other);
    EXPECT_EQ(language_of("/opt/java/server"), Language::other);
}

TEST(Runtimes, ACrashIsToldFromWordsOfAProgramsOwn) {
    for (const std::string_view errors : {kJava, kNode, kGo, kPython, kCpp}) {
        EXPECT_TRUE(looks_like_a_crash(errors)) << errors;
        EXPECT_TRUE(shows_a_stack(errors)) << errors;
    }
    EXPECT_FALSE(looks_like_a_crash("usage: server PORT\n"));
    EXPECT_FALSE(shows_a_stack("usage: server PORT\n"));
    EXPECT_FALSE(shows_a_stack("Error: no such host\n")) << "a program may say that by itself";
}

TEST(Runtimes, SayWhereInTheStudentsCodeTheyStopped) {
    const auto java = kinds::java.stop(kJava);
    ASSERT_TRUE(java.has_value());
    EXPECT_EQ(java->place, "Server.java:12");
    EXPECT_EQ(java->error, "java.net.BindException: Address already in use");
    EXPECT_TRUE(java->hint.starts_with("The port is taken."));
    const auto node = kinds::javascript.stop(kNode);
    ASSERT_TRUE(node.has_value());
    EXPECT_EQ(node->place, "server.js:4");
    EXPECT_EQ(node->error, "Error: read ECONNRESET");
    const auto go = kinds::go.stop(kGo);
    ASSERT_TRUE(go.has_value());
    EXPECT_EQ(go->place, "server.go:11");
    EXPECT_TRUE(go->hint.starts_with("Check how long it is"));
}

TEST(Runtimes, WhatNoRuntimeWroteIsNoStop) {
    for (const Runtime* runtime : catalog()) {
        if (runtime->stop == nullptr) continue;
        EXPECT_FALSE(runtime->stop("usage: server PORT\n").has_value()) << runtime->name;
    }
}

TEST(Runtimes, ATracebackHasTheLineOfCode) {
    const auto found = traceback(kPython);
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->file, "server.py");
    EXPECT_EQ(found->line, "7");
    EXPECT_EQ(found->code, "sock.send(text)");
    EXPECT_TRUE(hint_for(*found).starts_with("Sockets carry bytes"));
    EXPECT_FALSE(traceback("usage: server.py PORT\n").has_value());
}

TEST(Runtimes, AnErrorThatNobodyKnowsGetsAGeneralHint) {
    EXPECT_FALSE(hint_for(Traceback{"a.py", "1", "x()", "OddError: x"}).empty());
    EXPECT_FALSE(hint_for("OddException", {}).empty());
}

// A file that is not listed would never be asked.
TEST(Runtimes, EveryFileIsListed) {
    std::set<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(in_source("harness/runtimes")))
        if (entry.path().extension() == ".cc") files.insert(entry.path().stem());
    files.erase("catalog");
    EXPECT_EQ(files.size(), catalog().size());
}

}  // namespace
}  // namespace sockgrade::runtimes
