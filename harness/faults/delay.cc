#include <fmt/format.h>

#include "faults/held.hh"
#include "faults/kinds.hh"
#include "faults/selection.hh"
#include "faults/words.hh"

namespace sockgrade::faults {

namespace {

class Delay : public Fault {
  public:
    explicit Delay(const model::FaultRule& rule) : detail_(rule.detail) {}

    bool apply(const Passing&, std::vector<Passing>& out, std::uint64_t) override {
        bool any = false;
        for (Passing& own : out) {
            if (!is_own(own)) continue;
            any = true;
            if (detail_.ms > 0)
                own.wait += std::chrono::milliseconds(detail_.ms);
            else
                held_.hold(own);
        }
        if (any && detail_.ms == 0) std::erase_if(out, is_own);
        return any;
    }
    std::vector<Passing> after(const Passing& passed) override {
        if (fits(detail_.until, passed)) return held_.take_others(passed);
        return held_.after(passed, detail_.after);
    }
    std::vector<Passing> release() override { return held_.take_all(); }

  private:
    model::FaultDetail detail_;
    Held held_;
};

constexpr std::string_view kDelayTakes[] = {"after", "until", "ms"};

}  // namespace

const FaultKind kinds::delay{
    .name = "delay",
    .summary =
        "A datagram is held until so many others, or a certain one, have passed; else until nothing else "
        "happens.",
    .verb = "held back",
    .make = make<Delay>,
    .says =
        [](const model::FaultRule& rule, const std::string& target) {
            return fmt::format("hold back {} {}", target, held_until(rule.detail));
        },
    .problem =
        [](const model::FaultRule& rule) {
            const model::FaultDetail& detail = rule.detail;
            const int ends = (detail.after > 0) + (detail.ms > 0) + detail.until.is_set();
            return std::string(ends > 1 ? "'after', 'until' and 'ms' exclude each other" : "");
        },
    .takes = kDelayTakes,
    .holds = true};

}  // namespace sockgrade::faults
