// The class list: a CSV with a student's id and name, as every course system exports it. Pure.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date_time.hh"
#include "batch/known_names.hh"

namespace sockgrade::batch {

struct RosterEntry {
    std::string id;
    std::string name;
    int line = 0;
    std::vector<std::string> other_ids{};  // Canvas and Moodle have several: login, e-mail address
    std::string participant{};             // Moodle's number, which is in the names of its hand-ins
    std::string handed_in_text{};          // when something was handed in, as the table has it
    std::optional<DateTime> handed_in{};   // the same, where it can be read
    int handed_in_column = 0;              // where it stands in its line
};

// A header line names the columns `id` and `name` (other words for them, in several languages, a first and a
// last name, and other columns are fine); commas, semicolons or tabs part them. What Canvas has in its grade
// book beside students is left out. A column with the times of hand-ins (`submitted`, or as Moodle and GitHub
// Classroom call it) is read too. Throws SpecError with the line and column of everything that is wrong.
std::vector<RosterEntry> read_roster(std::string_view text, const std::string& file_name);

// A table of times: read as a class list, and a time in it that can't be read is a mistake, too.
std::vector<RosterEntry> read_times(std::string_view text, const std::string& file_name);

// What a hand-in says of whose it is.
struct Owner {
    std::string id;
    std::string name;
    std::string participant{};  // of a hand-in from Moodle, which is no student's id
};

// Finds students on the list.
class ClassList {
  public:
    explicit ClassList(const std::vector<RosterEntry>& roster);

    // By any of the ids, by name (known_names.hh), or by a login that is the beginning of an e-mail address.
    // Nothing when none fits or several do.
    std::optional<std::size_t> find(const Owner& owner) const;

  private:
    using Places = std::map<std::string, std::vector<std::size_t>>;
    static std::optional<std::size_t> only_one(const Places& places, const std::string& key);

    Places ids_;
    Places logins_;
    Places participants_;
    KnownNames names_;
};

}  // namespace sockgrade::batch
