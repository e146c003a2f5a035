#pragma once

#include <string>

#include "model/step.hh"

namespace sockgrade::telling {

// An actor in a sentence: "the program", "the client", "the peer 'shy'".
std::string actor_in_words(const std::string& actor);

// The step in plain words, e.g. `the client sends "hello"`.
std::string describe(const model::Step& step);

// The message's bytes where they are filled in and short, else its recipe: `"hello {word}"`, `500 bytes of
// words`.
std::string describe(const model::Message& message);

// What may arrive, in the words of its author, as it is, or as a pattern.
std::string describe(const model::Wanted& wanted);

}  // namespace sockgrade::telling
