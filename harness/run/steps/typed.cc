#include "run/steps/steps.hh"

namespace sockgrade::run::steps {

Waited play(Stage& stage, const std::string&, const model::Typed& typed) {
    if (stage.chats()) stage.chat.wait_to_be_dialled();
    stage.waiting.settle(true);
    if (stage.program.input_is_open()) stage.program.type({typed.message.bytes + "\n"});
    return {};
}

}  // namespace sockgrade::run::steps
