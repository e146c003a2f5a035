// The results of a class, in a folder: they last.
//
// Theory. One SQLite file with a rollback journal and synchronous=EXTRA: when a result is committed, it is on
// the disk, and a process that is killed or a machine without power leaves the results before it. (A
// write-ahead log would be faster, but does not work in home folders on a network, and a commit a program is
// nothing beside running it.) Beside it lies a file that the writing process holds locked
// (results_folder.hh). Readers need no lock, also while a run goes on.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/date_time.hh"
#include "batch/database.hh"
#include "batch/results_folder.hh"
#include "batch/shard.hh"
#include "batch/submissions.hh"
#include "model/assignment.hh"
#include "model/result.hh"

namespace sockgrade::batch {

// What became of one student in one exercise.
enum class Outcome {
    graded,
    missing,  // no program
    unclear,  // several programs, or one that can't be graded here: somebody has to look
    refused,  // an archive that was not unpacked
    trouble,  // the grader or the machine failed: it is tried again at the next run
};
std::string to_string(Outcome outcome);
Outcome outcome_from(const std::string& word);  // UsageError

struct RunInfo {
    std::string assignment;
    std::string title;
    std::string submissions;  // as it was named
    std::string fingerprint;  // of the assignment and its specs
    std::uint64_t seed = 1;
    bool leaves_out_missing = false;  // who has no program has no line in the grades
    std::optional<model::LateRule> late{};
    std::string
        overrides{};  // the file with grades that were corrected by hand, where it is not in the folder
    Shard shard{};
    // Of the whole class, also where this is a part of it.
    std::size_t class_size = 0;
    std::string class_fingerprint{};
};

struct ExerciseRow {
    std::string exercise;
    std::string title;
    std::optional<std::int64_t> points;  // what it counts; as its cases say without
    std::string fingerprint;             // of its spec
    std::string dialling{};              // of a pair: the roles
    std::string listening{};
    std::optional<DateTime> due{};
};

struct StudentRow {
    std::string key;
    std::string id;
    std::string name;
    bool late = false;  // says the export
    std::string fingerprint;
    std::optional<DateTime> handed_in{};
    std::string entry{};        // what the hand-in is called in the export
    std::string participant{};  // Moodle's number
    std::size_t position = 0;   // in the whole class
};

struct ResultRow {
    std::string key;
    std::string exercise;
    Outcome outcome = Outcome::graded;
    std::string message;  // why it was not graded
    std::string verdict;
    std::int64_t score = 0;
    std::int64_t max_score = 0;
    std::string failed;  // the cases that failed, by id
    std::string unsure;  // the inconclusive ones
    std::int64_t attempts = 1;
    bool to_do = false;  // to be graded again
    std::uint64_t seed = 1;
    std::string isolation;
    std::string program;
    std::string spec_fingerprint;
    std::string fingerprint;  // of the hand-in
    std::string build_log;
    std::int64_t duration_ms = 0;
    std::int64_t ended_at_ms = 0;  // Unix time
};

// One case of a result.
struct CaseRow {
    std::string key;
    std::string exercise;
    std::string id;
    std::string title;
    std::string level;
    std::string verdict;
    std::string cause;      // when it failed
    std::string diagnosis;  // the likeliest
    std::string summary;
    std::int64_t points = 0;
    std::int64_t max_points = 0;
    bool is_hidden = false;
    std::string why{};  // the likeliest cause as a sentence, with what was seen
    bool for_a_person = false;
};

// One student's program that dials, and another one's that listens.
struct MeetingRow {
    std::string exercise;
    std::string dialling;  // keys
    std::string listening;
    std::string verdict;  // "none" when one of them has no program
    std::string blamed;   // the role, or neither
    std::string summary;
    std::string fingerprint;  // of both hand-ins
    std::uint64_t seed = 1;
};

// A case that has ended, of a program that has not: with what is to be said of the program so far.
struct CaseSoFar {
    std::string key;
    std::string exercise;
    std::string fingerprint;  // of the hand-in
    model::Result part;       // with this case only
};

class Store {
  public:
    // For writing. A folder that is new or empty is begun; one with results is opened when `resume`.
    // UsageError when there are results and it is not, when another process writes them, or a newer Sockgrade
    // wrote them.
    static Store open(const std::string& folder, bool resume);
    // For reading. UsageError when there is nothing to read.
    static Store read(const std::string& folder);

    const std::string& folder() const { return folder_; }
    std::optional<RunInfo> run_info();
    // The first time, all that belongs to a run; later, hand-ins that are new or have changed, and what is
    // only for reports: points, due dates, what being late costs. Without `has_roster`, who was on the class
    // list stays as it was. `submissions` are always the whole class; of a shard, its own students are kept.
    void begin(const RunInfo& info, const std::vector<ExerciseRow>& exercises,
               const std::vector<Submission>& submissions, bool has_roster = true);

    std::vector<ExerciseRow> exercises();
    std::vector<StudentRow> students();  // in the order of the class
    std::vector<ResultRow> results();    // in the order of students, then exercises
    // With all its cases. UsageError when there is none.
    model::Result result(const std::string& key, const std::string& exercise);
    // The cases of all results as `results()` has them, without what happened in them.
    std::vector<CaseRow> cases();

    // The result, and all that is known of its cases. What was known of them before is forgotten, unless
    // `is_tried_again`.
    void put(const ResultRow& row, const model::Result& result, bool is_tried_again = false);
    // They are graded again, from the beginning.
    void mark_to_do(const std::vector<ResultRow>& rows);

    // All that is known to another store. Of a result that both have, the one that is of later.
    void add_results_of(const Store& other);

    void put_meeting(const MeetingRow& row);
    std::vector<MeetingRow> meetings();

    void put_so_far(const CaseSoFar& one);
    // Of this hand-in with this seed.
    std::vector<CaseSoFar> so_far(const std::string& key, const std::string& exercise,
                                  const std::string& fingerprint, std::uint64_t seed);

  private:
    Store(std::string folder, std::optional<ResultsFolder> held, Database::Mode mode);
    void check_version(bool may_be_new);
    void put_rules(const RunInfo& info, const std::vector<ExerciseRow>& exercises);
    void put_students(const std::vector<Submission>& submissions, const Shard& shard, bool has_roster);
    void put_case(const ResultRow& row, std::int64_t position, const model::CaseResult& one);
    void forget_so_far(const std::string& key, const std::string& exercise);

    std::string folder_;
    std::optional<ResultsFolder> held_;  // for writing
    Database database_;
};

// Who is in a class, in order: what parts of one class have in common.
std::string fingerprint_of_class(const std::vector<Submission>& submissions);

}  // namespace sockgrade::batch
