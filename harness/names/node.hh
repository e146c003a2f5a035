// An expression as a tree, how it is read, and what it comes to: for expression.cc and parse.cc alone.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "names/expression.hh"
#include "names/functions.hh"

namespace sockgrade::names {

struct Expression::Node {
    enum class Kind { constant, name, list, call, operation, either };
    Kind kind = Kind::constant;
    Value constant{};
    std::string text{};                  // of a name; of an operation: its sign, "-" with one part is minus
    const Function* function = nullptr;  // of a call
    std::vector<std::shared_ptr<const Node>> parts{};  // of `either`, if(a, b, c): all three
};

using NodePtr = std::shared_ptr<const Expression::Node>;

NodePtr parse_nodes(std::string_view text);

}  // namespace sockgrade::names
