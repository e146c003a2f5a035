#include "runtimes/kinds.hh"

namespace sockgrade::runtimes {

namespace {

// Of C++: what is thrown and caught by nobody.
constexpr std::string_view kTerminated[] = {"terminate called"};

}  // namespace

const Runtime kinds::c_family{.name = "C and C++", .crash_signs = kTerminated, .stack_signs = kTerminated};

}  // namespace sockgrade::runtimes
