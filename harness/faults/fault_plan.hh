// Decides which datagrams a case's faults hit, and what becomes of them.
//
// A decision depends on the seed, the peer, the direction, the rule's kind, the key (the fields that the rule
// names, else the payload) and how often this key has been seen, and on nothing else: not on time, not on
// what other rules decided, not on how many draws came before. So the same datagrams meet the same fate on an
// idle and on a busy machine, and adding a rule never moves another. Nor does the order of the list matter:
// losses come first, then what changes a datagram, then what gives it company, then what holds it. Two rules
// of one kind share their luck. Only a rule that asks for an index depends on the order of arrival.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "faults/fault.hh"

namespace sockgrade::faults {

struct Applied {
    std::string kind;
    model::Direction direction = model::Direction::to_program;
    Passing datagram;
    bool lost = false;                     // nothing of it arrives
    std::optional<std::string> instead{};  // other bytes arrive in its place
    std::size_t rule = 0;                  // its place in the list
};

class FaultPlan {
  public:
    // Rules of unknown kind must have been refused before (spec/).
    FaultPlan(const std::vector<model::FaultRule>& rules, std::uint64_t seed);

    struct Outcome {
        std::vector<Passing> deliver;  // in this order
        std::vector<Applied> applied;
        std::size_t number = 0;  // of the datagram that arrived, as in Passing; 0: none did
        std::size_t occurrence = 0;
    };
    // A datagram arrives at the link. `flow` comes back with what is delivered; `peer` is whose it is, for
    // the decisions: where that peer stands in the case.
    Outcome pass(model::Direction direction, std::size_t flow, std::string bytes, std::size_t peer = 0);

    // What is held back in a direction, when nothing more will come to set it free.
    Outcome release(model::Direction direction);

    // How many rules have hit nothing so far.
    std::size_t unfired() const;

  private:
    struct Rule {
        model::FaultRule what;
        const FaultKind* kind;
        std::unique_ptr<Fault> fault;
        std::map<std::pair<std::size_t, std::string>, std::size_t> copies;  // seen, by peer and key
        std::size_t hits = 0;
        std::size_t place = 0;  // in the list that was given
    };
    struct Seen {
        std::size_t number;
        std::size_t copies;
    };
    struct FromPeer {
        std::unordered_map<std::string, Seen> seen;  // by payload
        std::size_t arrived = 0;
    };
    struct Side {
        std::map<std::size_t, FromPeer> peers;
        std::size_t distinct = 0;  // payloads, of all peers
    };
    static Passing next(Side& side, std::size_t flow, std::string bytes, std::size_t peer);
    // The draw of a rule that hits this one.
    std::optional<std::uint64_t> hit(Rule& rule, const Passing& datagram, std::size_t peer) const;
    static void give_back(Rule& rule, std::vector<Passing> held, Outcome& outcome);

    std::uint64_t seed_;
    std::vector<Rule> rules_;
    std::map<model::Direction, Side> sides_;
};

}  // namespace sockgrade::faults
