// Makes the bytes of a case's messages from their recipes.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "model/spec.hh"
#include "plan/word_source.hh"

namespace sockgrade::plan {

// A value of `vary`, chosen.
struct Chosen {
    std::string name;
    std::string value;
};

class Filler {
  public:
    using ReadFile = std::function<std::string(const std::string& path)>;

    Filler(std::uint64_t seed, std::optional<Chosen> chosen, model::Transport transport, ReadFile read_file);

    void fill(model::Message& message, std::size_t number = 1);
    void fill(model::Step& step);
    // {name} of the chosen value only: for a fault's text.
    std::string with_chosen(const std::string& text) const;

  private:
    std::string bytes_of(const model::Message& message, std::size_t number);
    std::string read(const std::string& path) const;

    std::uint64_t seed_;
    std::uint64_t messages_ = 0;
    WordSource words_;
    std::optional<Chosen> chosen_;
    model::Transport transport_;
    ReadFile read_file_;
};

}  // namespace sockgrade::plan
