// The numbers in a datagram, and what one that answers each datagram makes of it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "model/fault.hh"
#include "model/step.hh"

namespace sockgrade::model {

// The number at the field's place, or nothing. The first place where `before`, digits and `after` follow one
// another counts; more than 18 digits are no number. Takes time in proportion to the datagram, whatever is
// in it.
std::optional<std::size_t> value_of(const Field& field, std::string_view datagram);

// Nothing when the datagram lacks a number that the answer needs.
std::optional<std::string> answer_to(const AnswerEach& how, std::string_view datagram);

}  // namespace sockgrade::model
