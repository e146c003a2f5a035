#include "reports/html_bytes.hh"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/columns.hh"
#include "base/text.hh"
#include "reports/page.hh"

namespace sockgrade::reports::html {

namespace {

using Units = std::vector<std::string_view>;

// Units around the place where two long values part.
constexpr std::size_t kUnitsBefore = 120;
constexpr std::size_t kUnitsAfter = 1'200;

Markup shown_units(const Units& units, std::size_t from, std::size_t to) {
    Markup out;
    std::string usual;
    const auto flush = [&] {
        out += ours(markup(usual));
        usual.clear();
    };
    for (std::size_t i = from; i < to; ++i) {
        if (units[i].size() > 1 && units[i].front() == '\\') {
            flush();
            out += element("span", {{"class", "escape"}}, units[i]);
        } else {
            usual += units[i];
        }
    }
    flush();
    return out;
}

Markup left_out(std::size_t count) {
    return element("span", {{"class", "quiet"}}, fmt::format(" ... {} ... ", count_of(count, "letter")));
}

struct Parting {
    std::size_t from = 0;    // the first unit that differs
    std::size_t behind = 0;  // units at the end that are the same again
};

Parting parting_of(const Units& a, const Units& b) {
    Parting found;
    found.from =
        static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
    const std::size_t most = std::min(a.size(), b.size()) - found.from;
    while (found.behind < most && a[a.size() - 1 - found.behind] == b[b.size() - 1 - found.behind])
        ++found.behind;
    return found;
}

Markup marked(const Units& units, const Parting& parting) {
    const std::size_t to = units.size() - parting.behind;
    const std::size_t first = parting.from > 2 * kUnitsBefore ? parting.from - kUnitsBefore : 0;
    const std::size_t last = units.size() > to + kUnitsAfter ? to + kUnitsAfter : units.size();
    const std::size_t middle = to > parting.from + kUnitsAfter ? parting.from + kUnitsAfter : to;
    Markup out;
    if (first > 0) out += left_out(first);
    out += shown_units(units, first, parting.from);
    if (middle > parting.from) out += element("mark", shown_units(units, parting.from, middle));
    if (middle < to) return out + left_out(units.size() - middle);
    out += shown_units(units, to, last);
    if (last < units.size()) out += left_out(units.size() - last);
    return out;
}

Markup row(const char* kind, std::string_view label, const Markup& value) {
    return element("div", {{"class", kind}},
                   element("dt", label) + element("dd", element("span", {{"class", "bytes"}}, value)));
}

}  // namespace

Markup bytes(std::string_view any) {
    const std::string shown = plain(any);
    const Units units = units_of(shown);
    return shown_units(units, 0, units.size());
}

Markup difference(std::string_view awaited, std::string_view got) {
    if (awaited.empty() && got.empty()) return {};
    const std::string left = plain(awaited);
    const std::string right = plain(got);
    const Units above = units_of(left);
    const Units below = units_of(right);
    // Only of values is it worth knowing where they part; sentences are simply other ones.
    const bool both = left.starts_with('"') && right.starts_with('"');
    const Parting parting = both ? parting_of(above, below) : Parting{};
    const auto shown = [&](const Units& units) {
        return both ? marked(units, parting) : shown_units(units, 0, std::min(units.size(), 2 * kUnitsAfter));
    };
    Markup rows;
    if (!awaited.empty()) rows += row("awaited", "Awaited", shown(above));
    if (!got.empty()) rows += row("got", "Came", shown(below));
    return element("dl", {{"class", "compare"}}, rows);
}

Markup output(std::string_view printed, std::size_t most) {
    if (printed.size() <= most) return bytes(printed);
    const std::size_t head = most / 3;
    const std::size_t tail = most - head;
    return bytes(printed.substr(0, head)) +
           element("span", {{"class", "quiet"}},
                   fmt::format(" ... {} ... ", count_of(printed.size() - most, "more byte", "more bytes"))) +
           bytes(printed.substr(printed.size() - tail));
}

}  // namespace sockgrade::reports::html
