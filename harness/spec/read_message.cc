#include "spec/read_message.hh"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "base/placeholder.hh"
#include "base/text.hh"
#include "spec/scalar.hh"

namespace sockgrade::spec {

namespace {

using model::Message;

// No {word} or {n}, and no {pangram}, becomes longer than these in a plan.
constexpr std::size_t kLongestFilledIn = 16;
constexpr std::size_t kLongestPangram = 48;

std::vector<std::string> chosen_names(const Vary& vary) {
    std::vector<std::string> names;
    for (const auto& [name, values] : vary) names.push_back(name);
    return names;
}

void check_size(const Section& section, std::size_t size, const MessageRules& rules) {
    if (size > rules.most)
        section.problem(fmt::format("at most {} go into one message", count_of(rules.most, "byte")));
}

// A message is drawn by itself, so what is drawn for one that is awaited is nowhere else.
void check_that_it_can_be_known(const Section& section, const MessageRules& rules, const std::string& what) {
    if (rules.is_awaited)
        section.problem(fmt::format(
            "{} is drawn for this message alone, so no program can know it; ask for what was sent, such as "
            "'expect: {{ capitals_of: sent }}', expect-given or 'prints: {{ each: sent }}'",
            what));
}

void check_text(const Section& section, const std::string& text, const MessageRules& rules) {
    std::vector<std::string> known{"word", "pangram"};
    if (rules.is_numbered) known.insert(known.end(), {"n", "i"});
    const std::vector<std::string> chosen = chosen_names(*rules.vary);
    known.insert(known.end(), chosen.begin(), chosen.end());
    check_placeholders(section, text, known);

    std::size_t longest = text.size();
    for (const Placeholder& one : placeholders_in(text)) {
        std::size_t size = one.name == "pangram" ? kLongestPangram : kLongestFilledIn;
        if (const auto values = rules.vary->find(one.name); values != rules.vary->end())
            for (const std::string& value : values->second) size = std::max(size, value.size());
        longest += size;
    }
    check_size(section, longest, rules);
    for (const char* drawn : {"word", "pangram"})
        if (has_placeholder(text, drawn))
            check_that_it_can_be_known(section, rules, fmt::format("{{{}}}", drawn));
}

void check_words(const Section& section, const std::string& size, const MessageRules& rules) {
    const auto fits = [&](const std::string& text) {
        const auto bytes = whole_number_of(text);
        return bytes && *bytes >= 1 && *bytes <= rules.most;
    };
    if (const auto name = name_in_braces(size)) {
        check_placeholders(section, size, chosen_names(*rules.vary));
        if (const auto values = rules.vary->find(*name); values != rules.vary->end())
            for (const std::string& value : values->second)
                if (!fits(value))
                    section.problem(
                        fmt::format("vary has the value {} for {}, which is no number of bytes from 1 to {}",
                                    quote(value, 60), size, rules.most));
    } else if (const auto bytes = whole_number_of(size)) {
        check_size(section, *bytes, rules);
    }
    check_that_it_can_be_known(section, rules, "what 'words' stands for");
}

void read_lines(const Section& section, const MessageRules& rules, Message& message) {
    std::size_t count = 1;
    section.read("count", count);
    message.size = std::to_string(count);
    const auto line = section.find("text");
    if (!line || !line->is_text()) return;
    message.text = *line->text();
    MessageRules numbered = rules;
    numbered.is_numbered = true;
    numbered.most = rules.most / count;
    check_text(*line, message.text, numbered);
    if (message.text.find('\n') != std::string::npos)
        line->problem("a line has no line end in it; 'count' says how many there are");
}

// A plan reads it; that it cannot is told here, with its place.
void check_file(const Section& section, const std::string& name, const MessageRules& rules) {
    namespace fs = std::filesystem;
    std::error_code error;
    const fs::path path = section.beside(name);
    if (!fs::is_regular_file(path, error))
        return section.problem(fmt::format("there is no file {}", quote(path.string(), 100)));
    if (const auto size = fs::file_size(path, error); !error) check_size(section, size, rules);
}

}  // namespace

void check_placeholders(const Section& section, const std::string& text,
                        const std::vector<std::string>& known) {
    // What stands for something elsewhere is no slip of what does here.
    static const std::vector<std::string> kElsewhere{"host",    "port", "own_port", "first", "last",
                                                     "message", "file", "line",     "n",     "i"};
    std::vector<std::string> shown;
    shown.reserve(known.size());
    for (const std::string& name : known) shown.push_back('{' + name + '}');
    for (const Placeholder& one : placeholders_in(text)) {
        if (std::find(known.begin(), known.end(), one.name) != known.end()) continue;
        const bool is_elsewhere =
            std::find(kElsewhere.begin(), kElsewhere.end(), one.name) != kElsewhere.end();
        const std::string nearest = is_elsewhere ? "" : nearest_name(one.name, known);
        const std::string expected =
            shown.empty() ? "nothing is known in vary" : "expected " + list_of(shown, "or");
        section.problem(fmt::format("{{{}}} stands for nothing here; {}", one.name, expected),
                        nearest.empty() ? nearest : '{' + nearest + '}');
    }
}

Message read_message(const Section& section, const MessageRules& rules) {
    Message message;
    const std::string_view form = section.form();
    const std::optional<Section> what = form.empty() ? section : section.find(form);
    if (form == "lines") {
        message.form = Message::Form::lines;
        read_lines(*what, rules, message);
        return message;
    }
    const std::optional<std::string> text = what->text();
    // What is no message at all, or wrong in itself, has been told.
    if (!text || !what->is_sound()) return message;
    if (form == "words") {
        message.form = Message::Form::words;
        message.size = *text;
        check_words(*what, *text, rules);
    } else if (form == "bytes") {
        message.form = what->word() != nullptr ? Message::Form::every_byte : Message::Form::bytes;
        if (what->word() == nullptr) message.text = hexadecimal_of(*text).value_or("");
        check_size(*what, (message.text.size() + 1) / 3, rules);
    } else if (form == "file") {
        message.form = Message::Form::file;
        message.text = *text;
        check_file(*what, *text, rules);
    } else {
        message.text = *text;
        check_text(*what, *text, rules);
    }
    return message;
}

bool message_uses(const Message& message, const std::string& name) {
    if (message.form == Message::Form::text || message.form == Message::Form::lines)
        return has_placeholder(message.text, name);
    return message.form == Message::Form::words && message.size == '{' + name + '}';
}

}  // namespace sockgrade::spec
