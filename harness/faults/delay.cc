#include "faults/delay.hh"

#include "faults/held.hh"
#include "faults/selection.hh"

namespace sockgrade::faults {

namespace {

class Delay : public Fault {
  public:
    explicit Delay(const model::FaultRule& rule) : detail_(rule.detail) {}

    bool apply(const Passing&, std::vector<Passing>& out, std::uint64_t) override {
        bool any = false;
        for (Passing& own : out) {
            if (!is_own(own)) continue;
            any = true;
            if (detail_.ms > 0)
                own.wait += std::chrono::milliseconds(detail_.ms);
            else
                held_.hold(own);
        }
        if (any && detail_.ms == 0) std::erase_if(out, is_own);
        return any;
    }
    std::vector<Passing> after(const Passing& passed) override {
        if (fits(detail_.until, passed)) return held_.take_others(passed);
        return held_.after(passed, detail_.after);
    }
    std::vector<Passing> release() override { return held_.take_all(); }

  private:
    model::FaultDetail detail_;
    Held held_;
};

}  // namespace

std::unique_ptr<Fault> make_delay(const model::FaultRule& rule) { return std::make_unique<Delay>(rule); }

}  // namespace sockgrade::faults
