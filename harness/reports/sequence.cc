// A sequence diagram of each case for a terminal.
#include <fmt/format.h>

#include <algorithm>

#include "base/columns.hh"
#include "base/text.hh"
#include "reports/catalog.hh"
#include "reports/diagram.hh"
#include "reports/outcome.hh"

namespace sockgrade::reports {

namespace {

using Kind = Row::Kind;

// Lines of `columns` columns with a bar for each lifeline, on which text and arrows are laid.
class Chart {
  public:
    Chart(Page& page, const Diagram& diagram) : page_(page), diagram_(diagram) {
        std::size_t number = 0;
        std::int64_t time = 0;
        for (const Row& row : diagram.rows) {
            number = std::max(number, row.step);
            time = std::max(time, row.at_us);
        }
        digits_ = std::to_string(number).size();
        time_ = seconds(time).size();
        const std::size_t count = diagram.lifelines.size();
        const std::size_t first = 2 + digits_ + 2 + time_ + 2 + kHalfName;
        const std::size_t last = std::max(page.columns() - 1 - kHalfName, first + 12 * count);
        for (std::size_t i = 0; i < count; ++i)
            bars_.push_back(first + (last - first) * i / std::max<std::size_t>(count - 1, 1));
        space_ = count > 1 ? bars_[1] - bars_[0] : kHalfName * 2;
    }

    void draw() {
        draw_names();
        for (const Row& row : diagram_.rows) {
            switch (row.kind) {
                case Kind::message:
                case Kind::control:
                    draw_arrow(row);
                    break;
                case Kind::note:
                case Kind::help:
                    draw_text(row, row.kind == Kind::help ? "~ " : "* ", Paint::none);
                    break;
                case Kind::broken:
                    draw_text(row, "! ", Paint::red);
                    break;
                case Kind::gap:
                    draw_text(row, "", Paint::dim);
                    break;
            }
        }
    }

  private:
    static constexpr std::size_t kHalfName = 4;

    static std::string seconds(std::int64_t at_us) {
        return fmt::format("{:.3f} s", static_cast<double>(at_us) / 1e6);
    }
    std::string label(const Row& row) const {
        if (row.number == 0) return "";
        return fmt::format("{} {:>{}}  {:>{}}  ", row.decisive ? '>' : ' ', row.step, digits_,
                           seconds(row.at_us), time_);
    }

    // Where text beside a lifeline has to end: at the last one, where there is another.
    std::size_t edge() const { return bars_.size() > 1 ? bars_.back() : page_.columns(); }

    std::string bars() const {
        std::string line(bars_.back() + 1, ' ');
        for (const std::size_t bar : bars_) line[bar] = '|';
        return line;
    }
    // `line` is ASCII right of `column`; `text` may be wider than it has bytes.
    static std::string laid(const std::string& line, std::size_t column, const std::string& text) {
        std::string left = line.substr(0, column);
        left.resize(column, ' ');
        const std::size_t end = column + columns_of(text);
        return left + text + (end < line.size() ? line.substr(end) : "");
    }

    void put(const std::string& prefix, std::string line, Paint paint) {
        line.replace(0, prefix.size(), prefix);
        page_.line(page_.painted(paint, line));
    }
    static Paint paint_of(const Row& row) {
        if (row.lost) return Paint::yellow;
        return row.decisive ? Paint::bold : Paint::none;
    }

    void draw_names() {
        std::string line;
        for (std::size_t i = 0; i < bars_.size(); ++i) {
            const std::string name = fold(plain_line(diagram_.lifelines[i]), space_ - 1).front();
            const std::size_t half = columns_of(name) / 2;
            const bool is_last = i + 1 == bars_.size();
            const std::size_t right = std::max(page_.columns(), bars_.back() + kHalfName);
            const std::size_t most = right > columns_of(name) ? right - columns_of(name) : 0;
            std::size_t column = bars_[i] > half ? bars_[i] - half : 0;
            if (is_last) column = std::min(column, most);
            const std::size_t used = columns_of(line);
            line += std::string(column > used ? column - used : (i > 0 ? 1 : 0), ' ') + name;
        }
        page_.line(page_.painted(Paint::bold, line));
        page_.line(bars());
    }

    void draw_arrow(const Row& row) {
        const std::size_t left = std::min(bars_[row.from], bars_[row.to]);
        const std::size_t right = std::max(bars_[row.from], bars_[row.to]);
        const std::size_t inner = right - left - 1;
        const std::string text = plain_line(row.text);
        std::string shaft(inner, '-');
        const bool rightwards = bars_[row.to] > bars_[row.from];
        (rightwards ? shaft.back() : shaft.front()) = row.lost ? 'x' : rightwards ? '>' : '<';
        const std::string prefix = label(row);
        if (columns_of(text) + 6 <= inner) {
            const std::size_t column = left + 1 + (inner - columns_of(text) - 2) / 2;
            put(prefix, laid(laid(bars(), left + 1, shaft), column, " " + text + " "), paint_of(row));
            return;
        }
        // Above the arrow, and beyond its end where it is short.
        const std::size_t width = inner >= 34 ? inner - 2 : edge() - left - 3;
        bool first = true;
        for (const std::string& part : fold(text, std::max<std::size_t>(width, 12))) {
            put(first ? prefix : "", laid(bars(), left + 2, part), paint_of(row));
            first = false;
        }
        put("", laid(bars(), left + 1, shaft), paint_of(row));
    }

    void draw_text(const Row& row, const std::string& sign, Paint paint) {
        const std::size_t column = bars_.front() + 2;
        const std::size_t width = std::max<std::size_t>(edge() - 1 - column - sign.size(), 20);
        std::string prefix = label(row);
        std::string before = sign;
        for (const std::string& part : fold(plain_line(row.text), width)) {
            put(prefix, laid(bars(), column, before + part), paint);
            before.assign(sign.size(), ' ');
            prefix.clear();
        }
    }

    Page& page_;
    const Diagram& diagram_;
    std::size_t digits_ = 1;
    std::size_t time_ = 1;
    std::vector<std::size_t> bars_;  // columns of the lifelines
    std::size_t space_ = 1;          // between two of them
};

std::string render_sequence(const model::Result& result, const ReportOptions& options) {
    Page page(options);
    const DiagramLimits limits{.lifelines = 5,
                               .rows = options.verbose ? std::size_t{5000} : std::size_t{60},
                               .bytes = options.verbose ? std::size_t{400} : std::size_t{100}};
    page.hanging("",
                 plain_line(fmt::format("{}: {}, seed {}", result.exercise, result.program, result.seed)));
    for (const model::CaseResult& one : result.cases) {
        const Outcome& outcome = outcome_of(one);
        page.line();
        page.hanging(fmt::format("{:<4}  ", outcome.mark),
                     plain_line(fmt::format("{}: {}", one.id, one.title)), outcome.paint);
        page.line();
        const Diagram diagram = diagram_of(one, limits);
        if (diagram.lifelines.empty())
            page.hanging("      ", one.summary.empty() ? "It was not run." : plain_line(one.summary));
        else
            Chart(page, diagram).draw();
        for (const model::SmallestStory& story : one.smallest) {
            page.line();
            page.hanging("      ", plain_line(story.story));
            if (story.repeats && story.left_out.empty()) continue;
            page.line();
            Chart(page, diagram_of(story.run, limits)).draw();
        }
    }
    return std::move(page).take();
}

}  // namespace

const Format formats::sequence{"sequence", "for people: a sequence diagram of each case", render_sequence};

}  // namespace sockgrade::reports
