// The table of students. It works without a script; what its rows unfold to, which is most of a class's
// results, is data with each text in it once.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "base/text.hh"
#include "reports/class_page_parts.hh"
#include "reports/class_why.hh"
#include "reports/json_text.hh"
#include "reports/wording.hh"

namespace sockgrade::reports::html {

namespace {

constexpr std::size_t kMostSummary = 240;

// The verdicts by the numbers that the data has them under; class.js has the same.
constexpr std::string_view kVerdicts[] = {"passed", "failed", "skipped", "unsupported", "inconclusive"};

std::size_t number_of_verdict(std::string_view verdict) {
    const auto* found = std::find(std::begin(kVerdicts), std::end(kVerdicts), verdict);
    return found == std::end(kVerdicts) ? std::size(kVerdicts) - 1
                                        : static_cast<std::size_t>(found - std::begin(kVerdicts));
}

// Texts by number, the empty one first.
class Words {
  public:
    Words() { number_of(""); }

    std::size_t number_of(const std::string& any) {
        const std::string word = one_line(any, kMostSummary);
        const auto [place, is_new] = numbers_.emplace(word, list_.size());
        if (is_new) list_.push_back(word);
        return place->second;
    }
    Json list() const { return list_; }

  private:
    std::map<std::string, std::size_t> numbers_;
    std::vector<std::string> list_;
};

// One student's lines.
struct Student {
    std::vector<const ClassLine*> lines;

    const ClassLine& first() const { return *lines.front(); }
    bool has_lines() const { return !lines.empty(); }
};

std::vector<Student> students_of(const ClassSummary& summary) {
    std::vector<Student> students;
    std::map<std::string, std::size_t> places;
    for (const ClassLine& line : summary.lines) {
        const auto [place, is_new] = places.emplace(line.submission, students.size());
        if (is_new) students.emplace_back();
        students[place->second].lines.push_back(&line);
    }
    return students;
}

Json case_as_data(const ClassCase& one, const ExerciseFigures& figures, Words& words) {
    const bool has_why = one.verdict == "failed" && !one.why.empty();
    Json data = {place_of(figures, one.id), number_of_verdict(one.verdict), one.points,
                 words.number_of(one.verdict == "passed" ? ""
                                 : has_why               ? one.why
                                                         : one.summary),
                 words.number_of(has_why ? "" : one.cause)};
    while (data.size() > 3 && data.back() == 0) data.erase(data.size() - 1);
    return data;
}

// What is to be said of all cases together.
std::string remarks_of(const ClassLine& line) {
    std::string text = is_unbuilt(line) ? why_of(line) : line.message;
    if (const std::vector<std::string> open = open_answers(line); !open.empty() && !line.corrected)
        text += (text.empty() ? "" : " \u00b7 ") + fmt::format("for a person to read: {}", list_of(open));
    for (const std::string& one : {lateness_of(line), correction_of(line)})
        if (!one.empty()) text += (text.empty() ? "" : " \u00b7 ") + one;
    return text;
}

Json line_as_data(const ClassLine& line, const std::vector<ExerciseFigures>& figures, Words& words) {
    const std::size_t place = place_of(figures, line.exercise);
    Json cases = Json::array();
    // What did not compile has one reason, and no cases.
    if (!is_unbuilt(line))
        for (const ClassCase& one : line.cases) cases.push_back(case_as_data(one, figures[place], words));
    return Json::array(
        {place, words.number_of(remarks_of(line)), words.number_of(line.program), std::move(cases)});
}

// What class.js reads. Within the element nothing may end it or begin another.
Markup data_of(const std::vector<Student>& students, const std::vector<ExerciseFigures>& figures) {
    Words words;
    Json rows = Json::array();
    for (const Student& student : students) {
        Json lines = Json::array();
        for (const ClassLine* line : student.lines) lines.push_back(line_as_data(*line, figures, words));
        rows.push_back(std::move(lines));
    }
    Json exercises = Json::array();
    for (const ExerciseFigures& one : figures) {
        Json cases = Json::array();
        for (const CaseFigures& of_case : one.cases)
            cases.push_back({one_line(of_case.shown.id, 100), one_line(of_case.shown.title, 200),
                             one_line(of_case.shown.level, 20), of_case.shown.max_points,
                             of_case.shown.is_hidden ? 1 : 0});
        exercises.push_back({{"name", one_line(one.exercise)}, {"cases", std::move(cases)}});
    }
    const Json data{{"words", words.list()}, {"exercises", std::move(exercises)}, {"rows", std::move(rows)}};
    std::string safe;
    for (const char c : printed(data, -1)) {
        if (c == '<' || c == '>' || c == '&')
            safe += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        else
            safe += c;
    }
    return element("script", {{"type", "application/json"}, {"id", "class-data"}}, ours(safe));
}

Markup cell_of(const ClassLine* line, const ClassPageOptions& options) {
    if (line == nullptr)
        return element("td", {{"data-value", "-2"}}, element("span", {{"class", "idle"}}, "\u2013"));
    const Look look = look_of(*line);
    const bool has_points = line->outcome == "graded" || line->corrected;
    Markup what = has_points ? icon(look.kind, look.word) + text(points_in_table(*line))
                             : icon(look.kind) + text(look.word);
    const std::string page = options.page_of ? options.page_of(*line) : "";
    const std::string kind = fmt::format("grade {}", look.kind);
    what = page.empty() ? element("span", {{"class", kind}}, what)
                        : element("a", {{"class", kind}, {"href", relative_link(page)}}, what);
    if (!lateness_of(*line).empty()) what += text(" ") + element("span", {{"class", "tag"}}, "late");
    if (line->corrected) what += text(" ") + element("span", {{"class", "tag"}}, "corrected");
    return element(
        "td",
        {{"data-value", fmt::format("{:.4f}", part_of_points(*line))}, {"data-kind", std::string(look.word)}},
        what);
}

// While somebody has to look at one of them, the sum is not what the student will have.
struct Sum {
    double points = 0;
    bool is_open = false;
    bool has_any = false;

