#include "spec/read_message.hh"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "base/pattern.hh"
#include "base/placeholder.hh"
#include "base/text.hh"
#include "spec/read_formats.hh"
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

bool is_one_of(const std::string& name, const std::vector<std::string>& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
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

// What stands for something elsewhere is no slip of what does here.
void refuse_placeholder(const Section& section, const std::string& name,
                        const std::vector<std::string>& known) {
    static const std::vector<std::string> kElsewhere{"host",    "port", "own_port", "first", "last",
                                                     "message", "file", "line",     "n",     "i"};
    std::vector<std::string> shown;
    shown.reserve(known.size());
    for (const std::string& one : known) shown.push_back('{' + one + '}');
    const std::string nearest = is_one_of(name, kElsewhere) ? "" : nearest_name(name, known);
    const std::string expected =
        shown.empty() ? "nothing is known in vary" : "expected " + list_of(shown, "or");
    section.problem(fmt::format("{{{}}} stands for nothing here; {}", name, expected),
                    nearest.empty() ? nearest : '{' + nearest + '}');
}

// What the program sends, it has been told before; what it gets, it knows from then on.
void check_who_knows(const Section& section, const std::string& name, const MessageRules& rules) {
    rules.scope->use(name);
    if (!rules.is_awaited) return rules.scope->tell(name);
    const std::vector<std::string> untold = rules.scope->untold(name);
    if (untold.empty()) return;
    const bool is_itself = untold.size() == 1 && untold.front() == name;
    section.problem(
        fmt::format("no program can know {}: {} drawn by chance, and nobody has sent {} to it "
                    "before this step",
                    name, is_itself ? "it is" : list_of(untold) + (untold.size() == 1 ? " is" : " are"),
                    untold.size() == 1 ? "it" : "them"));
}

void check_names_of_expression(const Section& section, const names::Part& part, const MessageRules& rules) {
    for (const std::string& name : names::Expression::parse(part.text).names()) {
        if (name == "word" || name == "pangram")
            section.problem(
                fmt::format("{{{}}} is another one each time, and so cannot be computed with; a "
                            "name in values stays what it is",
                            name));
        else if (rules.is_numbered && (name == "n" || name == "i"))
            continue;
        else if (!rules.scope->is_known(name))
            rules.scope->refuse(section, name);
        else
            check_who_knows(section, name, rules);
    }
}

std::size_t longest_of(const std::string& name, const MessageRules& rules) {
    if (name == "pangram") return kLongestPangram;
    if (const KnownName* const known = rules.scope->find(name)) return known->longest;
    std::size_t size = kLongestFilledIn;
    if (const auto values = rules.scope->vary().find(name); values != rules.scope->vary().end())
        for (const std::string& value : values->second) size = std::max(size, value.size());
    return size;
}

void check_template(const Section& section, const std::string& text, names::Mode mode,
                    const MessageRules& rules) {
    const std::vector<names::Part> parts = names::parts_of(text, mode);
    std::vector<std::string> known;
    if (mode == names::Mode::text) known = {"word", "pangram"};
    if (rules.is_numbered) known.insert(known.end(), {"n", "i"});
    const std::vector<std::string> names = rules.scope->names();
    known.insert(known.end(), names.begin(), names.end());
    // Told only where one is meant: there may be many, and few texts have use for one.
    if (std::any_of(parts.begin(), parts.end(), [](const names::Part& part) {
            return part.kind == names::Part::Kind::name && part.text.find('.') != std::string::npos;
        }))
        for (const std::string& place : rules.scope->places_of_actors()) known.push_back(place);
    std::size_t longest = text.size();
    for (const names::Part& part : parts) {
        if (part.kind == names::Part::Kind::expression) check_names_of_expression(section, part, rules);
        if (part.kind != names::Part::Kind::name) continue;
        longest += longest_of(part.text, rules);
        if (is_one_of(part.text, {"word", "pangram"})) {
            check_that_it_can_be_known(section, rules, part.source);
        } else if (rules.scope->is_known(part.text)) {
            check_who_knows(section, part.text, rules);
        } else if (rules.scope->is_known_elsewhere(part.text)) {
            rules.scope->refuse(section, part.text);
        } else if (!is_one_of(part.text, known)) {
            refuse_placeholder(section, part.text, known);
        }
    }
    check_size(section, longest, rules);
}

void check_words(const Section& section, const std::string& size, const MessageRules& rules) {
    const auto fits = [&](const std::string& text) {
        const auto bytes = whole_number_of(text);
        return bytes && *bytes >= 1 && *bytes <= rules.most;
    };
    if (const auto name = name_in_braces(size)) {
        check_placeholders(section, size, chosen_names(rules.scope->vary()));
        if (const auto values = rules.scope->vary().find(*name); values != rules.scope->vary().end())
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

std::string read_as(const Section& section) {
    const std::string as = section.text().value_or("");
    if (!section.is_text()) return as;
    check_placeholders(section, as, {"line", "i", "n"});
    if (!has_placeholder(as, "line"))
        section.problem("expected the place of the text in the datagram, such as \"{i} {line}\"");
    return as;
}

void check_text(const Section& section, const std::string& text, const MessageRules& rules,
                names::Mode mode) {
    try {
        check_template(section, text, mode, rules);
    } catch (const names::Mistake& mistake) {
        section.problem(mistake.what(), mistake.suggestion());
    }
}

void check_placeholders(const Section& section, const std::string& text,
                        const std::vector<std::string>& known) {
    for (const Placeholder& one : placeholders_in(text))
        if (!is_one_of(one.name, known)) refuse_placeholder(section, one.name, known);
}

Message read_message(const Section& section, const MessageRules& rules) {
    Message message;
    const std::string_view form = section.form();
    const std::optional<Section> what = form.empty() ? section : section.find(form);
    if (form == "format") return read_formatted(section, rules);
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

Message read_pattern(const Section& section, const MessageRules& rules) {
    Message message;
    message.text = section.text().value_or("");
    if (!section.is_text() || !section.is_sound()) return message;
    check_text(section, message.text, rules, names::Mode::pattern);
    if (!section.is_sound()) return message;
    // Whatever the names will stand for is there as itself: a letter does for the look at the rest.
    const std::string pattern = names::fill(message.text, names::Mode::pattern, [](const names::Part&) {
                                    return std::optional<std::string>("x");
                                }).text;
    if (const std::string error = whole_pattern_error(pattern); !error.empty()) {
        section.problem("this is no regular expression (RE2): " + error);
        return message;
    }
    for (const std::string& name : pattern_names(pattern)) {
        const KnownName* const known = rules.scope->find(name);
        if (!is_value_name(name))
            section.problem(
                fmt::format("what is captured as '{}' needs a name of lower-case letters, digits "
                            "and underscores that is not {}",
                            name, list_of(reserved_names(), "or")));
        else if (rules.scope->is_known(name))
            section.problem(
                fmt::format("'{}' stands for something already{}", name,
                            known != nullptr && known->is_captured ? ": it is captured before" : ""));
        else
            rules.captured->insert(name);
    }
    return message;
}

model::Wanted read_wanted(const Section& section, MessageRules rules, std::set<std::string>& captured) {
    rules.captured = &captured;
    model::Wanted wanted;
    wanted.is_pattern = section.form() == "like";
    wanted.message =
        wanted.is_pattern ? read_pattern(*section.find("like"), rules) : read_message(section, rules);
    section.read("called", wanted.called);
    return wanted;
}

bool template_uses(const std::string& text, const std::string& name) {
    try {
        return is_one_of(name, names::names_in(text));
    } catch (const names::Mistake&) {
        return false;
    }
}

bool message_uses(const Message& message, const std::string& name) {
    if (message.form == Message::Form::text || message.form == Message::Form::lines)
        return template_uses(message.text, name);
    if (message.formatted) return fields_use(message.formatted->values, name);
    return message.form == Message::Form::words && message.size == '{' + name + '}';
}

}  // namespace sockgrade::spec
