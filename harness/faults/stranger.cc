#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.hh"
#include "faults/kinds.hh"

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

constexpr std::string_view kStrangerTakes[] = {"text"};
constexpr std::string_view kStrangerNeeds[] = {"text"};

}  // namespace

const FaultKind kinds::stranger{
    .name = "stranger",
    .summary = "A datagram from an address that has no part in the conversation arrives before one.",
    .verb = "let a stranger's datagram arrive before",
    .make = make<Stranger>,
    .says =
        [](const model::FaultRule& rule, const std::string& target) {
            return fmt::format("let a stranger's datagram {} arrive before {}", quote(rule.detail.text, 60),
                               target);
        },
    .became =
        [](const Passing&, const std::vector<Passing>& delivered) {
            const auto stranger = std::find_if(delivered.rbegin(), delivered.rend(), [](const Passing& one) {
                return one.way == Way::from_stranger;
            });
            return stranger == delivered.rend()
                       ? std::string("changed on the way")
                       : fmt::format("a stranger's {} ({}) goes before it", quote(stranger->bytes, 80),
                                     count_of(stranger->bytes.size(), "byte"));
        },
    .takes = kStrangerTakes,
    .needs = kStrangerNeeds,
    .only_to_program = true};

}  // namespace sockgrade::faults
