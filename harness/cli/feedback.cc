#include "cli/feedback.hh"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

#include "base/error.hh"
#include "base/text.hh"
#include "batch/layout.hh"
#include "batch/zip_file.hh"
#include "cli/class_work.hh"
#include "cli/output.hh"
#include "reports/catalog.hh"
#include "reports/feedback.hh"
#include "reports/orders.hh"

namespace sockgrade::cli {

namespace {

namespace fs = std::filesystem;

// What is not done yet is left out.
std::vector<reports::GradedExercise> exercises_of_student(batch::Store& store,
                                                          const reports::ClassSummary& summary,
                                                          const std::string& key) {
    std::vector<reports::GradedExercise> exercises;
    for (const reports::ClassLine& line : summary.lines)
        if (line.submission == key && line.outcome != "open")
            exercises.push_back({line, store.result(key, line.exercise)});
    return exercises;
}

std::string title_for(batch::Store& store, const batch::StudentRow& student) {
    const std::string& who = student.name.empty() ? student.key : student.name;
    return fmt::format("{}: {}", store.run_info()->title, who);
}

reports::StudentTotal total_of(const reports::ClassSummary& summary, const std::string& key) {
    for (reports::StudentTotal& one : reports::totals_of(summary))
        if (one.submission == key) return one;
    return {};
}

// The page is what people read; Gradescope reads its own.
OutputOptions options_for(const OutputOptions& asked, batch::Layout layout, const std::string& name) {
    OutputOptions options = asked;
    if (layout == batch::Layout::gradescope)
        options.format = "gradescope";
    else if (options.format == "text")
        options.format = "html";
    if (options.format != "html" && options.format != "gradescope" && options.format != "markdown")
        throw UsageError(
            fmt::format("--layout {} writes pages: html or markdown, not {}", name, asked.format));
    return options;
}

void write_folder(const std::string& folder, const std::vector<batch::ZipEntry>& files) {
    for (const batch::ZipEntry& one : files) {
        const fs::path file = fs::path(folder) / one.path;
        std::error_code error;
        fs::create_directories(file.parent_path(), error);
        if (error)
            throw UsageError(
                fmt::format("can't make the folder '{}': {}", file.parent_path().string(), error.message()));
        write_file(file.string(), one.text);
    }
}

}  // namespace

std::string student_report(batch::Store& store, const OutputOptions& options,
                           const reports::ClassSummary& summary, const batch::StudentRow& student) {
    const std::vector<reports::GradedExercise> exercises = exercises_of_student(store, summary, student.key);
    const model::Result all =
        reports::all_in_one(store.run_info()->assignment, title_for(store, student), exercises);
    const reports::Format& format = reports::format_named(options.format);
    reports::ReportOptions how = report_options(options);
    how.grade = reports::counted_grade(exercises);
    return reports::counted_report(format, shown_to(options, format, all), how, exercises,
                                   total_of(summary, student.key));
}

void write_student_report(batch::Store& store, const OutputOptions& options,
                          const reports::ClassSummary& summary, const batch::StudentRow& student) {
    const std::vector<reports::GradedExercise> exercises = exercises_of_student(store, summary, student.key);
    const model::Result all =
        reports::all_in_one(store.run_info()->assignment, title_for(store, student), exercises);
    write_result_as(options, all, [&](const model::Result& shown, const reports::ReportOptions& options_of) {
        reports::ReportOptions how = options_of;
        how.grade = reports::counted_grade(exercises);
        return reports::counted_report(reports::format_named(options.format), shown, how, exercises,
                                       total_of(summary, student.key));
    });
}

void write_layout(batch::Store& store, const std::string& name, const std::vector<std::string>& students,
                  const OutputOptions& asked, const reports::ClassSummary& summary) {
    const batch::Layout layout = batch::layout_named(name).value();
    const OutputOptions options = options_for(asked, layout, name);
    std::vector<batch::ZipEntry> files;
    std::vector<std::string> others;
    for (const batch::StudentRow& student : store.students()) {
        if (!is_wanted(students, student.key, student.id, student.name)) continue;
        // Who handed in nothing has nothing to be read.
        if (student.key.starts_with("absent:")) continue;
        if (exercises_of_student(store, summary, student.key).empty()) continue;
        const auto place = batch::place_in(layout, student, options.format == "markdown" ? ".md" : ".html");
        if (place)
            files.push_back({*place, student_report(store, options, summary, student)});
        else
            others.push_back(quote(student.key, 60));
    }
    if (files.empty())
        throw UsageError(
            fmt::format("no hand-in in '{}' has a name that {} gave it, so nothing could be taken "
                        "back there",
                        store.folder(), name));
    if (options.output.ends_with(".zip"))
        batch::write_zip(options.output, files);
    else
        write_folder(options.output, files);
    std::string said = fmt::format("{} for {}\n", count_of(files.size(), "page"), name);
    if (!others.empty())
        said += fmt::format("note: {} not from there, and {} no page: {}\n",
                            count_of(others.size(), "hand-in is", "hand-ins are"),
                            others.size() == 1 ? "has" : "have", list_of(others));
    std::fputs(reports::lines_without_orders(said).c_str(), stderr);
}

}  // namespace sockgrade::cli
