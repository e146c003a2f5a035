#include "faults/reorder.hh"

#include <algorithm>
#include <iterator>
#include <utility>

namespace sockgrade::faults {

namespace {

class Reorder : public Fault {
  public:
    explicit Reorder(std::vector<std::size_t> numbers)
        : last_(numbers.empty() ? 0 : *std::max_element(numbers.begin(), numbers.end())) {}

    void apply(const Passing& hit, std::vector<Passing>& out) override {
        if (hit.number == last_) return;
        held_.insert(held_.end(), out.begin(), out.end());
        out.clear();
    }

    // Latest first, so that three listed ones come out in reverse.
    void after(const Passing& passed, std::vector<Passing>& out) override {
        if (passed.number != last_) return;
        std::move(held_.rbegin(), held_.rend(), std::back_inserter(out));
        held_.clear();
    }

    std::vector<Passing> release() override { return std::exchange(held_, {}); }

  private:
    std::size_t last_;
    std::vector<Passing> held_;
};

}  // namespace

std::unique_ptr<Fault> make_reorder(const model::FaultRule& rule) {
    return std::make_unique<Reorder>(rule.numbers);
}

}  // namespace sockgrade::faults
