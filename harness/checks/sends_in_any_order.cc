#include <fmt/format.h>

#include <functional>
#include <optional>

#include "base/text.hh"
#include "checks/check.hh"
#include "checks/silence.hh"
#include "formats/fit.hh"
#include "telling/step.hh"

namespace sockgrade::checks {

using model::Cause;
using model::Wanted;

namespace {

// Which wanted each frame is, so that as many as can be are one: a frame may fit several of them. (Kuhn's way
// to a maximum matching.)
class Assignment {
  public:
    Assignment(const std::vector<Wanted>& wanted, const std::vector<std::string>& frames)
        : frame_of_(wanted.size()), is_used_(frames.size(), false) {
        for (const std::string& frame : frames) {
            std::vector<std::size_t> its;
            for (std::size_t i = 0; i < wanted.size(); ++i)
                if (formats::fit(wanted[i], frame)) its.push_back(i);
            fits_.push_back(std::move(its));
        }
        for (std::size_t frame = 0; frame < frames.size(); ++frame) {
            std::vector<bool> seen(wanted.size(), false);
            is_used_[frame] = place(frame, seen);
        }
    }

    bool has(std::size_t wanted) const { return frame_of_[wanted].has_value(); }
    bool uses(std::size_t frame) const { return is_used_[frame]; }

  private:
    bool place(std::size_t frame, std::vector<bool>& seen) {
        for (const std::size_t wanted : fits_[frame]) {
            if (seen[wanted]) continue;
            seen[wanted] = true;
            if (frame_of_[wanted] && !place(*frame_of_[wanted], seen)) continue;
            frame_of_[wanted] = frame;
            return true;
        }
        return false;
    }

    std::vector<std::vector<std::size_t>> fits_;
    std::vector<std::optional<std::size_t>> frame_of_;
    std::vector<bool> is_used_;
};

std::string in_words(const std::vector<std::string>& frames) {
    std::vector<std::string> all;
    for (const std::string& frame : frames) all.push_back(quote(frame, 60));
    return all.empty() ? "nothing" : list_of(all);
}

}  // namespace

model::Finding sends_in_any_order(const Question& question, const model::Expect& expect) {
    const Exchange exchange = question.reading.exchange(question.at.index);
    const std::vector<std::string> frames = question.reading.frames(question.at.index);
    const Assignment assignment(expect.wanted, frames);
    std::vector<std::string> awaited;
    std::vector<std::string> missing;
    for (std::size_t i = 0; i < expect.wanted.size(); ++i) {
        awaited.push_back(telling::describe(expect.wanted[i]));
        if (!assignment.has(i)) missing.push_back(awaited.back());
    }
    std::vector<std::string> others;
    for (std::size_t i = 0; i < frames.size(); ++i)
        if (!assignment.uses(i)) others.push_back(frames[i]);

    model::Finding finding;
    finding.requirement = fmt::format("The {} sends each of these, in any order.", question.program());
    finding.awaited = list_of(awaited);
    finding.evidence = exchange.evidence();
    if (missing.empty() && others.empty()) return finding;
    finding.got = in_words(frames);
    finding.status = model::Finding::Status::not_met;
    if (!missing.empty() && others.empty()) {
        explain_silence(finding, question.reading, question.at, &exchange,
                        frames.empty() ? Cause::no_reply : Cause::missing);
        finding.detail = fmt::format("{} did not come. {}", list_of(missing), finding.detail);
        return finding;
    }
    finding.cause = missing.empty() ? Cause::extra : Cause::wrong_content;
    finding.detail = in_words(others) + (others.size() == 1 ? " is none of them." : " are none of them.");
    if (!missing.empty()) finding.detail += ' ' + list_of(missing) + " did not come.";
    return finding;
}

}  // namespace sockgrade::checks
