#include "batch/parts.hh"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/text.hh"

namespace sockgrade::batch {

namespace {

using Numbered = std::map<std::size_t, std::vector<std::string>>;

std::string name_of(const Shard& shard) { return fmt::format("part {} of {}", shard.number, shard.of); }

// "1, 3 and 5 to 9"
std::string ranges_of(const std::vector<std::size_t>& numbers) {
    std::vector<std::string> ranges;
    for (std::size_t i = 0; i < numbers.size();) {
        std::size_t end = i;
        while (end + 1 < numbers.size() && numbers[end + 1] == numbers[end] + 1) ++end;
        if (end > i + 1)
            ranges.push_back(fmt::format("{} to {}", numbers[i], numbers[end]));
        else
            for (std::size_t j = i; j <= end; ++j) ranges.push_back(fmt::format("{}", numbers[j]));
        i = end + 1;
    }
    return list_of(ranges);
}

// Parts of another cut, or of another class, fit nowhere.
std::vector<std::string> strangers_among(const std::vector<PartState>& parts) {
    std::vector<std::string> problems;
    const PartState& first = parts.front();
    for (const PartState& one : parts) {
        if (one.shard.of != first.shard.of)
            problems.push_back(fmt::format("'{}' is {}, and '{}' {}: they were cut in different ways",
                                           first.folder, name_of(first.shard), one.folder,
                                           name_of(one.shard)));
        else if (one.class_fingerprint != first.class_fingerprint)
            problems.push_back(fmt::format(
                "'{}' is of a class of {} and '{}' of one of {}: the hand-ins or the class list have "
                "changed between them",
                first.folder, count_of(first.class_size, "student"), one.folder, one.class_size));
    }
    return problems;
}

std::vector<std::string> halves_among(const std::vector<PartState>& parts) {
    std::vector<std::string> problems;
    for (const PartState& one : parts) {
        if (one.is_being_written)
            problems.push_back(fmt::format("'{}' ({}) is being written", one.folder, name_of(one.shard)));
        else if (one.results < one.awaited)
            problems.push_back(fmt::format("'{}' ({}) is not finished: {} of {}", one.folder,
                                           name_of(one.shard), one.results, count_of(one.awaited, "result")));
        else if (one.troubled > 0)
            problems.push_back(
                fmt::format("'{}' ({}) has {} where the grader or the machine failed: run it again "
                            "with --resume",
                            one.folder, name_of(one.shard), count_of(one.troubled, "result")));
    }
    return problems;
}

}  // namespace

std::vector<std::string> problems_of(const std::vector<PartState>& parts) {
    if (parts.empty()) return {"there are no parts"};
    std::vector<std::string> problems = strangers_among(parts);
    if (!problems.empty()) return problems;
    Numbered folders;
    for (const PartState& one : parts) folders[one.shard.number].push_back("'" + one.folder + "'");
    const std::size_t of = parts.front().shard.of;
    std::vector<std::size_t> gaps;
    for (std::size_t number = 1; number <= of; ++number)
        if (!folders.contains(number)) gaps.push_back(number);
    if (!gaps.empty())
        problems.push_back(fmt::format("{} of {} {} missing: {}", count_of(gaps.size(), "part"), of,
                                       gaps.size() == 1 ? "is" : "are", ranges_of(gaps)));
    for (const auto& [number, all] : folders)
        if (all.size() > 1)
            problems.push_back(
                fmt::format("{} is here {} times: {}", name_of({number, of}), all.size(), list_of(all)));
    for (std::string& half : halves_among(parts)) problems.push_back(std::move(half));
    return problems;
}

}  // namespace sockgrade::batch
