#include "batch/submissions.hh"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <system_error>
#include <tuple>

#include "base/error.hh"
#include "base/fingerprint.hh"
#include "base/text.hh"
#include "batch/archive.hh"
#include "batch/contents.hh"
#include "batch/entries.hh"
#include "batch/names.hh"
#include "spec/assignment.hh"

namespace sockgrade::batch {

namespace {

namespace fs = std::filesystem;

// Beside the hand-ins lie lists and read-mes, which belong to nobody.
constexpr std::string_view kListEndings[] = {".csv", ".yml", ".yaml", ".md", ".html", ".pdf", ".xlsx", ".db"};

bool is_list(const std::string& name) {
    const std::string lower = to_lower(name);
    return std::any_of(std::begin(kListEndings), std::end(kListEndings),
                       [&](std::string_view ending) { return lower.ends_with(ending); });
}

// `zip -r class.zip submissions` wraps all hand-ins in one folder, and so does Gradescope. A folder is looked
// into when it has nothing beside it, and in it only folders or archives, several of them, or a list.
fs::path innermost(fs::path folder, std::vector<std::string>& notes) {
    for (int depth = 0; depth < 3; ++depth) {
        const std::vector<Entry> entries = entries_of(folder, Links::followed);
        if (entries.size() != 1 || !entries.front().is_folder) break;
        if (parts_of_name(entries.front().name, true).form != NameParts::Form::plain) break;
        const std::vector<Entry> within = entries_of(entries.front().path, Links::followed);
        const bool has_list = fs::exists(entries.front().path / kGradescopeMetadata);
        const bool are_hand_ins =
            within.size() > 1 && std::all_of(within.begin(), within.end(), [](const Entry& one) {
                return one.is_folder || is_archive_name(one.name) ||
                       parts_of_name(one.name, false).form != NameParts::Form::plain || is_list(one.name);
            });
        if (!has_list && !are_hand_ins) break;
        folder = entries.front().path;
        notes.push_back(
            fmt::format("the hand-ins are those in the folder {}", quote(entries.front().name, 80)));
    }
    return folder;
}

std::string text_of_file(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// "classroom-homework-ann" and "classroom-homework-bob", as repositories of one assignment are called.
std::size_t common_prefix(const std::vector<Entry>& entries) {
    const bool are_repositories = std::all_of(entries.begin(), entries.end(), [](const Entry& one) {
        return one.is_folder && fs::exists(one.path / ".git");
    });
    if (entries.size() < 2 || !are_repositories) return 0;
    const std::string& first = entries.front().name;
    std::size_t size = first.size();
    for (const Entry& one : entries) {
        std::size_t same = 0;
        while (same < size && same < one.name.size() && one.name[same] == first[same]) ++same;
        size = same;
    }
    const std::size_t dash = first.substr(0, size).rfind('-');
    return dash == std::string::npos ? 0 : dash + 1;
}

class Collector {
  public:
    explicit Collector(Class& all) : all_(all) {}

    void collect(const fs::path& folder) {
        std::map<std::string, model::HandInRecord> submitters;
        if (fs::exists(folder / kGradescopeMetadata))
            submitters = spec::read_submitters(text_of_file(folder / kGradescopeMetadata),
                                               (folder / kGradescopeMetadata).string());
        const std::vector<Entry> entries = entries_of(folder, Links::followed);
        const std::size_t prefix = common_prefix(entries);
        for (const Entry& one : entries) {
            NameParts parts = parts_of_name(one.name, one.is_folder);
            if (parts.is_typed) add_typed(one, parts);
            if (parts.passed_over) continue;
            if (parts.form == NameParts::Form::plain && !one.is_folder && is_list(one.name)) {
                all_.notes.push_back(
                    fmt::format("{} was passed over: it is no program", quote(one.name, 80)));
                continue;
            }
            parts.student.erase(0, prefix);
            std::optional<DateTime> handed_in;
            if (const auto who = submitters.find(one.name); who != submitters.end()) {
                std::vector<std::string> names;
                std::vector<std::string> ids;
                for (const model::Submitter& submitter : who->second.submitters) {
                    names.push_back(submitter.name);
                    ids.push_back(submitter.id);
                }
                parts.student = list_of(names);
                parts.id = fmt::format("{}", fmt::join(ids, "+"));
                handed_in = who->second.handed_in;
            }
            add(one, parts).handed_in = handed_in;
        }
        all_.submissions = std::move(submissions_);
    }

  private:
    Submission& of_user(const Entry& found, const NameParts& parts) {
        const std::string who = fmt::format("{}_{}", parts.student, parts.id);
        const auto [place, is_new] = by_user_.try_emplace(who, submissions_.size());
        if (is_new) submissions_.push_back({who, parts.id, parts.student, false, {}, {}});
        Submission& submission = submissions_[place->second];
        if (parts.form == NameParts::Form::moodle) submission.participant = parts.id;
        if (submission.entry.empty()) submission.entry = found.name;
        return submission;
    }

    // It may be the program, or a word about it: where no file came, a person has to read it.
    void add_typed(const Entry& found, const NameParts& parts) {
        Submission& submission = of_user(found, parts);
        submission.unclear = "The hand-in is a text typed into Moodle (onlinetext.html), and has no file.";
        submission.fingerprint = fingerprint_of({{found.path.string(), found.is_folder ? "" : found.name}});
    }

    // Several files of one student in Canvas and Moodle are one hand-in.
    Submission& add(const Entry& found, const NameParts& parts) {
        const bool by_user = parts.form == NameParts::Form::canvas || parts.form == NameParts::Form::moodle;
        if (by_user) {
            Submission& submission = of_user(found, parts);
            submission.late = submission.late || parts.late;
            submission.entry = found.name;
            add_file(submission, found, parts.file);
            return submission;
        }
        std::string key = prefix_free(parts.student, found);
        submissions_.push_back({std::move(key), parts.id, parts.student, parts.late, {}, {}});
        submissions_.back().files.push_back({found.path.string(), found.is_folder ? "" : found.name});
        submissions_.back().entry = found.name;
        return submissions_.back();
    }

    // Of a file that was handed in again, the last counts.
    static void add_file(Submission& submission, const Entry& found, const std::string& name) {
        if (found.is_folder) {
            submission.files.push_back({found.path.string(), ""});
            return;
        }
        const Again again = handed_in_again(name);
        for (HandedFile& other : submission.files) {
            const Again before = handed_in_again(other.name);
            if (before.file != again.file) continue;
            if (again.number >= before.number) other = {found.path.string(), name};
            return;
        }
        submission.files.push_back({found.path.string(), name});
    }

    // Two students with one name stay two, and each the same at every run.
    std::string prefix_free(const std::string& student, const Entry& found) {
        return keys_.insert(student).second ? student : found.name;
    }

    Class& all_;
    std::vector<Submission> submissions_;
    std::map<std::string, std::size_t> by_user_;
    std::set<std::string> keys_;
};

// Who is on the list and has no hand-in. Where one is left that is nobody's, it may be theirs: their names
// were written in a way that nobody foresaw, and a zero would be a wrong grade.
void add_absent(Class& all, const std::vector<RosterEntry>& roster, const std::set<std::size_t>& seen,
                const std::vector<std::string>& nobodys) {
    constexpr std::size_t kMostNamed = 5;
    std::vector<std::string> named;
    for (const std::string& key : nobodys)
        if (named.size() < kMostNamed) named.push_back(quote(key, 80));
    if (nobodys.size() > kMostNamed) named.push_back(fmt::format("{} more", nobodys.size() - kMostNamed));
    std::string unclear;
    if (!named.empty())
        unclear = fmt::format(
            "Nothing was handed in under this name, and {} could not be found on the class list. "
            "Somebody has to say whose {}.",
            list_of(named), nobodys.size() == 1 ? "that is" : "they are");
    Fingerprint fingerprint;
    for (const std::string& key : nobodys) fingerprint.add(key);
    for (std::size_t i = 0; i < roster.size(); ++i) {
        if (seen.count(i) > 0) continue;
        const std::string label = roster[i].id.empty() ? roster[i].name : roster[i].id;
        all.submissions.push_back({"absent:" + label, roster[i].id, roster[i].name, false, {}, {}});
        all.submissions.back().unclear = unclear;
        // Looked at again when whose they are has been said.
        if (!unclear.empty()) all.submissions.back().fingerprint = fingerprint.to_string();
    }
}

Owner owner_of(const Submission& one) {
    return {one.participant.empty() ? one.id : "", one.name, one.participant};
}

void take_time(Class& all, Submission& one, const RosterEntry& entry) {
    if (entry.handed_in)
        one.handed_in = entry.handed_in;
    else if (!entry.handed_in_text.empty() && entry.handed_in_text != "-")
        all.own_notes.push_back(
            {one.key, fmt::format("when {} was handed in can't be read: {} in line {}; "
                                  "write it as 2026-03-12 23:59",
                                  quote(one.key, 80), quote(entry.handed_in_text, 60), entry.line)});
}

void add_roster(Class& all, const std::vector<RosterEntry>& roster) {
    if (roster.empty()) return;
    const ClassList list(roster);
    std::set<std::size_t> seen;
    for (Submission& one : all.submissions) {
        const auto found = list.find(owner_of(one));
        if (!found) {
            all.nobodys.push_back(one.key);
            continue;
        }
        if (!seen.insert(*found).second)
            all.own_notes.push_back(
                {one.key, fmt::format("{} has handed in more than once", quote(roster[*found].name, 80))});
        take_time(all, one, roster[*found]);
        if (!roster[*found].name.empty()) one.name = roster[*found].name;
        if (!roster[*found].id.empty()) one.id = roster[*found].id;
    }
    add_absent(all, roster, seen, all.nobodys);
}

// By the names that the class list has given them, or by those of the export.
void add_times(Class& all, const std::vector<RosterEntry>& times) {
    if (times.empty()) return;
    const ClassList list(times);
    std::set<std::size_t> used;
    for (Submission& one : all.submissions)
        if (const auto found = list.find(owner_of(one))) {
            used.insert(*found);
            take_time(all, one, times[*found]);
        }
    for (std::size_t i = 0; i < times.size(); ++i)
        if (!used.contains(i))
            all.notes.push_back(
                fmt::format("line {} of the table with times is of {}, and nobody in the class is called so",
                            times[i].line, quote(times[i].name.empty() ? times[i].id : times[i].name, 60)));
}

}  // namespace

Class find_submissions(const std::string& path, const std::vector<RosterEntry>& roster,
                       const std::vector<RosterEntry>& times, const Shard& shard) {
    Class all;
    std::error_code error;
    const fs::file_type type = fs::status(path, error).type();
    if (type == fs::file_type::not_found)
        throw UsageError(fmt::format("'{}': there is no such folder or archive with hand-ins", path));
    fs::path folder = path;
    if (type == fs::file_type::regular) {
        auto made = std::make_shared<system::TemporaryFolder>("sockgrade-class");
        const Unpacked unpacked = unpack(path, made->path(), kOfAClass);
        for (const Refused& refused : unpacked.refused) {
            if (refused.entry.empty())
                throw UsageError(fmt::format("'{}' can't be unpacked: {}", path, refused.reason));
            all.notes.push_back(
                fmt::format("{} was left out: {}", quote(refused.entry, 100), refused.reason));
        }
        folder = made->path();
        all.unpacked = std::move(made);
    } else if (type != fs::file_type::directory) {
        throw UsageError(fmt::format("can't read '{}': {}", path,
                                     error ? error.message() : "it is neither a folder nor an archive"));
    }
    Collector(all).collect(innermost(folder, all.notes));
    if (all.submissions.empty())
        throw UsageError(fmt::format(
            "'{}' has no hand-ins in it: it should have a folder, a file or an archive for each student",
            path));
    add_roster(all, roster);
    add_times(all, times);
    std::sort(all.submissions.begin(), all.submissions.end(), [](const Submission& a, const Submission& b) {
        return std::tie(a.name, a.key) < std::tie(b.name, b.key);
    });
    for (std::size_t i = 0; i < all.submissions.size(); ++i)
        if (Submission& one = all.submissions[i]; shard.has(i) && !one.files.empty())
            one.fingerprint = fingerprint_of(one.files);
    return all;
}

}  // namespace sockgrade::batch
