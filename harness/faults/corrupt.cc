#include "faults/corrupt.hh"

#include <algorithm>

#include "base/random.hh"

namespace sockgrade::faults {

namespace {

class Corrupt : public Fault {
  public:
    explicit Corrupt(const model::FaultRule& rule) : at_(rule.detail.at) {}

    bool apply(const Passing&, std::vector<Passing>& out, std::uint64_t draw) override {
        bool any = false;
        for (Passing& own : out) {
            if (!is_own(own) || own.bytes.size() < std::max<std::size_t>(at_, 1)) continue;
            RandomStream random(draw);
            const std::size_t position = at_ > 0 ? at_ - 1 : random.below(own.bytes.size());
            // Never 0: the byte is always another.
            const std::uint64_t change = 1 + random.below(255);
            own.bytes[position] = static_cast<char>(static_cast<unsigned char>(own.bytes[position]) ^ change);
            any = true;
        }
        return any;
    }

  private:
    std::size_t at_;  // from 1; 0: wherever the seed says
};

}  // namespace

std::unique_ptr<Fault> make_corrupt(const model::FaultRule& rule) { return std::make_unique<Corrupt>(rule); }

}  // namespace sockgrade::faults
