#include "faults/rebind.hh"

#include <algorithm>

namespace sockgrade::faults {

namespace {

class Rebind : public Fault {
  public:
    bool apply(const Passing&, std::vector<Passing>& out, std::uint64_t) override {
        const auto own = std::find_if(out.begin(), out.end(), is_own);
        if (own == out.end()) return false;
        own->way = Way::from_new_port;
        return true;
    }
};

}  // namespace

std::unique_ptr<Fault> make_rebind(const model::FaultRule&) { return std::make_unique<Rebind>(); }

}  // namespace sockgrade::faults
