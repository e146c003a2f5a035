// What a name stands for in a spec: a number, a text (any bytes), or a list of these.
#pragma once

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

namespace sockgrade::names {

struct Value;
using List = std::vector<Value>;

struct Value {
    std::variant<std::int64_t, std::string, List> what;

    friend bool operator==(const Value&, const Value&) = default;
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

}  // namespace sockgrade::names
