// What language a program is written in, and what it said when it fell.
#include <algorithm>

#include "base/text.hh"
#include "diagnoses/clues.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;

namespace {

std::string_view last_line(std::string_view text) {
    text = trim_line_end(text);
    const std::size_t start = text.rfind('\n');
    return start == std::string_view::npos ? text : text.substr(start + 1);
}

std::string_view line_at(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(std::min(at, text.size()));
    return trim_line_end(rest.substr(0, std::min(rest.find('\n'), rest.size())));
}

std::string_view without_indent(std::string_view line) {
    return line.substr(std::min(line.find_first_not_of(" \t"), line.size()));
}

// `ValueError: ...`, `socket.gaierror: ...`, but not `    sock.send(x)` nor `  File "..."`.
bool names_an_error(std::string_view line) {
    if (line.empty() || line.front() == ' ') return false;
    const std::string_view name = line.substr(0, line.find(':'));
    return name.find(' ') == std::string_view::npos && name.size() > 3;
}

}  // namespace

std::optional<Traceback> traceback(const Failure& failure) {
    const std::string all = errors(failure);
    const std::size_t last = all.rfind("Traceback (most recent call last)");
    // A file with an error of syntax has no traceback, but the same lines.
    if (last == std::string::npos && !contains(all, "SyntaxError:") && !contains(all, "IndentationError:"))
        return std::nullopt;
    const std::string_view text = std::string_view(all).substr(last == std::string::npos ? 0 : last);
    Traceback found;
    std::size_t start = 0;
    while (start < text.size()) {
        const std::string_view line = line_at(text, start);
        const std::size_t next = std::min(text.find('\n', start), text.size()) + 1;
        constexpr std::string_view kFile = "  File \"";
        constexpr std::string_view kLine = "\", line ";
        if (const std::size_t at = line.find(kLine);
            line.starts_with(kFile) && at != std::string_view::npos) {
            const std::string_view path = line.substr(kFile.size(), at - kFile.size());
            // Frames of the library are not the student's.
            const bool library = contains(path, "/lib/python3") || path.starts_with('<');
            if (!library || found.line.empty()) {
                found.file = path.substr(path.rfind('/') + 1);
                const std::string_view number = line.substr(at + kLine.size());
                found.line = number.substr(0, number.find(','));
                found.code = without_indent(line_at(text, next));
            }
        } else if (names_an_error(line) && !line.starts_with("Traceback")) {
            found.error = line;
        }
        start = next;
    }
    if (found.error.empty()) found.error = last_line(text);
    if (found.line.empty() || found.error.empty() || found.error.starts_with("KeyboardInterrupt"))
        return std::nullopt;
    return found;
}

Language language(const model::Transcript& transcript) {
    const auto* started = transcript.first<event::Started>();
    if (started == nullptr || started->command.empty()) return Language::other;
    const std::string_view path = started->command.front();
    const std::string_view name = path.substr(path.rfind('/') + 1);
    if (name.starts_with("python")) return Language::python;
    if (name == "java") return Language::java;
    if (name.starts_with("node")) return Language::javascript;
    return Language::other;
}

std::string_view line_with(std::string_view text, std::string_view part) {
    const std::size_t at = text.find(part);
    if (at == std::string_view::npos) return {};
    const std::size_t before = text.rfind('\n', at);
    return line_at(text, before == std::string_view::npos ? 0 : before + 1);
}

}  // namespace sockgrade::diagnoses
