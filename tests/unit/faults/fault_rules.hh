// Rules and datagrams as literals, and what a plan makes of them.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "faults/fault_plan.hh"

namespace sockgrade::faults {

using model::Direction;
using model::FaultRule;
using Texts = std::vector<std::string>;

inline FaultRule rule(std::string kind, std::vector<std::size_t> numbers = {},
                      Direction direction = Direction::to_program) {
    FaultRule made;
    made.kind = std::move(kind);
    made.direction = direction;
    made.numbers = std::move(numbers);
    return made;
}

inline FaultRule with_percent(FaultRule made, unsigned percent) {
    made.percent = percent;
    return made;
}

inline FaultRule with_detail(FaultRule made, model::FaultDetail detail) {
    made.detail = std::move(detail);
    return made;
}

inline model::Until until_number(std::size_t number) {
    model::Until until;
    until.number = number;
    return until;
}

inline model::Field field(std::string name, std::string before, std::string after,
                          std::vector<std::size_t> values, bool anywhere = false) {
    return {std::move(name), std::move(before), std::move(after), anywhere, std::move(values)};
}

inline Texts texts_of(const std::vector<Passing>& datagrams) {
    Texts texts;
    for (const Passing& datagram : datagrams) texts.push_back(datagram.bytes);
    return texts;
}

inline Texts delivered(FaultPlan& plan, const Texts& sent, Direction direction = Direction::to_program) {
    Texts all;
    for (const std::string& text : sent)
        for (std::string& one : texts_of(plan.pass(direction, 0, text).deliver))
            all.push_back(std::move(one));
    return all;
}

// What a fresh plan delivers of these.
inline Texts delivered(const std::vector<FaultRule>& rules, const Texts& sent, std::uint64_t seed = 1) {
    FaultPlan plan(rules, seed);
    return delivered(plan, sent);
}

// And with what is still held when all have passed.
inline Texts delivered_in_all(const std::vector<FaultRule>& rules, const Texts& sent,
                              std::uint64_t seed = 1) {
    FaultPlan plan(rules, seed);
    Texts all = delivered(plan, sent);
    for (std::string& one : texts_of(plan.release(Direction::to_program).deliver))
        all.push_back(std::move(one));
    return all;
}

inline Texts numbered(std::size_t count) {
    Texts texts;
    for (std::size_t i = 1; i <= count; ++i) texts.push_back("message " + std::to_string(i));
    return texts;
}

}  // namespace sockgrade::faults
