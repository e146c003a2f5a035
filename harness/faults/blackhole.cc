#include <fmt/format.h>

#include "faults/kinds.hh"
#include "faults/selection.hh"
#include "faults/words.hh"

namespace sockgrade::faults {

namespace {

class Blackhole : public Fault {
  public:
    explicit Blackhole(const model::FaultRule& rule) : until_(rule.detail.until), most_(rule.detail.most) {}

    bool apply(const Passing& hit, std::vector<Passing>& out, std::uint64_t) override {
        if (state_ == State::ahead) state_ = State::open;
        return swallow(hit, out);
    }
    bool meanwhile(const Passing& other, std::vector<Passing>& out) override { return swallow(other, out); }

  private:
    enum class State { ahead, open, over };

    bool swallow(const Passing& datagram, std::vector<Passing>& out) {
        if (state_ != State::open) return false;
        if (fits(until_, datagram)) {
            state_ = State::over;
            return false;
        }
        const bool lost = std::erase_if(out, is_own) > 0;
        if (lost && ++swallowed_ == most_) state_ = State::over;
        return lost;
    }

    model::Until until_;
    std::size_t most_;  // 0: no end by number
    std::size_t swallowed_ = 0;
    State state_ = State::ahead;
};

constexpr std::string_view kBlackholeTakes[] = {"until", "most"};

std::string swallows(const model::FaultRule& rule, const std::string& target) {
    const model::FaultDetail& detail = rule.detail;
    std::string text = fmt::format("swallow {} and all that follow", target);
    if (detail.until.is_set()) text += fmt::format(", until {} gets through", in_words(detail.until));
    if (detail.most > 0) text += fmt::format(", {} at most", detail.most);
    return text;
}

}  // namespace

const FaultKind kinds::blackhole{
    .name = "blackhole",
    .summary = "A datagram and all that follow it are lost, until another gets through or enough are gone.",
    .verb = "swallowed",
    .make = make<Blackhole>,
    .says = swallows,
    .harm = Harm::loses,
    .takes = kBlackholeTakes,
    .goes_on = true};

}  // namespace sockgrade::faults
