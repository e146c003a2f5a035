// Specs as literals: what the loader would have made.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "model/spec.hh"

namespace sockgrade::plan {

using model::Message;

inline Message text(std::string what) { return {Message::Form::text, std::move(what), {}, {}}; }
inline Message words(std::string size) { return {Message::Form::words, {}, std::move(size), {}}; }

inline model::CaseSpec case_of(std::string id, std::vector<Message> messages) {
    model::CaseSpec one;
    one.id = std::move(id);
    one.title = "It works";
    one.steps = {{"client", model::Connect{}, 1},
                 {"client", model::Send{std::move(messages), false, {}, false}, 2},
                 {"client", model::Expect{}, 3}};
    return one;
}

inline model::Spec spec_of(std::vector<model::CaseSpec> cases) {
    model::Spec spec;
    spec.exercise = "tcp-x";
    spec.title = "An exercise";
    spec.program.arguments = {"{port}"};
    spec.program.otherwise = {{"{host}", "{port}"}, {}};
    spec.cases = std::move(cases);
    return spec;
}

// The bytes of all that a plan sends.
inline std::vector<std::string> sent(const model::Plan& plan) {
    std::vector<std::string> bytes;
    for (const model::Step& step : plan.steps)
        if (const auto* send = std::get_if<model::Send>(&step.action))
            for (const model::Message& message : send->messages) bytes.push_back(message.bytes);
    return bytes;
}

}  // namespace sockgrade::plan
