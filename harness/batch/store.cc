#include "batch/store.hh"

#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <map>
#include <set>
#include <utility>

#include "base/error.hh"
#include "base/fingerprint.hh"

namespace sockgrade::batch {

namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kVersion = 5;
constexpr std::int64_t kApplication = 0x534f434b;  // "SOCK": PRAGMA application_id

constexpr const char* kTables = R"(
CREATE TABLE run (id INTEGER PRIMARY KEY CHECK (id = 1), assignment TEXT NOT NULL, title TEXT NOT NULL,
                  submissions TEXT NOT NULL, fingerprint TEXT NOT NULL, seed INTEGER NOT NULL,
                  leaves_out_missing INTEGER NOT NULL, late_percent INTEGER, free_days INTEGER,
                  overrides TEXT NOT NULL, shard INTEGER NOT NULL, shards INTEGER NOT NULL,
                  class_size INTEGER NOT NULL, class_fingerprint TEXT NOT NULL);
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
                    for_a_person INTEGER NOT NULL, document TEXT NOT NULL,
                    PRIMARY KEY (key, exercise, id));
CREATE TABLE meetings (exercise TEXT NOT NULL, dialling TEXT NOT NULL, listening TEXT NOT NULL,
                       verdict TEXT NOT NULL, blamed TEXT NOT NULL, summary TEXT NOT NULL,
                       fingerprint TEXT NOT NULL, seed INTEGER NOT NULL,
                       PRIMARY KEY (exercise, dialling, listening));
CREATE TABLE so_far (key TEXT NOT NULL, exercise TEXT NOT NULL, id TEXT NOT NULL, fingerprint TEXT NOT NULL,
                     seed INTEGER NOT NULL, document TEXT NOT NULL, PRIMARY KEY (key, exercise, id));
)";

constexpr std::array<const char*, 5> kOutcomes = {"graded", "missing", "unclear", "refused", "trouble"};

}  // namespace

std::string to_string(Outcome outcome) { return kOutcomes.at(static_cast<std::size_t>(outcome)); }

Outcome outcome_from(const std::string& word) {
    for (std::size_t i = 0; i < kOutcomes.size(); ++i)
        if (word == kOutcomes[i]) return static_cast<Outcome>(i);
    throw UsageError(fmt::format("the results hold an outcome that is not known: {}", word));
}

std::string fingerprint_of_class(const std::vector<Submission>& submissions) {
    Fingerprint fingerprint;
    for (const Submission& one : submissions) fingerprint.add(one.key);
    return fingerprint.to_string();
}

Store::Store(std::string folder, std::optional<ResultsFolder> held, Database::Mode mode)
    : folder_(std::move(folder)), held_(std::move(held)), database_(folder_ + "/" + kDatabaseName, mode) {
    if (mode == Database::Mode::write) database_.run("PRAGMA synchronous=EXTRA");
}

Store Store::open(const std::string& folder, bool resume) {
    ResultsFolder held(folder, resume);
    Store store(folder, std::move(held), Database::Mode::write);
    store.check_version(true);
    return store;
}

Store Store::read(const std::string& folder) {
    if (!fs::exists(folder + "/" + kDatabaseName))
        throw UsageError(fmt::format(
            "'{}' has no results in it: name the folder that `sockgrade batch --out` made", folder));
    Store store(folder, std::nullopt, Database::Mode::read);
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
        "overrides, shard, shards, class_size, class_fingerprint FROM run");
    if (!run.step()) return std::nullopt;
    RunInfo info{run.text(0),        run.text(1),  run.text(2), run.text(3), run.unsigned_number(4),
                 run.number(5) != 0, std::nullopt, run.text(8)};
    if (!run.is_null(6))
        info.late = {static_cast<std::size_t>(run.number(6)), static_cast<std::size_t>(run.number(7))};
    info.shard = {static_cast<std::size_t>(run.number(9)), static_cast<std::size_t>(run.number(10))};
    info.class_size = static_cast<std::size_t>(run.number(11));
    info.class_fingerprint = run.text(12);
    return info;
}

void Store::begin(const RunInfo& info, const std::vector<ExerciseRow>& exercises,
                  const std::vector<Submission>& submissions, bool has_roster) {
    const bool is_new = !run_info().has_value();
    Transaction transaction(database_);
    if (is_new) {
        database_.run_script(kTables);
        database_.run(
            "INSERT INTO run VALUES (1, ?, ?, ?, ?, ?, 0, NULL, NULL, '', ?, ?, 0, '')",
            {info.assignment, info.title, info.submissions, info.fingerprint, as_stored(info.seed),
             static_cast<std::int64_t>(info.shard.number), static_cast<std::int64_t>(info.shard.of)});
        std::int64_t position = 0;
        for (const ExerciseRow& one : exercises)
            database_.run(
                "INSERT INTO exercises VALUES (?, ?, ?, NULL, ?, ?, ?, '')",
                {position++, one.exercise, one.title, one.fingerprint, one.dialling, one.listening});
        database_.run(fmt::format("PRAGMA application_id={}", kApplication));
        database_.run(fmt::format("PRAGMA user_version={}", kVersion));
    }
    put_rules(info, exercises);
    put_students(submissions, info.shard, has_roster);
    const std::string keys = fingerprint_of_class(submissions);
    database_.run("UPDATE run SET class_size=?, class_fingerprint=?",
                  {static_cast<std::int64_t>(submissions.size()), keys});
    transaction.commit();
    if (is_new) held_.value().mark();
}

// What reports count with. No program runs again for it.
void Store::put_rules(const RunInfo& info, const std::vector<ExerciseRow>& exercises) {
    // Other files may be meant now by the same hand-ins: of what is half done nobody knows which.
    if (run_info().value().fingerprint != info.fingerprint) {
        database_.run("DELETE FROM so_far");
        database_.run("DELETE FROM meetings");
        database_.run("UPDATE run SET fingerprint=?", {info.fingerprint});
    }
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

void Store::put_students(const std::vector<Submission>& submissions, const Shard& shard, bool has_roster) {
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
    for (std::size_t position = 0; position < submissions.size(); ++position) {
        if (!shard.has(position)) continue;
        const Submission& one = submissions[position];
        const auto found = known.find(one.key);
        const StudentRow* before = found == known.end() ? nullptr : &found->second;
        const bool keeps_name = before != nullptr && !has_roster;
        // A table that named the time need not be named again, as long as the hand-in is the same.
        const bool keeps_time = before != nullptr && !one.handed_in &&
                                before->fingerprint == one.fingerprint && before->handed_in;
        const std::string handed_in = keeps_time      ? to_string(*before->handed_in)
                                      : one.handed_in ? to_string(*one.handed_in)
                                                      : "";
        database_.run("INSERT OR REPLACE INTO students VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                      {one.key, static_cast<std::int64_t>(position), keeps_name ? before->id : one.id,
                       keeps_name ? before->name : one.name, std::int64_t{one.late}, one.fingerprint,
                       handed_in, one.entry, one.participant});
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
        "SELECT key, id, name, late, fingerprint, handed_in, entry, participant, position FROM students "
        "ORDER BY position, key");
    while (row.step())
        rows.push_back({row.text(0), row.text(1), row.text(2), row.number(3) != 0, row.text(4),
                        read_date_time(row.text(5)), row.text(6), row.text(7),
                        static_cast<std::size_t>(row.number(8))});
    return rows;
}

}  // namespace sockgrade::batch
