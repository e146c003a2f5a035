#include <algorithm>

#include "formats/fit.hh"
#include "run/steps/steps.hh"

namespace sockgrade::run::steps {

namespace {

using model::FileWanted;
using model::event::FileSeen;

// What may be too much of a file, to be shown.
constexpr std::size_t kTooMuch = 4096;
constexpr std::size_t kMostOfPattern = std::size_t{1} << 20;

std::size_t most_of(const FileWanted& file) {
    return file.content.is_pattern ? kMostOfPattern : file.content.message.bytes.size() + kTooMuch;
}

bool is_written(const Stage& stage, const FileWanted& file) {
    // Asked again and again: of one that is too short yet nothing is read.
    constexpr std::size_t kForgiven = 2;
    if (!file.content.is_pattern &&
        stage.program.file(file.path, 0).size + kForgiven < file.content.message.bytes.size())
        return false;
    const FileSeen seen = stage.program.file(file.path, most_of(file));
    return seen.kind == FileSeen::Kind::file && seen.size == seen.bytes.size() &&
           formats::fit(file.content, seen.bytes).has_value();
}

}  // namespace

// A program that only writes when a connection has ended gets that end by a step before.
Waited play(Stage& stage, const std::string&, const model::Wrote& wrote) {
    const Waited waited = stage.until({.satisfied = [&] {
        return std::all_of(wrote.files.begin(), wrote.files.end(),
                           [&](const FileWanted& file) { return is_written(stage, file); });
    }});
    // It may write more than it should.
    if (waited.how == model::WaitEnd::satisfied) stage.waiting.settle(true);
    for (const FileWanted& file : wrote.files) stage.record(stage.program.file(file.path, most_of(file)));
    return waited;
}

}  // namespace sockgrade::run::steps
