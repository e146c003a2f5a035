// The formats of a spec, and the messages of its steps that are of one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "spec/read_message.hh"
#include "spec/scope.hh"
#include "spec/section.hh"

namespace sockgrade::spec {

std::vector<model::Formatted> read_formats(const Section& map);

// { format: ack, with: { block: 1 } }: which format, and what is said in its fields. Nothing where there is
// no such format, which is noted. What is awaited may leave fields out; what is sent may not.
std::optional<model::Formatted> read_fields_said(const Section& section, const MessageRules& rules);
model::Message read_formatted(const Section& section, const MessageRules& rules);

bool fields_use(const std::vector<model::FieldValue>& values, const std::string& name);

}  // namespace sockgrade::spec
