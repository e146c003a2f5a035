// Who begins: what the role of the program means for its peers.
#pragma once

#include "model/plan.hh"

namespace sockgrade::run {

// A client or sender: it dials its peers, or sends to them first.
constexpr bool speaks_first(const model::Plan& plan) {
    return plan.role == model::Role::client || plan.role == model::Role::sender;
}

// A server or receiver.
constexpr bool waits_for_others(const model::Plan& plan) {
    return plan.role == model::Role::server || plan.role == model::Role::receiver;
}

constexpr bool listens_and_dials(const model::Plan& plan) { return plan.role == model::Role::peer; }

}  // namespace sockgrade::run
