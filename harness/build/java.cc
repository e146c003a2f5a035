// Java cares about names where students do not: a public class must be in a file of its name, a package in
// folders of its name. Both are arranged in the temporary folder, and the class to start is the one that has
// a main().
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/text.hh"
#include "build/interpreter.hh"
#include "build/java_class.hh"
#include "build/java_source.hh"
#include "build/languages.hh"
#include "build/log.hh"
#include "build/pick.hh"
#include "build/program_parts.hh"
#include "system/command.hh"
#include "system/system_error.hh"

namespace sockgrade::build {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kJavaEndings[] = {".java"};

struct JavaBuild {
    std::string javac;
    std::string classes;      // the folder that they are compiled to
    std::string source_path;  // where javac finds the other classes of the folder
};

// Other files of the same package are found only below a folder that is named like it.
std::string source_path(const SourceFile& source, Workshop& workshop) {
    const std::string package = java_package(source.text);
    if (package.empty()) return ".";
    std::string inner = package;
    std::replace(inner.begin(), inner.end(), '.', '/');
    const fs::path root = fs::path(workshop.folder()) / "packages";
    std::error_code error;
    fs::create_directories((root / inner).parent_path(), error);
    if (!error) fs::create_directory_symlink(source.folder, root / inner, error);
    if (error) throw system::SystemError("make a folder for package " + package, error.value());
    return root.string();
}

system::CommandResult compile(const JavaBuild& build, const std::string& file, const SourceFile& source,
                              Workshop& workshop) {
    // Otherwise a character of Latin-1 in a comment is an error.
    const char* const encoding = is_utf8(source.text) ? "UTF-8" : "ISO-8859-1";
    // javac itself lives so briefly that its second compiler and parallel collector only cost time: 1.0 s
    // for 1.7 s.
    // Its libraries are found by /proc, which a sandbox may not have.
    const fs::path home = fs::canonical(build.javac).parent_path().parent_path();
    const system::CommandResult result = workshop.run(
        {build.javac, "-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC", "-encoding", encoding, "-d",
         build.classes, "-cp", build.classes, "-sourcepath", build.source_path, "-Xmaxerrs", "20", file},
        source.folder, {"LD_LIBRARY_PATH=" + (home / "lib").string()});
    // javac itself ends with 0 to 4; this is its loader.
    constexpr int kNotStarted = 127;
    if (const auto* exited = std::get_if<system::Exited>(&result.end);
        exited != nullptr && exited->status == kNotStarted)
        throw std::runtime_error("javac does not start here: " + result.output);
    return result;
}

std::string copy_as(const std::string& name, const SourceFile& source, Workshop& workshop) {
    std::string copy = workshop.folder() + "/" + name;
    std::ofstream(copy, std::ios::binary) << source.text;
    return copy;
}

// In the order in which the source declares them.
std::vector<JavaClass> classes_with_main(const std::string& folder, const std::string& file,
                                         const SourceFile& source) {
    std::vector<JavaClass> found;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        std::ifstream stream(entry.path(), std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
        auto read = read_java_class(bytes);
        // Classes of other files were compiled along with it, and may be programs as well.
        if (read && read->has_main && read->source_file == file) found.push_back(std::move(*read));
    }
    std::sort(found.begin(), found.end(), [&](const JavaClass& left, const JavaClass& right) {
        return java_class_position(source.text, left.name) < java_class_position(source.text, right.name);
    });
    return found;
}

const JavaClass& choose(const std::vector<JavaClass>& classes, const SourceFile& source,
                        const Workshop& workshop) {
    std::vector<std::string> wanted = {source.stem};
    const auto& preferred = workshop.options().preferred_names;
    wanted.insert(wanted.end(), preferred.begin(), preferred.end());
    std::vector<std::string> names;
    names.reserve(classes.size());
    for (const JavaClass& one : classes) names.push_back(one.name.substr(one.name.rfind('.') + 1));
    const auto picked = pick(names, wanted);
    return classes[picked ? *picked : 0];
}

Built run_class(const std::vector<JavaClass>& classes, const std::string& folder, const SourceFile& source,
                Workshop& workshop) {
    Built built;
    built.folder = source.folder;
    if (classes.empty()) {
        built.failure = BuildFailure{source.name + " has no public static void main(String[] args)", "",
                                     "a program starts in the main method of a class"};
        return built;
    }
    const JavaClass& main = choose(classes, source, workshop);
    const Interpreter java =
        real_interpreter(workshop.find({"java", "default-jre-headless"}, "to run " + source.name + " with"),
                         java_portrait("java"), workshop);
    // The fewest milliseconds until main(): no second compiler, no collector threads, the shared archive.
    // Without performance data: it lies in a file of /tmp that several machines with the same process number
    // would share.
    built.readable = java.readable;
    built.command = {java.file,
                     "-XX:TieredStopAtLevel=1",
                     "-XX:+UseSerialGC",
                     "-Xshare:auto",
                     "-XX:-UsePerfData",
                     "-cp",
                     folder,
                     main.name};
    built.notes = {"runs with " + java.file};
    if (classes.size() > 1) {
        built.notes.push_back(
            fmt::format("{} of its classes have a main(); {} is started", classes.size(), main.name));
    }
    return built;
}

Built build_java(const SourceFile& source, Workshop& workshop) {
    JavaBuild build;
    const Interpreter javac = real_interpreter(
        workshop.find({"javac", "default-jdk-headless"}, "to compile " + source.name + " with"),
        java_portrait("javac"), workshop);
    build.javac = javac.file;
    workshop.allow(javac.readable);
    build.classes = workshop.folder() + "/classes";
    fs::create_directory(build.classes);
    build.source_path = source_path(source, workshop);

    std::string file = source.name;
    // javac takes a byte order mark for a character of the program, and a leading - for an option.
    const bool as_it_is = !source.has_byte_order_mark && !file.starts_with('-');
    auto result = compile(build, as_it_is ? file : copy_as(file, source, workshop), source, workshop);
    const std::string wanted = result.succeeded() ? "" : java_wanted_file(result.output);
    if (!wanted.empty()) {
        file = wanted;
        result = compile(build, copy_as(file, source, workshop), source, workshop);
    }
    if (result.succeeded()) {
        return run_class(classes_with_main(build.classes, file, source), build.classes, source, workshop);
    }
    Built built;
    built.folder = source.folder;
    built.failure =
        failure_of(result, source.name + " does not compile", file, workshop.options().time_limit);
    built.failure->hint = java_error_hint(result.output);
    return built;
}

}  // namespace

const Language kJava = {"Java", kJavaEndings, build_java, has_java_main};

}  // namespace sockgrade::build
