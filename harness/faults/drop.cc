#include "faults/kinds.hh"

namespace sockgrade::faults {

namespace {

class Drop : public Fault {
  public:
    bool apply(const Passing&, std::vector<Passing>& out, std::uint64_t) override {
        return std::erase_if(out, is_own) > 0;
    }
};

}  // namespace

const FaultKind kinds::drop{.name = "drop",
                            .summary = "A datagram is lost.",
                            .verb = "dropped",
                            .make = make<Drop>,
                            .harm = Harm::loses};

}  // namespace sockgrade::faults
