#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "faults/kinds.hh"

namespace sockgrade::faults {

namespace {

class Empty : public Fault {
  public:
    explicit Empty(const model::FaultRule& rule) : before_(rule.detail.before) {}

    bool apply(const Passing&, std::vector<Passing>& out, std::uint64_t) override {
        const auto own = std::find_if(out.begin(), out.end(), is_own);
        if (own == out.end()) return false;
        if (before_) {
            Passing empty = *own;
            empty.bytes.clear();
            empty.way = Way::usual;
            out.insert(own, std::move(empty));
            return true;
        }
        bool any = false;
        for (Passing& each : out) {
            if (!is_own(each) || each.bytes.empty()) continue;
            each.bytes.clear();
            any = true;
        }
        return any;
    }

  private:
    bool before_;
};

constexpr std::string_view kEmptyTakes[] = {"before"};

}  // namespace

const FaultKind kinds::empty{.name = "empty",
                             .summary = "A datagram of no bytes arrives in the place of one, or before it.",
                             .verb = "put an empty datagram in the place of, or before,",
                             .make = make<Empty>,
                             .says =
                                 [](const model::FaultRule& rule, const std::string& target) {
                                     return fmt::format("put an empty datagram {} {}",
                                                        rule.detail.before ? "before" : "in the place of",
                                                        target);
                                 },
                             .harm = Harm::alters,
                             .takes = kEmptyTakes,
                             .empties = true};

}  // namespace sockgrade::faults
