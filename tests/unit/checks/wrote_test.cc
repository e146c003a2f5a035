// Files that the program had to write.
#include <gmock/gmock.h>

#include "tests/unit/checks/transcript_builder.hh"

namespace sockgrade::checks {
namespace {

using Kind = FileSeen::Kind;

Case found(const model::Wanted& wanted, const FileSeen& seen, WaitEnd how = WaitEnd::quiet) {
    Case one = connected_server();
    one.step("program", model::Wrote{{{"out.txt", wanted}}}, {seen}, how);
    return one;
}

FileSeen file(const std::string& bytes) { return {"out.txt", Kind::file, bytes, bytes.size()}; }

TEST(Wrote, ATextForgivesALineEndAndBytesDoNot) {
    expect_passed(found({text("hello\n")}, file("hello")));
    expect_failed(found({text("hello")}, file("hallo")), Cause::wrong_content, "\"hallo\"");
    model::Message exact = text("hello\n");
    exact.is_exact = true;
    expect_failed(found({exact}, file("hello")), Cause::missing);
    expect_failed(found({text("hello")}, file("hello world")), Cause::extra);
}

TEST(Wrote, APatternHasToFitAll) {
    expect_passed(found({text("\\d+ lines\n"), true, "a report"}, file("12 lines\n")));
    expect_failed(found({text("\\d+ lines\n"), true, "a report"}, file("no lines\n")), Cause::wrong_content,
                  "a report");
}

TEST(Wrote, WhatIsNoFileIsSaid) {
    const model::Wanted wanted{text("hello")};
    expect_failed(found(wanted, {"out.txt", Kind::nothing, "", 0}), Cause::missing,
                  "There is no \"out.txt\"");
    expect_failed(found(wanted, file("")), Cause::missing, "closes or flushes the file");
    expect_failed(found(wanted, {"out.txt", Kind::other, "", 0}), Cause::wrong_content,
                  "A folder, a link or a pipe");
    expect_failed(found(wanted, {"out.txt", Kind::unreadable, "", 0}), Cause::wrong_content,
                  "may not be read");
    // More than is looked at.
    expect_failed(found(wanted, {"out.txt", Kind::file, "hello", 90'000}), Cause::extra, "90000 bytes");
}

}  // namespace
}  // namespace sockgrade::checks
