// Who can talk to whom, each against each: a table that stays readable with thirty of each.
#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "base/text.hh"
#include "reports/class_page_parts.hh"
#include "reports/wording.hh"

namespace sockgrade::reports::html {

namespace {

struct Meeting {
    Look look;
    std::string sign;  // beside the icon: whose fault
    std::string told;  // in words
};

// The role's first letter.
std::string sign_of(const std::string& blamed) {
    if (blamed.empty() || blamed == "neither" ||
        std::isalpha(static_cast<unsigned char>(blamed.front())) == 0)
        return "";
    return ascii_capitals(blamed.substr(0, 1));
}

Meeting meeting_of(const MeetingCell& cell) {
    if (cell.verdict.empty()) return {{"idle", "never met"}, "", "never met"};
    if (cell.verdict == "none") return {{"idle", "no program"}, "", "one of them has no program"};
    if (cell.verdict == "passed") return {{"pass", "works"}, "", "works"};
    if (cell.verdict != "failed") return {{"look", "not judged"}, "", "not judged"};
    Meeting meeting{{"fail", "fails"}, sign_of(cell.blamed), "fails"};
    if (!cell.blamed.empty())
        meeting.told += cell.blamed == "neither" ? ", by neither's fault"
                                                 : fmt::format(", by the {}'s fault", cell.blamed);
    return meeting;
}

const MeetingCell& cell_at(const MeetingMatrix& matrix, std::size_t row, std::size_t column) {
    static const MeetingCell kNever{};
    return row < matrix.cells.size() && column < matrix.cells[row].size() ? matrix.cells[row][column]
                                                                          : kNever;
}

Markup cell(const MeetingMatrix& matrix, std::size_t row, std::size_t column) {
    const MeetingCell& shown = cell_at(matrix, row, column);
    const Meeting meeting = meeting_of(shown);
    std::string title = fmt::format("{} {} with {} {}: {}", matrix.row_role, one_line(matrix.rows[row], 60),
                                    matrix.column_role, one_line(matrix.columns[column], 60), meeting.told);
    if (!shown.summary.empty()) title += fmt::format(". {}", one_line(shown.summary, 160));
    Markup what = icon(meeting.look.kind, meeting.told);
    if (!meeting.sign.empty()) what += element("span", {{"aria-hidden", "true"}}, meeting.sign);
    return element("td", {{"class", std::string(meeting.look.kind)}, {"title", title}}, what);
}

// What the cells have no room for.
Markup failures_of(const MeetingMatrix& matrix) {
    Markup rows;
    std::size_t count = 0;
    for (std::size_t i = 0; i < matrix.rows.size(); ++i)
        for (std::size_t k = 0; k < matrix.columns.size(); ++k) {
            const MeetingCell& shown = cell_at(matrix, i, k);
            if (shown.verdict.empty() || shown.verdict == "passed") continue;
            ++count;
            rows += element("tr", element("td", name(one_line(matrix.rows[i], 120))) +
                                      element("td", name(one_line(matrix.columns[k], 120))) +
                                      element("td", text(meeting_of(shown).told)) +
                                      element("td", one_line(shown.summary, 240)));
        }
    if (count == 0) return element("p", {{"class", "small quiet"}}, "All that met understand each other.");
    const Markup head =
        element("thead", element("tr", column_head(matrix.row_role) + column_head(matrix.column_role) +
                                           column_head("How it went") + column_head("What was seen")));
    const Markup table = element("table", {{"class", "figures"}},
                                 element("caption", {{"class", "said"}}, "Meetings that did not work") +
                                     head + element("tbody", rows));
    return element("details", element("summary", fmt::format("{} that did not work, in words",
                                                             count_of(count, "meeting"))) +
                                  element("div",
                                          {{"class", "scroll"},
                                           {"tabindex", "0"},
                                           {"role", "group"},
                                           {"aria-label", "Meetings that did not work"}},
                                          table));
}

Markup legend_of(const MeetingMatrix& matrix) {
    const auto item = [](std::string_view kind, const std::string& sign, std::string_view said) {
        return element("li",
                       element("span", {{"class", fmt::format("sign {}", kind)}}, icon(kind) + text(sign)) +
                           text(" ") + text(said));
    };
    Markup items = item("pass", "", "works");
    for (const std::string& role : {matrix.row_role, matrix.column_role})
        items += item("fail", sign_of(role), fmt::format("fails by the {}'s fault", role));
    items += item("fail", "", "fails by neither's fault") + item("look", "", "not judged") +
             item("idle", "", "never met");
    return element("ul", {{"class", "legend small"}}, items);
}

}  // namespace

Markup meetings_section(const MeetingMatrix& matrix, std::size_t index) {
    const std::string anchor = fmt::format("meetings-{}", index + 1);
    const std::string title = one_line(matrix.title.empty() ? matrix.exercise : matrix.title);
    Markup heads = element("td", {{"class", "corner small quiet"}},
                           text(fmt::format("{} \u2193 {} \u2192", matrix.row_role, matrix.column_role)));
    for (const std::string& one : matrix.columns)
        heads += element("th", {{"scope", "col"}}, element("span", name(one_line(one, 60))));
    Markup rows;
    for (std::size_t i = 0; i < matrix.rows.size(); ++i) {
        Markup cells = element("th", {{"scope", "row"}}, name(one_line(matrix.rows[i], 60)));
        for (std::size_t k = 0; k < matrix.columns.size(); ++k) cells += cell(matrix, i, k);
        rows += element("tr", cells);
    }
    const std::string caption = fmt::format("{}: a row for each {}, a column for each {}", title,
                                            matrix.row_role, matrix.column_role);
    const Markup table = element("table", {{"class", "matrix"}},
                                 element("caption", {{"class", "said"}}, caption) +
                                     element("thead", element("tr", heads)) + element("tbody", rows));
    return element("section", {{"aria-labelledby", anchor}},
                   element("h2", {{"id", anchor}}, text("Who can talk to whom: ") + name(title)) +
                       legend_of(matrix) + scroll_of(caption, matrix.rows.size(), table) +
                       failures_of(matrix));
}

}  // namespace sockgrade::reports::html
