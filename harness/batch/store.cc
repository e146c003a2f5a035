#include "batch/store.hh"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <filesystem>
#include <map>
#include <set>
#include <system_error>
#include <utility>

#include "base/error.hh"
#include "system/system_error.hh"

namespace sockgrade::batch {

namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kVersion = 3;
constexpr std::int64_t kApplication = 0x534f434b;  // "SOCK": PRAGMA application_id
constexpr const char* kLockName = "results.lock";

constexpr const char* kTables = R"(
CREATE TABLE run (id INTEGER PRIMARY KEY CHECK (id = 1), assignment TEXT NOT NULL, title TEXT NOT NULL,
                  submissions TEXT NOT NULL, fingerprint TEXT NOT NULL, seed INTEGER NOT NULL,
                  leaves_out_missing INTEGER NOT NULL, late_percent INTEGER, free_days INTEGER,
                  overrides TEXT NOT NULL);
CREATE TABLE exercises (position INTEGER PRIMARY KEY, exercise TEXT NOT NULL UNIQUE, title TEXT NOT NULL,
                        points INTEGER, fingerprint TEXT NOT NULL, dialling TEXT NOT NULL,
                        listening TEXT NOT NULL, due TEXT NOT NULL);
CREATE TABLE students (key TEXT PRIMARY KEY, position INTEGER NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL,
                       late INTEGER NOT NULL, fingerprint TEXT NOT NULL, handed_in TEXT NOT NULL,
                       entry TEXT NOT NULL, participant TEXT NOT NULL);
CREATE TABLE results (key TEXT NOT NULL, exercise TEXT NOT NULL, outcome TEXT NOT NULL, message TEXT NOT NULL,
                      verdict TEXT NOT NULL, score INTEGER NOT NULL, max_score INTEGER NOT NULL,
                      failed TEXT NOT NULL, unsure TEXT NOT NULL, attempts INTEGER NOT NULL,
                      to_do INTEGER NOT NULL, seed INTEGER NOT NULL, isolation TEXT NOT NULL,
                      program TEXT NOT NULL, spec_fingerprint TEXT NOT NULL, fingerprint TEXT NOT NULL,
                      build_log TEXT NOT NULL, duration_ms INTEGER NOT NULL, ended_at_ms INTEGER NOT NULL,
                      document TEXT NOT NULL, PRIMARY KEY (key, exercise));
CREATE TABLE cases (key TEXT NOT NULL, exercise TEXT NOT NULL, position INTEGER NOT NULL, id TEXT NOT NULL,
                    title TEXT NOT NULL, level TEXT NOT NULL, verdict TEXT NOT NULL, cause TEXT NOT NULL,
                    diagnosis TEXT NOT NULL, summary TEXT NOT NULL, points INTEGER NOT NULL,
                    max_points INTEGER NOT NULL, hidden INTEGER NOT NULL, why TEXT NOT NULL,
                    document TEXT NOT NULL,
                    PRIMARY KEY (key, exercise, id));
CREATE TABLE meetings (exercise TEXT NOT NULL, dialling TEXT NOT NULL, listening TEXT NOT NULL,
                       verdict TEXT NOT NULL, blamed TEXT NOT NULL, summary TEXT NOT NULL,
                       fingerprint TEXT NOT NULL, seed INTEGER NOT NULL,
                       PRIMARY KEY (exercise, dialling, listening));
CREATE TABLE so_far (key TEXT NOT NULL, exercise TEXT NOT NULL, id TEXT NOT NULL, fingerprint TEXT NOT NULL,
                     seed INTEGER NOT NULL, document TEXT NOT NULL, PRIMARY KEY (key, exercise, id));
)";

constexpr std::array<const char*, 5> kOutcomes = {"graded", "missing", "unclear", "refused", "trouble"};

// A process's lock goes with it, also when it is killed, and its children do not have it (fcntl(2)).
system::Fd take_lock(const std::string& folder) {
    const std::string path = folder + "/" + kLockName;
    system::Fd lock(
        system::check_call("open " + path, ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644)));
    struct flock whole {};
    whole.l_type = F_WRLCK;
    whole.l_whence = SEEK_SET;
    if (::fcntl(lock.get(), F_SETLK, &whole) == 0) return lock;
    if (errno != EACCES && errno != EAGAIN) throw system::SystemError("lock " + path, errno);
    pid_t holder = 0;
    if (::fcntl(lock.get(), F_GETLK, &whole) == 0 && whole.l_type != F_UNLCK) holder = whole.l_pid;
    throw UsageError(
        fmt::format("another sockgrade{} is writing to '{}'; wait for its end, or name another folder",
                    holder > 0 ? fmt::format(" (process {})", holder) : "", folder));
}

