// Expressions of a spec, as in "= a + b" and "{= md5(blob)}": small and total. There are no loops and no
// definitions, and what one can use up is limited, so a spec from a stranger does no harm.
//
//   numbers 12, 0xff; texts "abc", 'abc'; lists [1, 2]; names, with an actor's as client.port
//   or, and, not; == != < <= > >=; + - * / % (whole numbers, towards zero); f(x, y) with the functions of
//   functions.hh. What compares gives 1 or 0; + joins two texts or two lists too.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "names/value.hh"

namespace sockgrade::names {

inline constexpr std::size_t kLongestExpression = 2'000;

// What a name stands for. Throws Mistake where nobody knows it.
using Lookup = std::function<Value(const std::string& name)>;

class Expression {
  public:
    struct Node;

    // Throws Mistake.
    static Expression parse(std::string_view text);

    // In the order in which they stand, each once.
    std::vector<std::string> names() const;

    // Throws Mistake, also where it would take too much.
    Value evaluate(const Lookup& value_of) const;

  private:
    std::shared_ptr<const Node> root_;
};

}  // namespace sockgrade::names
