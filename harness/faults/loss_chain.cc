#include "faults/loss_chain.hh"

#include "base/random.hh"

namespace sockgrade::faults {

namespace {

using model::LossChain;

constexpr std::uint64_t kMillion = 1'000'000;

class Chances {
  public:
    Chances(const LossChain& chain, std::uint64_t seed) : chain_(chain), random_(seed) {}

    double of(std::size_t i) const { return chain_.chances.at(i) / static_cast<double>(kMillion); }
    // Whole numbers: 0 never, a million always.
    bool come_true(std::size_t i) { return random_.below(kMillion) < chain_.chances.at(i); }
    std::uint64_t draw() { return random_.below(kMillion); }
    std::uint64_t parts(std::size_t i) const { return chain_.chances.at(i); }
    bool with(double chance) { return static_cast<double>(random_.below(kMillion)) < chance * kMillion; }

  private:
    const LossChain& chain_;
    RandomStream random_;
};

enum Gilbert : std::size_t { kP, kR, kBadLoss, kGoodLoss };
enum Markov : std::size_t { k13, k31, k32, k23, k14 };

double share(double part, double rest) { return part + rest > 0 ? part / (part + rest) : 0; }

std::vector<std::size_t> gilbert_elliott(const LossChain& chain, std::uint64_t seed) {
    Chances chances(chain, seed);
    bool bad = chances.with(share(chances.of(kP), chances.of(kR)));
    std::vector<std::size_t> lost;
    for (std::size_t i = 1; i <= chain.messages; ++i) {
        if (chances.come_true(bad ? kBadLoss : kGoodLoss)) lost.push_back(i);
        if (chances.come_true(bad ? kR : kP)) bad = !bad;
    }
    return lost;
}

// How the time is shared among the four states, up to a factor.
struct Weights {
    double one = 1;
    double two = 0;
    double three = 0;
    double four = 0;
    double sum() const { return one + two + three + four; }
};

Weights weights_of(const Chances& chances) {
    Weights weights;
    weights.three = chances.of(k31) > 0 ? chances.of(k13) / chances.of(k31) : 0;
    weights.two = chances.of(k23) > 0 ? weights.three * chances.of(k32) / chances.of(k23) : 0;
    weights.four = chances.of(k14);
    return weights;
}

std::vector<std::size_t> four_state(const LossChain& chain, std::uint64_t seed) {
    Chances chances(chain, seed);
    const Weights weights = weights_of(chances);
    int state = 1;
    if (!chances.with(weights.one / weights.sum())) {
        if (chances.with(share(weights.three, weights.two + weights.four)))
            state = 3;
        else
            state = chances.with(share(weights.two, weights.four)) ? 2 : 4;
    }
    std::vector<std::size_t> lost;
    for (std::size_t i = 1; i <= chain.messages; ++i) {
        if (state >= 3) lost.push_back(i);
        const std::uint64_t draw = chances.draw();
        // One draw a step: what excludes each other shares it.
        switch (state) {
            case 1:
                if (draw < chances.parts(k14))
                    state = 4;
                else if (draw < chances.parts(k14) + chances.parts(k13))
                    state = 3;
                break;
            case 2:
                if (draw < chances.parts(k23)) state = 3;
                break;
            case 3:
                if (draw < chances.parts(k32))
                    state = 2;
                else if (draw < chances.parts(k32) + chances.parts(k31))
                    state = 1;
                break;
            default:
                state = 1;
                break;
        }
    }
    return lost;
}

}  // namespace

std::vector<std::size_t> lost_positions(const LossChain& chain, std::uint64_t seed) {
    switch (chain.model) {
        case LossChain::Model::gilbert_elliott:
            return gilbert_elliott(chain, seed);
        case LossChain::Model::four_state:
            return four_state(chain, seed);
        case LossChain::Model::none:
            break;
    }
    return {};
}

LossRates rates_of(const LossChain& chain) {
    const Chances chances(chain, 0);
    if (chain.model == LossChain::Model::gilbert_elliott) {
        const double bad = share(chances.of(kP), chances.of(kR));
        return {bad * chances.of(kBadLoss) + (1 - bad) * chances.of(kGoodLoss),
                chances.of(kR) > 0 ? 1 / chances.of(kR) : 0};
    }
    if (chain.model == LossChain::Model::four_state) {
        const Weights weights = weights_of(chances);
        const double bursts = weights.one * chances.of(k13) + weights.two * chances.of(k23) + weights.four;
        return {(weights.three + weights.four) / weights.sum(),
                bursts > 0 ? (weights.three + weights.four) / bursts : 0};
    }
    return {};
}

}  // namespace sockgrade::faults
