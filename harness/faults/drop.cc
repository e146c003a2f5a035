#include "faults/drop.hh"

namespace sockgrade::faults {

namespace {

class Drop : public Fault {
  public:
    void apply(const Passing&, std::vector<Passing>& out) override { out.clear(); }
};

}  // namespace

std::unique_ptr<Fault> make_drop(const model::FaultRule&) { return std::make_unique<Drop>(); }

}  // namespace sockgrade::faults
