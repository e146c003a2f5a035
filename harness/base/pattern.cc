#include "base/pattern.hh"

#include <re2/re2.h>

#include <algorithm>
#include <map>

#include "base/text.hh"

namespace sockgrade {

namespace {

re2::RE2::Options options() {
    re2::RE2::Options options(re2::RE2::Latin1);  // a program prints bytes
    options.set_log_errors(false);
    return options;
}

std::string by_lines(const std::string& pattern) { return "(?m)(" + pattern + ")"; }

}  // namespace

std::string pattern_error(const std::string& pattern) {
    const re2::RE2 compiled(by_lines(pattern), options());
    return compiled.ok() ? std::string{} : escape(compiled.error());  // it names the pattern
}

bool fits_whole(const std::string& pattern, std::string_view text) {
    re2::RE2::Options how = options();
    how.set_case_sensitive(false);
    return re2::RE2::FullMatch(re2::StringPiece(text.data(), text.size()), re2::RE2(pattern, how));
}

std::size_t count_matches(const std::string& pattern, std::string_view text) {
    const re2::RE2 compiled(by_lines(pattern), options());
    if (!compiled.ok()) return 0;
    const re2::StringPiece all(text.data(), text.size());
    re2::StringPiece found;
    std::size_t count = 0;
    std::size_t at = 0;
    while (at <= text.size() && compiled.Match(all, at, text.size(), re2::RE2::UNANCHORED, &found, 1)) {
        if (!found.empty()) ++count;
        at = static_cast<std::size_t>(found.data() - all.data()) + (found.empty() ? 1 : found.size());
    }
    return count;
}

std::string whole_pattern_error(const std::string& pattern) {
    const re2::RE2 compiled(pattern, options());
    return compiled.ok() ? std::string{} : escape(compiled.error());  // it names the pattern
}

std::vector<std::string> pattern_names(const std::string& pattern) {
    const re2::RE2 compiled(pattern, options());
    std::vector<std::string> names;
    if (!compiled.ok()) return names;
    for (const auto& [group, name] : compiled.CapturingGroupNames()) names.push_back(name);
    return names;
}

std::optional<Captures> captures(const std::string& pattern, std::string_view text) {
    const re2::RE2 compiled(pattern, options());
    if (!compiled.ok()) return std::nullopt;
    const auto groups = static_cast<std::size_t>(compiled.NumberOfCapturingGroups());
    std::vector<re2::StringPiece> found(groups + 1);
    const re2::StringPiece all(text.data(), text.size());
    if (!compiled.Match(all, 0, text.size(), re2::RE2::ANCHOR_BOTH, found.data(),
                        static_cast<int>(found.size())))
        return std::nullopt;
    Captures named;
    for (const auto& [group, name] : compiled.CapturingGroupNames()) {
        const re2::StringPiece& piece = found[static_cast<std::size_t>(group)];
        named.emplace_back(name, piece.data() == nullptr ? std::string{} : piece.as_string());
    }
    return named;
}

namespace {

// What closes the groups that are open at the end of a piece of a pattern.
std::string closing(std::string_view piece) {
    std::size_t open = 0;
    bool is_in_class = false;
    for (std::size_t i = 0; i < piece.size(); ++i) {
        if (piece[i] == '\\')
            ++i;
        else if (is_in_class)
            is_in_class = piece[i] != ']';
        else if (piece[i] == '[')
            is_in_class = true;
        else if (piece[i] == '(')
            ++open;
        else if (piece[i] == ')' && open > 0)
            --open;
    }
    return std::string(open, ')');
}

}  // namespace

PartialFit partial_fit(const std::string& pattern, std::string_view text) {
    // Trying a piece costs as much as the pattern is long.
    constexpr std::size_t kMostTried = 500;
    const re2::StringPiece all(text.data(), text.size());
    PartialFit best;
    for (std::size_t size = 1; size <= std::min(pattern.size(), kMostTried); ++size) {
        const std::string piece = pattern.substr(0, size);
        const re2::RE2 compiled(piece + closing(piece), options());
        re2::StringPiece found;
        if (!compiled.ok() || !compiled.Match(all, 0, text.size(), re2::RE2::ANCHOR_START, &found, 1))
            continue;
        if (found.size() >= best.text) best = {size, found.size()};
    }
    return best;
}

std::string pattern_of(std::string_view bytes) {
    return re2::RE2::QuoteMeta(re2::StringPiece(bytes.data(), bytes.size()));
}

}  // namespace sockgrade
