#include "grading/seeds.hh"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/text.hh"

namespace sockgrade::grading {

namespace {

// Runs with the same verdicts.
struct Group {
    std::vector<std::uint64_t> seeds;
    const SeedRun* first;
};

std::vector<Group> groups_of(const std::vector<SeedRun>& runs) {
    std::vector<Group> groups;
    for (const SeedRun& run : runs) {
        const auto same = std::find_if(groups.begin(), groups.end(), [&](const Group& group) {
            return group.first->verdicts == run.verdicts &&
                   group.first->disagreement.empty() == run.disagreement.empty();
        });
        if (same == groups.end())
            groups.push_back({{run.seed}, &run});
        else
            same->seeds.push_back(run.seed);
    }
    return groups;
}

// " (crashed: bind_not_called)", or nothing.
std::string why_of(const model::CaseResult& one) {
    if (!one.cause.has_value()) return "";
    return fmt::format(" ({}{})", model::to_string(*one.cause),
                       one.diagnoses.empty() ? "" : ": " + one.diagnoses.front().id);
}

// The cases of a group that are otherwise in some other group.
std::string what_is_its_own(const Group& group, const std::vector<Group>& groups) {
    std::vector<std::string> own;
    const std::vector<std::string>& verdicts = group.first->verdicts;
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        const bool differs = std::any_of(groups.begin(), groups.end(), [&](const Group& other) {
            return i >= other.first->verdicts.size() || other.first->verdicts[i] != verdicts[i];
        });
        if (differs) own.push_back(verdicts[i]);
    }
    return fmt::format("{}", fmt::join(own, ", "));
}

}  // namespace

std::vector<std::string> verdicts_of(const model::Result& result) {
    std::vector<std::string> verdicts;
    verdicts.reserve(result.cases.size());
    for (const model::CaseResult& one : result.cases)
        verdicts.push_back(fmt::format("{} {}{}{}", one.id, model::to_string(one.verdict), why_of(one),
                                       one.blamed.empty() ? "" : " by " + one.blamed));
    return verdicts;
}

std::string seeds_text(const std::vector<std::uint64_t>& seeds) {
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < seeds.size();) {
        std::size_t last = i;
        while (last + 1 < seeds.size() && seeds[last + 1] == seeds[last] + 1) ++last;
        if (last > i + 1) {
            parts.push_back(fmt::format("{} to {}", seeds[i], seeds[last]));
            i = last + 1;
        } else {
            parts.push_back(std::to_string(seeds[i++]));
        }
    }
    return (seeds.size() == 1 ? "seed " : "seeds ") + list_of(parts);
}

std::string disagreement(const std::vector<SeedRun>& runs) {
    const std::vector<Group> groups = groups_of(runs);
    if (runs.size() <= 1) return runs.empty() ? "" : runs.front().disagreement;
    std::vector<std::string> lines;
    for (const Group& group : groups) {
        const std::string& wrong = group.first->disagreement;
        const std::string own = what_is_its_own(group, groups);
        if (wrong.empty() && own.empty()) continue;
        lines.push_back(fmt::format("{}: {}{}{}", seeds_text(group.seeds), own,
                                    own.empty() || wrong.empty() ? "" : "; ", wrong));
    }
    return fmt::format("{}", fmt::join(lines, " | "));
}

}  // namespace sockgrade::grading
