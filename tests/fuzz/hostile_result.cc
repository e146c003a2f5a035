#include "tests/fuzz/hostile_result.hh"

#include <algorithm>
#include <csignal>

#include "base/text.hh"
#include "reports/orders.hh"

namespace sockgrade::fuzz {

namespace {

namespace event = model::event;
using model::Verdict;

std::vector<model::event::What> happenings(Pieces& pieces) {
    const model::Address here{"127.0.0.1", 12000};
    const std::string actor = pieces.text();
    std::vector<event::What> all = {
        event::Started{{pieces.text(), pieces.text()}},
        event::StepBegan{0},
        event::Opened{actor, here, {pieces.text(), 7}},
        event::Sent{actor, pieces.text(), here},
        event::Received{actor, pieces.text(), here},
        event::Printed{pieces.number(2) == 1, pieces.text()},
        event::SocketCall{event::SocketCall::Call::sendto, model::Transport::tcp, here, 98, true}};
    if (pieces.number(2) == 1) all.emplace_back(event::Trouble{pieces.text()});
    if (pieces.number(2) == 1) all.emplace_back(event::NameAsked{pieces.text(), pieces.text()});
    all.emplace_back(event::Ended{{model::Termination::How::signaled, SIGSEGV, pieces.text()}});
    return all;
}

model::Transcript transcript(Pieces& pieces) {
    model::Transcript transcript;
    transcript.plan.role = model::Role::server;
    transcript.isolation = "B";
    transcript.plan.steps.push_back({pieces.text(), model::Connect{}, 1});
    for (const event::What& what : happenings(pieces)) {
        const std::size_t number = transcript.events.size() + 1;
        transcript.events.push_back({number, static_cast<std::int64_t>(number) * 1500, what});
    }
    return transcript;
}

model::Finding finding(Pieces& pieces) {
    model::Finding finding;
    finding.requirement = pieces.text();
    finding.status = static_cast<model::Finding::Status>(pieces.number(3));
    finding.cause = model::Cause::wrong_content;
    // Values are mostly what quote() made of bytes.
    const bool quoted = pieces.number(2) == 0;
    finding.awaited = quoted ? quote(pieces.text()) : pieces.text();
    finding.got = quoted ? quote(pieces.text()) : pieces.text();
    finding.detail = pieces.text();
    finding.notes = {pieces.text()};
    finding.evidence = {pieces.number(12)};
    return finding;
}

model::CaseResult one_case(Pieces& pieces) {
    model::CaseResult one;
    one.id = pieces.text();
    one.title = pieces.text();
    one.level = static_cast<model::Level>(pieces.number(3));
    one.verdict = static_cast<Verdict>(pieces.number(5));
    one.max_points = static_cast<int>(pieces.number(4));
    one.points = one.verdict == Verdict::passed ? one.max_points : 0;
    if (one.verdict == Verdict::failed) one.cause = static_cast<model::Cause>(pieces.number(19));
    one.summary = pieces.text();
    for (std::size_t i = pieces.number(3); i > 0; --i) one.findings.push_back(finding(pieces));
    for (std::size_t i = pieces.number(2); i > 0; --i)
        one.diagnoses.push_back({pieces.text(), pieces.text(), pieces.text(), {pieces.number(9)}});
    one.hint = pieces.text();
    one.reproduce = pieces.text();
    if (pieces.number(2) == 1) one.transcripts.push_back(transcript(pieces));
    if (pieces.number(8) == 1) one.blamed = pieces.text();
    if (pieces.number(8) == 1) one.question = "open";
    one.for_a_person = one.verdict == Verdict::unsupported && pieces.number(2) == 1;
    return one;
}

}  // namespace

model::Result hostile_result(Pieces& pieces) {
    model::Result result;
    for (std::size_t i = pieces.number(3) + 1; i > 0; --i) result.cases.push_back(one_case(pieces));
    result.exercise = pieces.text();
    result.title = pieces.text();
    result.program = pieces.text();
    result.isolation = pieces.text();
    for (std::size_t i = pieces.number(3); i > 0; --i) result.notes.push_back(pieces.text());
    for (const model::CaseResult& one : result.cases) {
        result.score += one.points;
        result.max_score += one.max_points;
    }
    result.verdict = model::overall(result.cases);
    return result;
}

reports::ClassSummary hostile_class(Pieces& pieces) {
    reports::ClassSummary summary;
    summary.title = pieces.text();
    for (std::size_t i = pieces.number(4) + 1; i > 0; --i) {
        reports::ClassLine line;
        line.student = pieces.text();
        line.id = pieces.text();
        line.submission = pieces.text();
        line.exercise = pieces.number(2) == 1 ? "tcp-sender" : pieces.text();
        line.outcome = pieces.number(2) == 1 ? "graded" : "unclear";
        line.verdict = pieces.number(2) == 1 ? "failed" : "passed";
        line.message = pieces.text();
        line.failed = pieces.text();
        line.unsure = pieces.text();
        line.program = pieces.text();
        line.isolation = pieces.text();
        line.max_score = 3;
        line.score = static_cast<std::int64_t>(pieces.number(4));
        line.late = pieces.number(2) == 1;
        line.handed_in = pieces.text();
        line.days_late = static_cast<std::int64_t>(pieces.number(3));
        line.percent_taken = static_cast<std::int64_t>(pieces.number(101));
        if (pieces.number(2) == 1) line.corrected = reports::Correction{2.5, pieces.text()};
        reports::ClassCase one{pieces.text(),
                               pieces.text(),
                               pieces.text(),
                               "failed",
                               pieces.text(),
                               pieces.text(),
                               pieces.text(),
                               0,
                               3,
                               pieces.number(2) == 1,
                               pieces.text(),
                               pieces.text()};
        line.cases.push_back(std::move(one));
        summary.lines.push_back(std::move(line));
    }
    summary.notes.push_back(pieces.text());
    return summary;
}

reports::ClassChanges hostile_changes(const reports::ClassSummary& summary) {
    reports::ClassGrades before;
    reports::ClassGrades after;
    for (const reports::ClassLine& line : summary.lines) {
        reports::GradedFrom one{line, "a", "b"};
        before[{line.submission, line.exercise}] = one;
        one.line.score += 1;
        one.line.corrected.reset();
        after[{line.submission, line.exercise}] = one;
    }
    return reports::changes_of(before, after);
}

reports::ReportOptions somewhere() {
    reports::ReportOptions options;
    options.ended_at_ms = 1'780'000'000'000;
    options.environment = {{"CLASSROOM", "networks"},
                           {"ASSIGNMENT", "capitals"},
                           {"SUBMISSION_TAG", "submit/2026-05-28T20-00-00Z-a1b2c3d"},
                           {"COMMIT_URL", "https://example.org/commit/a1b2c3d"},
                           {"RELEASE_URL", "https://example.org/releases/1"},
                           {"OWNER", "anna"},
                           {"ASSIGNMENT_TYPE", "individual"},
                           {"GITHUB_WORKSPACE", "/home/runner/work"},
                           {"PWD", "/home/runner/work/week-2"}};
    return options;
}

void require_harmless(const std::string& report) {
    require(is_utf8(report), "a report is UTF-8", report);
    for (const char c : report)
        if (c != '\n' && (static_cast<unsigned char>(c) < ' ' || c == '\x7f'))
            require(false, "a report has no control characters", report);
    for (const char* hidden : {"\u202a", "\u202b", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2028",
                               "\u2029", "\u0085", "\u009b", "\u200f"})
        require(report.find(hidden) == std::string::npos, "a report turns no text around", report);
    const std::size_t order = reports::find_order(report);
    require(order == std::string::npos, "a report has no orders",
            std::string_view(report).substr(std::min(order, report.size())));
}

// As ActionCommand.TryParseV2 trims: whatever Unicode calls white space.
void require_no_commands(const std::string& report) {
    for (std::size_t at = 0; at < report.size();) {
        const std::size_t end = std::min(report.find('\n', at), report.size());
        std::string_view line = std::string_view(report).substr(at, end - at);
        at = end + 1;
        while (!line.empty() && (line.front() == ' ' || static_cast<unsigned char>(line.front()) >= 0x80))
            line.remove_prefix(1);
        require(!line.starts_with("::"), "a report has no commands for GitHub", line);
    }
}

}  // namespace sockgrade::fuzz
