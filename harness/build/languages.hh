// The languages by file ending. A new one is one file and one line in languages.cc.
#pragma once

#include <span>
#include <string_view>

#include "build/build.hh"
#include "build/source_file.hh"
#include "build/workshop.hh"

namespace sockgrade::build {

struct Language {
    std::string_view name;
    std::span<const std::string_view> endings;
    Built (*build)(const SourceFile& source, Workshop& workshop);
    // Whether a program begins in the file, in languages where a program may have others. Null: in any.
    bool (*begins_in)(const SourceFile& source) = nullptr;
};

extern const Language kC;
extern const Language kCpp;
extern const Language kGo;
extern const Language kJava;
extern const Language kJavascript;
extern const Language kPython;
extern const Language kShell;

// Null for an ending that no language has.
const Language* language_of(std::string_view file_name);

// ".c, .cc, .cpp ... or .sh"
std::string known_endings();

// By its ending; without a known one it must be executable by itself.
Built build_file(const SourceFile& source, Workshop& workshop);

}  // namespace sockgrade::build
