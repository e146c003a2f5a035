#include "reports/svg_picture.hh"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/columns.hh"
#include "reports/markup.hh"
#include "reports/page.hh"

namespace sockgrade::reports {

namespace {

using Kind = Row::Kind;

// In pixels.
constexpr int kMargin = 16;
constexpr int kGutter = 100;     // event numbers and times
constexpr int kHalfName = 80;    // of the box around a lifeline's name
constexpr int kLine = 17;        // from one line of text to the next
constexpr double kColumn = 7.3;  // a letter of the fixed-width font, rounded up

int width_of(std::string_view text) {
    return static_cast<int>(static_cast<double>(columns_of(text)) * kColumn) + 1;
}
std::size_t columns_in(int pixels) {
    return static_cast<std::size_t>(std::max(static_cast<double>(pixels) / kColumn, 8.0));
}

}  // namespace

Picture::Picture(std::size_t lifelines, const PictureColors& colors, bool in_steps)
    : colors_(colors),
      in_steps_(in_steps),
      space_(lifelines <= 2 ? 560 : 300),
      width_(2 * kMargin + kGutter + 2 * kHalfName +
             static_cast<int>(std::max<std::size_t>(lifelines, 2) - 1) * space_),
      y_(kMargin - 8) {}

void Picture::heading(std::string_view text, int size, const char* color) {
    const auto columns = columns_in((width_ - 2 * kMargin) * 12 / size);
    for (const std::string& line : fold(plain_line(text), columns)) {
        y_ += size + 8;
        write(kMargin, y_, line, color, fmt::format(R"( font-size="{}" font-weight="bold")", size));
    }
}

void Picture::draw(const Diagram& diagram) {
    bars_.clear();
    for (std::size_t i = 0; i < diagram.lifelines.size(); ++i)
        bars_.push_back(kMargin + kGutter + kHalfName + static_cast<int>(i) * space_);
    right_ = bars_.back() + kHalfName;
    names_ = diagram.lifelines;
    y_ += 18;
    const int top = y_;
    std::string before = std::exchange(shapes_, {});
    y_ += 34;
    for (const Row& row : diagram.rows) draw(row);
    y_ += 12;
    std::string rows = std::exchange(shapes_, std::move(before));
    // The lifelines go below everything that is laid on them.
    for (std::size_t i = 0; i < bars_.size(); ++i) {
        line(bars_[i], top + 26, bars_[i], y_, colors_.lifeline, R"( stroke-dasharray="4 4")");
        const std::string name =
            fold(plain_line(diagram.lifelines[i]), columns_in(2 * kHalfName - 20)).front();
        box(bars_[i] - kHalfName + 4, top, 2 * kHalfName - 8, 26, colors_.name, colors_.faint);
        write(bars_[i], top + 17, name, colors_.ink, R"( text-anchor="middle" font-weight="bold")");
    }
    shapes_ += rows;
}

std::string Picture::take(std::string_view title) && {
    const int height = y_ + kMargin;
    return fmt::format(
               R"(<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="{1}" viewBox="0 0 {0} {1}" )"
               R"(role="img" font-family="'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="12" )"
               R"(xml:space="preserve">)"
               "\n<title>{2}</title>\n"
               R"(<rect width="{0}" height="{1}" fill="{3}"/>)"
               "\n",
               width_, height, markup(plain_line(title)), colors_.paper) +
           shapes_ + "</svg>\n";
}

void Picture::write(int x, int y, std::string_view text, const char* color, std::string_view more) {
    shapes_ += fmt::format(R"(<text x="{}" y="{}" fill="{}"{}>{}</text>)"
                           "\n",
                           x, y, color, more, markup(plain_line(text)));
}

void Picture::line(int x1, int y1, int x2, int y2, const char* color, std::string_view more) {
    shapes_ += fmt::format(R"(<line x1="{}" y1="{}" x2="{}" y2="{}" stroke="{}"{}/>)"
                           "\n",
                           x1, y1, x2, y2, color, more);
}

void Picture::box(int x, int y, int width, int height, const char* fill, const char* edge) {
    shapes_ += fmt::format(R"(<rect x="{}" y="{}" width="{}" height="{}" rx="4" fill="{}" stroke="{}"/>)"
                           "\n",
                           x, y, width, height, fill, edge);
}

// The event's number and time, left of everything.
void Picture::label(const Row& row, int y) {
    if (row.number == 0) return;
    const std::string text = fmt::format("{} {:.3f} s", row.step, static_cast<double>(row.at_us) / 1e6);
    write(kMargin + kGutter - 12, y, text, row.decisive ? colors_.ink : colors_.faint,
          row.decisive ? R"( text-anchor="end" font-size="11" font-weight="bold")"
                       : R"( text-anchor="end" font-size="11")");
}

// What a page's script shows of it, one after another.
void Picture::begin_row(const Row& row) {
    if (row.kind == Kind::broken) {
        shapes_ += "<g class=\"verdict\">\n";
        return;
    }
    const bool is_arrow = row.kind == Kind::message || row.kind == Kind::control;
    const std::string said =
        is_arrow ? fmt::format("{} \u2192 {}: {}", names_[row.from], names_[row.to], row.text) : row.text;
    shapes_ += fmt::format(R"(<g class="row" data-step="{}" data-at="{}" data-said="{}" data-source="{}">)"
                           "\n",
                           row.step, row.at_us, markup(plain_line(said)), markup(plain_line(row.source)));
}

void Picture::draw(const Row& row) {
    if (!in_steps_ || (row.step == 0 && row.kind != Kind::broken)) return draw_shape(row);
    begin_row(row);
    draw_shape(row);
    shapes_ += "</g>\n";
}

void Picture::draw_shape(const Row& row) {
    switch (row.kind) {
        case Kind::message:
        case Kind::control:
            return draw_arrow(row);
        case Kind::note:
            return draw_note(row, colors_.note, colors_.note_edge, colors_.ink);
        case Kind::help:
            return draw_note(row, colors_.help, colors_.help_edge, colors_.ink);
        case Kind::broken:
            return draw_note(row, colors_.broken, colors_.fault, colors_.fault);
        case Kind::gap:
            y_ += 6 + kLine;
            write((bars_.front() + right_) / 2, y_, row.text, colors_.faint, R"( text-anchor="middle")");
            y_ += 6;
    }
}

void Picture::draw_arrow(const Row& row) {
    const int from = bars_[row.from];
    const int to = bars_[row.to];
    const int left = std::min(from, to);
    const int right = std::max(from, to);
    const char* color = row.lost                    ? colors_.fault
                        : row.kind == Kind::control ? colors_.faint
                                                    : colors_.message;
    y_ += 8;
    const std::vector<std::string> lines = fold(plain_line(row.text), columns_in(right - left - 24));
    for (const std::string& text : lines) {
        y_ += kLine;
        const int width = width_of(text);
        // Lifelines in between do not run through the letters.
        shapes_ += fmt::format(R"(<rect x="{}" y="{}" width="{}" height="{}" fill="{}"/>)"
                               "\n",
                               (left + right - width) / 2 - 2, y_ - 12, width + 4, kLine - 1, colors_.paper);
        write((left + right) / 2, y_, text, row.lost ? colors_.fault : colors_.ink,
              row.decisive ? R"( text-anchor="middle" font-weight="bold")" : R"( text-anchor="middle")");
    }
    label(row, y_ + 4);
    y_ += 8;
    const int head = to > from ? -1 : 1;
    const int tip = to + (row.lost ? head * 10 : 0);
    line(from, y_, tip + (row.lost ? 0 : head * 6), y_, color,
         row.decisive ? R"( stroke-width="2.5")" : R"( stroke-width="1.5")");
    if (row.lost) {
        line(tip - 6, y_ - 6, tip + 6, y_ + 6, colors_.fault, R"( stroke-width="2.5")");
        line(tip - 6, y_ + 6, tip + 6, y_ - 6, colors_.fault, R"( stroke-width="2.5")");
    } else {
        shapes_ += fmt::format(R"(<path d="M{0} {1} L{2} {3} L{2} {4} Z" fill="{5}"/>)"
                               "\n",
                               tip, y_, tip + head * 9, y_ - 5, y_ + 5, color);
    }
    y_ += 4;
}

void Picture::draw_note(const Row& row, const char* fill, const char* edge, const char* color) {
    const int left = bars_.front() - 8;
    const int most = right_ - left;
    const std::vector<std::string> lines = fold(plain_line(row.text), columns_in(most - 16));
    int width = 0;
    for (const std::string& text : lines) width = std::max(width, width_of(text) + 16);
    y_ += 8;
    box(left, y_, std::min(width, most), static_cast<int>(lines.size()) * kLine + 8, fill, edge);
    label(row, y_ + kLine);
    const bool heavy = row.decisive || row.kind == Kind::broken;
    for (const std::string& text : lines) {
        y_ += kLine;
        write(left + 8, y_, text, color, heavy ? R"( font-weight="bold")" : "");
    }
    y_ += 8;
}

}  // namespace sockgrade::reports
