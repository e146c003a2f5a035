// A class for spreadsheets and grade books.
#include <fmt/format.h>

#include <map>

#include "base/text.hh"
#include "reports/class_summary.hh"
#include "reports/class_why.hh"
#include "reports/csv_text.hh"
#include "reports/wording.hh"

namespace sockgrade::reports {

namespace {

std::string late_cell(const ClassLine& line) { return line.late || line.days_late > 0 ? "late" : ""; }

std::string csv_row(const ClassLine& line) {
    std::string text = fmt::format("{},{},{},{},{},{},{},{},", csv_text(line.student), csv_text(line.id),
                                   csv_text(line.submission), late_cell(line), csv_text(line.exercise),
                                   status_of(line), points_of(line), points_text(most_of(line)));
    text += fmt::format("{},{},{},{},{},{},{},", csv_text(line.failed), csv_text(line.unsure), line.attempts,
                        csv_text(why_of(line)), csv_text(line.program), line.seed, csv_text(line.isolation));
    return text + fmt::format("{},{},{},{},{},{},{}\r\n", csv_text(line.handed_in),
                              line.handed_in.empty() ? "" : std::to_string(line.days_late),
                              line.percent_taken, reached_of(line),
                              line.corrected ? csv_text(line.corrected->reason) : "",
                              csv_text(line.corrected ? "" : list_of(open_answers(line))),
                              seconds_of(line.duration_ms));
}

}  // namespace

std::string class_csv(const ClassSummary& summary) {
    std::string text = std::string(kCsvMark) +
                       "student,id,submission,late,exercise,result,points,max_points,failed,unsure,tries,why,"
                       "program,seed,isolation,handed_in,days_late,percent_taken,reached,"
                       "corrected_because,for_a_person,duration_s\r\n";
    for (const ClassLine& line : summary.lines) text += csv_row(line);
    return text;
}

std::string class_matrix(const ClassSummary& summary) {
    const std::vector<std::string> exercises = exercises_of(summary);
    std::string text = std::string(kCsvMark) + "student,id,submission";
    for (const std::string& exercise : exercises) text += "," + csv_text(exercise);
    text += ",total\r\n";
    const std::vector<StudentTotal> totals = totals_of(summary);
    std::size_t student = 0;
    for (std::size_t i = 0; i < summary.lines.size(); ++student) {
        const ClassLine& first = summary.lines[i];
        std::map<std::string, std::string> points;
        for (; i < summary.lines.size() && summary.lines[i].submission == first.submission; ++i)
            points[summary.lines[i].exercise] = is_open(summary.lines[i]) ? "" : points_of(summary.lines[i]);
        text +=
            fmt::format("{},{},{}", csv_text(first.student), csv_text(first.id), csv_text(first.submission));
        for (const std::string& exercise : exercises) text += "," + points[exercise];
        const auto& total = totals.at(student).points;
        text += fmt::format(",{}\r\n", total ? points_text(*total) : "");
    }
    return text;
}

}  // namespace sockgrade::reports
