#include "faults/extend.hh"

#include <algorithm>

namespace sockgrade::faults {

namespace {

constexpr std::size_t kLargestPayload = 65'507;

class Extend : public Fault {
  public:
    explicit Extend(const model::FaultRule& rule)
        : bytes_(rule.detail.bytes), filler_(rule.detail.text.empty() ? "." : rule.detail.text) {}

    bool apply(const Passing&, std::vector<Passing>& out, std::uint64_t) override {
        bool any = false;
        for (Passing& own : out) {
            if (!is_own(own)) continue;
            const std::size_t wanted = std::min(own.bytes.size() + bytes_, kLargestPayload);
            any = any || own.bytes.size() < wanted;
            for (std::size_t i = 0; own.bytes.size() < wanted; ++i) own.bytes += filler_[i % filler_.size()];
        }
        return any;
    }

  private:
    std::size_t bytes_;
    std::string filler_;
};

}  // namespace

std::unique_ptr<Fault> make_extend(const model::FaultRule& rule) { return std::make_unique<Extend>(rule); }

}  // namespace sockgrade::faults
