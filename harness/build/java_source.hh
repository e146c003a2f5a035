// What has to be known about Java source and about what javac says of it. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sockgrade::build {

// "a.b" of `package a.b;`, which only comments may precede; empty without one.
std::string java_package(std::string_view text);

// Where the source declares the class; the size of the text when it does not.
std::size_t java_class_position(std::string_view text, std::string_view class_name);

// "X.java" of javac's "class X is public, should be declared in a file named X.java"; empty otherwise.
std::string java_wanted_file(std::string_view log);

std::string java_error_hint(std::string_view log);

}  // namespace sockgrade::build
