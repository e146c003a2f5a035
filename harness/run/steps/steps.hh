// How each step is played: a function each, in the file with the name that the step has in a spec.
#pragma once

#include <string>

#include "model/step.hh"
#include "run/stage.hh"

namespace sockgrade::run::steps {

Waited play(Stage& stage, const std::string& actor, const model::Accept& accept);
Waited play(Stage& stage, const std::string& actor, const model::AnswerEach& answer);
Waited play(Stage& stage, const std::string& actor, const model::Close& close);
Waited play(Stage& stage, const std::string& actor, const model::ComeBack& come_back);
Waited play(Stage& stage, const std::string& actor, const model::Connect& connect);
Waited play(Stage& stage, const std::string& actor, const model::Exits& exits);
Waited play(Stage& stage, const std::string& actor, const model::Expect& expect);
Waited play(Stage& stage, const std::string& actor, const model::FillBacklog& fill_backlog);
Waited play(Stage& stage, const std::string& actor, const model::FinishSending& finish_sending);
Waited play(Stage& stage, const std::string& actor, const model::GoAway& go_away);
Waited play(Stage& stage, const std::string& actor, const model::GoOnReading& go_on_reading);
Waited play(Stage& stage, const std::string& actor, const model::IsRunning& is_running);
Waited play(Stage& stage, const std::string& actor, const model::KeepsPrinting& keeps_printing);
Waited play(Stage& stage, const std::string& actor, const model::Prints& prints);
Waited play(Stage& stage, const std::string& actor, const model::Refuse& refuse);
Waited play(Stage& stage, const std::string& actor, const model::Reply& reply);
Waited play(Stage& stage, const std::string& actor, const model::Reset& reset);
Waited play(Stage& stage, const std::string& actor, const model::Send& send);
Waited play(Stage& stage, const std::string& actor, const model::StopReading& stop_reading);
Waited play(Stage& stage, const std::string& actor, const model::Typed& typed);
Waited play(Stage& stage, const std::string& actor, const model::Whenever& whenever);
Waited play(Stage& stage, const std::string& actor, const model::Wrote& wrote);

inline Waited play(Stage& stage, const model::Step& step) {
    return std::visit([&](const auto& action) { return play(stage, step.actor, action); }, step.action);
}

}  // namespace sockgrade::run::steps
