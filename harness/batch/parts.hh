// The parts of a class that several machines have graded: are they all there, each once and whole? Pure.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "batch/shard.hh"

namespace sockgrade::batch {

// What one folder of results says of itself.
struct PartState {
    std::string folder;
    Shard shard{};
    std::size_t class_size = 0;     // of the whole class
    std::string class_fingerprint;  // who is in it
    std::size_t results = 0;        // that its students have
    std::size_t awaited = 0;        // students times exercises
    std::size_t troubled = 0;       // results where the grader or the machine failed
    bool is_being_written = false;

    bool is_whole() const { return results >= awaited && troubled == 0 && !is_being_written; }
};

// What keeps them from being one class: a sentence each, with the folders; empty: nothing.
std::vector<std::string> problems_of(const std::vector<PartState>& parts);

}  // namespace sockgrade::batch
