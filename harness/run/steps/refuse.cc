#include <algorithm>

#include "run/steps/steps.hh"

namespace sockgrade::run::steps {

// The reception refuses, and tells it: that may be before this step.
Waited play(Stage& stage, const std::string& actor, const model::Refuse& refuse) {
    const Reception& reception = stage.peers.tcp().reception(actor);
    return stage.until_typing([&] { return reception.refused() >= std::max<std::size_t>(refuse.times, 1); });
}

}  // namespace sockgrade::run::steps
