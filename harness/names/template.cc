#include "names/template.hh"

#include <algorithm>

#include "base/pattern.hh"
#include "names/functions.hh"
#include "names/tokens.hh"

namespace sockgrade::names {

namespace {

// Like an expression's name, but dashes may be in it: the names of `vary` and of actors have them.
std::size_t name_in_braces(std::string_view text) {
    std::size_t size = 0;
    const auto is_inside = [&](char c) {
        return name_size(std::string_view(&c, 1)) == 1 || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
               c == '.';
    };
    if (text.empty() || name_size(text) == 0) return 0;
    while (size < text.size() && is_inside(text[size])) ++size;
    return size < text.size() && text[size] == '}' ? size : 0;
}

// Of "= a + len('}')}": where its brace closes.
std::size_t end_of_expression(std::string_view text) {
    char quotes = '\0';
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (quotes != '\0') {
            if (text[i] == '\\')
                ++i;
            else if (text[i] == quotes)
                quotes = '\0';
        } else if (text[i] == '"' || text[i] == '\'') {
            quotes = text[i];
        } else if (text[i] == '}') {
            return i;
        }
    }
    throw Mistake("an expression that begins with {= has no } at its end");
}

std::string literal_again(const std::string& text, Mode mode) {
    if (mode == Mode::pattern) return text;
    std::string out;
    for (const char c : text) {
        if (c == '{') out += '{';
        out += c;
    }
    return out;
}

}  // namespace

std::vector<Part> parts_of(std::string_view text, Mode mode) {
    std::vector<Part> parts;
    std::string literal;
    const auto end_literal = [&] {
        if (!literal.empty()) parts.push_back({Part::Kind::literal, literal, literal});
        literal.clear();
    };
    while (!text.empty()) {
        const std::size_t brace = std::min(text.find('{'), text.size());
        literal += text.substr(0, brace);
        text.remove_prefix(brace);
        if (text.empty()) break;
        if (mode == Mode::text && text.starts_with("{{")) {
            literal += '{';
            text.remove_prefix(2);
        } else if (text.starts_with("{=")) {
            const std::size_t end = end_of_expression(text);
            end_literal();
            parts.push_back({Part::Kind::expression, std::string(text.substr(2, end - 2)),
                             std::string(text.substr(0, end + 1))});
            text.remove_prefix(end + 1);
        } else if (const std::size_t size = name_in_braces(text.substr(1)); size > 0) {
            end_literal();
            parts.push_back(
                {Part::Kind::name, std::string(text.substr(1, size)), std::string(text.substr(0, size + 2))});
            text.remove_prefix(size + 2);
        } else {
            literal += '{';
            text.remove_prefix(1);
        }
    }
    end_literal();
    return parts;
}

std::vector<std::string> names_in(std::string_view text, Mode mode) {
    std::vector<std::string> names;
    const auto add = [&](const std::string& name) {
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    };
    for (const Part& part : parts_of(text, mode)) {
        if (part.kind == Part::Kind::name) add(part.text);
        if (part.kind == Part::Kind::expression)
            for (const std::string& name : Expression::parse(part.text).names()) add(name);
    }
    return names;
}

Filled fill(std::string_view text, Mode mode, const PartValue& value_of) {
    std::string whole;
    std::string later;  // the same as a template
    bool is_whole = true;
    for (const Part& part : parts_of(text, mode)) {
        if (part.kind == Part::Kind::literal) {
            whole += part.text;
            later += literal_again(part.text, mode);
            continue;
        }
        const std::optional<std::string> value = value_of(part);
        is_whole = is_whole && value.has_value();
        if (!value) {
            later += part.source;
            continue;
        }
        const std::string filled = mode == Mode::pattern ? pattern_of(*value) : *value;
        whole += filled;
        later += literal_again(filled, mode);
        if (whole.size() > 2 * kMostBytes) throw Mistake("this text becomes too long");
    }
    return {is_whole ? std::move(whole) : std::move(later), is_whole};
}

std::string fill_all(std::string_view text, Mode mode, const Lookup& value_of) {
    return fill(text, mode,
                [&](const Part& part) {
                    return std::optional(as_text(part.kind == Part::Kind::name
                                                     ? value_of(part.text)
                                                     : Expression::parse(part.text).evaluate(value_of)));
                })
        .text;
}

}  // namespace sockgrade::names
