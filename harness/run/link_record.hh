// What a link decides and does, in the words of a transcript.
#pragma once

#include <string>

#include "faults/fault_plan.hh"
#include "model/event.hh"
#include "model/plan.hh"

namespace sockgrade::run {

// The faults of a case, with draws of their own.
faults::FaultPlan faults_of(const model::Plan& plan);

// `peer`: its name in the transcript.
model::event::FaultApplied applied_event(const faults::Applied& applied, const std::string& peer);
model::event::Delivered delivered_event(model::Direction direction, const faults::Passing& datagram,
                                        const std::string& peer, const model::Address& from);

}  // namespace sockgrade::run
