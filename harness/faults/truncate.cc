#include <fmt/format.h>

#include "base/text.hh"
#include "faults/kinds.hh"

namespace sockgrade::faults {

namespace {

class Truncate : public Fault {
  public:
    explicit Truncate(const model::FaultRule& rule) : bytes_(rule.detail.bytes) {}

    bool apply(const Passing&, std::vector<Passing>& out, std::uint64_t) override {
        bool any = false;
        for (Passing& own : out) {
            if (!is_own(own) || own.bytes.size() <= bytes_) continue;
            own.bytes.resize(bytes_);
            any = true;
        }
        return any;
    }

  private:
    std::size_t bytes_;
};

constexpr std::string_view kTruncateTakes[] = {"bytes"};
constexpr std::string_view kTruncateNeeds[] = {"bytes"};

}  // namespace

const FaultKind kinds::truncate{.name = "truncate",
                                .summary = "Only the first bytes of a datagram arrive.",
                                .verb = "cut short",
                                .make = make<Truncate>,
                                .says =
                                    [](const model::FaultRule& rule, const std::string& target) {
                                        return fmt::format("cut {} to its first {}", target,
                                                           count_of(rule.detail.bytes, "byte"));
                                    },
                                .harm = Harm::alters,
                                .takes = kTruncateTakes,
                                .needs = kTruncateNeeds};

}  // namespace sockgrade::faults
