// What a Store keeps of results and their cases.
#include <fmt/format.h>

#include <utility>

#include "base/error.hh"
#include "batch/store.hh"
#include "record/result_json.hh"

namespace sockgrade::batch {

std::vector<ResultRow> Store::results() {
    std::vector<ResultRow> rows;
    Statement row = database_.query(
        "SELECT r.key, r.exercise, r.outcome, r.message, r.verdict, r.score, r.max_score, r.failed, "
        "r.unsure, r.attempts, r.to_do, r.seed, r.isolation, r.program, r.spec_fingerprint, r.fingerprint, "
        "r.build_log, r.duration_ms, r.ended_at_ms FROM results r JOIN students s ON s.key = r.key "
        "JOIN exercises e ON e.exercise = r.exercise ORDER BY s.position, s.key, e.position");
    while (row.step()) {
        ResultRow one;
        one.key = row.text(0);
        one.exercise = row.text(1);
        one.outcome = outcome_from(row.text(2));
        one.message = row.text(3);
        one.verdict = row.text(4);
        one.score = row.number(5);
        one.max_score = row.number(6);
        one.failed = row.text(7);
        one.unsure = row.text(8);
        one.attempts = row.number(9);
        one.to_do = row.number(10) != 0;
        one.seed = row.unsigned_number(11);
        one.isolation = row.text(12);
        one.program = row.text(13);
        one.spec_fingerprint = row.text(14);
        one.fingerprint = row.text(15);
        one.build_log = row.text(16);
        one.duration_ms = row.number(17);
        one.ended_at_ms = row.number(18);
        rows.push_back(std::move(one));
    }
    return rows;
}

model::Result Store::result(const std::string& key, const std::string& exercise) {
    Statement row =
        database_.query("SELECT document FROM results WHERE key=? AND exercise=?", {key, exercise});
    if (!row.step()) throw UsageError(fmt::format("'{}' has no result of {} in {}", folder_, key, exercise));
    model::Result result = record::result_from_json(row.text(0));
    Statement one = database_.query("SELECT document FROM cases WHERE key=? AND exercise=? ORDER BY position",
                                    {key, exercise});
    while (one.step()) result.cases.push_back(record::case_from_json(one.text(0)));
    return result;
}

std::vector<CaseRow> Store::cases() {
    std::vector<CaseRow> rows;
    Statement row = database_.query(
        "SELECT key, exercise, id, title, level, verdict, cause, diagnosis, summary, points, max_points, "
        "hidden, why, for_a_person FROM cases ORDER BY key, exercise, position");
    while (row.step())
        rows.push_back({row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5),
                        row.text(6), row.text(7), row.text(8), row.number(9), row.number(10),
                        row.number(11) != 0, row.text(12), row.number(13) != 0});
    return rows;
}

void Store::put(const ResultRow& row, const model::Result& result, bool is_tried_again) {
    const std::string outcome = to_string(row.outcome);
    model::Result head = result;
    head.cases.clear();
    const std::string document = record::result_to_json(head);
    Transaction transaction(database_);
    database_.run(
        "INSERT OR REPLACE INTO results VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {row.key,
         row.exercise,
         outcome,
         row.message,
         row.verdict,
         row.score,
         row.max_score,
         row.failed,
         row.unsure,
         row.attempts,
         std::int64_t{row.to_do},
         as_stored(row.seed),
         row.isolation,
         row.program,
         row.spec_fingerprint,
         row.fingerprint,
         row.build_log,
         row.duration_ms,
         row.ended_at_ms,
         document});
    database_.run("DELETE FROM cases WHERE key=? AND exercise=?", {row.key, row.exercise});
    std::int64_t position = 0;
    for (const model::CaseResult& one : result.cases) put_case(row, position++, one);
    if (!is_tried_again) forget_so_far(row.key, row.exercise);
    transaction.commit();
}

