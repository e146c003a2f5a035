#include <fmt/format.h>

#include "faults/break_off.hh"
#include "faults/kinds.hh"

namespace sockgrade::faults {

namespace {

constexpr std::string_view kResetTakes[] = {"bytes"};

}  // namespace

// Without `bytes`: before any of them.
const StreamKind kinds::reset{
    .name = "reset",
    .summary = "The connection is reset (RST), at once or after so many bytes.",
    .step = "reset or { send: MESSAGE, reset_after: N } or { reply: MESSAGE, reset_after: N }",
    .make = [](const model::FaultRule& rule) { return make_break_off(rule.detail.bytes, Ending::reset); },
    .says =
        [](const model::FaultRule&, const StreamTarget& target) {
            return fmt::format("reset {} (RST) {} that went {}", target.which, target.behind, target.way);
        },
    .takes = kResetTakes,
    .ends_stream = true};

}  // namespace sockgrade::faults
