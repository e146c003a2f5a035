#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"
#include "faults/held.hh"
#include "faults/kinds.hh"

namespace sockgrade::faults {

namespace {

class Replay : public Fault {
  public:
    explicit Replay(const model::FaultRule& rule) : wanted_(rule.detail.after) {}

    bool apply(const Passing&, std::vector<Passing>& out, std::uint64_t) override {
        const auto own = std::find_if(out.begin(), out.end(), is_own);
        if (own == out.end()) return false;
        copies_.hold(*own);
        copies_.last().way = Way::usual;
        return true;
    }
    std::vector<Passing> after(const Passing& passed) override { return copies_.after(passed, wanted_); }
    std::vector<Passing> release() override { return copies_.take_all(); }

  private:
    std::size_t wanted_;
    Held copies_;
};

constexpr std::string_view kReplayTakes[] = {"after"};

}  // namespace

const FaultKind kinds::replay{
    .name = "replay",
    .summary =
        "A copy of a datagram arrives much later: after so many others, or when nothing else happens any "
        "more.",
    .verb = "played back a copy of",
    .make = make<Replay>,
    .says =
        [](const model::FaultRule& rule, const std::string& target) {
            const std::size_t after = rule.detail.after;
            return fmt::format("play back a copy of {} {}", target,
                               after > 0 ? "after " + count_of(after, "other") : "when nothing else happens");
        },
    .takes = kReplayTakes,
    .acts_late = true};

}  // namespace sockgrade::faults
