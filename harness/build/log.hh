// Reading what compilers say.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "build/build.hh"
#include "system/command.hh"

namespace sockgrade::build {

// "server.c:7:5: warning: text" taken apart; line 0 when the compiler named none.
struct Remark {
    std::string file;
    int line = 0;
    std::string text;
    friend bool operator==(const Remark&, const Remark&) = default;
};

// The first error in the output of gcc, g++, javac, go or make; nullopt for an empty log.
std::optional<Remark> first_error(std::string_view log);

// All the warnings of gcc and g++.
std::vector<Remark> warnings(std::string_view log);

// "line 7: text", with the file's name before it when that is not `name`.
std::string describe(const Remark& remark, std::string_view name);

// The start of a log, in whole lines, and how much of it is missing.
std::string excerpt(std::string_view log, std::size_t left_out);

// For a compiler or make that did not succeed: `what` is such as "server.c does not compile".
BuildFailure failure_of(const system::CommandResult& result, std::string_view what, std::string_view name,
                        std::chrono::milliseconds time_limit);

}  // namespace sockgrade::build
