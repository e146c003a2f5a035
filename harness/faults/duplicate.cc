#include "faults/duplicate.hh"

#include <algorithm>

namespace sockgrade::faults {

namespace {

class Duplicate : public Fault {
  public:
    explicit Duplicate(const model::FaultRule& rule)
        : more_(rule.detail.copies == 0 ? 1 : rule.detail.copies - 1) {}

    // A datagram that an earlier fault dropped or holds has nothing left to double.
    bool apply(const Passing&, std::vector<Passing>& out, std::uint64_t) override {
        const auto own = std::find_if(out.begin(), out.end(), is_own);
        if (own == out.end() || more_ == 0) return false;
        Passing copy = *own;
        copy.way = Way::usual;
        out.insert(out.end(), more_, copy);
        return true;
    }

  private:
    std::size_t more_;
};

}  // namespace

std::unique_ptr<Fault> make_duplicate(const model::FaultRule& rule) {
    return std::make_unique<Duplicate>(rule);
}

}  // namespace sockgrade::faults
