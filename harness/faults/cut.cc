#include <fmt/format.h>

#include "faults/break_off.hh"
#include "faults/kinds.hh"

namespace sockgrade::faults {

namespace {

constexpr std::string_view kCutTakes[] = {"bytes"};
constexpr std::string_view kCutNeeds[] = {"bytes"};

}  // namespace

const StreamKind kinds::cut{
    .name = "cut",
    .summary = "The stream ends (FIN) in the middle of a message, after so many bytes.",
    .step = "{ send: MESSAGE, cut_after: N } or { reply: MESSAGE, cut_after: N }",
    .make = [](const model::FaultRule& rule) { return make_break_off(rule.detail.bytes, Ending::finish); },
    .says =
        [](const model::FaultRule&, const StreamTarget& target) {
            return fmt::format("end what goes {} on {} (FIN) {}", target.way, target.which, target.behind);
        },
    .takes = kCutTakes,
    .needs = kCutNeeds,
    .ends_stream = true};

}  // namespace sockgrade::faults
