// HTML that is well-formed XML too. Text becomes markup in one place and elements are closed where they are
// made, so that nothing a student wrote can be an element, an attribute or the end of one.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sockgrade::reports {

// Text, which must be free of control characters but for line ends, as the content of an element or the value
// of an attribute in double quotes. It reads the same and is no order to a CI runner that echoes it
// (reports/orders.hh).
std::string markup(std::string_view harmless);

namespace html {

// What is markup already. Plain strings do not become it by accident.
class Markup {
  public:
    Markup() = default;

    Markup& operator+=(const Markup& more) {
        text_ += more.text_;
        return *this;
    }
    friend Markup operator+(Markup left, const Markup& right) { return std::move(left += right); }

    bool empty() const { return text_.empty(); }
    const std::string& str() const { return text_; }

  private:
    friend Markup ours(std::string text);
    std::string text_;
};

// Markup that was written by us, such as a picture.
Markup ours(std::string text);

struct Attribute {
    std::string_view name;
    std::string value;  // of any origin
};
using Attributes = std::vector<Attribute>;

// One line of any origin; what can't be seen is written out.
Markup text(std::string_view any);
// The same with its line ends.
Markup lines(std::string_view any);
// A name of any origin: letters that run from right to left do not turn those around them.
Markup name(std::string_view any);

Markup element(std::string_view tag, const Attributes& attributes, const Markup& content);
Markup element(std::string_view tag, const Attributes& attributes, std::string_view any);
Markup element(std::string_view tag, const Markup& content);
Markup element(std::string_view tag, std::string_view any);
// One that never has content, such as meta.
Markup void_element(std::string_view tag, const Attributes& attributes);

// For those who do not see the page.
Markup said_only(std::string_view any);

// A path of ours, relative to the page: no scheme and no host can come of it, whatever the names in it.
std::string relative_link(std::string_view path);

}  // namespace html

}  // namespace sockgrade::reports
