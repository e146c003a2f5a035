// Transcripts and plans as JSON, without loss: what is read back is what was written, byte for byte. One
// line, so that a worker process can hand its transcript to its parent through a pipe.
#pragma once

#include <string>
#include <string_view>

#include "model/transcript.hh"

namespace sockgrade::record {

inline constexpr const char* kTranscriptSchema = "sockgrade/transcript/1";

// {"schema", "isolation", "plan", "events"}
std::string transcript_to_json(const model::Transcript& transcript);
// Bad input: a UsageError that says what is wrong, and where.
model::Transcript transcript_from_json(std::string_view text);

std::string plan_to_json(const model::Plan& plan);
model::Plan plan_from_json(std::string_view text);

std::string event_to_json(const model::Event& event);
model::Event event_from_json(std::string_view text);

}  // namespace sockgrade::record
