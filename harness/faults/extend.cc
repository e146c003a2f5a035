#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"
#include "faults/kinds.hh"

namespace sockgrade::faults {

namespace {

class Extend : public Fault {
  public:
    explicit Extend(const model::FaultRule& rule)
        : bytes_(rule.detail.bytes), filler_(rule.detail.text.empty() ? "." : rule.detail.text) {}

    bool apply(const Passing&, std::vector<Passing>& out, std::uint64_t) override {
        bool any = false;
        for (Passing& own : out) {
            if (!is_own(own)) continue;
            const std::size_t wanted = std::min(own.bytes.size() + bytes_, model::kMostInDatagram);
            any = any || own.bytes.size() < wanted;
            for (std::size_t i = 0; own.bytes.size() < wanted; ++i) own.bytes += filler_[i % filler_.size()];
        }
        return any;
    }

  private:
    std::size_t bytes_;
    std::string filler_;
};

constexpr std::string_view kExtendTakes[] = {"bytes", "text"};
constexpr std::string_view kExtendNeeds[] = {"bytes"};

}  // namespace

const FaultKind kinds::extend{.name = "extend",
                              .summary = "A datagram arrives with more bytes at its end.",
                              .verb = "made longer",
                              .make = make<Extend>,
                              .says =
                                  [](const model::FaultRule& rule, const std::string& target) {
                                      const model::FaultDetail& detail = rule.detail;
                                      return fmt::format(
                                          "lengthen {} by {}{}", target, count_of(detail.bytes, "byte"),
                                          detail.text.empty() ? "" : " of " + quote(detail.text, 60));
                                  },
                              .harm = Harm::alters,
                              .takes = kExtendTakes,
                              .needs = kExtendNeeds};

}  // namespace sockgrade::faults
