#include "base/pattern.hh"

#include <re2/re2.h>

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
    return compiled.ok() ? std::string{} : compiled.error();
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

}  // namespace sockgrade
