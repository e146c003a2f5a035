#include "faults/break_off.hh"

#include <algorithm>

namespace sockgrade::faults {

namespace {

class BreakOff : public StreamFault {
  public:
    BreakOff(std::uint64_t after, Ending ending) : after_(after), ending_(ending) {}

    bool apply(Passage& passage, std::uint64_t offset) override {
        if (passage.ending != Ending::none) return false;  // another fault was earlier
        std::uint64_t left = after_ - std::min(after_, offset);
        for (std::size_t i = 0; i < passage.portions.size(); ++i) {
            std::string& bytes = passage.portions[i].bytes;
            if (bytes.size() < left) {
                left -= bytes.size();
                continue;
            }
            bytes.resize(static_cast<std::size_t>(left));
            passage.portions.resize(left == 0 ? i : i + 1);
            left = 0;
            break;
        }
        if (left > 0) return false;
        // A reset must not overtake what it comes behind.
        if (!passage.portions.empty()) passage.portions.back().alone = true;
        passage.ending = ending_;
        return true;
    }

    std::uint64_t ends_after() const override { return after_; }

  private:
    std::uint64_t after_;
    Ending ending_;
};

}  // namespace

std::unique_ptr<StreamFault> make_break_off(std::uint64_t after, Ending ending) {
    return std::make_unique<BreakOff>(after, ending);
}

}  // namespace sockgrade::faults
