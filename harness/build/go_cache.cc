#include "build/go_cache.hh"

#include <fmt/format.h>
#include <stdlib.h>
#include <sys/stat.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <system_error>

#include "sandbox/runtime_paths.hh"
#include "system/temporary_folder.hh"

namespace sockgrade::build {

namespace {

namespace fs = std::filesystem;

// What socket programs import, and what those packages import.
constexpr const char* kProgram = R"(package main

import (
	_ "bufio"
	_ "bytes"
	_ "context"
	_ "encoding/binary"
	_ "encoding/hex"
	_ "encoding/json"
	_ "errors"
	_ "flag"
	_ "fmt"
	_ "io"
	_ "io/ioutil"
	_ "log"
	_ "math/rand"
	_ "net"
	_ "os"
	_ "os/signal"
	_ "regexp"
	_ "runtime"
	_ "sort"
	_ "strconv"
	_ "strings"
	_ "sync"
	_ "sync/atomic"
	_ "syscall"
	_ "time"
	_ "unicode"
	_ "unicode/utf8"
)

func main() {}
)";

fs::path caches() {
    if (const char* all = ::getenv("XDG_CACHE_HOME"); all != nullptr && fs::path(all).is_absolute())
        return fs::path(all) / "sockgrade";
    const fs::path home = sandbox::home_folder();
    return home.is_absolute() ? home / ".cache/sockgrade" : fs::path();
}

// Another go, another cache.
std::string name_for(const std::string& go) {
    struct stat status {};
    ::stat(go.c_str(), &status);
    const std::string text =
        fmt::format("{} {} {}.{}", go, status.st_size, status.st_mtim.tv_sec, status.st_mtim.tv_nsec);
    return fmt::format("go-{:016x}", std::hash<std::string>()(text));
}

bool fill_cache(const fs::path& cache, const std::string& go, Workshop& workshop) {
    const system::TemporaryFolder folder("sockgrade-go");
    const std::string source = folder.path() + "/warm.go";
    std::ofstream(source) << kProgram;
    // The cache is for builds that may be another user's to read.
    const auto result =
        workshop.ask({"/bin/sh", "-c", "umask 022 && exec \"$@\"", "sh", go, "build", "-o",
                      folder.path() + "/warm", source},
                     {"GO111MODULE=off", "GOTOOLCHAIN=local", "GOENV=off", "GOCACHE=" + cache.string()});
    return result.succeeded();
}

}  // namespace

std::optional<std::string> filled_go_cache(const std::string& go, Workshop& workshop) {
    const fs::path folder = caches();
    if (folder.empty()) return std::nullopt;
    const fs::path cache = folder / name_for(go);
    std::error_code error;
    // It gets its name when it is complete.
    if (fs::exists(cache, error)) return cache.string();
    fs::create_directories(folder, error);
    std::string fresh = (folder / "go-XXXXXX").string();
    if (error || ::mkdtemp(fresh.data()) == nullptr || ::chmod(fresh.c_str(), 0755) < 0) return std::nullopt;
    if (fill_cache(fresh, go, workshop)) {
        fs::rename(fresh, cache, error);
        if (!error) return cache.string();
    }
    // Perhaps somebody else was quicker.
    fs::remove_all(fresh, error);
    return fs::exists(cache, error) ? std::optional(cache.string()) : std::nullopt;
}

void link_go_cache(const std::string& cache, const std::string& to) {
    std::error_code error;
    fs::create_directory(to, error);
    for (fs::directory_iterator folder(cache, error), end; !error && folder != end; folder.increment(error)) {
        if (!folder->is_directory()) continue;
        const fs::path copy = fs::path(to) / folder->path().filename();
        fs::create_directory(copy, error);
        std::error_code ignored;
        for (const fs::directory_entry& entry : fs::directory_iterator(folder->path(), ignored))
            fs::create_symlink(entry.path(), copy / entry.path().filename(), ignored);
    }
    // What is older than some days would be removed, as it is once a day.
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    std::ofstream(fs::path(to) / "trim.txt") << std::chrono::duration_cast<std::chrono::seconds>(now).count();
}

}  // namespace sockgrade::build
