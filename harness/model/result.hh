// Verdicts and what a report is made of.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/plan.hh"
#include "model/transcript.hh"

namespace sockgrade::model {

enum class Verdict { passed, failed, skipped, unsupported, inconclusive };

// The first cause of a failure; a closed list that reports rely on.
enum class Cause {
    wrong_content,
    wrong_case,
    wrong_order,
    missing,
    extra,
    no_reply,
    closed_early,
    reset,
    crashed,
    exited_early,
    never_listened,
    never_connected,
    wrong_address,
    wrong_transport,
    hung,
    too_slow,
    build_failed,
    output_flood,
    left_processes,
};

std::string to_string(Verdict verdict);
std::string to_string(Cause cause);  // "wrong-content"

// One requirement judged against the transcript.
struct Finding {
    enum class Status { met, not_met, undecided };
    std::string requirement;  // in plain words: `the reply is the capitals of what was sent`
    Status status = Status::met;
    std::optional<Cause> cause;         // when not met
    std::string awaited;                // what should have come, shown as bytes
    std::string got;                    // what came
    std::string detail;                 // where they differ, from whom it was awaited; may have several lines
    std::vector<std::string> notes;     // met, but worth saying: "a newline had to be sent before it replied"
    std::vector<std::size_t> evidence;  // event numbers
    // Which step of the plan asks for it; none: the case as a whole does, or nobody says.
    std::optional<std::size_t> step{};
};

// The likely cause in the student's terms. Never changes a verdict.
struct Diagnosis {
    std::string id;       // the diagnosis's name, also its file's: waits_for_half_close
    std::string message;  // what was seen
    std::string hint;     // what helps
    std::vector<std::size_t> evidence;
};

struct SmallestStory;

struct CaseResult {
    std::string id;
    std::string title;
    Level level = Level::must;
    Verdict verdict = Verdict::inconclusive;
    int points = 0;
    int max_points = 0;
    std::optional<Cause> cause;
    std::string summary;  // one line
    std::vector<Finding> findings;
    std::vector<Diagnosis> diagnoses;
    std::string hint;       // the spec's own
    std::string reproduce;  // a command
    std::int64_t duration_ms = 0;
    std::vector<Transcript> transcripts;  // one a variant; not part of the result document
    std::size_t shown_transcript = 0;     // the one that the findings are about
    std::vector<SmallestStory> smallest;  // one, when it was looked for and there was something to leave out
    // Of a pair, when it failed: the role of the program that broke its exercise's rules first, "neither"
    // when each keeps to its own and they do not agree all the same.
    std::string blamed{};
    // Of a question: its kind, as the spec names it. Else empty.
    std::string question{};
    // Students are told that the case exists and how it went, and nothing else (`visibility: hidden`).
    bool is_hidden = false;
    // An answer that only a person can judge: neither passed nor failed, and nobody's trouble. Its verdict is
    // `unsupported`, and it has no part in that of the whole.
    bool for_a_person = false;
};

// What is left of a failed case when everything has been left out that its failure does not take.
struct SmallestStory {
    bool repeats = true;      // the case, run again, fails in the same way each time
    bool is_complete = true;  // nothing was left untried
    std::size_t runs = 0;     // all that it took to find out
    std::string story;        // a sentence or two
    std::vector<std::string> remains;
    std::vector<std::string> left_out;
    // A run of the smallest one, with the command that repeats it. Where the failure does not repeat: a run
    // of the same plan that went otherwise.
    CaseResult run;
};

// One of the two programs of a pair.
struct ProgramOfRole {
    std::string role;
    std::string program;
};

struct Result {
    std::string exercise;
    std::string title;
    std::string program;                    // of a pair: both, as "client.py, server.py"
    std::vector<ProgramOfRole> programs{};  // of a pair
    std::uint64_t seed = 0;
    std::string isolation;
    Verdict verdict = Verdict::inconclusive;
    int score = 0;
    int max_score = 0;
    std::int64_t duration_ms = 0;
    std::vector<std::string>
        notes;  // about the program as a whole: compiler warnings, which arguments it took
    std::vector<CaseResult> cases;
};

// Verdict of the whole: failed when a case that decides failed; else inconclusive when one of them is; else
// passed. Those of level must decide; a case that was asked for by itself does, whatever its level.
enum class Deciding { must_cases, every_case };
Verdict overall(const std::vector<CaseResult>& cases, Deciding deciding = Deciding::must_cases);
// 0 passed, 1 failed, 3 something inconclusive and nothing failed.
int exit_status(const Result& result);

}  // namespace sockgrade::model