    std::string said() const {
        if (!is_open) return points_text(points);
        return has_any ? points_text(points) + " so far" : "\u2013";
    }
    std::string place() const { return is_open && !has_any ? "-1" : points_text(points); }
};

Sum sum_of(const Student& student) {
    Sum sum;
    for (const ClassLine* line : student.lines) {
        sum.is_open = sum.is_open || is_open(*line);
        const bool is_counted = line->corrected || line->outcome == "graded" || !is_open(*line);
        sum.has_any = sum.has_any || is_counted;
        if (is_counted) sum.points += value_of(*line).value_or(0);
    }
    return sum;
}

Markup row_of(const Student& student, const std::vector<ExerciseFigures>& figures,
              const ClassPageOptions& options) {
    const ClassLine& first = student.first();
    const std::string shown = one_line(first.student.empty() ? first.submission : first.student, 120);
    Markup who = name(shown);
    if (!first.id.empty() && first.id != shown)
        who += element("span", {{"class", "id"}}, name(one_line(first.id, 60)));
    Markup cells = element("th", {{"scope", "row"}}, who);
    for (const ExerciseFigures& one : figures) {
        const auto line =
            std::find_if(student.lines.begin(), student.lines.end(),
                         [&](const ClassLine* other) { return other->exercise == one.exercise; });
        cells += cell_of(line == student.lines.end() ? nullptr : *line, options);
    }
    const Sum points = sum_of(student);
    const std::string sum = points.said();
    const std::string page = options.page_of_student ? options.page_of_student(first.submission) : "";
    const Markup total =
        page.empty()
            ? text(sum)
            : element("a", {{"href", relative_link(page)}, {"aria-label", sum + ": all exercises"}}, sum);
    return element("tr", cells + element("td", {{"class", "number"}, {"data-value", points.place()}}, total));
}

// Widths that are known beforehand: else the whole table is measured again with each piece of it that
// arrives.
Markup columns_of(const std::vector<ExerciseFigures>& figures) {
    Markup columns = void_element("col", {{"class", "who"}});
    for (std::size_t i = 0; i < figures.size(); ++i)
        columns += void_element("col", {{"class", "of-exercise"}});
    return element("colgroup", columns + void_element("col", {{"class", "sum"}}));
}

Markup option(std::string_view value, std::string_view title) {
    return element("option", {{"value", std::string(value)}}, title);
}

// Shown by the script, which they need.
Markup controls_of(const std::vector<ExerciseFigures>& figures) {
    Markup exercises = option("", "any exercise");
    for (std::size_t i = 0; i < figures.size(); ++i)
        exercises += option(std::to_string(i), one_line(figures[i].exercise, 80));
    Markup results = option("", "any result");
    for (const char* word : {"to look at", "passed", "failed", "did not compile", "missing", "by hand",
                             "inconclusive", "unclear", "refused", "trouble", "not done yet"})
        results += option(word, word);
    const auto labelled = [](const char* label, const Markup& control) {
        return element("label", element("span", {{"class", "label"}}, label) + control);
    };
    return element(
        "form",
        {{"class", "controls"}, {"role", "search"}, {"aria-label", "Find students"}, {"hidden", "hidden"}},
        labelled("Name or id", void_element("input", {{"type", "search"},
                                                      {"id", "find-name"},
                                                      {"autocomplete", "off"},
                                                      {"spellcheck", "false"}})) +
            labelled("Exercise", element("select", {{"id", "find-exercise"}}, exercises)) +
            labelled("Result", element("select", {{"id", "find-result"}}, results)) +
            labelled("Failed case", element("select", {{"id", "find-case"}}, option("", "any case"))) +
            element("button", {{"type", "button"}, {"class", "show-all"}}, "Show all"));
}

}  // namespace

Look look_of(const ClassLine& line) {
    if (is_decided_by_hand(line)) return {"idle", "by hand"};
    if (is_unbuilt(line)) return {"fail", "did not compile"};
    if (line.outcome == "open") return {"idle", "not done yet"};
    if (line.outcome == "missing") return {"idle", "missing"};
    if (line.outcome == "graded") {
        if (is_open(line) && line.verdict != "inconclusive") return {"look", "to look at"};
        if (line.verdict == "passed") return {"pass", "passed"};
        if (line.verdict == "failed") return {"fail", "failed"};
        return {"look", "inconclusive"};
    }
    for (const std::string_view word : {"unclear", "refused", "trouble"})
        if (line.outcome == word) return {"look", word};
    return {"look", "to look at"};
}

Markup students_section(const ClassSummary& summary, const std::vector<ExerciseFigures>& figures,
                        const ClassPageOptions& options) {
    const std::vector<Student> students = students_of(summary);
    Markup rows;
    for (const Student& student : students) rows += row_of(student, figures, options);
    Markup heads = column_head("Student");
    for (const ExerciseFigures& one : figures)
        heads += element("th", {{"scope", "col"}}, name(one_line(one.exercise, 80)));
    heads += column_head("Points", "number");
    const Markup table =
        element("table", {{"id", "student-table"}, {"class", "students"}},
                element("caption", {{"class", "said"}}, "Students and their exercises") +
                    columns_of(figures) + element("thead", element("tr", heads)) + element("tbody", rows));
    const std::string count = count_of(students.size(), "student");
    return element(
        "section", {{"aria-labelledby", "students"}},
        element("h2", {{"id", "students"}}, "Students") + controls_of(figures) +
            element("p", {{"id", "shown-count"}, {"class", "quiet small"}, {"role", "status"}}, count) +
            scroll_of("Students", students.size(), table) + data_of(students, figures));
}

}  // namespace sockgrade::reports::html
