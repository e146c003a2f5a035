// Two programs that are right by themselves: what one of them says in a way that its exercise allows, and the
// other one does not understand. Pure.
#pragma once

#include <optional>
#include <string>

#include "checks/judge.hh"
#include "model/pair.hh"
#include "telling/pair.hh"

namespace sockgrade::checks {

struct Misunderstanding {
    model::Half shown;  // whose conversation shows it
    model::Cause cause;
    std::string summary;
};

// `of_dialling`: none where it was never started.
std::optional<Misunderstanding> misunderstanding(const telling::Projection& dialling,
                                                 const Judgement* of_dialling,
                                                 const telling::Projection& listening,
                                                 const Judgement& of_listening);

// The first rule that is not met, where that is what it failed of.
const model::Finding* broken_rule(const Judgement& judgement);

}  // namespace sockgrade::checks
