#include <fmt/format.h>
#include <stdlib.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "build/go_cache.hh"
#include "build/interpreter.hh"
#include "build/languages.hh"
#include "build/log.hh"
#include "build/program_parts.hh"
#include "sandbox/runtime_paths.hh"

namespace sockgrade::build {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kGoEndings[] = {".go"};

// As go itself looks for it: here or in a folder above. Empty when there is none.
fs::path module_of(fs::path folder) {
    std::error_code error;
    for (;; folder = folder.parent_path()) {
        if (fs::exists(folder / "go.mod", error)) return folder;
        if (folder == folder.parent_path()) return {};
    }
}

std::string variable(const char* name) {
    const char* const value = ::getenv(name);
    return value != nullptr ? value : "";
}

// The user's cache saves compiling the standard library, which takes longer than any student's program.
fs::path cache_folder() {
    if (const std::string own = variable("GOCACHE"); fs::path(own).is_absolute()) return own;
    if (const std::string all = variable("XDG_CACHE_HOME"); fs::path(all).is_absolute())
        return fs::path(all) / "go-build";
    if (const std::string home = variable("HOME"); fs::path(home).is_absolute())
        return fs::path(home) / ".cache/go-build";
    return {};
}

bool can_write(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    return !error && ::access(folder.c_str(), W_OK) == 0;
}

std::string module_cache() {
    if (const std::string own = variable("GOMODCACHE"); fs::path(own).is_absolute()) return own;
    const std::string path = variable("GOPATH");
    return path.empty() ? sandbox::home_folder() + "/go/pkg/mod"
                        : path.substr(0, path.find(':')) + "/pkg/mod";
}

std::string cache_in_sandbox(const std::string& go, Workshop& workshop) {
    std::string own = workshop.folder() + "/go-cache";
    if (const auto filled = filled_go_cache(go, workshop)) {
        workshop.allow({*filled});
        link_go_cache(*filled, own);
    }
    return own;
}

std::string cache_outside(Workshop& workshop) {
    const fs::path cache = cache_folder();
    return !cache.empty() && can_write(cache) ? cache.string() : workshop.folder() + "/go-cache";
}

std::vector<std::string> environment(const std::string& go, const SourceFile& source, Workshop& workshop) {
    const fs::path module = module_of(source.folder);
    std::vector<std::string> result = {"GO111MODULE=" + std::string(module.empty() ? "off" : "on"),
                                       "GOTOOLCHAIN=local"};
    if (workshop.has_sandbox()) {
        if (!module.empty()) workshop.show(module.string());
        workshop.allow({module_cache()});
        result.push_back("GOENV=off");
        // Not a wait for a network that is not there.
        result.push_back("GOPROXY=off");
        result.push_back("GOMODCACHE=" + module_cache());
        result.push_back("GOCACHE=" + cache_in_sandbox(go, workshop));
    } else {
        result.push_back("GOCACHE=" + cache_outside(workshop));
    }
    // Without HOME go has nowhere to look for packages, and stops.
    if (variable("HOME").empty()) result.push_back("GOPATH=" + workshop.folder() + "/go-path");
    return result;
}

bool is_program(const std::string& file) {
    std::ifstream stream(file, std::ios::binary);
    std::string start(4, '\0');
    stream.read(start.data(), 4);
    return is_elf(start);
}

Built build_go(const SourceFile& source, Workshop& workshop) {
    const Interpreter tool = real_interpreter(
        workshop.find({"go", "golang-go"}, "to compile " + source.name + " with"), go_portrait(), workshop);
    const std::string& go = tool.file;
    workshop.allow(tool.readable);
    const std::string program = (fs::path(workshop.folder()) / source.stem).string();
    const auto compile = [&](const std::vector<std::string>& files) {
        std::vector<std::string> command = {go, "build", "-buildvcs=false", "-o", program};
        // go takes a leading - for an option, and wants a path of a file to look like one.
        for (const std::string& file : files) command.push_back("./" + file);
        return workshop.run(command, source.folder, environment(go, source, workshop));
    };
    auto result = compile({source.name});
    // What is not defined may be so in another file of the program. A file that needs no other does not
    // suffer from what else lies there.
    if (!result.succeeded() && result.output.find("undefined: ") != std::string::npos) {
        std::vector<std::string> files = go_parts_of(source);
        files.insert(files.begin(), source.name);
        if (files.size() > 1) result = compile(files);
    }
    Built built;
    built.folder = source.folder;
    if (!result.succeeded()) {
        built.failure =
            failure_of(result, source.name + " does not compile", source.name, workshop.options().time_limit);
    } else if (!is_program(program)) {
        // A package of another name is compiled to a library, and go calls that a success.
        built.failure = BuildFailure{source.name + " is no program: it is not in package main", "",
                                     "the first line of a program is: package main"};
    } else {
        built.command = {program};
    }
    return built;
}

}  // namespace

const Language kGo = {"Go", kGoEndings, build_go, has_go_main};

}  // namespace sockgrade::build
