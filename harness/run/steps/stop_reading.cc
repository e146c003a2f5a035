#include "run/steps/steps.hh"

namespace sockgrade::run::steps {

Waited play(Stage& stage, const std::string& actor, const model::StopReading&) {
    if (auto* connection = stage.connection(actor)) connection->stop_reading();
    return {};
}

}  // namespace sockgrade::run::steps
