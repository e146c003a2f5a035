#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/step.hh"
#include "spec/context.hh"
#include "spec/section.hh"

namespace sockgrade::spec {

struct MessageRules {
    std::size_t most = 0;  // bytes
    const Vary* vary = nullptr;
    bool is_numbered = false;  // {n} (from 1) and {i} (from 0) are known: one of several
    bool is_awaited = false;   // of the program, which cannot know what is drawn only for this message
};

// A text, or a map with text, words, lines, bytes or file. What is wrong is noted; the message is then not to
// be used.
model::Message read_message(const Section& section, const MessageRules& rules);

// The {placeholders} that a text may have; others are noted.
void check_placeholders(const Section& section, const std::string& text,
                        const std::vector<std::string>& known);

// Does the message use that name of `vary`?
bool message_uses(const model::Message& message, const std::string& name);

}  // namespace sockgrade::spec
