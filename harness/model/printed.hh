// What a step that asks for words, and not for a message, finds in an output. Pure.
#pragma once

#include <string>
#include <string_view>

#include "model/step.hh"

namespace sockgrade::model {

// A pattern, a sentence or reports.
constexpr bool asks_for_words(const Prints& prints) {
    return prints.what == Prints::What::pattern || prints.what == Prints::What::says ||
           prints.what == Prints::What::reports;
}

// How often it is printed; of a sentence and of reports: once, or not at all.
std::size_t times_printed(const Prints& prints, std::string_view output);

// What it stands for, in words that follow "prints".
std::string called(const Prints& prints);

}  // namespace sockgrade::model
