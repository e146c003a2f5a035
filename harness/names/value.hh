// What a name stands for in a spec: a number, a text (any bytes), or a list of these.
#pragma once

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace sockgrade::names {

struct Value;
using List = std::vector<Value>;

struct Value {
    Value() = default;
    // NOLINTNEXTLINE(google-explicit-constructor): each of these is a value
    Value(std::int64_t number) : what(number) {}
    Value(std::string text) : what(std::move(text)) {}
    Value(List list) : what(std::move(list)) {}

    std::variant<std::int64_t, std::string, List> what;
    std::string digits{};  // of a number that is a text as well: see captured()

    friend bool operator==(const Value& one, const Value& other);
};

// What is wrong with an expression, a template, or what they are to be filled with.
class Mistake : public std::runtime_error {
  public:
    explicit Mistake(const std::string& message, std::string suggestion = {})
        : std::runtime_error(message), suggestion_(std::move(suggestion)) {}

    // The nearest name that there is, or empty.
    const std::string& suggestion() const { return suggestion_; }

  private:
    std::string suggestion_;
};

// "a number", "a text", "a list".
std::string kind_of(const Value& value);

// As it stands in a message: a number in digits, a text as it is. A list has no such form, and is a Mistake.
std::string as_text(const Value& value);

// A text that says nothing but a whole number is that number; every other one is itself.
Value number_or_text(const std::string& text);
// What came from outside: no spec can know whether it will be digits. A whole number can be computed with,
// and is a text wherever one is needed.
Value captured(const std::string& text);
// It as a text, where it is one.
const std::string* text_in(const Value& value);

}  // namespace sockgrade::names
