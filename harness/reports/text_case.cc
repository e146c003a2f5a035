#include "reports/text_case.hh"

#include <fmt/format.h>

#include <array>

#include "base/text.hh"
#include "reports/conversation.hh"
#include "reports/source_line.hh"
#include "reports/telling.hh"
#include "reports/text_difference.hh"
#include "reports/wording.hh"

namespace sockgrade::reports {

namespace {

using Status = model::Finding::Status;

constexpr std::size_t kMostSteps = 5;
constexpr std::size_t kMostOfStep = 230;

// Of a question, the answer, and the right one where the spec allows to show it.
void show_answer(Page& page, const model::Finding& finding) {
    page.labelled("question", finding.requirement);
    page.labelled("answer", finding.got);
    page.labelled("right", finding.awaited);
    page.labelled(finding.status == Status::not_met ? "wrong" : "note", finding.detail);
}

void show_finding(Page& page, const model::Finding& finding) {
    switch (finding.status) {
        case Status::met:
            page.labelled("met", finding.requirement);
            break;
        case Status::not_met:
            page.labelled("required", finding.requirement);
            break;
        case Status::undecided:
            page.labelled("undecided", finding.requirement);
            break;
    }
    if (finding.status == Status::not_met) show_difference(page, finding.awaited, finding.got);
    page.labelled("detail", finding.detail);
    for (const std::string& note : finding.notes) page.labelled("note", note);
}

void show_findings(Page& page, const model::CaseResult& result) {
    std::size_t left_out = 0;
    std::size_t shown = 0;
    for (const model::Finding& finding : result.findings) {
        if (!result.question.empty()) {
            show_answer(page, finding);
            continue;
        }
        const bool failed = finding.status == Status::not_met;
        if (!page.verbose() && (!failed || shown > 0)) {
            left_out += failed ? 1 : 0;
            continue;
        }
        if (shown++ > 0) page.line();
        show_finding(page, finding);
    }
    if (left_out > 0)
        page.labelled("also",
                      fmt::format("{} not met either; --verbose shows {}",
                                  count_of(left_out, "more requirement was", "more requirements were"),
                                  left_out == 1 ? "it" : "them"));
}

void show_causes(Page& page, const model::CaseResult& result) {
    bool is_placed = false;
    const auto line = source_line(result);
    for (const model::Diagnosis& diagnosis : result.diagnoses) {
        page.labelled("why", diagnosis.message);
        page.labelled("hint", diagnosis.hint);
        is_placed |=
            line && diagnosis.message.find(fmt::format("line {}", line->number)) != std::string::npos;
    }
    if (result.verdict == model::Verdict::failed) page.labelled("hint", result.hint);
    if (line && !is_placed)
        page.labelled("line", place_of(*line) + (line->text.empty() ? "" : "  " + line->text));
}

void show_conversation(Page& page, const model::CaseResult& result, std::string_view when = {}) {
    const std::vector<Line> all = page.verbose() ? whole_conversation(result) : conversation(result);
    if (all.empty()) return;
    const std::vector<Line> lines = page.verbose() ? all : deciding(all, kMostSteps);
    bool marked = false;
    bool unmarked = false;
    for (const Line& line : lines) (line.decisive ? marked : unmarked) = true;
    page.line();
    page.line(fmt::format(
        "  {}{}{}{}:", marked && !unmarked ? "what decided" : "what happened", when,
        lines.size() < all.size() ? fmt::format(", {} of {} steps", lines.size(), all.size()) : "",
        marked && unmarked ? " (> marks what decided)" : ""));
    const auto seconds = [](const Line& line) {
        return fmt::format("{:.3f} s", static_cast<double>(line.at_us) / 1e6);
    };
    const std::size_t digits = std::to_string(lines.back().step).size();
    const std::size_t time = seconds(lines.back()).size();
    for (const Line& line : lines)
        page.hanging(fmt::format("  {} {:>{}}  {:>{}}  ", line.decisive ? '>' : ' ', line.step, digits,
                                 seconds(line), time),
                     page.verbose() ? line.text : one_line(line.text, kMostOfStep),
                     line.decisive ? Paint::bold : Paint::dim);
}

// With its own conversation only where that is another one.
void show_smallest(Page& page, const model::SmallestStory& story) {
    page.line();
    page.labelled(story.repeats ? "smallest" : "unsteady", story.story);
    for (const std::string& part : story.left_out) page.labelled("left out", part);
    if (!story.repeats)
        show_conversation(page, story.run, " when it went otherwise");
    else if (!story.left_out.empty())
        show_conversation(page, story.run, " in the smallest");
}

}  // namespace

std::string explanation(const model::CaseResult& result, const ReportOptions& options) {
    Page page(options);
    const auto part = [&](const auto& show) {
        Page one(options);
        show(one, result);
        return std::move(one).take();
    };
    const std::string causes = part(show_causes);
    const std::string findings = part(show_findings);
    const std::string lead = part([](Page& one, const auto& of) {
        if (const std::string text = lead_of(of); !text.empty()) one.hanging("  ", text);
    });
    // What helps goes first; of a question that is its answer.
    for (const std::string& text :
         result.question.empty() ? std::array{lead, causes, findings} : std::array{lead, findings, causes}) {
        if (!text.empty() && !page.empty()) page.line();
        page.append(text);
    }
    const bool of_pair = result.shown_transcript < result.transcripts.size() && !result.blamed.empty();
    show_conversation(page, result,
                      of_pair ? fmt::format(", the program being the {}",
                                            to_string(result.transcripts[result.shown_transcript].plan.role))
                              : "");
    for (const model::SmallestStory& story : result.smallest) show_smallest(page, story);
    return std::move(page).take();
}

std::string commands(const model::CaseResult& result, const ReportOptions& options) {
    Page page(options);
    if (result.reproduce.empty()) return "";
    // Never folded: it is there to be copied.
    page.line(page.painted(Paint::dim, "  repeat    ") + plain_line(result.reproduce));
    for (const model::SmallestStory& story : result.smallest)
        if (story.repeats && !story.left_out.empty())
            page.line(page.painted(Paint::dim, "  smallest  ") + plain_line(story.run.reproduce));
    return std::move(page).take();
}

std::string story_of(const model::CaseResult& result, const ReportOptions& options) {
    const ReportOptions how{.color = false, .columns = 80, .verbose = options.verbose};
    Page page(how);
    if (result.verdict == model::Verdict::passed) {
        for (const model::Finding& finding : result.findings)
            for (const std::string& note : finding.notes) page.labelled("note", note);
        return std::move(page).take();
    }
    std::string why = explanation(result, how);
    why.erase(why.find_last_not_of('\n') + 1);
    page.append(why);
    if (!why.empty()) page.line();
    const std::string repeat = commands(result, how);
    if (!repeat.empty()) page.line();
    page.append(repeat);
    return std::move(page).take();
}

}  // namespace sockgrade::reports
