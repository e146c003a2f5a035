#include "run/steps/steps.hh"

namespace sockgrade::run::steps {

Waited play(Stage& stage, const std::string& actor, const model::Close&) {
    if (stage.chats()) return stage.chat.leave(actor);
    if (auto* connection = stage.connection(actor)) connection->close();
    return {};
}

}  // namespace sockgrade::run::steps
