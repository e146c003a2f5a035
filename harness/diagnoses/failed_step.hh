// Which step a failure is about, and events by their numbers. Pure.
#pragma once

#include <cstddef>

#include "diagnoses/diagnosis.hh"

namespace sockgrade::diagnoses {

struct FailedStep {
    const model::Step* step = nullptr;
    std::size_t end = 0;  // one past
};
FailedStep failed_step(const Failure& failure);

// Where the event of this number stands; behind all when there is none.
std::size_t position_of(const model::Transcript& transcript, std::size_t number);

template <typename T>
const T* at_number(const model::Transcript& transcript, std::size_t number) {
    const std::size_t at = position_of(transcript, number);
    return at < transcript.events.size() ? std::get_if<T>(&transcript.events[at].what) : nullptr;
}

}  // namespace sockgrade::diagnoses
