#include "faults/replay.hh"

#include <algorithm>

#include "faults/held.hh"

namespace sockgrade::faults {

namespace {

class Replay : public Fault {
  public:
    explicit Replay(const model::FaultRule& rule) : wanted_(rule.detail.after) {}

    bool apply(const Passing&, std::vector<Passing>& out, std::uint64_t) override {
        const auto own = std::find_if(out.begin(), out.end(), is_own);
        if (own == out.end()) return false;
        copies_.hold(*own);
        copies_.last().way = Way::usual;
        return true;
    }
    std::vector<Passing> after(const Passing& passed) override { return copies_.after(passed, wanted_); }
    std::vector<Passing> release() override { return copies_.take_all(); }

  private:
    std::size_t wanted_;
    Held copies_;
};

}  // namespace

std::unique_ptr<Fault> make_replay(const model::FaultRule& rule) { return std::make_unique<Replay>(rule); }

}  // namespace sockgrade::faults
