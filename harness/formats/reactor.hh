// A peer that answers by rules, and keeps something in mind. Pure: what it does depends on the datagrams that
// have come, in their order, so that a judge who has the transcript sees what the peer saw.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/step.hh"
#include "model/value.hh"
#include "names/value.hh"

namespace sockgrade::formats {

class Reactor {
  public:
    // `values`: what names stand for in the case. Both are to outlive this.
    Reactor(const model::Whenever& rules, const std::vector<model::NamedValue>& values);

    struct Reaction {
        std::size_t rule = 0;                 // its place in the list
        std::optional<std::string> reply{};   // none: nothing is sent
        std::string problem{};                // why nothing can be sent, though the rule says so
        std::optional<std::size_t> broken{};  // the first of `always` that does not hold now
    };
    // The first rule that fits says what is done; nothing where none does. `only_moving`: those alone count
    // whose reply comes from another port.
    std::optional<Reaction> take(std::string_view datagram, bool only_moving = false);

    // Does that hold of what is remembered? What cannot be computed does not.
    bool holds(const model::Condition& condition) const;
    // What is remembered now, in words: "next = 3".
    std::string memory_in_words() const;

    // The rules with all that they await at this moment filled in, for whoever tells why none fits.
    std::vector<model::Wanted> awaited() const;

  private:
    std::optional<names::Value> known(const std::string& name) const;
    names::Value value_of(const std::string& name) const;
    bool is_used_up(std::size_t rule) const;
    void remember(const model::Rule& rule);
    bool is_true(const model::Condition& condition) const;
    std::optional<std::size_t> broken() const;
    model::Wanted filled(const model::Wanted& wanted) const;
    std::string text_of(const model::FieldValue& value) const;
    void fill(std::vector<model::FieldValue>& values) const;
    std::string made(const model::Message& message) const;

    const model::Whenever& rules_;
    const std::vector<model::NamedValue>& values_;
    std::vector<std::size_t> followed_;        // how often each rule was
    std::vector<model::FieldValue> memory_;    // `bytes`: what each name stands for now
    std::vector<model::FieldValue> captured_;  // by the rule that is looked at
};

}  // namespace sockgrade::formats
