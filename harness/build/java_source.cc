#include "build/java_source.hh"

#include <algorithm>
#include <cctype>

#include "build/source_file.hh"

namespace sockgrade::build {

namespace {

bool is_word(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return std::isalnum(byte) != 0 || c == '_' || c == '$' || byte >= 0x80;
}

// Without white space and comments at its start.
std::string_view skip_comments(std::string_view text) {
    for (;;) {
        const std::size_t start = std::min(text.find_first_not_of(" \t\r\n\f"), text.size());
        text.remove_prefix(start);
        std::string_view end;
        if (text.starts_with("//")) end = "\n";
        if (text.starts_with("/*")) end = "*/";
        if (end.empty()) return text;
        const std::size_t at = text.find(end, 2);
        if (at == std::string_view::npos) return {};
        text.remove_prefix(at + end.size());
    }
}

}  // namespace

std::string java_package(std::string_view text) {
    constexpr std::string_view kPackage = "package";
    text = skip_comments(text);
    if (!text.starts_with(kPackage)) return "";
    text.remove_prefix(kPackage.size());
    if (text.empty() || is_word(text.front())) return "";
    const std::size_t end = text.find(';');
    if (end == std::string_view::npos) return "";
    std::string package;
    for (const char c : text.substr(0, end)) {
        if (is_word(c) || c == '.') {
            package += c;
        } else if (std::isspace(static_cast<unsigned char>(c)) == 0) {
            return "";
        }
    }
    // It becomes a path: "..", or an empty part, is no package but a way out of our folder.
    const bool odd =
        package.starts_with('.') || package.ends_with('.') || package.find("..") != std::string::npos;
    return odd ? "" : package;
}

std::size_t java_class_position(std::string_view text, std::string_view class_name) {
    const std::string_view name = class_name.substr(class_name.find_last_of(".$") + 1);
    for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
        const std::size_t end = at + name.size();
        const bool whole = at > 0 && !is_word(text[at - 1]) && (end == text.size() || !is_word(text[end]));
        const std::string_view before = trim(text.substr(0, at));
        const bool declared = before.ends_with("class") || before.ends_with("enum") ||
                              before.ends_with("interface") || before.ends_with("record");
        if (whole && declared) return at;
    }
    return text.size();
}

std::string java_wanted_file(std::string_view log) {
    constexpr std::string_view kStart = " is public, should be declared in a file named ";
    const std::size_t at = log.find(kStart);
    if (at == std::string_view::npos) return "";
    const std::string_view rest = log.substr(at + kStart.size());
    const std::string_view name = trim(rest.substr(0, rest.find('\n')));
    const bool plain = name.ends_with(".java") && std::all_of(name.begin(), name.end() - 5, is_word);
    return plain ? std::string(name) : "";
}

std::string java_error_hint(std::string_view log) {
    for (const std::string_view quote : {"'\\u201c'", "'\\u201d'", "'\\u2018'", "'\\u2019'"}) {
        if (log.find("illegal character: " + std::string(quote)) == std::string_view::npos) continue;
        return "replace the typographic quotes by straight ones";
    }
    if (log.find("package javax.swing does not exist") != std::string_view::npos ||
        log.find("package javafx") != std::string_view::npos) {
        return "hand in a program without windows: there is no display here";
    }
    return "";
}

}  // namespace sockgrade::build
