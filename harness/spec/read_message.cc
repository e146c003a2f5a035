#include "spec/read_message.hh"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/placeholder.hh"
#include "base/text.hh"

namespace sockgrade::spec {

namespace {

constexpr std::size_t kMostLines = 1000;
// No {word} or {n}, and no {pangram}, becomes longer than these in a plan.
constexpr std::size_t kLongestFilledIn = 16;
constexpr std::size_t kLongestPangram = 48;

std::optional<std::size_t> as_size(const std::string& text, std::size_t most) {
    std::size_t size = 0;
    const char* const end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, size);
    if (error != std::errc{} || rest != end || size < 1 || size > most) return std::nullopt;
    return size;
}

void check_text(const Section& section, const std::string& text, const MessageRules& rules) {
    std::vector<std::string> known{"word", "pangram"};
    if (rules.is_numbered) known.insert(known.end(), {"n", "i"});
    for (const auto& [name, values] : *rules.vary) known.push_back(name);
    check_placeholders(section, text, known);

    std::size_t longest = text.size();
    for (const Placeholder& one : placeholders_in(text)) {
        std::size_t size = one.name == "pangram" ? kLongestPangram : kLongestFilledIn;
        if (const auto values = rules.vary->find(one.name); values != rules.vary->end())
            for (const std::string& value : values->second) size = std::max(size, value.size());
        longest += size;
    }
    if (longest > rules.most)
        section.problem(fmt::format("at most {} go into one message", count_of(rules.most, "byte")));
}

std::string read_size(const Section& section, const MessageRules& rules) {
    const std::optional<std::string> text = section.text();
    if (!text) return {};
    const std::vector<Placeholder> names = placeholders_in(*text);
    if (names.size() != 1 || names.front().size != text->size()) {
        if (!as_size(*text, rules.most))
            section.problem(
                fmt::format("expected a number of bytes from 1 to {} or the name of one in vary, such as "
                            "\"{{size}}\", not {}",
                            rules.most, quote(*text, 60)));
        return *text;
    }
    std::vector<std::string> known;
    for (const auto& [name, values] : *rules.vary) known.push_back(name);
    check_placeholders(section, *text, known);
    if (const auto values = rules.vary->find(names.front().name); values != rules.vary->end())
        for (const std::string& value : values->second)
            if (!as_size(value, rules.most))
                section.problem(
                    fmt::format("vary has the value {} for {}, which is no number of bytes from 1 to {}",
                                quote(value, 60), *text, rules.most));
    return *text;
}

// "00 ff", as the model has it: two hexadecimal digits a byte, one space between bytes.
std::string read_hexadecimal(const Section& section, const MessageRules& rules) {
    const std::optional<std::string> text = section.text();
    if (!text) return {};
    std::string digits;
    for (const char c : *text) {
        if (c == ' ') continue;
        if (std::string_view("0123456789abcdefABCDEF").find(c) == std::string_view::npos) {
            section.problem(fmt::format("expected bytes in hexadecimal such as \"00 ff\", or all, not {}",
                                        quote(*text, 60)));
            return {};
        }
        digits += c;
    }
    if (digits.size() % 2 != 0 || digits.empty()) {
        section.problem("expected two hexadecimal digits for each byte, such as \"00 ff\"");
        return {};
    }
    if (digits.size() / 2 > rules.most)
        section.problem(fmt::format("at most {} go into one message", count_of(rules.most, "byte")));
    std::string spaced;
    for (std::size_t i = 0; i < digits.size(); i += 2) {
        if (i > 0) spaced += ' ';
        spaced += to_lower(digits.substr(i, 2));
    }
    return spaced;
}

// A spec may come from another course: it reads nothing but what lies beside it.
std::string read_path(const Section& section) {
    const std::optional<std::string> text = section.text();
    if (!text) return {};
    const bool leaves = *text == ".." || text->starts_with("../") || text->ends_with("/..") ||
                        text->find("/../") != std::string::npos;
    if (text->empty() || text->front() == '/' || leaves || text->find('\0') != std::string::npos)
        section.problem("expected a path relative to the spec, inside its folder");
    return *text;
}

}  // namespace

void check_placeholders(const Section& section, const std::string& text,
                        const std::vector<std::string>& known) {
    std::vector<std::string> shown;
    shown.reserve(known.size());
    for (const std::string& name : known) shown.push_back('{' + name + '}');
    for (const Placeholder& one : placeholders_in(text)) {
        if (std::find(known.begin(), known.end(), one.name) != known.end()) continue;
        const std::string nearest = nearest_name(one.name, known);
        const std::string expected =
            shown.empty() ? "nothing is known in vary" : "expected " + list_of(shown, "or");
        section.problem(fmt::format("{{{}}} stands for nothing here; {}", one.name, expected),
                        nearest.empty() ? nearest : '{' + nearest + '}');
    }
}

model::Message read_message(const Section& section, const MessageRules& rules) {
    if (!section.is_map()) {
        model::Message message;
        if (const auto text = section.text()) {
            message.text = *text;
            check_text(section, *text, rules);
        }
        return message;
    }
    if (!section.is_one_of(kMessageForms)) return {};
    return read_message_map(section, rules);
}

model::Message read_message_map(const Section& section, const MessageRules& rules) {
    model::Message message;
    if (const auto text = section.find("text")) {
        message.text = text->text().value_or("");
        check_text(*text, message.text, rules);
    } else if (const auto words = section.find("words")) {
        message.form = model::Message::Form::words;
        message.size = read_size(*words, rules);
    } else if (const auto lines = section.find("lines"); lines && lines->is(kLines)) {
        message.form = model::Message::Form::lines;
        const std::size_t count =
            lines->has("count") ? lines->find("count")->number(1, kMostLines).value_or(1) : 1;
        message.size = std::to_string(count);
        if (const auto line = lines->find("text")) {
            message.text = line->text().value_or("");
            MessageRules numbered = rules;
            numbered.is_numbered = true;
            numbered.most = rules.most / count;
            check_text(*line, message.text, numbered);
            if (message.text.find('\n') != std::string::npos)
                line->problem("a line has no line end in it; 'count' says how many there are");
        }
    } else if (const auto bytes = section.find("bytes")) {
        const bool all = bytes->is_text() && bytes->text() == "all";
        message.form = all ? model::Message::Form::every_byte : model::Message::Form::bytes;
        if (!all) message.text = read_hexadecimal(*bytes, rules);
    } else if (const auto file = section.find("file")) {
        message.form = model::Message::Form::file;
        message.text = read_path(*file);
    }
    return message;
}

bool message_uses(const model::Message& message, const std::string& name) {
    if (message.form == model::Message::Form::text || message.form == model::Message::Form::lines)
        return has_placeholder(message.text, name);
    return message.form == model::Message::Form::words && message.size == '{' + name + '}';
}

}  // namespace sockgrade::spec
