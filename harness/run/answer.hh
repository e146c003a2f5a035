// What a peer that answers each datagram makes of one. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/step.hh"

namespace sockgrade::run {

// Nothing when the datagram lacks a number that the answer needs.
std::optional<std::string> answer_to(const model::AnswerEach& how, std::string_view datagram);

}  // namespace sockgrade::run
