// What became of each datagram on its way to the program, told again from a transcript. The transcript says
// which datagrams a fault hit; what a fault does is asked of the fault itself, so that a capture and a
// diagram show what the link really delivered, in the order in which it did.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/transcript.hh"

namespace sockgrade::faults {

struct Delivery {
    enum class How {
        passed,   // it arrived as it was sent
        copy,     // it arrived once more
        held,     // the link kept it back; it comes later, as `late`
        late,     // it arrives after others that were sent later
        dropped,  // it never arrives
    };
    How how = How::passed;
    std::size_t sent = 0;              // position in the transcript's events of the one that sent it
    std::size_t at = 0;                // position of the event at which this came about
    std::vector<std::size_t> because;  // positions of the faults that hit it
    std::string bytes;
};

// In the order of what came about. What is sent by TCP has always passed.
std::vector<Delivery> deliveries(const model::Transcript& transcript);

}  // namespace sockgrade::faults
