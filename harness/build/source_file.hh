// One file of a submission, read without trusting it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sockgrade::build {

struct SourceFile {
    std::string path;    // absolute
    std::string folder;  // absolute, without links
    std::string name;    // server.c
    std::string stem;    // server
    std::string text;    // at most the first MiB, without a byte order mark
    bool has_byte_order_mark = false;
    bool may_execute = false;
};

// Throws a UsageError when it is missing, unreadable or no regular file. Never waits for a FIFO or a device.
SourceFile open_source(const std::string& path);

// The words of a script's first line, e.g. {"/usr/bin/env", "python3"}; empty when there is no #! line.
std::vector<std::string> shebang(std::string_view text);

bool is_elf(std::string_view text);

// The lines of a text without their ends.
std::vector<std::string_view> lines_of(std::string_view text);

std::string_view trim(std::string_view text);

// The start of a line for use in a message: without spaces around it, and not long.
std::string shorten(std::string_view line, std::size_t most = 60);

}  // namespace sockgrade::build
