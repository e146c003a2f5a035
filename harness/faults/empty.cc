#include "faults/empty.hh"

#include <algorithm>
#include <utility>

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

}  // namespace

std::unique_ptr<Fault> make_empty(const model::FaultRule& rule) { return std::make_unique<Empty>(rule); }

}  // namespace sockgrade::faults
