#include "run/steps/steps.hh"

namespace sockgrade::run::steps {

Waited play(Stage& stage, const std::string& actor, const model::Connect& connect) {
    if (stage.chats()) return stage.chat.come(actor, connect);
    if (const Waited waited = stage.until_listening(); waited.how != model::WaitEnd::satisfied) return waited;
    stage.let_listen_everywhere(connect.from);
    stage.peers.connect(actor, connect);
    return stage.until_connected(actor);
}

}  // namespace sockgrade::run::steps
