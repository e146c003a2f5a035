#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "model/step.hh"
#include "spec/context.hh"
#include "spec/scope.hh"
#include "spec/section.hh"

namespace sockgrade::spec {

struct MessageRules {
    std::size_t most = 0;  // bytes
    Scope* scope = nullptr;
    bool is_numbered = false;  // {n} (from 1) and {i} (from 0) are known: one of several
    bool is_awaited = false;   // of the program, which cannot know what is drawn only for this message
    // For what a pattern, or a field of a format, captures. Null: it may capture nothing.
    std::set<std::string>* captured = nullptr;
};

// A text, or a map with text, words, lines, bytes or file. What is wrong is noted; the message is then not to
// be used.
model::Message read_message(const Section& section, const MessageRules& rules);

// The {placeholders} that a text may have; others are noted.
void check_placeholders(const Section& section, const std::string& text,
                        const std::vector<std::string>& known);

// How a line looks in its datagram: "{i} {line}".
std::string read_as(const Section& section);

// Notes what is wrong with a template, and with the names in it.
void check_text(const Section& section, const std::string& text, const MessageRules& rules,
                names::Mode mode = names::Mode::text);

// The regular expression of a `like`, with its names. What it captures is noted.
model::Message read_pattern(const Section& section, const MessageRules& rules);

// A message, or a `like` with what it captures.
model::Wanted read_wanted(const Section& section, MessageRules rules, std::set<std::string>& captured);

// Does the message use that name of `vary`?
bool message_uses(const model::Message& message, const std::string& name);
// The same of any template; what is none uses nothing.
bool template_uses(const std::string& text, const std::string& name);

}  // namespace sockgrade::spec
