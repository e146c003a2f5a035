#include "diagnoses/gap_reports.hh"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <utility>

#include "diagnoses/clues.hh"
#include "wording/reports.hh"

namespace sockgrade::diagnoses {

namespace event = model::event;
using What = GapReport::What;

namespace {

constexpr std::array kWords = {std::pair{"missing", What::missing}, std::pair{"doubled", What::doubled},
                               std::pair{"late", What::late}};

std::optional<std::size_t> number_at(std::string_view text) {
    std::size_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    return read.ec == std::errc{} ? std::optional(number) : std::nullopt;
}

std::vector<GapReport> printed_reports(const std::string& output) {
    std::vector<std::string> words;
    for (const auto& [word, what] : kWords) words.emplace_back(word);
    std::vector<GapReport> reports;
    for (const wording::Report& report : wording::reports_in(words, output))
        for (const auto& [word, what] : kWords)
            if (report.kind == word) reports.push_back({what, report.number});
    return reports;
}

// A detector at work.
class Detector {
  public:
    explicit Detector(const GapRules& rules)
        : rules_(rules),
          awaited_(rules.first == GapRules::First::one ? 1 : 0),
          begun_(rules.first != GapRules::First::whatever_comes) {}

    void take(std::size_t number) {
        if (!std::exchange(begun_, true)) awaited_ = number;
        if (is_small(number)) {
            take_small(number);
            if (rules_.goes_back) awaited_ = number + 1;
        } else if (number == awaited_) {
            awaited_ = number + 1;
        } else {
            take_great(number);
            if (rules_.moves_on) awaited_ = number + 1;
        }
        came_.insert(number);
    }
    std::vector<GapReport> reports() && { return std::move(reports_); }

  private:
    bool is_small(std::size_t number) const {
        if (rules_.number != GapRules::Number::text) return number < awaited_;
        if (came_.empty()) return false;
        return came_.contains(number) || std::to_string(number) < std::to_string(awaited_ - 1);
    }
    void take_small(std::size_t number) {
        const bool doubled = rules_.small == GapRules::Small::all_doubled ||
                             (rules_.small == GapRules::Small::by_history && came_.contains(number) &&
                              (rules_.forgets_late_ones || !missing_.contains(number)));
        reports_.push_back({doubled ? What::doubled : What::late, number});
    }
    void take_great(std::size_t number) {
        for (std::size_t lost = awaited_; lost < number; ++lost) missing_.insert(lost);
        const std::size_t count = number - std::min(awaited_, number);
        so_far_ += count;
        switch (rules_.gap) {
            case GapRules::Gap::first_only:
                reports_.push_back({What::missing, awaited_});
                break;
            case GapRules::Gap::ends_only:
                reports_.push_back({What::missing, awaited_});
                if (count > 1) reports_.push_back({What::missing, number - 1});
                break;
            case GapRules::Gap::how_many:
                reports_.push_back({What::missing, count});
                break;
            case GapRules::Gap::how_many_so_far:
                reports_.push_back({What::missing, so_far_});
                break;
            case GapRules::Gap::each:
            case GapRules::Gap::with_the_one_that_came:
                for (std::size_t lost = awaited_; lost < number; ++lost)
                    reports_.push_back({What::missing, lost});
                if (rules_.gap == GapRules::Gap::with_the_one_that_came)
                    reports_.push_back({What::missing, number});
                break;
        }
    }

    GapRules rules_;
    std::size_t awaited_;
    bool begun_;
    std::set<std::size_t> came_;
    std::set<std::size_t> missing_;
    std::size_t so_far_ = 0;
    std::vector<GapReport> reports_;
};

// The order within what one datagram brings about is a right program's own.
bool same(std::vector<GapReport> a, std::vector<GapReport> b) {
    std::sort(a.begin(), a.end());
    std::sort(b.begin(), b.end());
    return a == b;
}

// The case asks for reports, and not all were met; of a program that has ended its end wants explaining.
bool asks_for_reports(const Failure& failure) {
    const model::Plan& plan = failure.transcript.plan;
    if (plan.role != model::Role::receiver || plan.transport != model::Transport::udp) return false;
    if (unmet_pattern(failure) == nullptr || ended(failure).has_value()) return false;
    return std::any_of(plan.steps.begin(), plan.steps.end(), [](const model::Step& step) {
        const auto* prints = std::get_if<model::Prints>(&step.action);
        return prints != nullptr && contains(prints->pattern, "missing");
    });
}

}  // namespace

std::vector<GapReport> gap_reports(const std::vector<std::string>& datagrams, const GapRules& rules) {
    // More would be no exercise; a number out of a datagram must not decide how long this takes.
    constexpr std::size_t kGreatest = 10'000;
    Detector detector(rules);
    for (const std::string& datagram : datagrams) {
        const bool one_digit = rules.number == GapRules::Number::first_digit;
        const auto number = number_at(std::string_view(datagram).substr(0, one_digit ? 1 : datagram.size()));
        if (number && *number <= kGreatest) detector.take(*number);
    }
    return std::move(detector).reports();
}

std::optional<Gaps> gaps_of(const Failure& failure) {
    if (!asks_for_reports(failure)) return std::nullopt;
    const auto& events = failure.transcript.events;
    Gaps gaps;
    std::vector<std::string> sent;
    std::size_t last = 0;
    bool linked = false;  // then the link says what arrived, and in which order
    for (const model::Event& event : events) {
        if (const auto* one = std::get_if<event::Sent>(&event.what)) {
            sent.push_back(one->bytes);
            last = event.number;
        }
        if (const auto* one = std::get_if<event::Delivered>(&event.what);
            one != nullptr && one->direction == model::Direction::to_program) {
            linked = true;
            gaps.came.push_back(one->bytes);
            last = event.number;
        }
        if (const auto* one = std::get_if<event::Printed>(&event.what))
            if (!printed_reports(one->bytes).empty()) gaps.evidence.push_back(event.number);
    }
    if (!linked) gaps.came = std::move(sent);
    gaps.printed = printed_reports(printed(failure.transcript, 0, events.size()));
    if (gaps.evidence.empty()) gaps.evidence.push_back(last);
    return gaps;
}

std::string in_words(const std::vector<GapReport>& reports) {
    if (reports.empty()) return "nothing";
    constexpr std::size_t kMost = 8;
    std::vector<std::string> words;
    for (const GapReport& report : reports) {
        if (words.size() == kMost) {
            words.emplace_back("...");
            break;
        }
        for (const auto& [word, what] : kWords)
            if (what == report.what) words.push_back(fmt::format("{} {}", word, report.number));
    }
    return fmt::format("{}", fmt::join(words, ", "));
}

std::optional<model::Diagnosis> works_like(const Failure& failure, const std::vector<GapRules>& rules,
                                           const std::string& mistake, const std::string& hint,
                                           const std::vector<GapRules>& simpler) {
    const auto gaps = gaps_of(failure);
    if (!gaps) return std::nullopt;
    const std::vector<GapReport> due = gap_reports(gaps->came, {});
    if (gaps->printed.empty() || same(gaps->printed, due)) return std::nullopt;
    const auto explains = [&](const GapRules& one) { return gaps->printed == gap_reports(gaps->came, one); };
    if (std::none_of(rules.begin(), rules.end(), explains)) return std::nullopt;
    if (std::any_of(simpler.begin(), simpler.end(), explains)) return std::nullopt;
    return model::Diagnosis{
        "",
        fmt::format("{} It reported {}, where {} was due.", mistake, in_words(gaps->printed), in_words(due)),
        hint, gaps->evidence};
}

}  // namespace sockgrade::diagnoses
