// Random words for the messages of one case.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>

#include "base/random.hh"

namespace sockgrade::plan {

class WordSource {
  public:
    explicit WordSource(std::uint64_t seed) : random_(seed) {}

    // A word that this source has not given yet.
    std::string next();

  private:
    RandomStream random_;
    std::set<std::string, std::less<>> given_;
};

// A few words that hold every letter from a to z between them, with one space between two, in an order of
// their own: one text of a few, at most 48 bytes long.
std::string pangram_of(std::uint64_t seed);

// Words with one space between them, exactly `size` bytes; the last byte is a letter.
std::string words_of(std::size_t size, std::uint64_t seed);

// The beginning of such a text, as if it had been made `size` bytes long.
std::string cut_words(std::string text, std::size_t size);

}  // namespace sockgrade::plan