void Store::put_case(const ResultRow& row, std::int64_t position, const model::CaseResult& one) {
    const std::string level = to_string(one.level);
    const std::string verdict = to_string(one.verdict);
    const std::string cause = one.cause ? to_string(*one.cause) : "";
    const std::string diagnosis = one.diagnoses.empty() ? "" : one.diagnoses.front().id;
    const std::string why = one.diagnoses.empty() ? "" : one.diagnoses.front().message;
    const std::string document = record::case_to_json(one);
    database_.run("INSERT INTO cases VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                  {row.key, row.exercise, position, one.id, one.title, level, verdict, cause, diagnosis,
                   one.summary, std::int64_t{one.points}, std::int64_t{one.max_points},
                   std::int64_t{one.is_hidden}, why, std::int64_t{one.for_a_person}, document});
}

// Row by row in SQL: what happened in a case is not read for it.
void Store::add_results_of(const Store& other) {
    database_.attach(other.database_.path(), "part");
    {
        Transaction transaction(database_);
        database_.run_script(R"(
CREATE TEMP TABLE taken AS SELECT r.key, r.exercise FROM part.results r
    LEFT JOIN main.results o ON o.key = r.key AND o.exercise = r.exercise
    WHERE o.key IS NULL OR o.ended_at_ms < r.ended_at_ms;
DELETE FROM main.cases WHERE (key, exercise) IN (SELECT key, exercise FROM taken);
INSERT OR REPLACE INTO main.results SELECT r.* FROM taken t
    JOIN part.results r ON r.key = t.key AND r.exercise = t.exercise;
INSERT INTO main.cases SELECT c.* FROM taken t JOIN part.cases c ON c.key = t.key AND c.exercise = t.exercise;
INSERT OR REPLACE INTO main.meetings SELECT * FROM part.meetings;
INSERT OR REPLACE INTO main.so_far SELECT * FROM part.so_far;
DROP TABLE taken;
)");
        transaction.commit();
    }
    database_.detach("part");
}

void Store::mark_to_do(const std::vector<ResultRow>& rows) {
    Transaction transaction(database_);
    for (const ResultRow& row : rows) {
        database_.run("UPDATE results SET to_do=1 WHERE key=? AND exercise=?", {row.key, row.exercise});
        forget_so_far(row.key, row.exercise);
    }
    transaction.commit();
}

void Store::forget_so_far(const std::string& key, const std::string& exercise) {
    database_.run("DELETE FROM so_far WHERE key=? AND exercise=?", {key, exercise});
}

void Store::put_meeting(const MeetingRow& row) {
    database_.run("INSERT OR REPLACE INTO meetings VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                  {row.exercise, row.dialling, row.listening, row.verdict, row.blamed, row.summary,
                   row.fingerprint, as_stored(row.seed)});
}

std::vector<MeetingRow> Store::meetings() {
    std::vector<MeetingRow> rows;
    Statement row = database_.query(
        "SELECT exercise, dialling, listening, verdict, blamed, summary, fingerprint, seed FROM meetings "
        "ORDER BY exercise, dialling, listening");
    while (row.step())
        rows.push_back({row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5),
                        row.text(6), row.unsigned_number(7)});
    return rows;
}

void Store::put_so_far(const CaseSoFar& one) {
    const std::string document = record::result_to_json(one.part);
    database_.run("INSERT OR REPLACE INTO so_far VALUES (?, ?, ?, ?, ?, ?)",
                  {one.key, one.exercise, one.part.cases.front().id, one.fingerprint,
                   as_stored(one.part.seed), document});
}

std::vector<CaseSoFar> Store::so_far(const std::string& key, const std::string& exercise,
                                     const std::string& fingerprint, std::uint64_t seed) {
    std::vector<CaseSoFar> cases;
    Statement row = database_.query(
        "SELECT document FROM so_far WHERE key=? AND exercise=? AND fingerprint=? AND seed=? ORDER BY rowid",
        {key, exercise, fingerprint, as_stored(seed)});
    while (row.step()) cases.push_back({key, exercise, fingerprint, record::result_from_json(row.text(0))});
    return cases;
}

}  // namespace sockgrade::batch
