// Two programs that talk to each other, in place of a program and peers of ours: what they were to do, and
// what happened.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/plan.hh"
#include "model/transcript.hh"

namespace sockgrade::model {

// Which of the two: the client or sender, who dials; the server or receiver, who listens.
enum class Half { dialling, listening };

constexpr Half other(Half half) { return half == Half::dialling ? Half::listening : Half::dialling; }

// The roles of a pair, which are the actors of its cases.
struct PairRoles {
    std::string dialling;
    std::string listening;

    bool has(const std::string& actor) const { return actor == dialling || actor == listening; }
};

// A plan for each. The faults stand in that of the dialling one, seen from there. What the listening one is
// sent is known after the run only: its plan has `send` steps with the messages that a right program would
// send, and a projection puts those in their place that came.
struct PairPlan {
    Plan dialling;
    Plan listening;

    const Plan& of(Half half) const { return half == Half::dialling ? dialling : listening; }
    std::string role(Half half) const { return to_string(of(half).role); }
    PairRoles roles() const { return {role(Half::dialling), role(Half::listening)}; }
};

// With an owner: what one of the programs did or was told, as in a transcript of its own. Without one: what
// the link between them saw (`sent`, `finished` and `reset_seen` name the role whose doing it was; faults and
// deliveries are seen from the dialling program), and trouble.
struct PairEvent {
    std::optional<Half> of;
    Event event;
};

struct PairTranscript {
    PairPlan plan;
    std::string isolation;
    std::vector<PairEvent> events;
};

}  // namespace sockgrade::model
