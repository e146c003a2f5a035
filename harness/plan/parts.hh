// What a plan is made of that can be left out without making another case of it: what stays is a story that a
// right program still passes. Steps stay, all of them. So do messages that a later step spells out an answer
// to, since nothing here could say what the answer to fewer would be.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <vector>

#include "model/plan.hh"
#include "plan/only.hh"

namespace sockgrade::plan {

struct Length {
    MessagePlace message;
    std::size_t bytes = 0;
    std::size_t least = 1;  // shorter, it could become the same as another message

    friend bool operator==(const Length&, const Length&) = default;
};

struct Parts {
    std::size_t faults = 0;
    // By fault: lists of what it hits (numbers, indices, copies, values of a field) with two entries or more,
    // as places in all its lists together. One of each list has to stay: an empty one would mean all.
    std::map<std::size_t, std::vector<Places>> targets{};
    std::map<std::size_t, std::size_t> messages{};  // by step that sends two or more; one has to stay
    std::vector<Length> lengths{};                  // of messages that are so many random words

    bool is_nothing() const { return faults == 0 && messages.empty() && lengths.empty(); }
    friend bool operator==(const Parts&, const Parts&) = default;
};

// `given`: the recipe of the message that the program is given.
Parts parts_of(const model::Plan& plan, const std::optional<model::Message>& given);

// UsageError when `only` names what there is not, or leaves nothing of something.
void check(const Only& only, const Parts& parts);

}  // namespace sockgrade::plan
