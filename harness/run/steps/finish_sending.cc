#include "run/steps/steps.hh"

namespace sockgrade::run::steps {

Waited play(Stage& stage, const std::string& actor, const model::FinishSending&) {
    if (auto* connection = stage.connection(actor)) connection->finish_sending();
    return {};
}

}  // namespace sockgrade::run::steps
