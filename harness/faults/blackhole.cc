#include "faults/blackhole.hh"

#include "faults/selection.hh"

namespace sockgrade::faults {

namespace {

class Blackhole : public Fault {
  public:
    explicit Blackhole(const model::FaultRule& rule) : until_(rule.detail.until), most_(rule.detail.most) {}

    bool apply(const Passing& hit, std::vector<Passing>& out, std::uint64_t) override {
        if (state_ == State::ahead) state_ = State::open;
        return swallow(hit, out);
    }
    bool meanwhile(const Passing& other, std::vector<Passing>& out) override { return swallow(other, out); }

  private:
    enum class State { ahead, open, over };

    bool swallow(const Passing& datagram, std::vector<Passing>& out) {
        if (state_ != State::open) return false;
        if (fits(until_, datagram)) {
            state_ = State::over;
            return false;
        }
        const bool lost = std::erase_if(out, is_own) > 0;
        if (lost && ++swallowed_ == most_) state_ = State::over;
        return lost;
    }

    model::Until until_;
    std::size_t most_;  // 0: no end by number
    std::size_t swallowed_ = 0;
    State state_ = State::ahead;
};

}  // namespace

std::unique_ptr<Fault> make_blackhole(const model::FaultRule& rule) {
    return std::make_unique<Blackhole>(rule);
}

}  // namespace sockgrade::faults
