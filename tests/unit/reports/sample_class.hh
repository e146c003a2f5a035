// Classes as the store would have them, from literals: a small one with everything in it, one that means
// harm, and one of any size.
#pragma once

#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

#include "reports/class_page.hh"

namespace sockgrade::reports::samples {

inline ClassCase case_in_class(std::string id, std::string title, std::string verdict, std::int64_t points,
                               std::int64_t max_points) {
    ClassCase one;
    one.id = std::move(id);
    one.title = std::move(title);
    one.level = "must";
    one.verdict = std::move(verdict);
    one.points = points;
    one.max_points = max_points;
    return one;
}

inline ClassCase failed_in_class(std::string id, std::string title, std::int64_t max_points,
                                 std::string cause, std::string diagnosis, std::string summary) {
    ClassCase one = case_in_class(std::move(id), std::move(title), "failed", 0, max_points);
    one.cause = std::move(cause);
    one.diagnosis = std::move(diagnosis);
    one.summary = std::move(summary);
    return one;
}

inline ClassLine line_in_class(std::string student, std::string id, std::string exercise, std::string outcome,
                               std::string verdict, std::vector<ClassCase> cases) {
    ClassLine line;
    line.submission = student;
    line.student = std::move(student);
    line.id = std::move(id);
    line.exercise = std::move(exercise);
    line.outcome = std::move(outcome);
    line.verdict = std::move(verdict);
    line.isolation = "A";
    line.seed = 7;
    line.max_score = 6;
    if (line.outcome == "graded") line.program = "server.py";
    for (const ClassCase& one : cases) line.score += one.points;
    line.cases = std::move(cases);
    return line;
}

inline std::vector<ClassCase> all_well() {
    std::vector<ClassCase> cases = {
        case_in_class("replies", "A message comes back in capitals", "passed", 4, 4),
        case_in_class("next-client", "The next client is served", "passed", 1, 1),
        case_in_class("secret", "What only the instructor knows", "passed", 1, 1)};
    cases[1].level = "should";
    cases[2].is_hidden = true;
    return cases;
}

// Every outcome, a diagnosis of several, a name that runs from right to left.
inline ClassSummary small_class() {
    std::vector<ClassCase> echoes = all_well();
    echoes[0] = failed_in_class("replies", "A message comes back in capitals", 4, "wrong-case", "echoes",
                                "Not met: The reply is what was sent, in capitals (wrong-case).");
    echoes[0].why = "What came back is \"tea\", as it was sent";
    echoes[0].mistake = "The text comes back as it was sent.";
    echoes[1].verdict = "skipped";
    echoes[1].points = 0;
    echoes[1].summary = "It needs 'replies', which did not pass.";
    std::vector<ClassCase> crashes = echoes;
    crashes[0] = failed_in_class("replies", "A message comes back in capitals", 4, "crashed", "",
                                 "the program was killed by SIGSEGV");
    std::vector<ClassCase> one_client = all_well();
    one_client[1] = failed_in_class("next-client", "The next client is served", 1, "never-connected", "",
                                    "the second client found nobody listening");
    one_client[1].level = "should";
    std::vector<ClassCase> unclear = all_well();
    unclear[0].verdict = "inconclusive";
    unclear[0].points = 0;
    unclear[0].summary = "the machine had no processor time to spare for 60 seconds";

    ClassSummary summary;
    summary.title = "Week 2: servers";
    summary.lines = {
        line_in_class("Ann Lee", "s7", "tcp-capitalize-server", "graded", "passed", all_well()),
        line_in_class("Ann Lee", "s7", "udp-receiver", "graded", "failed", echoes),
        line_in_class("Bo Ray", "s8", "tcp-capitalize-server", "graded", "failed", echoes),
        line_in_class("Bo Ray", "s8", "udp-receiver", "missing", "", {}),
        line_in_class("Cem Y\u0131ld\u0131z", "s10", "tcp-capitalize-server", "graded", "failed", crashes),
        line_in_class("Cem Y\u0131ld\u0131z", "s10", "udp-receiver", "graded", "inconclusive", unclear),
        line_in_class("\u05d9\u05e2\u05dc \u05db\u05d4\u05df", "s9", "tcp-capitalize-server", "graded",
                      "passed", one_client),
        line_in_class("\u05d9\u05e2\u05dc \u05db\u05d4\u05df", "s9", "udp-receiver", "refused", "", {})};
    summary.lines[1].counts = 10;
    summary.lines[1].late = true;
    summary.lines[1].handed_in = "2026-03-13 08:00";
    summary.lines[1].days_late = 1;
    summary.lines[1].percent_taken = 10;
    summary.lines[7].corrected = Correction{7.5, "He showed it in the lab."};
    summary.lines[3].counts = 10;
    summary.lines[3].message = "The hand-in has no program.";
    summary.lines[5].counts = 10;
    summary.lines[7].counts = 10;
    summary.lines[7].message = "The archive was not unpacked: it is protected by a password.";
    return summary;
}

// What would be an element, an attribute, a script, an address or a turn of the text's direction, in every
// field.
inline const std::vector<std::string>& harm() {
    static const std::vector<std::string> all = {
        "<script>document.title = 'harmed'</script>",
        "\"><img src=x onerror=\"document.title = 'harmed'\">",
        "</script><script>document.title = 'harmed'</script>",
        "javascript:document.title='harmed'",
        "\u202eevil\u2066 \u2028\u2029\x1b[2J\x9b\xff</style><style>*{display:none}</style>",
        "--><!--<svg onload=alert(1)>]]>&amp;&#x3c;b&#x3e;' onmouseover='alert(1)",
        "../../../../etc/passwd?x=1#y%2e%2e\\",
        "##[group]\n::error::x"};
    return all;
}

inline ClassSummary harmful_class() {
    ClassSummary summary;
    summary.title = harm()[0] + harm()[2];
    for (std::size_t i = 0; i < harm().size(); ++i) {
        const std::string& evil = harm()[i];
        ClassCase one = failed_in_class(evil, evil, 1, evil, evil, evil);
        one.level = evil;
        ClassLine line = line_in_class(evil, evil, harm()[0], "graded", "failed", {one});
        line.program = line.message = line.handed_in = evil;
        line.cases.front().why = line.cases.front().mistake = evil;
        line.corrected = Correction{0.5, evil};
        summary.notes.push_back(evil);
        summary.lines.push_back(line);
        line.exercise = harm()[2];
        line.outcome = i % 2 == 0 ? evil : "unclear";
        summary.lines.push_back(line);
    }
    return summary;
}

inline ClassSummary big_class(std::size_t students, std::size_t exercises, std::size_t cases) {
    ClassSummary summary;
    summary.title = "A large class";
    std::size_t chance = 1;
    const auto one_of = [&](std::size_t count) {
        chance = chance * 6364136223846793005U + 1442695040888963407U;
        return (chance >> 33U) % count;
    };
    for (std::size_t s = 0; s < students; ++s)
        for (std::size_t e = 0; e < exercises; ++e) {
            std::vector<ClassCase> all;
            bool passed = true;
            for (std::size_t c = 0; c < cases; ++c) {
                const std::string id = fmt::format("case-{}", c + 1);
                const std::string title = fmt::format("What a program does in the case {}", c + 1);
                if (one_of(4) != 0) {
                    all.push_back(case_in_class(id, title, "passed", 1, 1));
                    continue;
                }
                passed = false;
                all.push_back(failed_in_class(
                    id, title, 1, "wrong-content", fmt::format("diagnosis-{}", one_of(6)),
                    fmt::format("Not met: The reply is what was sent, in capitals; it came from port {}.",
                                20'000 + one_of(20'000))));
            }
            summary.lines.push_back(line_in_class(fmt::format("Student {} of Many", s + 1),
                                                  fmt::format("s{}", s), fmt::format("exercise-{}", e + 1),
                                                  "graded", passed ? "passed" : "failed", std::move(all)));
            summary.lines.back().max_score = static_cast<std::int64_t>(cases);
        }
    return summary;
}

inline MeetingMatrix meetings(std::size_t count) {
    MeetingMatrix matrix{"pair-tcp-message", "A message by TCP", "client", "server", {}, {}, {}};
    for (std::size_t i = 0; i < count; ++i) {
        matrix.rows.push_back(fmt::format("Student {}", i + 1));
        matrix.columns.push_back(fmt::format("Student {}", i + 1));
        matrix.cells.emplace_back();
        for (std::size_t k = 0; k < count; ++k) {
            MeetingCell cell{"passed", "", ""};
            if ((i + 2 * k) % 5 == 3)
                cell = {"failed", "server", "the server closed before the message was whole"};
            if (i % 6 == 4) cell = {"failed", "client", "the client sent nothing"};
            if ((i + k) % 11 == 7) cell = {"failed", "neither", "they do not agree where a message ends"};
            if ((i * k) % 13 == 12) cell = {"inconclusive", "", "the machine was busy"};
            if (i + 1 == count && k == 0) cell = {};
            matrix.cells.back().push_back(cell);
        }
    }
    return matrix;
}

}  // namespace sockgrade::reports::samples
