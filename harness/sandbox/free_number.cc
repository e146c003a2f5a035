#include "sandbox/free_number.hh"

#include <algorithm>
#include <sstream>
#include <string>

namespace sockgrade::sandbox {

namespace {

// From 1,879,048,192 on the numbers are free, says systemd's list of them.
constexpr std::uint64_t kFirst = 1'900'000'000;

// "nobody" of most systems, and the number above, which stands for no number where they have 16 bits.
constexpr std::uint64_t kNobody = 65'534;

// Less than that is what a system needs for itself.
constexpr std::uint64_t kFew = 4'000;

bool has(const std::vector<NumberRange>& map, std::uint64_t number) {
    return std::any_of(map.begin(), map.end(), [number](const NumberRange& range) {
        return number >= range.first && number - range.first < range.count;
    });
}

// What is in both.
std::vector<NumberRange> common(const std::vector<NumberRange>& some,
                                const std::vector<NumberRange>& others) {
    std::vector<NumberRange> found;
    for (const NumberRange& one : some) {
        for (const NumberRange& other : others) {
            const std::uint64_t first = std::max(one.first, other.first);
            const std::uint64_t end = std::min(one.first + one.count, other.first + other.count);
            if (first < end) found.push_back({first, end - first});
        }
    }
    return found;
}

}  // namespace

std::vector<NumberRange> read_number_map(std::string_view text) {
    std::vector<NumberRange> map;
    std::istringstream lines{std::string(text)};
    NumberRange range{};
    for (std::uint64_t outside = 0; lines >> range.first >> outside >> range.count;) map.push_back(range);
    return map;
}

std::optional<uid_t> free_number(const std::vector<NumberRange>& users,
                                 const std::vector<NumberRange>& groups, pid_t process) {
    const auto own = static_cast<std::uint64_t>(process);
    const std::vector<NumberRange> both = common(users, groups);
    if (has(both, kFirst + own)) return static_cast<uid_t>(kFirst + own);
    const auto widest =
        std::max_element(both.begin(), both.end(),
                         [](const NumberRange& a, const NumberRange& b) { return a.count < b.count; });
    if (widest == both.end() || widest->count < kFew) return std::nullopt;
    // Users of a system are numbered from below.
    const std::uint64_t half = widest->count / 2;
    const std::uint64_t number = widest->first + half + own % (half - 2);
    return static_cast<uid_t>(number >= kNobody && number <= kNobody + 1 ? number - half / 2 : number);
}

}  // namespace sockgrade::sandbox
