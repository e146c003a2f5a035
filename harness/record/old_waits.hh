// Transcripts of earlier versions hold a sentence in place of what the program waited in.
#pragma once

#include <optional>
#include <string_view>

#include "model/wait.hh"

namespace sockgrade::record {

// What telling::in_words() makes a sentence of; nothing when it makes no such sentence.
std::optional<model::Waits> waits_of_sentence(std::string_view sentence);

}  // namespace sockgrade::record
