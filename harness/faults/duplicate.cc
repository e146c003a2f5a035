#include <fmt/format.h>

#include <algorithm>

#include "faults/kinds.hh"

namespace sockgrade::faults {

namespace {

class Duplicate : public Fault {
  public:
    explicit Duplicate(const model::FaultRule& rule)
        : more_(rule.detail.copies == 0 ? 1 : rule.detail.copies - 1) {}

    // A datagram that an earlier fault dropped or holds has nothing left to double.
    bool apply(const Passing&, std::vector<Passing>& out, std::uint64_t) override {
        const auto own = std::find_if(out.begin(), out.end(), is_own);
        if (own == out.end() || more_ == 0) return false;
        Passing copy = *own;
        copy.way = Way::usual;
        out.insert(out.end(), more_, copy);
        return true;
    }

  private:
    std::size_t more_;
};

constexpr std::string_view kDuplicateTakes[] = {"copies"};

}  // namespace

const FaultKind kinds::duplicate{
    .name = "duplicate",
    .summary = "A datagram arrives twice, or as many times as 'copies' says.",
    .verb = "doubled",
    .make = make<Duplicate>,
    .says =
        [](const model::FaultRule& rule, const std::string& target) {
            if (rule.detail.copies == 0) return "duplicate " + target;
            return fmt::format("deliver {} {} times", target, rule.detail.copies);
        },
    .became =
        [](const Passing& hit, const std::vector<Passing>& delivered) {
            return fmt::format("arrives {} times",
                               std::count_if(delivered.begin(), delivered.end(), [&](const Passing& one) {
                                   return one.number == hit.number && is_own(one);
                               }));
        },
    .takes = kDuplicateTakes};

}  // namespace sockgrade::faults
