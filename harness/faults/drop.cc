#include "faults/drop.hh"

namespace sockgrade::faults {

namespace {

class Drop : public Fault {
  public:
    bool apply(const Passing&, std::vector<Passing>& out, std::uint64_t) override {
        return std::erase_if(out, is_own) > 0;
    }
};

}  // namespace

std::unique_ptr<Fault> make_drop(const model::FaultRule&) { return std::make_unique<Drop>(); }

}  // namespace sockgrade::faults