std::uintmax_t size_of(const std::string& path) {
    std::error_code missing;
    const std::uintmax_t size = fs::file_size(path, missing);
    return missing ? 0 : size;
}

// A run that was killed before its first results leaves an empty database behind, and so does a copy that
// went wrong. Only where there were results, the lock's file says so.
void check_nothing_is_lost(const std::string& folder, bool has_results) {
    if (!has_results && size_of(folder + "/" + kLockName) > 0)
        throw UsageError(
            fmt::format("'{0}/{1}' is empty or gone, and held results once: put a copy of it back, or forget "
                        "them with `rm -r` and grade again",
                        folder, kDatabaseName));
}

bool is_empty_or_missing(const std::string& folder) {
    std::error_code error;
    fs::directory_iterator entry(folder, error);
    if (error == std::errc::no_such_file_or_directory) return true;
    if (error) throw UsageError(fmt::format("can't use the folder '{}': {}", folder, error.message()));
    return entry == fs::directory_iterator();
}

}  // namespace

std::string to_string(Outcome outcome) { return kOutcomes.at(static_cast<std::size_t>(outcome)); }

Outcome outcome_from(const std::string& word) {
    for (std::size_t i = 0; i < kOutcomes.size(); ++i)
        if (word == kOutcomes[i]) return static_cast<Outcome>(i);
    throw UsageError(fmt::format("the results hold an outcome that is not known: {}", word));
}

Store::Store(std::string folder, system::Fd lock, Database::Mode mode)
    : folder_(std::move(folder)), lock_(std::move(lock)), database_(folder_ + "/" + kDatabaseName, mode) {
    if (mode == Database::Mode::write) database_.run("PRAGMA synchronous=EXTRA");
}

Store Store::open(const std::string& folder, bool resume) {
    const bool is_new = is_empty_or_missing(folder);
    const bool has_results = size_of(folder + "/" + kDatabaseName) > 0;
    check_nothing_is_lost(folder, has_results);
    if (!is_new && !has_results && !fs::exists(folder + "/" + kLockName))
        throw UsageError(
            fmt::format("'{}' is there and has no results in it; name a folder that is new", folder));
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) throw UsageError(fmt::format("can't make the folder '{}': {}", folder, error.message()));
    system::Fd lock = take_lock(folder);
    if (has_results && !resume)
        throw UsageError(
            fmt::format("'{}' has results already: --resume goes on with them, another --out "
                        "keeps them apart, and `rm -r` forgets them",
                        folder));
    Store store(folder, std::move(lock), Database::Mode::write);
    store.check_version(true);
    return store;
}

Store Store::read(const std::string& folder) {
    if (!fs::exists(folder + "/" + kDatabaseName))
        throw UsageError(fmt::format(
            "'{}' has no results in it: name the folder that `sockgrade batch --out` made", folder));
    Store store(folder, system::Fd(), Database::Mode::read);
    store.check_version(false);
    return store;
}

void Store::check_version(bool may_be_new) {
    Statement version = database_.query("PRAGMA user_version");
    const std::int64_t found = version.step() ? version.number(0) : 0;
    if (found > kVersion)
        throw UsageError(fmt::format(
            "the results in '{}' are of a newer Sockgrade (version {} of their format; this one knows {}): "
            "use that one",
            folder_, found, kVersion));
    if (found == kVersion) return;
    if (found > 0)
        throw UsageError(fmt::format(
            "the results in '{}' are of an older Sockgrade (version {} of their format; this one knows {}): "
            "use that one, or grade into another folder",
            folder_, found, kVersion));
    Statement tables = database_.query("SELECT count(*) FROM sqlite_master");
    if (tables.step() && tables.number(0) > 0)
        throw UsageError(fmt::format("'{}/{}' is a database of something else", folder_, kDatabaseName));
    if (!may_be_new) throw UsageError(fmt::format("'{}' has no results in it yet", folder_));
}

std::optional<RunInfo> Store::run_info() {
    Statement tables = database_.query("SELECT count(*) FROM sqlite_master WHERE name='run'");
    if (!tables.step() || tables.number(0) == 0) return std::nullopt;
    Statement run = database_.query(
        "SELECT assignment, title, submissions, fingerprint, seed, leaves_out_missing, late_percent, "
        "free_days, "
        "overrides FROM run");
    if (!run.step()) return std::nullopt;
    RunInfo info{run.text(0),        run.text(1),  run.text(2), run.text(3), run.unsigned_number(4),
                 run.number(5) != 0, std::nullopt, run.text(8)};
    if (!run.is_null(6))
        info.late = {static_cast<std::size_t>(run.number(6)), static_cast<std::size_t>(run.number(7))};
    return info;
}

