#include "faults/stranger.hh"

#include <algorithm>
#include <utility>

namespace sockgrade::faults {

namespace {

class Stranger : public Fault {
  public:
    explicit Stranger(const model::FaultRule& rule) : text_(rule.detail.text) {}

    bool apply(const Passing&, std::vector<Passing>& out, std::uint64_t) override {
        const auto own = std::find_if(out.begin(), out.end(), is_own);
        if (own == out.end()) return false;
        Passing other = *own;
        other.bytes = text_;
        other.way = Way::from_stranger;
        out.insert(own, std::move(other));
        return true;
    }

  private:
    std::string text_;
};

}  // namespace

std::unique_ptr<Fault> make_stranger(const model::FaultRule& rule) {
    return std::make_unique<Stranger>(rule);
}

}  // namespace sockgrade::faults
