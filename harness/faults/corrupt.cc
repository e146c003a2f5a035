#include <fmt/format.h>

#include <algorithm>

#include "base/random.hh"
#include "faults/kinds.hh"

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

constexpr std::string_view kCorruptTakes[] = {"at"};

}  // namespace

const FaultKind kinds::corrupt{
    .name = "corrupt",
    .summary = "One byte of a datagram is another when it arrives; its checksum is right.",
    .verb = "changed a byte of",
    .make = make<Corrupt>,
    .says =
        [](const model::FaultRule& rule, const std::string& target) {
            const std::size_t at = rule.detail.at;
            return fmt::format("change {} of {}", at > 0 ? fmt::format("byte {}", at) : "one byte", target);
        },
    .harm = Harm::alters,
    .takes = kCorruptTakes,
    .draws = [](const model::FaultRule&) { return true; }};

}  // namespace sockgrade::faults