void Store::begin(const RunInfo& info, const std::vector<ExerciseRow>& exercises,
                  const std::vector<Submission>& submissions, bool has_roster) {
    const bool is_new = !run_info().has_value();
    Transaction transaction(database_);
    if (is_new) {
        database_.run_script(kTables);
        database_.run(
            "INSERT INTO run VALUES (1, ?, ?, ?, ?, ?, 0, NULL, NULL, '')",
            {info.assignment, info.title, info.submissions, info.fingerprint, as_stored(info.seed)});
        std::int64_t position = 0;
        for (const ExerciseRow& one : exercises)
            database_.run(
                "INSERT INTO exercises VALUES (?, ?, ?, NULL, ?, ?, ?, '')",
                {position++, one.exercise, one.title, one.fingerprint, one.dialling, one.listening});
        database_.run(fmt::format("PRAGMA application_id={}", kApplication));
        database_.run(fmt::format("PRAGMA user_version={}", kVersion));
    }
    put_rules(info, exercises);
    put_students(submissions, has_roster);
    transaction.commit();
    // Appended, since the lock goes with every other descriptor of the file that is closed.
    if (is_new)
        system::check_call("write " + folder_ + "/" + kLockName, ::write(lock_.get(), "results\n", 8));
}

// What reports count with. No program runs again for it.
void Store::put_rules(const RunInfo& info, const std::vector<ExerciseRow>& exercises) {
    database_.run("UPDATE run SET leaves_out_missing=?, late_percent=NULL, free_days=NULL",
                  {std::int64_t{info.leaves_out_missing}});
    if (info.late)
        database_.run("UPDATE run SET late_percent=?, free_days=?",
                      {static_cast<std::int64_t>(info.late->percent_a_day),
                       static_cast<std::int64_t>(info.late->free_days)});
    if (!info.overrides.empty()) database_.run("UPDATE run SET overrides=?", {info.overrides});
    for (const ExerciseRow& one : exercises) {
        const std::string due = one.due ? to_string(*one.due) : "";
        database_.run("UPDATE exercises SET points=NULL, due=? WHERE exercise=?", {due, one.exercise});
        if (one.points)
            database_.run("UPDATE exercises SET points=? WHERE exercise=?", {*one.points, one.exercise});
    }
}

void Store::put_students(const std::vector<Submission>& submissions, bool has_roster) {
    // Who had not come and has by now is no longer absent. Who has not keeps what is known: nothing came, and
    // nothing is to be done.
    if (has_roster) {
        std::set<std::string> absent;
        for (const Submission& one : submissions)
            if (one.files.empty()) absent.insert(one.key);
        for (const StudentRow& one : students()) {
            if (!one.key.starts_with("absent:") || absent.contains(one.key)) continue;
            for (const char* table : {"results", "cases", "students"})
                database_.run(fmt::format("DELETE FROM {} WHERE key=?", table), {one.key});
        }
    }
    std::map<std::string, StudentRow> known;
    for (StudentRow& one : students()) known[one.key] = std::move(one);
    std::int64_t position = 0;
    for (const Submission& one : submissions) {
        const auto found = known.find(one.key);
        const StudentRow* before = found == known.end() ? nullptr : &found->second;
        const bool keeps_name = before != nullptr && !has_roster;
        // A table that named the time need not be named again, as long as the hand-in is the same.
        const bool keeps_time = before != nullptr && !one.handed_in &&
                                before->fingerprint == one.fingerprint && before->handed_in;
        const std::string handed_in = keeps_time      ? to_string(*before->handed_in)
                                      : one.handed_in ? to_string(*one.handed_in)
                                                      : "";
        database_.run(
            "INSERT OR REPLACE INTO students VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            {one.key, position++, keeps_name ? before->id : one.id, keeps_name ? before->name : one.name,
             std::int64_t{one.late}, one.fingerprint, handed_in, one.entry, one.participant});
    }
}

std::vector<ExerciseRow> Store::exercises() {
    std::vector<ExerciseRow> rows;
    Statement row = database_.query(
        "SELECT exercise, title, points, fingerprint, dialling, listening, due FROM exercises "
        "ORDER BY position");
    while (row.step())
        rows.push_back({row.text(0), row.text(1),
                        row.is_null(2) ? std::nullopt : std::optional<std::int64_t>(row.number(2)),
                        row.text(3), row.text(4), row.text(5), read_date_time(row.text(6))});
    return rows;
}

std::vector<StudentRow> Store::students() {
    std::vector<StudentRow> rows;
    Statement row = database_.query(
        "SELECT key, id, name, late, fingerprint, handed_in, entry, participant FROM students "
        "ORDER BY position, key");
    while (row.step())
        rows.push_back({row.text(0), row.text(1), row.text(2), row.number(3) != 0, row.text(4),
                        read_date_time(row.text(5)), row.text(6), row.text(7)});
    return rows;
}

}  // namespace sockgrade::batch
