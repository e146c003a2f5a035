// A client that sends numbered datagrams, one after the other, each answered with itself: what it sent, and
// what became of the replies. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "diagnoses/diagnosis.hh"

namespace sockgrade::diagnoses {

struct Ping {
    enum class Reply { none, came, late, lost };
    std::string bytes;
    std::size_t number = 0;            // of the event in which it arrived
    std::optional<std::size_t> which;  // of those that were expected
    Reply reply = Reply::none;
    std::size_t reply_event = 0;  // in which that came about
};

struct Pings {
    std::vector<model::Message> expected;
    std::vector<Ping> sent;
    std::size_t different = 0;  // of the expected ones, how many came
    bool all_came() const { return different == expected.size(); }
    // How many never got a reply in time.
    std::size_t without_reply() const;
};
// Nothing when the case is not about pings, or none has come.
std::optional<Pings> pings_of(const Failure& failure);

// The last thing that happened between the two: this reply was lost, and the program sent nothing after. Null
// when it was not so.
const Ping* unanswered_at_the_end(const Pings& pings);

// How often the program said that something timed out.
std::size_t time_outs_printed(const Failure& failure);

// The text of a ping without what may follow it: `Ping 3`.
std::string beginning_of(const model::Message& message);

}  // namespace sockgrade::diagnoses
