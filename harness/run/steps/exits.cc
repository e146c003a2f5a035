#include "run/news.hh"
#include "run/steps/steps.hh"

namespace sockgrade::run::steps {

namespace {

// As often as one that gives up would try, and no longer: how long that takes must not matter.
Waited let_go_on(Stage& stage) {
    constexpr std::size_t kEnough = 16;
    const UdpPeers& peers = stage.peers.udp();
    const std::size_t before = peers.datagrams_from_program();
    const auto sent = [&peers, before] { return peers.datagrams_from_program() - before; };
    return stage.until({.satisfied = [&] { return stage.program.first_process_ended() || sent() >= kEnough; },
                        .input = [&] { return stage.typist.decline(); },
                        .progress = sent});
}

}  // namespace

Waited play(Stage& stage, const std::string&, const model::Exits& exits) {
    if (exits.otherwise != model::Exits::Or::nothing) return let_go_on(stage);
    return stage.until({.satisfied = [&] { return stage.program.first_process_ended(); },
                        .input = [&] { return stage.typist.decline(); },
                        .help = [&] { return stage.close_everything_step_by_step(); },
                        .progress = news_of_reacting_peers(stage)});
}

}  // namespace sockgrade::run::steps
