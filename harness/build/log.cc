#include "build/log.hh"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.hh"
#include "build/source_file.hh"

namespace sockgrade::build {

namespace {

constexpr std::size_t kMostLines = 40;
constexpr std::size_t kMostLogBytes = 4096;

// The number after a ':' at `at`; moves `at` to behind it.
std::optional<int> number_at(std::string_view text, std::size_t& at) {
    if (at >= text.size() || text[at] != ':') return std::nullopt;
    int number = 0;
    const char* const start = text.data() + at + 1;
    const auto [end, error] = std::from_chars(start, text.data() + text.size(), number);
    if (error != std::errc{}) return std::nullopt;
    at = static_cast<std::size_t>(end - text.data());
    return number;
}

// "file:7:5: rest" or "file:7: rest".
std::optional<Remark> located(std::string_view line) {
    for (std::size_t colon = line.find(':'); colon != std::string_view::npos;
         colon = line.find(':', colon + 1)) {
        std::size_t at = colon;
        const auto number = number_at(line, at);
        if (!number || *number <= 0) continue;
        number_at(line, at);  // a column, where there is one
        if (!line.substr(at).starts_with(": ")) continue;
        std::string_view file = line.substr(0, colon);
        if (file.starts_with("./")) file.remove_prefix(2);
        return Remark{std::string(file), *number, std::string(line.substr(at + 2))};
    }
    return std::nullopt;
}

bool strip_word(std::string& text, std::string_view word) {
    if (!text.starts_with(word)) return false;
    text.erase(0, word.size());
    return true;
}

std::optional<Remark> compiler_error(std::string_view line) {
    if (auto remark = located(line)) {
        if (strip_word(remark->text, "error: ") || strip_word(remark->text, "fatal error: ")) return remark;
        // go has no word for it.
        if (remark->file.ends_with(".go")) return remark;
    }
    return std::nullopt;
}

std::optional<Remark> linker_error(std::string_view line) {
    const std::size_t at = line.find("undefined reference to");
    if (at == std::string_view::npos) return std::nullopt;
    Remark remark{"", 0, std::string(line.substr(at))};
    if (const auto place = located(line)) {
        // The linker names the file by its whole path.
        remark.file = place->file.substr(place->file.rfind('/') + 1);
        remark.line = place->line;
    }
    return remark;
}

// "cc1: error: out of memory", "collect2: error: ld returned 1 exit status"
std::optional<Remark> tool_error(std::string_view line) {
    constexpr std::string_view word = ": error: ";
    const std::size_t at = line.find(word);
    if (at == std::string_view::npos) return std::nullopt;
    return Remark{"", 0, std::string(line.substr(at + word.size()))};
}

std::optional<Remark> make_error(std::string_view line) {
    const std::size_t at = line.find("*** ");
    if (!line.starts_with("make") && !line.starts_with("Makefile")) return std::nullopt;
    if (at == std::string_view::npos) return std::nullopt;
    return Remark{"", 0, std::string(line.substr(at + 4))};
}

std::optional<Remark> any_text(std::string_view line) {
    line = trim(line);
    if (line.empty() || line.starts_with('#')) return std::nullopt;
    return Remark{"", 0, std::string(line)};
}

}  // namespace

std::optional<Remark> first_error(std::string_view log) {
    // The later kinds follow from the earlier ones, so each is looked for in the whole log.
    for (auto* const read : {compiler_error, linker_error, tool_error, make_error, any_text}) {
        for (const std::string_view line : lines_of(log)) {
            if (auto remark = read(line)) return remark;
        }
    }
    return std::nullopt;
}

std::vector<Remark> warnings(std::string_view log) {
    std::vector<Remark> found;
    for (const std::string_view line : lines_of(log)) {
        auto remark = located(line);
        if (!remark || !strip_word(remark->text, "warning: ")) continue;
        // The option that turns it off is not the advice that we want to give.
        const std::size_t option = remark->text.rfind(" [-W");
        if (option != std::string::npos) remark->text.resize(option);
        found.push_back(std::move(*remark));
    }
    return found;
}

std::string describe(const Remark& remark, std::string_view name) {
    std::string text = shorten(remark.text, 160);
    if (remark.line == 0) return text;
    if (remark.file == name) return fmt::format("line {}: {}", remark.line, text);
    return fmt::format("{} line {}: {}", remark.file, remark.line, text);
}

std::string excerpt(std::string_view log, std::size_t left_out) {
    const std::vector<std::string_view> lines = lines_of(log);
    std::string text;
    std::size_t shown = 0;
    for (const std::string_view line : lines) {
        if (shown == kMostLines || text.size() + line.size() > kMostLogBytes) break;
        text.append(line).append("\n");
        ++shown;
    }
    if (shown == 0 && !lines.empty()) {
        text = shorten(lines.front(), kMostLogBytes) + "\n";
        shown = 1;
    }
    if (shown < lines.size()) text += "… " + count_of(lines.size() - shown, "more line") + "\n";
    if (left_out > 0) text += "… and " + count_of(left_out, "byte") + " that were not kept\n";
    return text;
}

BuildFailure failure_of(const system::CommandResult& result, std::string_view what, std::string_view name,
                        std::chrono::milliseconds time_limit) {
    BuildFailure failure;
    failure.log = excerpt(result.output, result.left_out);
    if (std::holds_alternative<system::TimedOut>(result.end)) {
        failure.message =
            fmt::format("{}: the time limit of {} s was over", what,
                        std::chrono::duration_cast<std::chrono::duration<double>>(time_limit).count());
        return failure;
    }
    if (std::holds_alternative<system::Stopped>(result.end)) {
        failure.message = fmt::format("{}: it wrote more files than a build may", what);
        return failure;
    }
    if (const auto* ended = std::get_if<system::Signaled>(&result.end)) {
        failure.message = fmt::format("{}: it was ended by signal {}", what, ended->signal);
        return failure;
    }
    const auto error = first_error(result.output);
    failure.message = fmt::format("{}: {}", what, error ? describe(*error, name) : "no reason was given");
    return failure;
}

}  // namespace sockgrade::build
