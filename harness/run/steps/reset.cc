#include "run/steps/steps.hh"
#include "run/stream.hh"

namespace sockgrade::run::steps {

Waited play(Stage& stage, const std::string& actor, const model::Reset&) {
    if (auto* connection = stage.connection(actor)) reset(stage, *connection, 0);
    return {};
}

}  // namespace sockgrade::run::steps
