#include "faults/duplicate.hh"

namespace sockgrade::faults {

namespace {

class Duplicate : public Fault {
  public:
    // A datagram that an earlier fault dropped or holds has nothing left to double.
    void apply(const Passing& hit, std::vector<Passing>& out) override {
        if (!out.empty()) out.push_back(hit);
    }
};

}  // namespace

std::unique_ptr<Fault> make_duplicate(const model::FaultRule&) { return std::make_unique<Duplicate>(); }

}  // namespace sockgrade::faults
