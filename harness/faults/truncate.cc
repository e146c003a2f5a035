#include "faults/truncate.hh"

namespace sockgrade::faults {

namespace {

class Truncate : public Fault {
  public:
    explicit Truncate(const model::FaultRule& rule) : bytes_(rule.detail.bytes) {}

    bool apply(const Passing&, std::vector<Passing>& out, std::uint64_t) override {
        bool any = false;
        for (Passing& own : out) {
            if (!is_own(own) || own.bytes.size() <= bytes_) continue;
            own.bytes.resize(bytes_);
            any = true;
        }
        return any;
    }

  private:
    std::size_t bytes_;
};

}  // namespace

std::unique_ptr<Fault> make_truncate(const model::FaultRule& rule) {
    return std::make_unique<Truncate>(rule);
}

}  // namespace sockgrade::faults
