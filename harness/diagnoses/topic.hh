// What kinds of case there are, as far as explanations know more of one than of others. A kind is told by the
// steps of a plan, never by the name of an exercise: so a spec of somebody else's protocol gets what is true
// of it, and nothing else. Pure.
#pragma once

#include "model/plan.hh"

namespace sockgrade::diagnoses {

enum class Topic {
    anything,
    capitals,          // a text comes back in capitals
    http,              // a response of HTTP is expected
    equals,            // two programs that both listen and dial
    ports,             // a range of ports is looked through
    addresses,         // the machine has interfaces to look at
    numbered_lines,    // by UDP, each with its number before it, and acknowledged
    one_at_a_time,     // so, and each waits for the acknowledgement of the one before: stop and wait
    echoed_datagrams,  // pings: sent once each, in their order, and sent back as they are
    gap_reports        // numbers that are missing are reported
};

bool is_about(Topic topic, const model::Plan& plan);

}  // namespace sockgrade::diagnoses
