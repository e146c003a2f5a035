// sockgrade report RESULTS
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

#include "base/error.hh"
#include "base/text.hh"
#include "batch/grade_book.hh"
#include "batch/names.hh"
#include "batch/store.hh"
#include "cli/class_results.hh"
#include "cli/class_work.hh"
#include "cli/commands/commands.hh"
#include "cli/feedback.hh"
#include "cli/mistyped.hh"
#include "cli/output.hh"
#include "reports/catalog.hh"
#include "reports/class_page.hh"
#include "reports/class_summary.hh"
#include "reports/feedback.hh"
#include "reports/orders.hh"
#include "reports/wording.hh"

namespace sockgrade::cli {

namespace {

struct ReportCommand {
    std::string results;                // a folder
    std::vector<std::string> students;  // only these
    CountingOptions counting;
    bool matrix = false;     // who can talk to whom
    bool points = false;     // a row a student, a column an exercise
    std::string grade_book;  // a course system's export to fill in
    std::string column;      // of it
    std::string layout;      // folders and names as a course system takes them back
    Success success = Success::passed;
    OutputOptions output;
};

namespace fs = std::filesystem;

// What a report's file is called by other programs; else .txt.
constexpr std::pair<std::string_view, std::string_view> kEndings[] = {
    {"json", ".json"}, {"junit", ".xml"},       {"markdown", ".md"},      {"tap", ".tap"},
    {"ctrf", ".json"}, {"gradescope", ".json"}, {"classroom50", ".json"}, {"csv", ".csv"},
    {"svg", ".svg"},   {"html", ".html"}};

std::string ending_of(std::string_view format) {
    for (const auto& [name, ending] : kEndings)
        if (name == format) return std::string(ending);
    return ".txt";
}

struct Saved {
    batch::StudentRow student;
    batch::ResultRow row;
};

std::vector<Saved> wanted_results(batch::Store& store, const ReportCommand& options) {
    std::vector<Saved> saved;
    const std::vector<batch::ResultRow> rows = store.results();
    for (const batch::StudentRow& student : store.students()) {
        if (!is_wanted(options.students, student.key, student.id, student.name)) continue;
        for (const batch::ResultRow& row : rows)
            if (row.key == student.key) saved.push_back({student, row});
    }
    if (saved.empty() && !options.students.empty())
        throw UsageError(
            fmt::format("'{}' has no results of {}", store.folder(), list_of(options.students, "or")));
    return saved;
}

std::string report_of(batch::Store& store, const Saved& saved, const ReportCommand& options,
                      const reports::ClassSummary& summary) {
    model::Result result = store.result(saved.row.key, saved.row.exercise);
    reports::ReportOptions how = report_options(options.output);
    how.ended_at_ms = saved.row.ended_at_ms;
    for (const reports::ClassLine& line : summary.lines) {
        if (line.submission != saved.row.key || line.exercise != saved.row.exercise) continue;
        result = reports::with_grade(std::move(result), line);
        how.grade = reports::counted_grade(line);
        // Pages of several students must be told apart; what programs read stays as of one program.
        if (options.output.format == "text" || options.output.format == "html" ||
            options.output.format == "markdown")
            result.title = fmt::format("{}: {}", reports::label_of(line), reports::title_of(result));
    }
    return rendered(options.output, result, how);
}

// Where the report of a student is, as seen from the folder of all. Pages have one of their own: beside it
// the class has its page.
std::string place_of(const ReportCommand& options, const std::string& student, const std::string& exercise) {
    return fmt::format("{}{}/{}{}", options.output.format == "html" ? "students/" : "",
                       batch::file_name_of(student), exercise, ending_of(options.output.format));
}

std::string class_page_with_links(batch::Store& store, const ReportCommand& options,
                                  const std::vector<Saved>& saved, const reports::ClassSummary& summary) {
    std::set<std::string> written;
    for (const Saved& one : saved) written.insert(place_of(options, one.student.key, one.row.exercise));
    reports::ClassPageOptions how;
    how.meetings = meeting_matrices(store);
    how.page_of_student = [&](const std::string& key) -> std::string {
        const bool has_page =
            std::any_of(saved.begin(), saved.end(), [&](const Saved& one) { return one.student.key == key; });
        return has_page ? place_of(options, key, "index") : "";
    };
    how.page_of = [&](const reports::ClassLine& line) -> std::string {
        const std::string place = place_of(options, line.submission, line.exercise);
        return written.contains(place) ? place : "";
    };
    return reports::class_page(summary, how);
}

void write_reports(batch::Store& store, const ReportCommand& options, const reports::ClassSummary& summary) {
    const std::vector<Saved> all = wanted_results(store, options);
    for (const Saved& saved : all) {
        const fs::path file =
            fs::path(options.output.output) / place_of(options, saved.student.key, saved.row.exercise);
        std::error_code error;
        fs::create_directories(file.parent_path(), error);
        if (error)
            throw UsageError(
                fmt::format("can't make the folder '{}': {}", file.parent_path().string(), error.message()));
        write_file(file.string(), report_of(store, saved, options, summary));
    }
    if (options.output.format == "html") {
        std::set<std::string> written;
        for (const Saved& saved : all)
            if (written.insert(saved.student.key).second)
                write_file((fs::path(options.output.output) / place_of(options, saved.student.key, "index"))
                               .string(),
                           student_report(store, options.output, summary, saved.student));
        write_file(options.output.output + "/index.html",
                   class_page_with_links(store, options, all, summary));
    }
    write_file(options.output.output + "/summary.txt", reports::class_text(summary, 80));
    write_file(options.output.output + "/summary.csv", reports::class_csv(summary));
    write_file(options.output.output + "/points.csv", reports::class_matrix(summary));
}

std::string matrix_report(batch::Store& store, const ReportCommand& options) {
    const std::vector<reports::MeetingMatrix> matrices = meeting_matrices(store);
    if (matrices.empty())
        throw UsageError(
            fmt::format("nobody has met anybody in '{}': `sockgrade batch PAIR HAND-INS --matrix` lets them",
                        store.folder()));
    if (options.output.format == "csv") return reports::matrix_csv(matrices);
    if (options.output.format != "text")
        throw UsageError(fmt::format("a matrix is written as text or csv, not as {}", options.output.format));
    std::string text;
    for (const reports::MeetingMatrix& matrix : matrices)
        text +=
            (text.empty() ? "" : "\n") + reports::matrix_text(matrix, report_options(options.output).columns);
    return text;
}

void write_grade_book(batch::Store& store, const ReportCommand& options,
                      const reports::ClassSummary& summary) {
    std::vector<batch::Grade> grades;
    for (const reports::StudentTotal& one : reports::totals_of(summary))
        grades.push_back({one.submission, one.id, one.student, one.points, one.most});
    const auto info = store.run_info();
    const batch::FilledBook book =
        batch::fill_grade_book(read_file(options.grade_book), options.grade_book, options.column,
                               {info->title, info->assignment}, grades);
    write_report(options.output, book.text);
    std::string said = fmt::format("{} filled in\n", count_of(book.filled, "grade"));
    for (const std::string& note : book.notes) said += fmt::format("note: {}\n", note);
    std::fputs(reports::lines_without_orders(said).c_str(), stderr);
}

// Pages can't stand one behind the other in one file.
void check_one_page(const ReportCommand& options, const std::vector<Saved>& saved) {
    if (options.output.format == "html" && saved.size() > 1)
        throw UsageError(
            fmt::format("{} pages don't fit into one: name a folder for them with --output", saved.size()));
}

int report(const ReportCommand& options) {
    report_options(options.output);  // a format that can't be written is said first
    batch::Store store = batch::Store::read(options.results);
    reports::ClassSummary summary = class_summary(store, options.counting);
    std::erase_if(summary.lines, [&](const reports::ClassLine& line) {
        return !is_wanted(options.students, line.submission, line.id, line.student);
    });
    if (!options.grade_book.empty()) {
        // Written is done: a script that uploads the file must not stop because somebody failed.
        write_grade_book(store, options, summary);
        return 0;
    } else if (!options.layout.empty()) {
        write_layout(store, options.layout, options.students, options.output, summary);
        return 0;
    } else if (!options.output.output.empty()) {
        write_reports(store, options, summary);
    } else if (options.matrix) {
        print(matrix_report(store, options));
    } else if (options.points) {
        print(reports::class_matrix(summary));
    } else if (!options.students.empty()) {
        const std::vector<Saved> all = wanted_results(store, options);
        check_one_page(options, all);
        for (const Saved& saved : all) print(report_of(store, saved, options, summary));
    } else if (options.output.format == "csv") {
        print(reports::class_csv(summary));
    } else if (options.output.format == "html") {
        reports::ClassPageOptions page;
        page.meetings = meeting_matrices(store);
        print(reports::class_page(summary, page));
    } else if (options.output.format == "text") {
        print(reports::class_text(summary, report_options(options.output).columns));
    } else {
        throw UsageError(
            fmt::format("a class has a report in the format '{}' for each student: name a folder "
                        "for them with --output, or one student with --only",
                        options.output.format));
    }
    return exit_status(summary, options.success);
}

}  // namespace

void add_report(CLI::App& app, CommandLine& line) {
    const auto options = std::make_shared<ReportCommand>();
    CLI::App* const command = app.add_subcommand("report", "show a class's results again");
    command->add_option("RESULTS", options->results, "the folder that `sockgrade batch --out` made")
        ->required();
    add_students(*command, options->students);
    add_overrides(*command, options->counting.overrides)
        ->description("grades corrected by hand (default: those of the batch)");
    command->add_option("--assignment", options->counting.assignment,
                        "points, due dates and what being late costs, in place of those of the batch");
    command->add_flag("--matrix", options->matrix,
                      "who can talk to whom, where `batch --matrix` has found out");
    command->add_flag("--points", options->points, "a row a student and a column an exercise, as CSV");
    command
        ->add_option("--grade-book", options->grade_book,
                     "Canvas's grade book or Moodle's grading worksheet, a CSV, to fill in")
        ->type_name("FILE");
    command
        ->add_option("--column", options->column, "of the grade book (default: called as the assignment is)")
        ->needs("--grade-book");
    add_reporting(*command, options->output);
    command->get_option("--output")
        ->description(
            "a folder: a report for each student and exercise, and the class in summary.txt and summary.csv");
    command
        ->add_option("--layout", options->layout,
                     "of --output: one page for each student, called as the course system takes it back")
        ->check(one_of({"moodle", "canvas", "gradescope"}))
        ->needs("--output");
    add_exit_code(*command, options->success);
    command->callback([options, &line] { line.action = [options] { return report(*options); }; });
}

}  // namespace sockgrade::cli
