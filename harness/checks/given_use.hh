// What a program has done with what it was given. Decides no verdict: it tells which form of arguments is the
// one that the program takes. Pure.
#pragma once

#include <cstddef>
#include <string>

#include "model/transcript.hh"

namespace sockgrade::checks {

struct GivenUse {
    // Of what it could use, as far as its role has it; what there is not counts as used.
    bool port = true;
    bool host = true;
    bool message = true;
    // It has taken one for another: a port for an address, an address for a port or for the text.
    bool mistaken = false;
    // It has bound or dialled something.
    bool anything_called = false;

    bool all() const { return port && host && message; }
    std::size_t count() const {
        return static_cast<std::size_t>(port) + static_cast<std::size_t>(host) +
               static_cast<std::size_t>(message);
    }
};

// Typed counts like an argument. A port whose bytes are swapped is used, though wrongly.
GivenUse use_of_given(const model::Transcript& transcript);

}  // namespace sockgrade::checks
