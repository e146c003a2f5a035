// The class list: a CSV with a student's id and name, as every course system exports it. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sockgrade::batch {

struct RosterEntry {
    std::string id;
    std::string name;
    int line = 0;
};

// A header line names the columns `id` and `name` (other words for them and other columns are fine); commas,
// semicolons or tabs part them. Throws SpecError with the line and column of everything that is wrong.
std::vector<RosterEntry> read_roster(std::string_view text, const std::string& file_name);

// The student that a hand-in belongs to: by id first, then by name, its letters alone compared (Canvas
// writes "Lee, Ann" as leeann). Nothing when none fits or several do.
std::optional<std::size_t> find_in_roster(const std::vector<RosterEntry>& roster, const std::string& id,
                                          const std::string& name);

}  // namespace sockgrade::batch
