#include "batch/glob.hh"

#include <cstddef>
#include <vector>

#include "base/text.hh"

namespace sockgrade::batch {

namespace {

// Patterns with more alternatives than this are a slip.
constexpr std::size_t kMostAlternatives = 200;

// The first group of braces, written out, and so on with what comes of it.
std::vector<std::string> without_braces(const std::string& pattern) {
    std::vector<std::string> open{pattern};
    std::vector<std::string> done;
    while (!open.empty() && open.size() + done.size() <= kMostAlternatives) {
        const std::string one = open.back();
        open.pop_back();
        // The innermost group: what is in it has no braces.
        const std::size_t end = one.find('}');
        const std::size_t begin = end == std::string::npos ? end : one.rfind('{', end);
        if (begin == std::string::npos) {
            done.push_back(one);
            continue;
        }
        const std::string inside = one.substr(begin + 1, end - begin - 1);
        for (std::size_t at = 0; at <= inside.size();) {
            const std::size_t comma = std::min(inside.find(',', at), inside.size());
            open.push_back(one.substr(0, begin) + inside.substr(at, comma - at) + one.substr(end + 1));
            at = comma + 1;
        }
    }
    return done;
}

// The place behind a `[...]` in the pattern, 0 when it is none; `fits`: is that letter in it?
std::size_t after_set(std::string_view pattern, char letter, bool& fits) {
    std::size_t at = 1;
    const bool is_negated = at < pattern.size() && (pattern[at] == '!' || pattern[at] == '^');
    if (is_negated) ++at;
    bool found = false;
    for (bool first = true; at < pattern.size() && (first || pattern[at] != ']'); first = false) {
        const char low = pattern[at++];
        char high = low;
        if (at + 1 < pattern.size() && pattern[at] == '-' && pattern[at + 1] != ']') {
            high = pattern[at + 1];
            at += 2;
        }
        found = found || (low <= letter && letter <= high);
    }
    if (at >= pattern.size()) return 0;
    fits = found != is_negated && letter != '/';
    return at + 1;
}

// One element fits one letter: the length of the element, or 0.
std::size_t fits_one(std::string_view pattern, char letter) {
    if (pattern.empty()) return 0;
    if (pattern.front() == '?') return letter != '/' ? 1 : 0;
    if (pattern.front() == '[') {
        bool fits = false;
        const std::size_t after = after_set(pattern, letter, fits);
        if (after != 0) return fits ? after : 0;
    }
    return pattern.front() == letter ? 1 : 0;
}

// The usual walk with one place to come back to for `*` and one for `**`, so that no pattern takes long.
bool matches_plain(std::string_view pattern, std::string_view path) {
    struct Back {
        std::size_t pattern;
        std::size_t path;
        bool is_set = false;
    };
    Back star{};
    Back stars{};
    std::size_t p = 0;
    std::size_t t = 0;
    while (t < path.size() || p < pattern.size()) {
        if (pattern.substr(p).starts_with("**/")) {
            p += 3;
            stars = {p, t, true};
            star = {};
            continue;
        }
        if (pattern.substr(p) == "**") return true;
        if (p < pattern.size() && pattern[p] == '*') {
            star = {++p, t, true};
            continue;
        }
        const std::size_t step = t < path.size() ? fits_one(pattern.substr(p), path[t]) : 0;
        if (step != 0) {
            p += step;
            ++t;
            continue;
        }
        if (star.is_set && star.path < path.size() && path[star.path] != '/') {
            t = ++star.path;
            p = star.pattern;
            continue;
        }
        const std::size_t slash = stars.is_set ? path.find('/', stars.path) : std::string_view::npos;
        if (slash == std::string_view::npos) return false;
        t = stars.path = slash + 1;
        p = stars.pattern;
        star = {};
    }
    return true;
}

}  // namespace

bool glob_matches(std::string_view pattern, std::string_view path, bool ignore_case) {
    const std::string wanted = ignore_case ? to_lower(pattern) : std::string(pattern);
    const std::string folded = ignore_case ? to_lower(path) : std::string(path);
    for (const std::string& one : without_braces(wanted)) {
        if (one.ends_with('/') != path.ends_with('/')) continue;
        const std::string whole = one.starts_with('/') ? one.substr(1) : "**/" + one;
        if (matches_plain(whole, folded)) return true;
    }
    return false;
}

}  // namespace sockgrade::batch
