#include "checks/difference.hh"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"
#include "model/expected.hh"

namespace sockgrade::checks {

using model::Cause;

namespace {

std::size_t first_difference(std::string_view a, std::string_view b) {
    const auto [at, end] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    (void)end;
    return static_cast<std::size_t>(at - a.begin());
}

// The bytes around an offset: enough to find the place, not more.
std::string around(std::string_view text, std::size_t at) {
    constexpr std::size_t kBefore = 8;
    constexpr std::size_t kAfter = 12;
    const std::size_t from = at > kBefore ? at - kBefore : 0;
    return quote(text.substr(from, at - from + kAfter));
}

std::string without_returns(std::string_view text) {
    std::string out(text);
    std::erase(out, '\r');
    return out;
}

std::vector<std::string> line_end_notes(std::string_view wanted, std::string_view got) {
    std::vector<std::string> notes;
    const std::size_t nuls = got.size() - model::without_nuls(got).size();
    if (nuls > 0)
        notes.push_back(
            fmt::format("{} followed the text and {} put aside: send as many bytes as the text has, and no "
                        "more",
                        count_of(nuls, "NUL byte"), nuls == 1 ? "was" : "were"));
    const auto newlines = [](std::string_view text) {
        const std::string_view end = text.substr(trim_line_end(text).size());
        return std::count(end.begin(), end.end(), '\n');
    };
    if (newlines(got) > newlines(wanted)) notes.emplace_back("a newline was added at its end");
    if (newlines(got) < newlines(wanted)) notes.emplace_back("the newline at its end was left out");
    return notes;
}

void explain(Difference& difference, std::string_view want, std::string_view have) {
    const std::size_t at = first_difference(want, have);
    const std::string where = fmt::format("They differ at byte {}: {} should have been {}.", at,
                                          at < have.size() ? around(have, at) : "the end",
                                          at < want.size() ? around(want, at) : "the end");
    if (to_lower(want) == to_lower(have)) {
        difference.cause = Cause::wrong_case;
        difference.detail = "Only capital and small letters differ. " + where;
    } else if (trim_line_end(have).empty()) {
        difference.cause = Cause::missing;
        difference.detail = "Nothing but line ends came.";
    } else if (want.starts_with(have)) {
        difference.cause = Cause::missing;
        difference.detail = fmt::format("It is right up to byte {}, then {} of {} are missing.", have.size(),
                                        want.size() - have.size(), count_of(want.size(), "byte"));
    } else if (have.starts_with(want)) {
        difference.cause = Cause::extra;
        difference.detail =
            fmt::format("The text is right, but {} too many follow it: {}.",
                        count_of(have.size() - want.size(), "byte"), quote(have.substr(want.size()), 60));
    } else if (without_returns(want) == without_returns(have)) {
        difference.cause = Cause::wrong_content;
        difference.detail = "Only line ends differ (\\r\\n and \\n). " + where;
    } else if (const std::size_t inside = want.empty() ? std::string_view::npos : have.find(want);
               inside != std::string_view::npos) {
        difference.cause = Cause::extra;
        difference.detail =
            fmt::format("The text is there, but {} stands before it.", quote(have.substr(0, inside), 60));
    } else {
        difference.detail = where;
        if (have.size() != want.size())
            difference.detail += fmt::format(" {} should have come, {} came.", count_of(want.size(), "byte"),
                                             count_of(have.size(), "byte"));
    }
}

}  // namespace

std::string_view trim_line_ends(std::string_view text) {
    text = trim_line_end(text);
    while (!text.empty() && trim_line_end(text.substr(0, 1)).empty()) text.remove_prefix(1);
    return text;
}

Difference compare(std::string_view wanted, std::string_view got) {
    Difference difference;
    difference.same = model::same_text(wanted, got);
    if (difference.same)
        difference.notes = line_end_notes(wanted, got);
    else
        explain(difference, model::without_line_end(wanted), model::without_line_end(got));
    return difference;
}

Difference compare_bytes(std::string_view wanted, std::string_view got) {
    Difference difference;
    difference.same = wanted == got;
    if (!difference.same) explain(difference, wanted, got);
    return difference;
}

}  // namespace sockgrade::checks
