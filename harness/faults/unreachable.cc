#include "faults/unreachable.hh"

#include <algorithm>
#include <utility>

namespace sockgrade::faults {

namespace {

class Unreachable : public Fault {
  public:
    bool apply(const Passing&, std::vector<Passing>& out, std::uint64_t) override {
        const auto own = std::find_if(out.begin(), out.end(), is_own);
        if (own == out.end()) return false;
        Passing refusal = *own;
        refusal.way = Way::refused;
        std::erase_if(out, is_own);
        out.push_back(std::move(refusal));
        return true;
    }
};

}  // namespace

std::unique_ptr<Fault> make_unreachable(const model::FaultRule&) { return std::make_unique<Unreachable>(); }

}  // namespace sockgrade::faults
