#include "reports/html_case.hh"

#include <fmt/format.h>

#include "base/text.hh"
#include "reports/html_bytes.hh"
#include "reports/html_page.hh"
#include "reports/html_story.hh"
#include "reports/source_line.hh"
#include "reports/telling.hh"
#include "reports/wording.hh"

namespace sockgrade::reports::html {

namespace {

using model::CaseResult;
using model::Finding;
using model::Verdict;
using Status = Finding::Status;

constexpr std::size_t kStepsOfPassed = 40;

Markup paragraph(std::string_view label, const Markup& content) {
    return element("p", element("span", {{"class", "label"}}, label) + text(" ") + content);
}

Markup notes_of(const std::vector<std::string>& notes) {
    Markup items;
    for (const std::string& note : notes) items += element("li", text(note));
    return items.empty() ? items : element("ul", {{"class", "notes inner"}}, items);
}

// Detail often is what a tool said, in several lines.
Markup detail_of(const std::string& detail) {
    if (detail.empty()) return {};
    if (detail.find('\n') == std::string::npos) return element("p", text(detail));
    return element("pre", {{"class", "detail"}}, output(detail, 6'000));
}

Markup not_met(const Finding& finding) {
    Markup title = text("Not met: " + finding.requirement);
    if (finding.cause) title += text(" ") + element("span", {{"class", "tag"}}, to_string(*finding.cause));
    return element("section", {{"class", "finding"}},
                   element("h4", title) + difference(finding.awaited, finding.got) +
                       detail_of(finding.detail) + notes_of(finding.notes));
}

// Requirements that were met or not decided, in one line each.
Markup others(const CaseResult& result) {
    Markup items;
    std::size_t met = 0;
    std::size_t open = 0;
    for (const Finding& finding : result.findings) {
        if (finding.status == Status::not_met) continue;
        ++(finding.status == Status::met ? met : open);
        items += element(
            "li", text((finding.status == Status::met ? "Met: " : "Not decided: ") + finding.requirement) +
                      notes_of(finding.notes));
    }
    if (items.empty()) return items;
    std::string title = met > 0 ? count_of(met, "requirement was met", "requirements were met") : "";
    if (open > 0)
        title += fmt::format("{}{} not decided", title.empty() ? "" : ", ",
                             met > 0 ? std::to_string(open) : count_of(open, "requirement"));
    const Markup list = element("ul", {{"class", "small"}}, items);
    if (result.verdict != Verdict::failed) return element("div", {{"class", "block"}}, list);
    return element("details", {{"class", "block"}}, element("summary", title) + list);
}

// What neither passed nor failed says why beside its title.
bool is_told_below(const CaseResult& result) {
    return result.verdict == Verdict::passed || result.verdict == Verdict::failed;
}

Markup answer_of(const CaseResult& result, const Finding& finding) {
    Markup rows;
    const auto row = [&](const char* kind, const char* label, const std::string& value) {
        if (!value.empty())
            rows += element(
                "div", {{"class", kind}},
                element("dt", label) + element("dd", element("span", {{"class", "bytes"}}, bytes(value))));
    };
    row("got", "Answer", finding.got);
    row("awaited", "Right", finding.awaited);
    const bool told = !is_told_below(result) && finding.detail == result.summary;
    return (rows.empty() ? rows : element("dl", {{"class", "compare"}}, rows)) +
           (told ? Markup{} : detail_of(finding.detail));
}

Markup findings_of(const CaseResult& result) {
    Markup all;
    for (const Finding& finding : result.findings) {
        if (!result.question.empty())
            all += answer_of(result, finding);
        else if (finding.status == Status::not_met)
            all += not_met(finding);
    }
    return result.question.empty() ? all + others(result) : all;
}

Markup causes_of(const CaseResult& result) {
    Markup all;
    for (const model::Diagnosis& one : result.diagnoses) {
        Markup why = paragraph("Likely cause", text(one.message));
        if (!one.hint.empty()) why += paragraph("What helps", text(one.hint));
        all += element("div", {{"class", "why"}}, why);
    }
    if (result.verdict == Verdict::failed && !result.hint.empty())
        all += element("div", {{"class", "why"}}, paragraph("Hint", text(result.hint)));
    if (const auto line = source_line(result))
        all += element("p", {{"class", "line-of-source"}},
                       element("span", {{"class", "label"}}, "Line") + text(" ") +
                           element("code", place_of(*line) + (line->text.empty() ? "" : "  " + line->text)));
    return all;
}

Markup blame_of(const CaseResult& result) {
    if (result.blamed.empty()) return {};
    if (result.blamed == "neither")
        return element(
            "p",
            "Each program keeps to the rules of its own exercise, and the two do not agree all the same.");
    return element("p",
                   text("The rules were broken first by the ") + element("b", result.blamed) + text("."));
}

Markup command(std::string_view what, const std::string& line) {
    return element("div", {{"class", "command"}},
                   element("code", line) + element("button",
                                                   {{"class", "copy"},
                                                    {"type", "button"},
                                                    {"hidden", "hidden"},
                                                    {"aria-label", fmt::format("Copy {}", what)}},
                                                   "Copy"));
}

Markup commands_of(const CaseResult& result) {
    if (result.reproduce.empty()) return {};
    Markup all = element("h4", "Repeat it") + command("the command that repeats it", result.reproduce);
    for (const model::SmallestStory& story : result.smallest)
        if (story.repeats && !story.left_out.empty())
            all += command("the command that repeats the smallest story", story.run.reproduce);
    return element("div", {{"class", "block"}}, all);
}

Markup smallest_of(const model::SmallestStory& story, const StoryLimits& limits) {
    Markup all =
        element("h4", story.repeats ? "The smallest story that fails so" : "It does not always fail") +
        element("p", text(story.story));
    Markup items;
    for (const std::string& part : story.left_out) items += element("li", text("Left out: " + part));
    if (!items.empty()) all += element("ul", {{"class", "small"}}, items);
    if (!story.repeats || !story.left_out.empty()) {
        const char* title = story.repeats ? "The smallest story" : "What happened when it went otherwise";
        all += diagram(story.run, limits, title) + conversation_table(story.run, limits, title, false);
    }
    return element("section", {{"class", "body-part"}}, all);
}

Markup happenings_of(const CaseResult& result, const ReportOptions& options) {
    const bool failed = result.verdict == Verdict::failed;
    StoryLimits limits;
    limits.every_event = options.verbose;
    if (!failed) limits.steps = kStepsOfPassed;
    if (options.verbose) limits.rows = 2'000;
    std::string title = "What happened";
    if (result.shown_transcript < result.transcripts.size() && !result.blamed.empty())
        title += fmt::format(", the program being the {}",
                             to_string(result.transcripts[result.shown_transcript].plan.role));
    Markup all;
    if (failed) all += diagram(result, limits, title);
    all += conversation_table(result, limits, failed ? title + ", in words" : title, false);
    all += printed_output(result);
    for (const model::SmallestStory& story : result.smallest) all += smallest_of(story, limits);
    return all;
}

Markup lead_of_case(const CaseResult& result) {
    const std::string lead =
        result.verdict == Verdict::failed && result.blamed.empty() ? lead_of(result) : "";
    return lead.empty() ? Markup{} : element("p", {{"class", "lead"}}, text(lead));
}

Markup body_of(const CaseResult& result, const ReportOptions& options, const Markup& same_as) {
    Markup all = lead_of_case(result);
    if (!same_as.empty()) return all + same_as + commands_of(result);
    all += blame_of(result) + causes_of(result) + findings_of(result) + happenings_of(result, options) +
           commands_of(result);
    if (!all.empty()) return all;
    return element("p", {{"class", "quiet"}},
                   result.is_hidden      ? "What it does is not shown."
                   : result.for_a_person ? "Your instructor looks at it."
                                         : "There is nothing more to say about it.");
}

Markup title_and_about(const CaseResult& result, bool is_open) {
    Markup what = element("h3", name(result.title.empty() ? result.id : result.title));
    Markup about = element("span", {{"class", "id"}}, text(result.id));
    if (result.is_hidden) about += text(" ") + element("span", {{"class", "tag"}}, "hidden");
    if (result.level != model::Level::must)
        about += text(" ") + element("span", {{"class", "tag"}}, to_string(result.level) + ", not required");
    what += element("span", {{"class", "about"}}, about);
    const bool is_folded_failure = result.verdict == Verdict::failed && !is_open;
    if (is_folded_failure || !is_told_below(result))
        what += element("span", {{"class", "reason"}},
                        text(is_folded_failure ? short_reason(result) : reason_of(result)));
    return what;
}

Markup head_of_case(const CaseResult& result, bool is_open) {
    const Markup points = judged(result)
                              ? element("b", std::to_string(result.points)) +
                                    text(fmt::format("/{}", result.max_points)) + said_only(" points")
                              : element("b", "\u2013") + text(fmt::format("/{}", result.max_points)) +
                                    said_only(" points, not judged");
    return element("summary", badge(look_of(result)) +
                                  element("span", {{"class", "what"}}, title_and_about(result, is_open)) +
                                  element("span", {{"class", "points"}}, points));
}

}  // namespace

std::string case_anchor(std::size_t index) { return fmt::format("case-{}", index + 1); }

Markup case_of(const CaseResult& result, std::size_t index, const ReportOptions& options,
               const Markup& same_as, bool is_open) {
    Attributes attributes{
        {"class", "case"}, {"id", case_anchor(index)}, {"data-word", std::string(look_of(result).word)}};
    if (is_open) attributes.push_back({"open", "open"});
    return element("details", attributes,
                   head_of_case(result, is_open) +
                       element("div", {{"class", "body"}}, body_of(result, options, same_as)));
}

Markup skipped_case(const CaseResult& result, std::size_t index) {
    return element("li", {{"id", case_anchor(index)}}, title_and_about(result, true));
}

Markup skipped_cases(const std::vector<const CaseResult*>& skipped, const Markup& each) {
    int points = 0;
    for (const CaseResult* one : skipped) points += one->max_points;
    const Look look = look_of(Verdict::skipped);
    const Markup head = badge(look) +
                        element("span", {{"class", "what"}}, element("h3", skipped_in_words(skipped))) +
                        element("span", {{"class", "points"}},
                                element("b", "0") + text(fmt::format("/{}", points)) + said_only(" points"));
    return element("details", {{"class", "case"}, {"data-word", std::string(look.word)}},
                   element("summary", head) +
                       element("div", {{"class", "body"}}, element("ul", {{"class", "not-run"}}, each)));
}

}  // namespace sockgrade::reports::html
