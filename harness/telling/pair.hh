// The story of two programs as each of them has it: projected to one transcript for each, in which the other
// one is its peer, so that whatever reads a program's transcript reads these too.
#pragma once

#include <cstddef>
#include <vector>

#include "model/pair.hh"

namespace sockgrade::telling {

// What is asked of the actor itself; other steps of it are what it expects of its peer.
bool is_asked_of_actor(const model::Action& action);

// A case of a pair, as a case of one of its programs that is met by a peer of the other's name.
std::vector<model::Step> dialling_steps(const std::vector<model::Step>& steps, const model::PairRoles& roles);
std::vector<model::Step> listening_steps(const std::vector<model::Step>& steps, const model::PairRoles& roles,
                                         model::Transport transport);

struct Projection {
    model::Transcript transcript;
    // For each of its events: which of the pair's it was made of.
    std::vector<std::size_t> places;

    bool was_started() const { return transcript.first<model::event::Started>() != nullptr; }
};

Projection project(const model::PairTranscript& pair, model::Half half);

}  // namespace sockgrade::telling
