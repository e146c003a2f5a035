// What became of each datagram on its way to the program, read from a transcript: what the link delivered, in
// the order in which it did, and what it kept back or lost.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/transcript.hh"

namespace sockgrade::faults {

struct Delivery {
    enum class How {
        passed,    // it arrived as it was sent
        copy,      // it arrived once more
        held,      // the link kept it back; it comes later, as `late`, or never
        late,      // it arrives after the link has held it
        dropped,   // it never arrives
        stranger,  // something made of it arrives from somebody else
        moved      // it arrives from another port than its sender had before
    };
    How how = How::passed;
    std::size_t sent = 0;              // position in the transcript's events of the one that sent it
    std::size_t at = 0;                // position of the event at which this came about
    std::vector<std::size_t> because;  // positions of the faults that hit it
    std::string bytes;
    model::Address from;  // where the program saw it come from; unset where no link was in between
};

// In the order of what came about. What is sent by TCP has always passed.
std::vector<Delivery> deliveries(const model::Transcript& transcript);

}  // namespace sockgrade::faults
