// What a sequence diagram is drawn with, one below the other, in a picture that needs nothing else: no
// script, no style sheet, no font of its own, nothing from elsewhere. All text passes through markup().
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reports/diagram.hh"

namespace sockgrade::reports {

// As attributes of SVG have them.
struct PictureColors {
    const char* paper;
    const char* ink;
    const char* faint;
    const char* fault;
    const char* message;
    const char* lifeline;
    const char* name;  // the box around a lifeline's name
    const char* note;
    const char* note_edge;
    const char* help;
    const char* help_edge;
    const char* broken;
};

// Of a file of its own: dark on white, wherever it is shown.
inline constexpr PictureColors kFileColors{
    .paper = "#ffffff",
    .ink = "#1f2328",
    .faint = "#59636e",
    .fault = "#b42318",
    .message = "#0b57a4",
    .lifeline = "#9aa4af",
    .name = "#eef1f4",
    .note = "#fffbe6",
    .note_edge = "#b59f3b",
    .help = "#e8f1fb",
    .help_edge = "#5b8fc7",
    .broken = "#fdecea",
};

class Picture {
  public:
    // Wide enough for so many lifelines. `in_steps`: each row says what it is, for a page's script.
    Picture(std::size_t lifelines, const PictureColors& colors, bool in_steps = false);

    void heading(std::string_view text, int size, const char* color);
    void draw(const Diagram& diagram);
    void gap(int height) { y_ += height; }
    std::string take(std::string_view title) &&;

  private:
    void write(int x, int y, std::string_view text, const char* color, std::string_view more = {});
    void line(int x1, int y1, int x2, int y2, const char* color, std::string_view more = {});
    void box(int x, int y, int width, int height, const char* fill, const char* edge);
    void label(const Row& row, int y);
    void draw(const Row& row);
    void draw_shape(const Row& row);
    void begin_row(const Row& row);
    void draw_arrow(const Row& row);
    void draw_note(const Row& row, const char* fill, const char* edge, const char* color);

    const PictureColors& colors_;
    bool in_steps_;
    int space_;  // between two lifelines
    int width_;
    int y_;
    int right_ = 0;
    std::vector<int> bars_;
    std::vector<std::string> names_;  // of the lifelines
    std::string shapes_;
};

}  // namespace sockgrade::reports
