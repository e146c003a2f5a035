// Sources, class files and what compilers say of them.
#include "build/c_hints.hh"
#include "build/java_class.hh"
#include "build/java_source.hh"
#include "build/python2.hh"
#include "build/source_file.hh"
#include "tests/fuzz/target.hh"

namespace sockgrade::fuzz {

void look_at(std::string_view input) {
    static_cast<void>(build::read_java_class(input));
    static_cast<void>(build::java_package(input));
    require(build::java_class_position(input, "Server") <= input.size(), "a class is in its source", input);
    static_cast<void>(build::java_wanted_file(input));
    static_cast<void>(build::java_error_hint(input));
    static_cast<void>(build::c_error_hint(input));
    static_cast<void>(build::c_warning_advice(input));
    static_cast<void>(build::lacks_system_headers(input));
    const std::size_t lines = build::lines_of(input).size();
    require(build::first_print_statement(input) <= lines, "a statement is in its source", input);
    static_cast<void>(build::is_python2_error(input, input));
    for (const std::string& word : build::shebang(input)) require(!word.empty(), "words have letters", input);
    static_cast<void>(build::is_elf(input));
    static_cast<void>(build::shorten(input));
}

}  // namespace sockgrade::fuzz
