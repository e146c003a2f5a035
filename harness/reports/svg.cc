// A sequence diagram of each case as a picture.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "reports/catalog.hh"
#include "reports/diagram.hh"
#include "reports/outcome.hh"
#include "reports/svg_picture.hh"

namespace sockgrade::reports {

namespace {

struct Drawing {
    std::string heading;
    bool is_case = true;  // or the smallest story of the case before
    const char* color = kFileColors.ink;
    Diagram diagram;
    std::string instead;  // of a diagram
};

void add_drawings(std::vector<Drawing>& drawings, const model::CaseResult& one, const DiagramLimits& limits) {
    const Outcome& outcome = outcome_of(one);
    drawings.push_back({fmt::format("{}  {}: {}", outcome.mark, one.id, one.title), true,
                        one.verdict == model::Verdict::failed ? kFileColors.fault : kFileColors.ink,
                        diagram_of(one, limits), one.summary.empty() ? "It was not run." : one.summary});
    for (const model::SmallestStory& story : one.smallest) {
        const bool is_other = !story.repeats || !story.left_out.empty();
        drawings.push_back(
            {story.story, false, kFileColors.ink, is_other ? diagram_of(story.run, limits) : Diagram{}, ""});
    }
}

std::string render_svg(const model::Result& result, const ReportOptions& options) {
    const DiagramLimits limits{.lifelines = 8,
                               .rows = options.verbose ? std::size_t{2000} : std::size_t{80},
                               .bytes = options.verbose ? std::size_t{1000} : std::size_t{160}};
    std::vector<Drawing> drawings;
    for (const model::CaseResult& one : result.cases) add_drawings(drawings, one, limits);
    std::size_t most = 2;
    for (const Drawing& one : drawings) most = std::max(most, one.diagram.lifelines.size());
    Picture picture(most, kFileColors);
    const std::string title = fmt::format("{}: {}, seed {}", result.exercise, result.program, result.seed);
    picture.heading(title, 13, kFileColors.faint);
    for (const Drawing& one : drawings) {
        picture.gap(14);
        picture.heading(one.heading, one.is_case ? 15 : 12, one.color);
        if (!one.diagram.lifelines.empty())
            picture.draw(one.diagram);
        else if (!one.instead.empty())
            picture.heading(one.instead, 12, kFileColors.faint);
    }
    return std::move(picture).take(title);
}

}  // namespace

const Format formats::svg{"svg", "a picture: a sequence diagram of each case", render_svg};

}  // namespace sockgrade::reports
