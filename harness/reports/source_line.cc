#include "reports/source_line.hh"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.hh"
#include "reports/conversation.hh"

namespace sockgrade::reports {

namespace {

constexpr std::size_t kMostErrors = 64 * 1024;
constexpr std::size_t kMostDigits = 7;
constexpr std::array<std::string_view, 11> kEndings{".py",  ".js",  ".java", ".go", ".c",  ".cc",
                                                    ".cpp", ".cxx", ".h",    ".hh", ".hpp"};

std::string_view name_of(std::string_view path) { return path.substr(path.rfind('/') + 1); }

std::string_view trimmed(std::string_view line) {
    const std::size_t first = std::min(line.find_first_not_of(" \t"), line.size());
    line.remove_prefix(first);
    return line.substr(0, line.find_last_not_of(" \t\r") + 1);
}

bool is_source(std::string_view path) {
    constexpr std::array<std::string_view, 3> kOthers{"/usr/", "<", "node:"};
    return std::none_of(kOthers.begin(), kOthers.end(),
                        [&](auto other) { return path.starts_with(other); }) &&
           std::any_of(kEndings.begin(), kEndings.end(), [&](auto ending) { return path.ends_with(ending); });
}

std::optional<SourceLine> numbered(std::string_view path, std::string_view digits) {
    const std::size_t end = std::min(digits.find_first_not_of("0123456789"), digits.size());
    if (end == 0 || end > kMostDigits || !is_source(path)) return std::nullopt;
    SourceLine line{std::string(path), 0, ""};
    std::from_chars(digits.data(), digits.data() + end, line.number);
    return line.number == 0 ? std::nullopt : std::optional(line);
}

// `  File "/home/anna/server.py", line 12, in serve`
std::optional<SourceLine> pythons(std::string_view line) {
    constexpr std::string_view kFile = "File \"";
    constexpr std::string_view kLine = "\", line ";
    line = trimmed(line);
    const std::size_t end = line.find(kLine);
    if (!line.starts_with(kFile) || end == std::string_view::npos) return std::nullopt;
    return numbered(line.substr(kFile.size(), end - kFile.size()), line.substr(end + kLine.size()));
}

// `server.c:12:5: error: ...`, `at Server.main(Server.java:12)`, `/home/anna/server.js:12`
std::optional<SourceLine> with_colon(std::string_view line) {
    for (const std::string_view library : {"at java.", "at jdk.", "at sun."})
        if (trimmed(line).starts_with(library)) return std::nullopt;
    for (const std::string_view ending : kEndings) {
        const std::string colon = fmt::format("{}:", ending);
        const std::size_t at = line.find(colon);
        if (at == std::string_view::npos) continue;
        const std::size_t before = line.find_last_of(" \t(", at);
        const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
        if (const auto found =
                numbered(line.substr(begin, at + ending.size() - begin), line.substr(at + colon.size())))
            return found;
    }
    return std::nullopt;
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

// Python names the innermost call last, everybody else first.
std::optional<SourceLine> of_traceback(std::string_view errors) {
    const std::vector<std::string_view> lines = lines_of(errors);
    std::optional<SourceLine> found;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (auto line = pythons(lines[i])) {
            found = std::move(line);
            if (i + 1 < lines.size() && !pythons(lines[i + 1])) found->text = trimmed(lines[i + 1]);
        }
    }
    if (found) return found;
    const auto is_stack = [](std::string_view line) {
        return line.starts_with('\t') || line.starts_with("    at ") || line.starts_with('/');
    };
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!is_stack(lines[i])) continue;
        auto line = with_colon(lines[i]);
        if (!line) continue;
        if (lines[i].starts_with('/') && i + 1 < lines.size()) line->text = trimmed(lines[i + 1]);
        return line;
    }
    return std::nullopt;
}

std::optional<SourceLine> of_compiler(std::string_view said) {
    for (const std::string_view line : lines_of(said))
        if (line.find("error") != std::string_view::npos)
            if (auto found = with_colon(line)) return found;
    return of_traceback(said);
}

}  // namespace

std::optional<SourceLine> source_line(const model::CaseResult& result) {
    if (result.verdict != model::Verdict::failed) return std::nullopt;
    if (result.cause == model::Cause::build_failed) {
        for (const model::Finding& finding : result.findings)
            if (auto line = of_compiler(std::string_view(finding.detail).substr(0, kMostErrors))) return line;
        return std::nullopt;
    }
    const model::Transcript* transcript = shown_transcript(result);
    if (transcript == nullptr) return std::nullopt;
    std::string errors;
    std::size_t first = 0;
    for (const model::Event& e : transcript->events) {
        const auto* printed = std::get_if<model::event::Printed>(&e.what);
        if (printed == nullptr || !printed->to_stderr || errors.size() >= kMostErrors) continue;
        if (errors.empty()) first = e.number;
        errors += printed->bytes;
    }
    auto line = of_traceback(errors);
    if (line) line->event = first;
    return line;
}

std::string place_of(const SourceLine& line) { return fmt::format("{}:{}", name_of(line.path), line.number); }

}  // namespace sockgrade::reports
